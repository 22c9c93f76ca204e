import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../../src/db/client.ts";
import { openEmbedded } from "../../../src/db/embedded.ts";
import { migrate } from "../../../src/db/migrate.ts";
import type { MeilisearchOptions } from "../../../src/search/meilisearchClient.ts";
import { ownMeilisearch } from "../../realMeilisearch.ts";
import { chooseQueries } from "./chooseQueries.ts";
import type { Company } from "./companies.ts";
import { type Loaded, loadMeilisearch, loadPostgres, loadStock } from "./engines.ts";
import { floorsOf } from "./floors.ts";
import { sized, withFormerNames } from "./inflate.ts";
import { measure, warmUp } from "./measure.ts";
import type { SearchBenchOptions } from "./options.ts";
import type { JudgedQuery, QueryClass } from "./queryClass.ts";
import { classesNamed } from "./queryClasses.ts";
import { addStockFirms, inventedCompanies, readRegister } from "./register.ts";
import { type ClassResult, missLines, table } from "./report.ts";
import { routesTimed } from "./routes.ts";
import { worldOf } from "./world.ts";

const INVENTED = 35_000;
const say = (text: string) => process.stderr.write(`${text}\n`);

/** What is loaded: as many as asked for, the firms of the short names among them. */
async function companiesOf({ register, shortNames, names, seed }: SearchBenchOptions): Promise<Company[]> {
  const given = register === null ? inventedCompanies(names ?? INVENTED, seed) : await readRegister(register);
  const all = shortNames === null ? given : await addStockFirms(given, shortNames);
  const loaded = names === null || names === all.length ? all : sized(all, { names, seed });
  return withFormerNames(loaded, seed);
}

/** Opens the engines asked for, each loaded with all companies; `close` ends their servers and deletes their files. */
export async function openEngines(
  options: Pick<SearchBenchOptions, "engines">,
  companies: readonly Company[],
) {
  const closing: (() => Promise<void>)[] = [];
  const engines: Loaded[] = [];
  let bareSeconds: number | null = null;
  let [database, server]: [string | null, MeilisearchOptions | null] = [null, null];
  const loaded = (engine: Loaded) => {
    say(`${engine.name}: built in ${engine.buildSeconds.toFixed(1)} s`);
    engines.push(engine);
  };
  const close = async () => {
    for (const end of closing.reverse()) await end();
  };
  try {
    if (options.engines.includes("postgres")) {
      const folder = await mkdtemp(join(tmpdir(), "credit-bench-"));
      closing.push(() => rm(folder, { recursive: true, force: true }));
      const embedded = await openEmbedded(folder);
      closing.push(embedded.close);
      database = embedded.url;
      const sql = openDatabase(embedded.url, { max: 4 });
      closing.push(() => sql.end({ timeout: 5 }));
      await migrate(sql);
      loaded(await loadPostgres(sql, companies));
    }
    if (options.engines.some((name) => name !== "postgres")) {
      const own = await ownMeilisearch("", { wholeMemory: true });
      closing.push(own.close);
      if (options.engines.includes("stock")) {
        const stock = await loadStock(own, companies);
        bareSeconds = stock.bareSeconds;
        loaded(stock);
      }
      if (options.engines.includes("meilisearch")) {
        loaded(await loadMeilisearch(own, companies));
        server = own;
      }
    }
    return { engines, bareSeconds, database, server, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function measureAll(
  engines: readonly Loaded[],
  queries: ReadonlyMap<QueryClass, readonly JudgedQuery[]>,
): Promise<ClassResult[]> {
  const results: ClassResult[] = [...queries.keys()].map((of) => ({ of, measured: {} }));
  for (const engine of engines) {
    await warmUp(engine, queries.values());
    for (const result of results)
      result.measured[engine.name] = await measure(engine, result.of, queries.get(result.of) ?? []);
    say(`${engine.name}: measured`);
  }
  return results;
}

/** Of an index build against stock's for the same companies, whatever their number; it counts at a million. */
const MOST_OF_STOCK = 2;

function buildLines(engines: readonly Loaded[], bareSeconds: number | null): string[] {
  const stock = engines.find(({ name }) => name === "stock");
  return engines.map(({ name, buildSeconds }) => {
    const line = `${name}: built in ${buildSeconds.toFixed(1)} s`;
    if (name === "stock") return `${line}, with name and code alone in ${bareSeconds?.toFixed(1)} s`;
    if (stock === undefined || bareSeconds === null) return line;
    const ratio = (other: number) => (buildSeconds / other).toFixed(2);
    const verdict = buildSeconds <= MOST_OF_STOCK * stock.buildSeconds ? "pass" : "FAIL";
    return `${line}, ${ratio(stock.buildSeconds)} of stock with the same documents, floor ${MOST_OF_STOCK}: ${verdict}; ${ratio(bareSeconds)} of stock with name and code alone`;
  });
}

interface Outcome {
  names: number;
  results: ClassResult[];
  engines: Loaded[];
  bareSeconds: number | null;
  routes: string[];
}

async function writeJson(path: string, options: SearchBenchOptions, outcome: Outcome): Promise<void> {
  const { names, results, engines, bareSeconds, routes } = outcome;
  const classes = results.map(({ of: { id, title, meant }, measured }) => ({ id, title, meant, measured }));
  const build = Object.fromEntries(engines.map(({ name, buildSeconds }) => [name, buildSeconds]));
  const { seed, queries } = options;
  await writeFile(
    path,
    JSON.stringify({ names, seed, queries, build, bareSeconds, classes, routes }, null, 1),
  );
}

/** The judged benchmark: the same companies in every engine, the same queries to each, one after the other. */
export async function benchSearch(options: SearchBenchOptions): Promise<string[]> {
  const classes = classesNamed(options.classes);
  const companies = await companiesOf(options);
  say(`${companies.length} companies`);
  // Before the world is made: what queries are chosen from takes gigabytes, and collecting garbage among them a core beside the build.
  const opened = await openEngines(options, companies);
  const { engines, bareSeconds } = opened;
  try {
    const queries = chooseQueries(worldOf(companies), classes, options);
    say(`${[...queries.values()].reduce((sum, some) => sum + some.length, 0)} queries chosen`);
    const names = companies.length;
    const results = await measureAll(engines, queries);
    const routes = await routesTimed(opened, queries);
    if (options.json !== null)
      await writeJson(options.json, options, { names, results, engines, bareSeconds, routes });
    const floors = results.flatMap(({ of, measured }) =>
      Object.entries(measured).flatMap(([engine, m]) =>
        engine === "stock" || m.queries === 0 ? [] : floorsOf(of, m, names),
      ),
    );
    return [
      `${names} names, seed ${options.seed}, ${options.queries} queries a class; shares in %, times in ms`,
      ...buildLines(engines, bareSeconds),
      ...table(results, names),
      ...routes,
      ...missLines(results, options.showMisses),
      `floors: ${floors.filter(({ passes }) => passes).length} of ${floors.length} pass`,
    ];
  } finally {
    await opened.close();
  }
}
