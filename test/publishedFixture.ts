import { createHash } from "node:crypto";
import type { ISql, Sql } from "../src/db/client.ts";
import type { ListedEntry } from "../src/enterprise/listEntry.ts";
import type { Profile } from "../src/enterprise/profile.ts";
import { searchDocument } from "../src/enterprise/searchDocument.ts";
import { recordsOf } from "../src/enterprise/stillPublic.ts";
import { postgresRow } from "../src/search/grams.ts";
import {
  coverage,
  DELIVERIES,
  disclosureOf,
  type EntryVersion,
  entriesOf,
  FEEDS,
  NIGHTS,
  OPEN,
  strangers,
  type Version,
  versions,
} from "./publishedNights.ts";

const uuidOf = (text: string) => {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
};

/** The first day on which a profile holds something that may no longer be shown. */
function rebuildOn(profile: Profile): string | null {
  const ends = recordsOf(profile).map((item) => item.publicUntil);
  return ends.filter((day) => day !== null).sort()[0] ?? null;
}

async function insertFeeds(sql: ISql, demo: boolean): Promise<void> {
  for (const feed of FEEDS) {
    const [source = "", name = ""] = feed.name.split("/");
    await sql`
      insert into published.feed (source, feed, kind, list, title, keeper, disclosure, every_days)
      values (${source}, ${name}, ${feed.kind}, ${feed.list}, ${JSON.stringify({ zh: feed.zh, en: feed.en })}::text::json,
        ${JSON.stringify({ zh: feed.keeper, en: feed.keeper })}::text::json, ${disclosureOf(feed.name)}, ${feed.everyDays})`;
  }
  for (const { id, name, at, accepted, night } of DELIVERIES) {
    const [source = "", feed = ""] = name.split("/");
    await sql`
      insert into archive.delivery (id, source, feed, file, sha256, is_full, demo, received_at, rows, accepted, applied_in)
      values (${id}, ${source}, ${feed}, ${`${feed}.csv`}, ${uuidOf(id)}, false, ${demo}, ${at}, ${accepted}, ${accepted}, ${night})`;
  }
}

export async function insertProfiles(sql: ISql, all: readonly Version[]): Promise<void> {
  for (const { profile, from, to } of all) {
    const body = JSON.stringify(profile);
    await sql`
      insert into published.profile (uscc, from_snapshot, to_snapshot, hash, rebuild_on, body)
      values (${profile.uscc}, ${from}, ${to}, ${uuidOf(body)}, ${rebuildOn(profile)}, ${body})`;
    if (to !== OPEN) continue;
    const document = searchDocument(profile);
    const row = postgresRow(document);
    await sql`
      insert into published.search_document (uscc, name_key, grams, grams_format, place_key, status, district, industry, type, lists, established, changed_in, document)
      values (${document.uscc}, ${row.nameKey}, ${row.grams}, ${row.gramsFormat}, ${row.placeKey}, ${row.status}, ${row.district}, ${row.industry}, ${row.type},
        ${row.lists}, ${row.established}, ${from}, ${JSON.stringify(document)}::text::json)`;
    for (const facet of ["status", "district", "industry", "type"] as const) {
      const coded = document[facet];
      if (coded === null) continue;
      await sql`
        insert into published.label (facet, code, label) values (${facet}, ${coded.code}, ${coded.label})
        on conflict do nothing`;
    }
  }
}

async function insertEntries(sql: ISql, all: readonly EntryVersion[]): Promise<void> {
  for (const { entry, subject, from, to } of all) {
    const listed: ListedEntry = { subject, ...entry };
    const body = JSON.stringify(listed);
    await sql`
      insert into published.list_entry (list, id, from_snapshot, to_snapshot, uscc, district, listed_on, rebuild_on, hash, body)
      values (${entry.list}, ${entry.id}, ${from}, ${to}, ${subject.uscc}, ${subject.district?.code ?? null},
        ${entry.listedOn ?? "0001-01-01"}, ${entry.publicUntil}, ${uuidOf(body)}, ${body})`;
  }
}

async function insertSnapshots(sql: ISql, demo: boolean): Promise<void> {
  for (const { id, day, publishedAt } of NIGHTS) {
    const covered = JSON.stringify(coverage(id));
    await sql`
      insert into published.snapshot (id, published_at, day, enterprises, changed, list_totals, coverage, coverage_hash, demo)
      select ${id}, ${publishedAt}, ${day},
        (select count(*)::int from published.profile where from_snapshot <= ${id} and to_snapshot > ${id}),
        (select count(*)::int from published.profile where from_snapshot = ${id} or to_snapshot = ${id}),
        (select coalesce(json_object_agg(list, n), '{}') from (select list, count(*)::int as n from published.list_entry
          where from_snapshot <= ${id} and to_snapshot > ${id} group by list) totals),
        ${covered}::text::json, ${uuidOf(covered).slice(0, 8)}, ${demo}`;
  }
}

/**
 * Publishes three nights of invented enterprises straight into the tables the service reads, without the pipeline.
 * Read them with the clock at TODAY. @param options.demo whether the data is labelled 演示数据 (default true)
 */
export async function publishFixture(sql: Sql, options: { demo?: boolean } = {}): Promise<void> {
  const demo = options.demo ?? true;
  const all = versions();
  await sql.begin(async (tx) => {
    await insertFeeds(tx, demo);
    await insertProfiles(tx, all);
    await insertEntries(tx, [...entriesOf(all), ...strangers()]);
    await insertSnapshots(tx, demo);
  });
}
