import { expect, test } from "vitest";
import { codeFields, hasPart } from "../../../src/search/meilisearchCodes.ts";
import { DOCUMENTS } from "./engineDocuments.ts";

const [document] = DOCUMENTS;
if (document === undefined) throw new Error("no document");
const CODE = "91330212MA2ABCDE0Z";

/** Whether a document answers one of the conditions that are ranges of the field. */
function isInRange(conditions: readonly string[], field: string, value: number): boolean {
  return conditions.some((condition) => {
    const [, from, to] = new RegExp(`^${field} (\\d+) TO (\\d+)$`).exec(condition) ?? [];
    return from !== undefined && Number(from) <= value && value <= Number(to);
  });
}

test("a code's head, its rest and its end are numbers, and its pieces ranges that hold them and no neighbours", () => {
  const { codeHead, codeRest, codeEnd, otherCodes } = codeFields({ ...document, uscc: CODE });
  expect({ codeHead, otherCodes }).toEqual({ codeHead: Number.parseInt("91330212", 36), otherCodes: [] });
  const [rest, end] = [codeRest ?? Number.NaN, codeEnd ?? Number.NaN];
  expect([rest, end].every(Number.isSafeInteger)).toBe(true);
  for (let length = 1; length <= 8; length++) {
    const first = CODE.slice(0, length);
    expect(isInRange(hasPart(first), "codeHead", codeHead ?? Number.NaN)).toBe(true);
    expect(isInRange(hasPart(`${first.slice(0, -1)}Z`), "codeHead", codeHead ?? Number.NaN)).toBe(false);
  }
  for (let length = 1; length <= 10; length++) {
    const [first, last] = [CODE.slice(8, 8 + length), CODE.slice(-length)];
    expect([isInRange(hasPart(first), "codeRest", rest), isInRange(hasPart(last), "codeEnd", end)]).toEqual([
      true,
      true,
    ]);
    const other = (text: string, at: number) =>
      text.slice(0, at) + (text[at] === "Y" ? "X" : "Y") + text.slice(at + 1);
    expect(isInRange(hasPart(other(first, length - 1)), "codeRest", rest)).toBe(false);
    expect(isInRange(hasPart(other(last, 0)), "codeEnd", end)).toBe(false);
  }
  expect(hasPart(CODE.slice(0, 12))).toContainEqual(
    expect.stringMatching(new RegExp(`^\\(codeHead = ${codeHead} AND codeRest \\d+ TO \\d+\\)$`)),
  );
});

test("what is no plain code or number is kept as it is", () => {
  const odd = { ...document, uscc: '9133"0212', regNo: "033021200001234" };
  expect(codeFields(odd)).toEqual({
    ...{ codeHead: undefined, codeRest: undefined, codeEnd: undefined, regNo: undefined },
    ...{ otherCodes: [odd.uscc, odd.regNo], otherEnds: ['2120"3319'] },
  });
});

test("a registration number is found by its beginning, whichever of the two lengths it has", () => {
  for (const regNo of ["3302122600018", "330212260001842"]) {
    const { regNo: number } = codeFields({ ...document, regNo });
    for (let length = 6; length <= regNo.length; length++)
      expect(isInRange(hasPart(regNo.slice(0, length)), "regNo", number ?? Number.NaN)).toBe(true);
    expect(isInRange(hasPart("330213"), "regNo", number ?? Number.NaN)).toBe(false);
  }
});
