import type { Sql } from "../../src/db/client.ts";
import type { PublishedListEntry } from "../../src/enterprise/profile.ts";
import { regionLabel, regionOfAuthority } from "../../src/enterprise/regions.ts";
import { searchDocument } from "../../src/enterprise/searchDocument.ts";
import { postgresRow } from "../../src/search/grams.ts";
import { type CopySink, copySink } from "../stage/copySink.ts";
import { copyLine } from "../stage/copyText.ts";
import { uuidOf } from "../stage/deliveryId.ts";
import { type Merged, mergeProfile, publishedListEntry } from "./mergeProfile.ts";
import { readOrigins, touchedEnterprises, touchedEntries, touchWhatIsShown } from "./sources.ts";

const PROFILE_COLUMNS = [
  ...[
    "uscc",
    "hash",
    "rebuild_on",
    "body",
    "name_key",
    "grams",
    "grams_format",
    "place_key",
    "status",
    "district",
    "industry",
    "type",
    "lists",
    "established",
  ],
  ...["document", "former_codes"],
];
const ENTRY_COLUMNS = ["list", "id", "uscc", "district", "listed_on", "rebuild_on", "hash", "body"];
/** Entries that were delivered without a day sort behind all others. */
const NO_DAY = "0001-01-01";

function profileLine({ profile, rebuildOn }: Merged): string {
  const body = JSON.stringify(profile);
  const document = searchDocument(profile);
  const row = postgresRow(document);
  return copyLine([
    ...[
      profile.uscc,
      uuidOf(body),
      rebuildOn,
      body,
      row.nameKey,
      row.grams,
      row.gramsFormat,
      row.placeKey,
      row.status,
      row.district,
      row.industry,
      row.type,
    ],
    ...[row.lists, row.established, JSON.stringify(document), document.formerCodes ?? []],
  ]);
}

function entryLine(
  entry: PublishedListEntry,
  subject: { uscc: string | null; code: string | null; name: string; district: string | null },
) {
  const label = subject.district === null ? null : regionLabel(subject.district);
  const district = subject.district === null || label === null ? null : { code: subject.district, label };
  const body = JSON.stringify({ subject: { ...subject, district }, ...entry });
  return copyLine([
    ...[
      entry.list,
      entry.id,
      subject.uscc,
      district?.code ?? null,
      entry.listedOn ?? NO_DAY,
      entry.publicUntil,
      uuidOf(body),
      body,
    ],
  ]);
}

async function mergeEnterprises(
  sql: Sql,
  night: MergeNight,
  sinks: { profiles: CopySink; entries: CopySink },
): Promise<void> {
  const origins = await readOrigins(sql, night);
  let done = 0;
  for await (const piece of touchedEnterprises(sql, origins)) {
    for (const { uscc, ...of } of piece) {
      const merged = mergeProfile(uscc, of, night.day);
      if (merged === null) continue;
      await sinks.profiles.write(profileLine(merged));
      const { name, identity } = merged.profile;
      const subject = { uscc, code: uscc, name, district: identity.district?.code ?? null };
      for (const entry of [...merged.profile.lists, ...merged.profile.abnormal])
        await sinks.entries.write(entryLine(entry, subject));
    }
    done += piece.length;
    night.onProgress?.(done);
  }
  for await (const piece of touchedEntries(sql, origins))
    for (const record of piece) {
      const entry = publishedListEntry(record, night.day);
      if (entry === null) continue;
      const district = regionOfAuthority(entry.authority.name, entry.authority.code);
      const subject = { uscc: null, code: record.uscc, name: record.name ?? record.uscc ?? "", district };
      await sinks.entries.write(entryLine(entry, subject));
    }
}

export interface MergeNight {
  /** The snapshot being made and its day in Asia/Shanghai. */
  snapshot: number;
  day: string;
  onProgress?: (enterprises: number) => void;
}

/**
 * Merges every touched enterprise into `ledger.merged`, and its list entries (and those without an enterprise)
 * into `ledger.merged_entry`. Both are emptied first; a night cut off here is simply run again.
 */
export async function mergeNight(sql: Sql, night: MergeNight): Promise<void> {
  await touchWhatExpires(sql, night.day);
  await touchWhatIsShown(sql);
  await sql`truncate ledger.merged, ledger.merged_entry`;
  const profiles = await copySink(sql, { table: "ledger.merged", columns: PROFILE_COLUMNS });
  const entries = await copySink(sql, { table: "ledger.merged_entry", columns: ENTRY_COLUMNS });
  try {
    await mergeEnterprises(sql, night, { profiles, entries });
    await profiles.end();
    await entries.end();
    await sql`analyze ledger.merged, ledger.merged_entry`;
  } catch (error) {
    profiles.abandon();
    entries.abandon();
    throw error;
  }
}

/** Periods that end by today, without any delivery: found by index, not by reading everything. */
async function touchWhatExpires(sql: Sql, day: string): Promise<void> {
  await sql`
    insert into ledger.touched
    select uscc from published.profile where to_snapshot = 2147483647 and rebuild_on <= ${day} on conflict do nothing`;
  await sql`
    insert into ledger.touched_entry
    select id from published.list_entry where to_snapshot = 2147483647 and uscc is null and rebuild_on <= ${day}
    on conflict do nothing`;
}
