export interface SampleFloor {
  recall10: number;
  success1: number;
}

const EVERYTHING: SampleFloor = { recall10: 1, success1: 1 };

/**
 * Classes of which an engine does not find everything in the small sample: shares of 1, as measured on 2026-11-25. Whoever makes an
 * engine better raises them or takes them out; nobody lowers them. The floors of the whole benchmark stand in
 * test/bench/search/floors.ts.
 */
const BELOW: Readonly<Record<"postgres" | "meilisearch", Readonly<Record<string, SampleFloor>>>> = {
  postgres: {},
  meilisearch: {},
};

/** What an engine has to reach in a class of the small sample; Success@1 counts where one company is meant. */
export const floorOf = (engine: "postgres" | "meilisearch", id: string): SampleFloor =>
  BELOW[engine][id] ?? EVERYTHING;
