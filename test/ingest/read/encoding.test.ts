import { expect, test } from "vitest";
import { gbk, readContent, refusalOf, utf16 } from "./files.ts";

const TABLE = "企业名称,统一社会信用代码\n宁波甬江贸易有限公司,91330200MA2AABCD1X\n";
const CELLS = [
  ["企业名称", "统一社会信用代码"],
  ["宁波甬江贸易有限公司", "91330200MA2AABCD1X"],
];

test.each<[string, Uint8Array, string]>([
  ["UTF-8", Buffer.from(TABLE), "utf-8"],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${TABLE}`), "utf-8"],
  ["GB18030", gbk(TABLE), "gb18030"],
  ["UTF-16 LE with a mark", utf16(TABLE, "le", true), "utf-16le"],
  ["UTF-16 BE with a mark", utf16(TABLE, "be", true), "utf-16be"],
  ["UTF-16 LE without a mark", utf16(TABLE, "le", false), "utf-16le"],
  ["UTF-16 BE without a mark", utf16(TABLE, "be", false), "utf-16be"],
])("%s is recognised, and its mark is no text", async (_, bytes, encoding) => {
  const read = await readContent(bytes);
  expect(read.encoding).toBe(encoding);
  expect(read.cells).toEqual(CELLS);
  expect(read.lines).toEqual([1, 2]);
});

test("the four-byte characters of GB18030 are read", async () => {
  const bytes = Buffer.concat([gbk("名称,值\n"), Buffer.from([0x95, 0x32, 0x82, 0x36]), gbk(",甲\n")]);
  const read = await readContent(bytes);
  expect(read.cells[1]).toEqual(["\u{20000}", "甲"]);
});

test("a file whose first megabytes are ASCII and whose rest is GB18030 is read right", async () => {
  const ascii = "id,name\n".concat("1234567,abcdefghijklmnop\n".repeat(100_000));
  const read = await readContent(Buffer.concat([Buffer.from(ascii), gbk("7654321,宁波甬江贸易\n")]));
  expect(ascii.length).toBeGreaterThan(2 ** 21);
  expect(read.encoding).toBe("gb18030");
  expect(read.cells.at(-1)).toEqual(["7654321", "宁波甬江贸易"]);
});

test("a file whose first megabytes are ASCII and whose rest is UTF-8 is read right", async () => {
  const ascii = "id,name\n".concat("1234567,abcdefghijklmnop\n".repeat(100_000));
  const read = await readContent(`${ascii}7654321,宁波甬江贸易\n`);
  expect(read.encoding).toBe("utf-8");
  expect(read.cells.at(-1)).toEqual(["7654321", "宁波甬江贸易"]);
});

test("a character that a piece of the file cuts in two is read whole, wherever it is cut", async () => {
  for (let shift = 0; shift < 3; shift++) {
    const content = `${"x".repeat(shift)},${"波".repeat(200_000)}\n`;
    const read = await readContent(content);
    expect(read.cells[0]?.[1]).toBe("波".repeat(200_000));
  }
});

test("a broken character in UTF-8 stays one broken character and the rest is read", async () => {
  const bytes = Buffer.from(TABLE.concat("甲公司,1\n".repeat(20)));
  bytes[bytes.indexOf("江") + 1] = 0x2e;
  const read = await readContent(bytes);
  expect(read.encoding).toBe("utf-8");
  expect(read.cells[1]?.[0]).toContain("\ufffd");
  expect(read.cells[1]?.[0]?.endsWith("贸易有限公司")).toBe(true);
});

test("a file of two encodings is refused, and the first line of the second one is named", async () => {
  const first = "名称,代码\n".concat("宁波甬江贸易有限公司,1\n".repeat(60_000));
  const bytes = Buffer.concat([Buffer.from(first), gbk("宁波甬江贸易有限公司,2\n".repeat(60_000))]);
  const { code, message } = await refusalOf(bytes);
  expect(code).toBe("bad_encoding");
  expect(message).toContain("line 60002");
});

test("bytes that are no text in any encoding are refused", async () => {
  const bytes = Buffer.concat([gbk(TABLE), Buffer.alloc(300, 0xff), gbk("\n"), gbk(TABLE)]);
  expect((await refusalOf(bytes)).code).toBe("bad_encoding");
});

test.each<[string, Uint8Array]>([
  ["UTF-8", Buffer.from(TABLE.trimEnd().concat("甬")).subarray(0, -1)],
  ["GB18030", gbk(TABLE.trimEnd().concat("甬")).subarray(0, -1)],
  ["UTF-16", utf16(TABLE.trimEnd(), "le", true).subarray(0, -1)],
])("a %s file that stops in the middle of a character is truncated", async (_, bytes) => {
  const { code, message } = await refusalOf(bytes);
  expect(code).toBe("truncated");
  expect(message).toContain("line 2");
});
