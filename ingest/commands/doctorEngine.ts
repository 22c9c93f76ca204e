import type { Config } from "../../src/config.ts";
import { CreditError } from "../../src/errors.ts";
import type { MeilisearchOptions } from "../../src/search/meilisearchClient.ts";
import { liveIndexState } from "../../src/search/meilisearchIndex.ts";
import { findMeilisearchProgram } from "../../src/search/program.ts";

/** `needed`: without it nothing runs. What is not needed makes the answers poorer, and is said. */
export interface Finding {
  check: string;
  ok: boolean;
  needed: boolean;
  found: string;
  /** What to do about it, when something is to be done. */
  advice?: string;
}

const CHECK = { check: "Meilisearch", needed: false } as const;
const MEANWHILE = "PostgreSQL answers meanwhile, as degraded";
const why = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The server that is given, with what its key may do, or the program on the PATH. */
export async function engineFinding({ meili }: Pick<Config, "meili">): Promise<Finding> {
  if (meili !== undefined) return serverFinding(meili);
  const program = await findMeilisearchProgram();
  if (program === null)
    return {
      ...{ ...CHECK, ok: false, found: "none" },
      advice: "Set MEILI_URL or put a meilisearch program on the PATH; PostgreSQL answers meanwhile",
    };
  const found = { ...CHECK, ok: program.usable, found: `program ${program.version} on the PATH` };
  return program.usable
    ? found
    : { ...found, advice: "1.43.1 or later is needed; PostgreSQL answers meanwhile" };
}

async function serverFinding(meili: MeilisearchOptions): Promise<Finding> {
  const { url } = meili;
  try {
    const answer = await fetch(new URL("health", `${url.replace(/\/$/, "")}/`), {
      signal: AbortSignal.timeout(3_000),
    });
    if (!answer.ok)
      return { ...CHECK, ok: false, found: `${url} answers ${answer.status}`, advice: MEANWHILE };
  } catch (error) {
    return { ...CHECK, ok: false, found: `${url}: ${why(error)}`, advice: MEANWHILE };
  }
  return keyFinding(meili);
}

/** A key that may only search answers, but nobody sees then that settings were changed, and no night can be indexed. */
async function keyFinding(meili: MeilisearchOptions): Promise<Finding> {
  try {
    const held = await liveIndexState(meili)();
    const found = `${meili.url}, ${held === null ? "no index yet" : `index of snapshot ${held.snapshot}`}`;
    return { ...CHECK, ok: true, found };
  } catch (error) {
    const refused = error instanceof CreditError && error.details.keyRefused === true;
    return {
      ...{ ...CHECK, ok: false, found: `${meili.url}: ${why(error)}` },
      advice: refused
        ? "MEILI_KEY may not read settings, statistics and documents: the index is not compared, and nights are not indexed. Give a key that may do everything with the indexes enterprises*"
        : MEANWHILE,
    };
  }
}
