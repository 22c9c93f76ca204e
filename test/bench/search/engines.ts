import { copyInto } from "../../../ingest/stage/copyInto.ts";
import { copyLine } from "../../../ingest/stage/copyText.ts";
import type { Sql } from "../../../src/db/client.ts";
import type { SearchEngine } from "../../../src/search/engine.ts";
import { postgresRow } from "../../../src/search/grams.ts";
import { meilisearchEngine } from "../../../src/search/meilisearch.ts";
import { type MeilisearchOptions, meilisearchClient } from "../../../src/search/meilisearchClient.ts";
import { meilisearchIndex } from "../../../src/search/meilisearchIndex.ts";
import { finished } from "../../../src/search/meilisearchTasks.ts";
import { postgresEngine } from "../../../src/search/postgres.ts";
import { type Company, documentBatches, documentOf } from "./companies.ts";

export const ENGINES = ["postgres", "meilisearch", "stock"] as const;
export type EngineName = (typeof ENGINES)[number];

/** What an engine answers: the codes of at most ten hits, in its order. */
export interface Answered {
  codes: string[];
  names: string[];
  /** What the first of them was called. */
  formerly: string[];
  /** null: the engine never says. */
  relaxed: boolean | null;
  readAs: string;
}

export interface Loaded {
  name: EngineName;
  buildSeconds: number;
  search(q: string): Promise<Answered>;
}

const PAGE = { district: [], status: [], industry: [], type: [], list: [], page: 1, size: 10 } as const;

/** An engine of ours as the benchmark asks it: the first ten, by relevance. */
export function asked(engine: SearchEngine): Loaded["search"] {
  return async (q) => {
    const { hits, relaxed, readAs } = await engine.search({ ...PAGE, q, sort: "relevance" });
    return {
      ...{ codes: hits.map((hit) => hit.uscc), names: hits.map((hit) => hit.name) },
      ...{ formerly: hits[0]?.formerNames ?? [], relaxed, readAs },
    };
  };
}

const seconds = (start: number) => (performance.now() - start) / 1_000;
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Lines of COPY for the table: the row that the night makes, whatever columns it has. */
function* documentLines(companies: readonly Company[]): Generator<string> {
  for (const company of companies) {
    const document = documentOf(company);
    const row = Object.values(postgresRow(document));
    yield copyLine([document.uscc, ...row, 1, { json: JSON.stringify(document) }]);
  }
}

/** A published snapshot whose search documents are these companies, put there as a first night does: its large indexes last. */
async function fillPostgres(sql: Sql, companies: readonly Company[]): Promise<void> {
  const [first] = companies;
  if (first === undefined) throw new RangeError("There are no companies to load");
  const columns = Object.keys(postgresRow(documentOf(first))).map(snake);
  await sql`truncate published.search_document, published.search_total, published.snapshot`;
  await sql`
    insert into published.snapshot (id, published_at, day, enterprises, changed, list_totals, coverage, coverage_hash, demo)
    values (1, now(), current_date, ${companies.length}, ${companies.length}, '{}', '[]', 'bench', false)`;
  await sql.begin(async (tx) => {
    const later = await tx<{ name: string; made: string }[]>`
      select indexname as name, indexdef as made from pg_indexes
      where schemaname = 'published' and tablename = 'search_document' and indexdef like '% USING gin %'`;
    for (const { name } of later) await tx`drop index published.${tx(name)}`;
    const target = {
      table: "published.search_document",
      columns: ["uscc", ...columns, "changed_in", "document"],
    };
    await copyInto(tx, target, documentLines(companies));
    await tx`set local maintenance_work_mem = '512MB'`;
    for (const { made } of later) await tx.unsafe(made);
  });
  await sql`vacuum analyze published.search_document`;
}

export async function loadPostgres(sql: Sql, companies: readonly Company[]): Promise<Loaded> {
  const start = performance.now();
  await fillPostgres(sql, companies);
  return { name: "postgres", buildSeconds: seconds(start), search: asked(postgresEngine(sql)) };
}

export async function loadMeilisearch(
  server: MeilisearchOptions,
  companies: readonly Company[],
): Promise<Loaded> {
  const start = performance.now();
  const night = { snapshot: 1, publishedAt: new Date().toISOString(), documents: companies.length };
  await meilisearchIndex(server).build(night, documentBatches(companies));
  return { name: "meilisearch", buildSeconds: seconds(start), search: asked(meilisearchEngine(server)) };
}

const PAYLOAD_CHARACTERS = 8 * 2 ** 20;

/** An index with every setting as the server has it, but that name and code are what is searched. @returns seconds */
async function buildStock(
  server: MeilisearchOptions,
  of: { uid: string; companies: readonly Company[]; whole: boolean },
): Promise<number> {
  const client = meilisearchClient(server, 120_000);
  const start = performance.now();
  await finished(client, client.createIndex(of.uid, { primaryKey: "uscc" }));
  const index = client.index(of.uid);
  await finished(client, index.updateSettings({ searchableAttributes: ["name", "uscc"] }));
  const waiting: { taskUid: number }[] = [];
  let payload = "";
  const send = async () => {
    if (payload !== "") waiting.push(await index.addDocumentsFromString(payload, "application/x-ndjson"));
    payload = "";
  };
  for (const company of of.companies) {
    const { uscc, name } = company;
    payload += `${JSON.stringify(of.whole ? documentOf(company) : { uscc, name })}\n`;
    if (payload.length > PAYLOAD_CHARACTERS) await send();
  }
  await send();
  for (const task of waiting) await finished(client, Promise.resolve(task));
  return seconds(start);
}

/**
 * Meilisearch as it comes, with the same documents.
 * @returns also how long it takes when documents hold nothing but name and code
 */
export async function loadStock(
  server: MeilisearchOptions,
  companies: readonly Company[],
): Promise<Loaded & { bareSeconds: number }> {
  const client = meilisearchClient(server, 30_000);
  // A server that has just started builds its first index slower.
  await buildStock(server, { uid: "stock_first", companies: companies.slice(0, 2_000), whole: false });
  await finished(client, client.deleteIndex("stock_first"));
  const bareSeconds = await buildStock(server, { uid: "stock_bare", companies, whole: false });
  await finished(client, client.deleteIndex("stock_bare"));
  const buildSeconds = await buildStock(server, { uid: "stock", companies, whole: true });
  const index = client.index<{ uscc: string; name: string }>("stock");
  return {
    ...{ name: "stock", buildSeconds, bareSeconds },
    async search(q) {
      const { hits } = await index.search(q, { limit: 10 });
      return {
        codes: hits.map((hit) => hit.uscc),
        names: hits.map((hit) => hit.name),
        ...{ formerly: [], relaxed: null, readAs: "words" },
      };
    },
  };
}
