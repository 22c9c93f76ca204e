import { createApp } from "../src/app.ts";
import type { Sql } from "../src/db/client.ts";
import { currentSnapshot } from "../src/db/snapshots.ts";
import type { Profile } from "../src/enterprise/profile.ts";
import type { Resources } from "../src/resources.ts";
import { searchWithFallback } from "../src/search/fallback.ts";
import { postgresEngine } from "../src/search/postgres.ts";
import { freshDatabase } from "./database.ts";
import { inventedUscc } from "./ingest/merge/records.ts";
import { firm, licence, penalty } from "./inventedFirms.ts";
import { insertProfiles, publishFixture } from "./publishedFixture.ts";
import { OPEN } from "./publishedNights.ts";
import { type LogLine, testResources } from "./resources.ts";

export const HOSTILE_TEXT = `<script>alert("1")</script><img src=x onerror='alert(2)'>&amp;`;
export const LONG_TEXT = "机械零件的制造、加工、批发、零售；".repeat(40);

/** A firm whose every text tries to be markup, with a long scope and more records than a section shows at once. */
export const HOSTILE: Profile = firm({
  number: 900,
  name: `宁波${HOSTILE_TEXT}有限公司`,
  identity: {
    legalRepresentative: HOSTILE_TEXT,
    address: HOSTILE_TEXT,
    authority: HOSTILE_TEXT,
    type: { code: "other", label: HOSTILE_TEXT },
    scope: LONG_TEXT,
    capital: { amount: "12345678.5", currency: "CNY" },
    conflicts: [
      {
        field: "address",
        value: HOSTILE_TEXT,
        source: "registration",
        feed: "changes",
        delivery: "d000000000000002",
        asOf: "2026-01-01",
      },
    ],
  },
  penalties: [
    penalty(901, {
      facts: HOSTILE_TEXT,
      content: HOSTILE_TEXT,
      documentNo: HOSTILE_TEXT,
      authority: { code: null, name: HOSTILE_TEXT },
      kinds: [{ code: "other", label: HOSTILE_TEXT }],
      notes: [{ field: "fine", code: HOSTILE_TEXT, text: HOSTILE_TEXT }],
    }),
  ],
  licences: Array.from({ length: 23 }, (_, i) =>
    licence(910 + i, { validTo: i === 0 ? "2026-01-01" : "permanent" }),
  ),
});
export const HOSTILE_USCC = inventedUscc(900);

export interface Pages {
  resources: Resources & { lines: LogLine[] };
  app: ReturnType<typeof createApp>;
  get(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** The whole app over three published nights, with the PostgreSQL engine answering searches. */
export async function openPages(options: { demo?: boolean } = {}): Promise<Pages> {
  const db = await freshDatabase();
  await publishFixture(db.sql, options);
  await insertProfiles(db.sql, [{ profile: HOSTILE, from: 1, to: OPEN }]);
  await db.sql`update published.snapshot set enterprises = enterprises + 1`;
  const engine = postgresEngine(db.sql);
  const search = searchWithFallback({
    primary: engine,
    fallback: engine,
    currentSnapshot: async () => (await currentSnapshot(db.sql))?.id ?? null,
  });
  const resources = testResources(db.sql, { search });
  const app = createApp();
  return {
    resources,
    app,
    get: async (path, init = {}) => app.request(path, init, resources),
    close: () => db.close(),
  };
}

const ENTITIES: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/** Fills the list `evasion` with 72 entries: a page of fifty, and another. */
export async function fillEvasion(sql: Sql): Promise<void> {
  await sql`
    insert into published.list_entry (list, id, from_snapshot, to_snapshot, uscc, district, listed_on, rebuild_on, hash, body)
    select 'evasion', gen_random_uuid(), 1, 2147483647, null, district, listed_on, null, hash,
      replace(body, '余姚市无名', '慈溪市' || n)
    from published.list_entry, generate_series(1, 3) as n
    where list = 'dishonest' and to_snapshot = 2147483647 and uscc is null`;
  await sql`
    update published.snapshot set list_totals = (list_totals::jsonb || '{"evasion": 72}')::json, coverage_hash = 'evasion' where id = 3`;
}

const INLINE = /<\/?(a|strong|span|time|code|mark|br)\b[^>]*>/g;

/** What a reader sees of a piece of HTML: no tags, entities resolved, runs of white space as one. */
export function textOf(html: string): string {
  return html
    .replace(INLINE, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, " ")
    .trim();
}

/** The section with an id, up to the next one. */
export function sectionOf(html: string, id: string): string {
  const start = html.indexOf(`<section class="section" id="${id}"`);
  if (start < 0) throw new Error(`the page has no section ${id}`);
  return html.slice(start, html.indexOf("</section>", start));
}
