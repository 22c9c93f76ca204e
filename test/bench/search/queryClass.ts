import type { Random } from "../../../ingest/demo/random.ts";
import type { Company } from "./companies.ts";
import type { Sought } from "./sought.ts";
import type { World } from "./world.ts";

/** What queries are made from: one company, drawn with the seed. */
export interface From {
  company: Company;
  /** Its name, `plain`. */
  key: string;
  index: number;
  world: World;
  random: Random;
  /** Another company, drawn anew by every call. */
  other(): Company;
}

/** A query, and what has to be true of all loaded companies for it to be a fair one. */
export interface Draft {
  q: string;
  /** Of all loaded companies at most so many may satisfy each of these. */
  fair: readonly { sought: Sought; most: number }[];
  /** A `plain` name whose distance from the nearest loaded one is to be told. */
  measured?: string;
}

/**
 * `one`: the company that the query was made from is meant, and has to come first. `ten`: it is one of at most ten that the query
 * speaks of. `none`: nothing that is loaded is meant.
 */
export type Meant = "one" | "ten" | "none";

export interface QueryClass {
  id: string;
  title: string;
  meant: Meant;
  /** Queries are whole names, so that what answers can be held against them. */
  whole?: true;
  /** Nothing is near enough to be offered in place of what isn't there. */
  nothingNear?: true;
  /** null when no such query can be made from this company. */
  draft(from: From): Draft | null;
}

export interface JudgedQuery {
  q: string;
  /** The code of the company that is meant, null where none is. */
  right: string | null;
  /** The name that the query was made from. */
  about: string;
  /** Edits from the nearest loaded name, 3 for more than two; null where nobody asked. */
  edits: number | null;
}
