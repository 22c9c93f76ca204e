import { expect, test } from "vitest";
import { packed, unpacked } from "../../../src/search/packedDocument.ts";
import { DOCUMENTS } from "./engineDocuments.ts";

const [document] = DOCUMENTS;
if (document === undefined) throw new Error("no document");

test("a document comes out of its text as it went in, whatever it holds", () => {
  for (const each of DOCUMENTS) expect(unpacked(packed(each))).toEqual(each);
  for (const odd of [`'`, `"`, `'"'"`, `\\"`, `\\'`, "\t\n\u0001", "𠮷", "", "null", "['x']"]) {
    const full = {
      ...document,
      name: odd,
      address: odd,
      regNo: odd,
      formerNames: [odd, odd],
      formerCodes: [odd],
    };
    expect(unpacked(packed(full))).toEqual(full);
  }
});

test("its members keep their order, in which they are answered", () =>
  expect(Object.keys(unpacked(packed(document)))).toEqual(Object.keys(document)));

test("it has no double quotes, which JSON would escape", () => expect(packed(document)).not.toContain('"'));

test.each([
  "",
  "{}",
  "[]",
  "['x']",
  "null",
  packed(document).slice(0, -1),
  packed(document).replace("[", "[1,"),
])("what is no packed document is not taken for one: %s", (text) => expect(() => unpacked(text)).toThrow());
