import type { Sql } from "../../src/db/client.ts";
import type { PublishedListEntry } from "../../src/enterprise/profile.ts";
import { regionLabel, regionOfAuthority } from "../../src/enterprise/regions.ts";
import { searchDocument } from "../../src/enterprise/searchDocument.ts";
import { postgresRow } from "../../src/search/grams.ts";
import { type CopySink, copySink } from "../stage/copySink.ts";
import { copyLine } from "../stage/copyText.ts";
import { uuidOf } from "../stage/deliveryId.ts";
import { type Merged, mergeProfile, publishedListEntry } from "./mergeProfile.ts";
import { type Range, readOrigins, touchedEnterprises, touchedEntries } from "./sources.ts";

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

/** The snapshot being made and its day in Asia/Shanghai. */
export interface MergedNight {
  snapshot: number;
  day: string;
}

/** Merges the touched enterprises whose codes lie in a range. @param onDone told how many are merged */
export async function mergeRange(
  sql: Sql,
  of: MergedNight & { range: Range; onDone?: ((enterprises: number) => void) | undefined },
): Promise<void> {
  const origins = await readOrigins(sql, of);
  await withSinks(sql, async ({ profiles, entries }) => {
    let done = 0;
    for await (const piece of touchedEnterprises(sql, origins, of.range)) {
      for (const { uscc, ...told } of piece) {
        const merged = mergeProfile(uscc, told, of.day);
        if (merged === null) continue;
        await profiles.write(profileLine(merged));
        const { name, identity } = merged.profile;
        const subject = { uscc, code: uscc, name, district: identity.district?.code ?? null };
        for (const entry of [...merged.profile.lists, ...merged.profile.abnormal])
          await entries.write(entryLine(entry, subject));
      }
      done += piece.length;
      of.onDone?.(done);
    }
  });
}

/** Makes what is shown of touched list entries that belong to no enterprise here. */
export async function mergeEntries(sql: Sql, night: MergedNight): Promise<void> {
  const origins = await readOrigins(sql, night);
  await withSinks(sql, async ({ entries }) => {
    for await (const piece of touchedEntries(sql, origins))
      for (const record of piece) {
        const entry = publishedListEntry(record, night.day);
        if (entry === null) continue;
        const district = regionOfAuthority(entry.authority.name, entry.authority.code);
        const subject = { uscc: null, code: record.uscc, name: record.name ?? record.uscc ?? "", district };
        await entries.write(entryLine(entry, subject));
      }
  });
}

async function withSinks(
  sql: Sql,
  work: (sinks: { profiles: CopySink; entries: CopySink }) => Promise<void>,
): Promise<void> {
  const profiles = await copySink(sql, { table: "ledger.merged", columns: PROFILE_COLUMNS });
  const entries = await copySink(sql, { table: "ledger.merged_entry", columns: ENTRY_COLUMNS });
  try {
    await work({ profiles, entries });
    await profiles.end();
    await entries.end();
  } catch (error) {
    profiles.abandon();
    entries.abandon();
    throw error;
  }
}
