import { utils } from "@e965/xlsx";
import { expect, test } from "vitest";
import { bookOf, bytesOfBook, gbk, oleOf, readContent, refusalOf } from "./files.ts";

test("a workbook from before 1997 is read", async () => {
  const sheet = [
    ["name", "code"],
    ["Ningbo Yongjiang", 12.5],
  ];
  const { cells } = await readContent(bytesOfBook(bookOf({ a: sheet }), "biff5"));
  expect(cells).toEqual([
    ["name", "code"],
    ["Ningbo Yongjiang", "12.5"],
  ]);
});

test("texts that go over the end of a record are read whole", async () => {
  const sheet = Array.from({ length: 400 }, (_, i) => [
    `${i}`,
    i % 2 === 0 ? "a".repeat(i * 3) : "宁".repeat(i),
  ]);
  const { cells } = await readContent(bytesOfBook(bookOf({ a: sheet }), "biff8"));
  expect(cells).toEqual(sheet.map((row) => row.filter((text) => text !== "")));
});

test("numbers of every size and kind are read as they are shown", async () => {
  const numbers = [
    0, 1, -1, 0.5, 1.25, 123456789, 536870911, 536870912, -536870913, 99999.99, 1e-7, 330200000000001,
  ];
  const { cells } = await readContent(bytesOfBook(bookOf({ a: [["n"], numbers] }), "biff8"));
  expect(cells[1]).toEqual(numbers.map(String));
});

test("a workbook that was cut off is refused", async () => {
  const sheet = Array.from({ length: 500 }, (_, i) => [`公司${i}`, `代码${i}`, i]);
  const bytes = bytesOfBook(bookOf({ a: sheet }), "biff8");
  for (const share of [0.05, 0.1, 0.3, 0.5, 0.7, 0.9]) {
    const { code } = await refusalOf(bytes.subarray(0, Math.floor(bytes.length * share)));
    expect(`${share} ${code}`).toMatch(/truncated|unreadable/);
  }
});

test("a workbook of more bytes than the limit is refused", async () => {
  const { code, message } = await refusalOf(bytesOfBook(bookOf({ a: [["a"]] }), "biff8"), "x.xls", {
    xlsBytes: 1_000,
  });
  expect(code).toBe("unreadable");
  expect(message).toContain("XLSX");
});

test("a sheet with a date format of its own shows days", async () => {
  const sheet = utils.aoa_to_sheet([["日期"]]);
  sheet.A2 = { t: "n", v: 42473, z: 'yyyy"年"m"月"d"日"' };
  sheet["!ref"] = "A1:A2";
  expect((await readContent(bytesOfBook(bookOf({ a: sheet }), "biff8"))).cells[1]).toEqual(["2016-04-13"]);
});

/** A record of a workbook's stream: its type and what it holds. */
function record(type: number, ...parts: (Buffer | number[])[]): Buffer {
  const data = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}

const u16 = (...values: number[]) =>
  Buffer.concat(values.map((value) => Buffer.from([value & 255, value >> 8])));
const u32 = (value: number) => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);
const wide = (text: string) => Buffer.from(text, "utf16le");
const BOF8 = record(0x0809, u16(0x0600, 5, 0, 0), u32(0), u32(0));
const BOF5 = record(0x0809, u16(0x0500, 5, 0, 0));
const EOF = record(0x000a);

/** A workbook by hand, of one sheet; `globals` stand before it. */
function handmadeXls(globals: Buffer[], cells: Buffer[], bof = BOF8): Buffer {
  const before = Buffer.concat([bof, ...globals]);
  const name = bof === BOF8 ? [1, 0, 0x61] : [1, 0x61];
  const position = before.length + 4 + 6 + name.length + EOF.length;
  const sheet = record(0x0085, u32(position), [0, 0], name);
  const stream = Buffer.concat([before, sheet, EOF, bof, ...cells, EOF]);
  return oleOf({ [bof === BOF8 ? "Workbook" : "Book"]: stream });
}

test("shared texts are read whole where a record ends in the middle of one, in either width", async () => {
  const strings = [
    record(0x00fc, u32(4), u32(4), u16(3), [0], Buffer.from("abc"), u16(6), [1], wide("宁波甬")),
    record(0x003c, [1], wide("江贸易"), u16(4), [0], Buffer.from("xy")),
    record(0x003c, [1], wide("中国"), u16(2), [0x0d], u16(1), u32(3), wide("末尾"), [0, 0]),
    record(0x003c, [0, 0, 9, 9, 9]),
  ];
  const label = (row: number, index: number) => record(0x00fd, u16(row, 0, 0), u32(index));
  const { cells } = await readContent(
    handmadeXls(
      strings,
      [0, 1, 2, 3].map((i) => label(i, i)),
    ),
  );
  expect(cells).toEqual([["abc"], ["宁波甬江贸易"], ["xy中国"], ["末尾"]]);
});

test("Chinese texts of a workbook from before 1997 are read in its code page", async () => {
  const name = gbk("宁波甬江贸易");
  const label = record(0x0204, u16(0, 1, 0), u16(name.length), name);
  const codePage = record(0x0042, u16(936));
  expect((await readContent(handmadeXls([codePage], [label], BOF5))).cells).toEqual([["", "宁波甬江贸易"]]);
});

test("cells that are not written row by row are put in their places", async () => {
  const number = (row: number, column: number, value: number) =>
    record(0x027e, u16(row, column, 0), u32((value << 2) | 2));
  const cells = [number(2, 1, 5), number(0, 0, 1), number(2, 0, 4), number(0, 1, 2)];
  const read = await readContent(handmadeXls([], cells));
  expect(read.lines).toEqual([1, 3]);
  expect(read.cells).toEqual([
    ["1", "2"],
    ["4", "5"],
  ]);
});

test("the stored text of a formula is its value, and charts within the sheet are passed over", async () => {
  const formula = record(0x0006, u16(0, 0, 0), [0, 0, 0, 0, 0, 0, 0xff, 0xff], u16(0), u32(0), u16(0));
  const text = record(0x0207, u16(2), [1], wide("甬江"));
  const chart = Buffer.concat([BOF8, record(0x0203, u16(0, 5, 0), Buffer.alloc(8)), EOF]);
  const several = record(0x00bd, u16(1, 0), u16(0), u32((7 << 2) | 2), u16(0), u32((850 << 2) | 3), u16(1));
  const { cells } = await readContent(handmadeXls([], [formula, text, chart, several]));
  expect(cells).toEqual([["甬江"], ["7", "8.5"]]);
});

test("a workbook with a password is refused", async () => {
  const { code, message } = await refusalOf(handmadeXls([record(0x002f, u16(0, 0, 0))], []));
  expect(code).toBe("unreadable");
  expect(message).toContain("password");
  expect((await refusalOf(oleOf({ EncryptedPackage: Buffer.alloc(5_000) }))).message).toContain("password");
});

test("an old text document is no table", async () => {
  expect((await refusalOf(oleOf({ WordDocument: Buffer.alloc(5_000) }))).code).toBe("unknown_format");
});

test("a sheet whose end is missing is truncated", async () => {
  const stream = Buffer.concat([BOF8, record(0x0085, u32(39), [0, 0], [1, 0, 0x61]), EOF, BOF8]);
  expect((await refusalOf(oleOf({ Workbook: stream }))).code).toMatch(/truncated|unreadable/);
});
