import { parseArgs } from "node:util";
import { createApp } from "../../../src/app.ts";
import { readConfig } from "../../../src/config.ts";
import { openDatabase } from "../../../src/db/client.ts";
import { lookupCounter } from "../../../src/db/lookups.ts";
import { openSearch, type Resources } from "../../../src/resources.ts";
import { hostileQuery } from "../../src/search/hostileQueries.ts";
import { testAuthenticate } from "../../tokens.ts";
import { openEngines } from "./benchSearch.ts";
import { inventedCompanies } from "./register.ts";

const NAMES = 3_000;
/** A clear refusal says what was wrong with which parameter. */
const isClear = (text: string) => /"code":"invalid_parameter"/.test(text);

interface Answers {
  found: number;
  nothing: number;
  refused: number;
  /** Anything else: a failure, another engine's answer, a refusal that isn't clear. */
  wrong: string[];
}

/**
 * `npm run bench -- hostile [--queries 10000] [--engines postgres,meilisearch]`: texts that nobody sane types, one after the other
 * through the API. Each has to get an answer of the engine that was asked, or a clear 400.
 */
export async function benchHostile(args: readonly string[]): Promise<string[]> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      queries: { type: "string", default: "10000" },
      seed: { type: "string", default: "1" },
      engines: { type: "string", default: "postgres,meilisearch" },
    },
  });
  const [queries, seed] = [Number(values.queries), Number(values.seed)];
  const withMeilisearch = values.engines.includes("meilisearch");
  const companies = inventedCompanies(NAMES, seed);
  const opened = await openEngines(
    { engines: withMeilisearch ? ["postgres", "meilisearch"] : ["postgres"] },
    companies,
  );
  const sql = openDatabase(opened.database ?? "", { max: 4 });
  const log = { info: () => undefined, warn: () => undefined, error: console.error };
  try {
    const lines: string[] = [];
    for (const meilisearch of opened.server === null ? [null] : [null, opened.server]) {
      const resources: Resources = {
        ...{ config: readConfig({}), sql, log, metrics: null, now: () => new Date() },
        ...{ search: openSearch({ sql, meilisearch, log }), lookups: lookupCounter() },
        authenticate: testAuthenticate(() => new Date()),
      };
      const engine = meilisearch === null ? "postgresql" : "meilisearch";
      const { found, nothing, refused, wrong } = await askAll(resources, { engine, queries, seed });
      lines.push(
        `${engine}: ${queries} texts; ${found} found something, ${nothing} nothing, ${refused} were refused clearly, ${wrong.length} got anything else`,
        ...wrong.slice(0, 20).map((each) => `  ${each}`),
      );
    }
    return lines;
  } finally {
    await sql.end({ timeout: 5 });
    await opened.close();
  }
}

async function askAll(
  resources: Resources,
  of: { engine: string; queries: number; seed: number },
): Promise<Answers> {
  const app = createApp();
  const answers: Answers = { found: 0, nothing: 0, refused: 0, wrong: [] };
  for (let i = 0; i < of.queries; i++) {
    const q = hostileQuery(of.seed, i);
    const path = `/api/v1/enterprises?q=${encodeURIComponent(q.toWellFormed())}`;
    const response = await app.fetch(new Request(`http://bench${path}`), resources);
    const text = await response.text();
    if (response.status === 400 && isClear(text)) answers.refused++;
    else if (response.status !== 200 || !text.includes(`"engine":"${of.engine}"`))
      answers.wrong.push(`${response.status} for ${JSON.stringify(q)}`);
    else if (text.includes('"total":0,')) answers.nothing++;
    else answers.found++;
  }
  return answers;
}
