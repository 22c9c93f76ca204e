import { expect, test } from "vitest";
import { isFilterCode } from "../../../src/enterprise/filterCodes.ts";

test.each([
  ["district", "330212"],
  ["status", "revoked_cancelled"],
  ["industry", "C"],
  ["type", "1130"],
  ["type", "other"],
  ["list", "tax-major"],
] as const)("%s has the code %s", (filter, code) => {
  expect(isFilterCode(filter, code)).toBe(true);
});

test.each([
  ["district", "33"],
  ["district", "330299"],
  ["status", "存续"],
  ["status", "constructor"],
  ["industry", "c"],
  ["type", "有限责任公司"],
  ["type", ""],
  ["list", "tax_major"],
] as const)("%s has no code %s", (filter, code) => {
  expect(isFilterCode(filter, code)).toBe(false);
});
