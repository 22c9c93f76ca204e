import { expect, test } from "vitest";
import { readContent, refusalOf } from "./files.ts";

test("the elements of an array are rows, numbered from 1", async () => {
  const { format, keys, cells, lines } = await readContent('[\n {"a": "1"},\n {"b": "2",\n "a": "3"}\n]\n');
  expect(format).toBe("json");
  expect(keys).toEqual(["a", "b"]);
  expect(cells).toEqual([["1"], ["3", "2"]]);
  expect(lines).toEqual([1, 2]);
});

test("brackets, commas and quotes in texts and nested values part nothing", async () => {
  const elements = [{ a: '],[{"\\' }, { a: "x\\", b: [1, { c: "]" }] }, { a: '\\"' }];
  const { cells } = await readContent(JSON.stringify(elements));
  expect(cells).toEqual([['],[{"\\'], ["x\\", '[1,{"c":"]"}]'], ['\\"']]);
});

test("an array of many megabytes is cut right wherever its pieces end", async () => {
  const elements = Array.from({ length: 40_000 }, (_, i) => ({ n: i, t: `${'\\"],{'.repeat(i % 7)}甲${i}` }));
  const { rows } = await readContent(JSON.stringify(elements));
  expect(rows.length).toBe(40_000);
  expect(rows.every((row, i) => row.cells[1] === elements[i]?.t && row.line === i + 1)).toBe(true);
});

test("an array of arrays is read by position, its header one of its rows", async () => {
  const { keys, cells } = await readContent('[["名称","代码"],["甲",1],["乙",null]]');
  expect(keys).toBeUndefined();
  expect(cells).toEqual([
    ["名称", "代码"],
    ["甲", "1"],
    ["乙", ""],
  ]);
});

test("an element of another kind is a malformed row", async () => {
  const { rows } = await readContent('[{"a":1}, [2], "x", null, {"a":3}]');
  expect(rows.map((row) => row.malformed)).toEqual([
    undefined,
    "expected an object",
    "expected an object",
    "expected an object",
    undefined,
  ]);
});

test("an object among arrays is a malformed row", async () => {
  const { rows } = await readContent('[["a"], {"a":1}]');
  expect(rows[1]?.malformed).toBe("expected an array");
});

test("an empty array has no rows", async () => {
  expect((await readContent("[ ]\n")).rows).toEqual([]);
});

test.each(['[{"a":1},{"a":2}', '[{"a":1},{"a":"未', '[{"a":1},', "["])(
  "an array that does not close is truncated: %s",
  async (content) => {
    expect((await refusalOf(content)).code).toBe("truncated");
  },
);

test.each([
  '[{"a":1},{"a":}]',
  '[{"a":1},,{"a":2}]',
  '[{"a":1},]',
  '[{"a":1}]]',
  '[{"a":1}] {"a":2}',
  '[{"a":1}] x',
  '[{"a":1}}',
])("an array that is no JSON is unreadable, and the element before is named: %s", async (content) => {
  const { code, message } = await refusalOf(content);
  expect(code).toBe("unreadable");
  expect(message).toContain("element 1 ");
});

test("an element of more than four megabytes is refused and named", async () => {
  const { code, message } = await refusalOf(`[{"a":1},{"a":"${"x".repeat(5_000_000)}"}]`);
  expect(code).toBe("unreadable");
  expect(message).toContain("element 1 ");
});
