import type { SearchDocument } from "../enterprise/searchDocument.ts";
import type { Comparison } from "./comparison.ts";
import type { SearchQuery } from "./engine.ts";
import type { QueryReading } from "./reading.ts";

/** Readings of which the engines fetch candidates only; what answers is told by comparing. */
export const isWeighed = ({ readAs }: QueryReading) => readAs === "near" || readAs === "abbreviation";

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** In the order asked for; days that are not known come last. */
function inOrderOf(sort: SearchQuery["sort"], scored: { document: SearchDocument; score: number }[]) {
  const day = ({ established }: SearchDocument) => established ?? (sort === "established" ? "9999" : "");
  return scored.sort((one, other) => {
    const [a, b] = [one.document, other.document];
    if (sort === "name") return byText(a.name, b.name) || byText(a.uscc, b.uscc);
    if (sort === "relevance") return other.score - one.score || byText(a.uscc, b.uscc);
    const young = sort === "established" ? byText(day(a), day(b)) : byText(day(b), day(a));
    return young || byText(a.uscc, b.uscc);
  });
}

/** Those that really answer, in order. */
export function weighed(
  documents: readonly SearchDocument[],
  comparison: Comparison,
  sort: SearchQuery["sort"],
): SearchDocument[] {
  const scored = documents
    .map((document) => ({ document, score: comparison.score(document) }))
    .filter(({ score }) => score > 0);
  return inOrderOf(sort, scored).map(({ document }) => document);
}
