import { expect, test } from "vitest";
import { authorityCode, subjectCode, uscc } from "../../../ingest/validate/codeRules.ts";
import { AUTHORITY_USCC, RESIDENT_ID, TODAY, USCC } from "../judging.ts";

const context = { today: TODAY };
const read = (cell: string, column: Parameters<typeof subjectCode>[0] = "uscc") =>
  subjectCode(column)(cell, context);

test("a sound code is read in small letters, full-width and with spaces", () => {
  const sound = { value: { type: "uscc", code: USCC } };
  for (const cell of [
    USCC,
    USCC.toLowerCase(),
    "９１３５０１００Ｍ０００１００Ｙ４３",
    "9135 0100 M000 100Y 43",
  ])
    expect(read(cell)).toEqual(sound);
});

test("codes that fail a check are problems, not codes", () => {
  for (const cell of ["91350200M000000510", "91350128M00000019A", "ARBG48543289076GFE", "123456789012345678"])
    expect(read(cell)).toMatchObject({ problem: "bad_code" });
  expect(read("000000000000000000")).toEqual({ empty: true });
});

test("what a column really holds is told by its check digits", () => {
  expect(read("59467239-9")).toEqual({ value: { type: "orgCode", code: "594672399" } });
  expect(read("330282602082220")).toEqual({ value: { type: "regNo", code: "330282602082220" } });
  expect(read(USCC, "regNo")).toEqual({ value: { type: "uscc", code: USCC } });
  expect(read("4419002334401", "regNo")).toMatchObject({
    value: { type: "regNo" },
    notes: [{ code: "unverified_reg_no" }],
  });
  expect(read("330212594672399", "tax")).toEqual({ value: { type: "orgCode", code: "594672399" } });
});

test("an id of a person, sound, mistyped or masked, is no code and is never quoted", () => {
  for (const cell of [RESIDENT_ID, "110105194912310021", "1101***********02X"]) {
    const reading = read(cell);
    expect(reading).toMatchObject({ value: { type: "person" }, notes: [{ code: "personal_id_masked" }] });
    expect(JSON.stringify(reading)).not.toMatch(/1949123/);
  }
});

test("a code that a spreadsheet took for a number has lost its digits", () => {
  expect(read("9.13302E+17")).toMatchObject({ problem: "digits_lost" });
  expect(read("913302060847515900")).toMatchObject({ problem: "digits_lost" });
  expect(read("330282602082220.0", "regNo")).toEqual({ value: { type: "regNo", code: "330282602082220" } });
});

test("numbers of certificates carry no check: they are kept apart and are no problem", () => {
  expect(read("133028200001", "other")).toEqual({ value: { type: "other", code: "133028200001" } });
  expect(read("4419002334401", "other")).toMatchObject({ value: { type: "other" } });
  expect(read(USCC, "other")).toEqual({ value: { type: "uscc", code: USCC } });
});

test("a masked code of a firm is an unsound code, not a person", () => {
  expect(read("913302**********15")).toMatchObject({ problem: "bad_code" });
  expect(read("75036****", "any")).toMatchObject({ problem: "bad_code" });
});

test("the base record takes nothing but a sound code", () => {
  expect(uscc(USCC, context)).toEqual({ value: { type: "uscc", code: USCC } });
  expect(uscc("330282602082220", context)).toMatchObject({ problem: "bad_code" });
  expect(uscc(RESIDENT_ID, context)).toMatchObject({ problem: "bad_code" });
});

test("an authority's code must be sound too", () => {
  expect(authorityCode(AUTHORITY_USCC, context)).toEqual({ value: AUTHORITY_USCC });
  expect(authorityCode("甬市监", context)).toMatchObject({ problem: "bad_authority_code" });
});
