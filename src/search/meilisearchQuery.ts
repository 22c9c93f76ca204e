import { numberGram } from "./addressGrams.ts";
import { FACETS, type FacetName, type SearchQuery } from "./engine.ts";
import { askedOf } from "./leftOut.ts";
import { startSoundGram } from "./letterGrams.ts";
import { hasCode, hasPart, quoted } from "./meilisearchCodes.ts";
import { askFor, askPreferring, longEnough } from "./meilisearchDocument.ts";
import type { LiveAnswer, UnionPage, UnionQuery } from "./meilisearchLive.ts";
import { nearName } from "./nearName.ts";
import type { QueryReading } from "./reading.ts";
import { soundsOf } from "./sounds.ts";
import { startGramsOf, type Wanted, wantedBy } from "./wanted.ts";
import { isWeighed } from "./weighed.ts";
import { tellAnywhere } from "./writtenLetters.ts";

const FIELDS: Readonly<Record<FacetName, string>> = {
  district: "district",
  status: "status",
  industry: "industry",
  list: "lists",
  type: "type",
};
const SORTS: Readonly<Record<SearchQuery["sort"], string[]>> = {
  relevance: [],
  established: ["established:asc"],
  "-established": ["established:desc"],
  name: ["nameOrder:asc"],
};

const oneOf = (field: string, values: readonly string[]) =>
  values.length === 0 ? [] : [values.map((value) => `${field} = ${quoted(value)}`)];

/** Each line has to hold; of a line's conditions, one. */
function readingFilter(reading: QueryReading): string[][] {
  if (reading.readAs === "code") return [[hasCode(reading.uscc)]];
  if (reading.readAs === "code_repaired") return [reading.repairs.map(hasCode)];
  return reading.readAs === "code_part" ? [hasPart(reading.part)] : [];
}

function filterOf(query: SearchQuery, reading: QueryReading): string[][] {
  return [
    ...readingFilter(reading),
    ...oneOf("district", query.district),
    ...oneOf("status", query.status),
    ...oneOf("industry", query.industry),
    ...oneOf("type", query.type),
    ...oneOf("lists", query.list),
  ];
}

/** One way to answer a reading; of several, those of greater weight come first. */
type Branch = Pick<UnionQuery, "q" | "matchingStrategy" | "weight" | "attributesToSearchOn">;

/** Only what an enterprise is called now is known by its sound; a former 机械 is no answer to "jixie". */
const OF_THE_CURRENT_NAME = { attributesToSearchOn: ["current"] };

/** A set of alternatives with more of them is left to the comparison, unless there is nothing else to ask for. */
const FEW = 6;
const MOST_BRANCHES = 8;
const MOST_ALTERNATIVES = 30;

/** The texts of quoted words can't be alternatives, so sets of few are multiplied out. */
function expanded({ all, any }: Wanted): string[][] {
  let found: string[][] = [[...all]];
  const sets = [...any].sort((a, b) => a.length - b.length);
  for (const set of sets) {
    const isNeeded = found.every((grams) => grams.length === 0);
    if (!isNeeded && (set.length > FEW || found.length * set.length > MOST_BRANCHES)) continue;
    found = found.flatMap((grams) => set.slice(0, MOST_ALTERNATIVES).map((gram) => [...grams, gram]));
  }
  return found.filter((grams) => grams.length > 0);
}

/** A number at the end of an address may go on, but likely does not. */
function numberAtEnd({ text }: { text: string }): string[] {
  const [, before = "", digits] = /(\p{Script=Han}{2,})(\d+)$/u.exec(text) ?? [];
  return digits === undefined ? [] : [numberGram(before, digits)];
}

/** What comes first when it is there. */
function preferredOf(reading: QueryReading): readonly string[] {
  if (reading.readAs === "name") return loneStart(reading.parts);
  return reading.readAs === "address" ? numberAtEnd(reading) : startGramsOf(reading);
}

/** Where in a name a lone character stands the engine tells coarsely; but what has it and begins with its sound likely begins with it. */
function loneStart(parts: readonly string[]): readonly string[] {
  const [part = "", ...others] = parts;
  return others.length === 0 && HAN.test(part) ? soundsOf(part).flat().map(startSoundGram) : [];
}
const HAN = /^\p{Script=Han}$/u;

/** Whether what one of several ways finds comes before the rest: letters as they are written, and the firm that is called so. */
function comesFirst(reading: QueryReading, way: { i: number; of: number }): boolean {
  if (reading.readAs === "pinyin") return (way.i === 0) === tellAnywhere(reading.parts);
  return reading.readAs !== "name" || reading.called === null || way.i === way.of - 1;
}

/** Null where nothing is asked for by its text. In another order than that of relevance all ways are alike. */
function branchesOf(reading: QueryReading, byRelevance: boolean): Branch[] | null {
  const wanted = wantedBy(reading);
  if (wanted === null) return null;
  const preferred = byRelevance ? preferredOf(reading) : [];
  const branches = wanted.flatMap((one, i) => {
    const asWritten = reading.readAs === "pinyin" && i === 0;
    const weight = comesFirst(reading, { i, of: wanted.length }) || !byRelevance ? 1 : 0.5;
    const isSound = reading.readAs === "mixed" || (reading.readAs === "pinyin" && !asWritten);
    return askedOf(one)
      .flatMap(expanded)
      .map((grams) => {
        const wished = asWritten ? [] : preferred.filter((gram) => !grams.includes(gram));
        return { grams, wished, weight, ...(isSound ? OF_THE_CURRENT_NAME : {}) };
      });
  });
  const preferring = branches.map(({ grams, wished }) => askPreferring(grams, wished));
  // Ways of different strategies can't be put in one order.
  const isLast = preferred.length > 0 && preferring.every((q) => q !== null);
  return branches.map(({ grams, wished: _, ...branch }, i) => ({
    ...branch,
    q: (isLast ? preferring[i] : null) ?? askFor(grams),
    matchingStrategy: isLast ? "last" : "all",
  }));
}

/** Each line of the filter has to hold; of a line's conditions, one. */
export type AskedQuery = UnionQuery & { filter: readonly string[][] };

/** What the index is asked for. */
export interface Asked {
  /** One is a plain search; several are a union; without any, nothing can be found. */
  queries: AskedQuery[];
  page: UnionPage;
}

/**
 * The same of names that are long enough only: a name near to what was typed lacks two characters of it at most, but for other
 * spellings of region and form. Telling the length of all names takes as long as the rest of a search.
 */
export const longOnes = (queries: readonly AskedQuery[], typed: string): AskedQuery[] =>
  queries.map((query) => ({
    ...query,
    filter: [...query.filter, [longEnough(nearName(typed).loose.length - 2)]],
  }));

/** What the index is asked for by a reading. Without text, the youngest come first. */
export function asked(
  query: SearchQuery,
  reading: QueryReading,
  of: { offset: number; limit: number; withFacets: boolean },
): Asked {
  const { offset, limit, withFacets } = of;
  const byRelevance = query.sort === "relevance";
  const branches = branchesOf(reading, byRelevance);
  const browsing = byRelevance && reading.readAs === "all";
  const shortFirst = isWeighed(reading) || (byRelevance && reading.readAs !== "name" && branches !== null);
  const common = {
    filter: filterOf(query, reading),
    sort: shortFirst ? ["length:asc"] : SORTS[browsing ? "-established" : query.sort],
  };
  return {
    queries: (branches ?? [{ q: "", matchingStrategy: "all", weight: 1 }]).map((branch) => ({
      ...common,
      ...branch,
    })),
    page: { offset, limit, facets: withFacets ? FACETS.map((facet) => FIELDS[facet]) : [] },
  };
}

/** Codes and counts of one facet in an answer's distribution. */
export function countsOf(
  distribution: LiveAnswer["facetDistribution"],
  facet: FacetName,
): [string, number][] {
  return Object.entries(distribution[FIELDS[facet]] ?? {});
}
