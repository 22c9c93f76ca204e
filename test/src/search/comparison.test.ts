import { expect, test } from "vitest";
import { comparisonWith } from "../../../src/search/comparison.ts";
import { matcher } from "../../../src/search/mark.ts";
import { readQuery } from "../../../src/search/readQuery.ts";
import { scorer } from "../../../src/search/score.ts";
import { DOCUMENTS } from "./engineDocuments.ts";

/** The documents, which tell how often their names are read. */
function watched() {
  let reads = 0;
  const documents = DOCUMENTS.map((document) => ({
    ...document,
    get name() {
      reads++;
      return document.name;
    },
  }));
  return { documents, reads: () => reads };
}

const TYPED = ["恒达", "hengda", "nbhd", "宁波hd", "宁波恒大机械厂", "工行", "91330212"];

test.each(TYPED)("a comparison with %j says what matcher and scorer say, and compares once", (typed) => {
  for (const reading of readQuery(typed)) {
    const comparison = comparisonWith(reading);
    const { documents, reads } = watched();
    const said = documents.map((document) => [comparison.matched(document), comparison.score(document)]);
    expect(said).toEqual(DOCUMENTS.map((each) => [matcher(reading)(each), scorer(reading)(each)]));
    const after = reads();
    const again = documents.map((document) => [comparison.matched(document), comparison.score(document)]);
    expect(again).toEqual(said);
    expect(reads()).toBe(after);
  }
});
