import { expect, test } from "vitest";
import { PENALTY_KINDS } from "../../../src/enterprise/penaltyKinds.ts";
import { STATUSES } from "../../../src/enterprise/statuses.ts";
import { en } from "../../../src/pages/words/en.ts";
import { zh } from "../../../src/pages/words/zh.ts";

/** Every text of a table of words with its way there; functions are asked with a number that reads as a text. */
function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return texts(value("7", "7"), path);
  if (Array.isArray(value)) return [[path, value.join("")]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

const chinese = new Map(texts(zh, ""));
const english = new Map(texts(en, ""));

test("both languages have the same texts, tables with open keys included", () => {
  expect([...english.keys()]).toEqual([...chinese.keys()]);
  expect(chinese.size).toBeGreaterThan(300);
});

test("no text is empty but those that a language does not need", () => {
  const empty = (table: Map<string, string>) =>
    [...table].filter(([, text]) => text.trim() === "").map(([path]) => path);
  expect(empty(chinese)).toEqual([]);
  expect(empty(english)).toEqual([".profile.counts.unit", ".service.docs.untranslated"]);
});

test("English texts are English, but for the label that stays Chinese and the way to the other language", () => {
  const han = [...english].filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([path]) => path);
  expect(han).toEqual([".site.otherLanguage", ".site.demoTag"]);
});

test("every registered status and kind of penalty has a meaning in words", () => {
  expect(Object.keys(zh.profile.statusMeanings).sort()).toEqual([...STATUSES.codes].sort());
  expect(Object.keys(zh.records.penaltyMeanings).sort()).toEqual([...PENALTY_KINDS.codes].sort());
});
