import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import {
  bookOf,
  bytesOfBook,
  fileOf,
  handmadeXlsx,
  readContent,
  refusalOf,
  refusalOfPath,
  zipOf,
} from "./files.ts";

const CSV = "名称,代码\n".concat(Array.from({ length: 5_000 }, (_, i) => `公司${i},${i * 7919}\n`).join(""));

test("a gzip archive that was cut off is truncated", async () => {
  const bytes = gzipSync(CSV);
  for (const share of [0.2, 0.5, 0.9]) {
    const { code } = await refusalOf(bytes.subarray(0, Math.floor(bytes.length * share)), "x.csv.gz");
    expect(code).toBe("truncated");
  }
  expect((await refusalOf(bytes.subarray(0, -1), "x.csv.gz")).code).toBe("truncated");
});

test("a gzip archive with a changed byte is unreadable", async () => {
  const bytes = gzipSync(CSV);
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0x55;
  expect((await refusalOf(bytes, "x.csv.gz")).code).toBe("unreadable");
});

test("an archive that unpacks to hundreds of times its size is given up", async () => {
  const bytes = gzipSync("0".repeat(50).concat(",1\n").repeat(100_000));
  const limits = { ratio: 50, ratioFrom: 2 ** 20 };
  const { code, message } = await refusalOf(bytes, "x.csv.gz", limits);
  expect(code).toBe("archive_bomb");
  expect(message).toContain("50 times");
});

test("an archive that unpacks to more bytes than the limit is given up", async () => {
  expect((await refusalOf(gzipSync(CSV), "x.csv.gz", { unpackedBytes: 10_000 })).code).toBe("archive_bomb");
});

test("a bomb of a gigabyte of zeros is refused with the limits as they are", async () => {
  const piece = gzipSync(Buffer.alloc(2 ** 26));
  const bytes = Buffer.concat(Array.from({ length: 16 }, () => piece));
  expect((await refusalOf(bytes, "x.csv.gz")).code).toMatch(/archive_bomb|unreadable/);
  const spaces = gzipSync(Buffer.alloc(2 ** 26, " "));
  const blank = Buffer.concat(Array.from({ length: 4 }, () => spaces));
  expect((await refusalOf(blank, "x.csv.gz")).code).toBe("archive_bomb");
});

test("a small archive may be as dense as it likes", async () => {
  expect((await readContent(gzipSync("a,b\n1,2\n".repeat(50_000)), "x.csv.gz")).rows.length).toBe(100_000);
});

test("a workbook that was cut off is truncated", async () => {
  const bytes = bytesOfBook(bookOf({ 表: Array.from({ length: 200 }, (_, i) => [`公司${i}`, i]) }));
  for (const share of [0.3, 0.6, 0.95])
    expect((await refusalOf(bytes.subarray(0, Math.floor(bytes.length * share)), "x.xlsx")).code).toBe(
      "truncated",
    );
});

test("a workbook with a part that unpacks to hundreds of times its size is refused before it is unpacked", async () => {
  const bytes = handmadeXlsx(`<row r="1"><c t="inlineStr"><is><t>${" ".repeat(2 ** 21)}</t></is></c></row>`);
  const { code, message } = await refusalOf(bytes, "x.xlsx", { ratio: 20, ratioFrom: 2 ** 20 });
  expect(code).toBe("archive_bomb");
  expect(message).toContain("first.xml");
});

test("a part that is larger than the archive says is refused", async () => {
  const bytes = handmadeXlsx(
    Array.from({ length: 3_000 }, (_, i) => `<row r="${i + 1}"><c><v>${i}</v></c></row>`).join(""),
  );
  // The size in the central directory's entry of the sheet, 22 bytes before its name.
  const name = bytes.lastIndexOf("xl/worksheets/first.xml");
  const size = bytes.readUInt32LE(name - 22);
  bytes.writeUInt32LE(size - 1_000, name - 22);
  expect((await refusalOf(bytes, "x.xlsx")).code).toBe("archive_bomb");
});

test("a part whose checksum is wrong is unreadable", async () => {
  const bytes = handmadeXlsx('<row r="1"><c><v>1</v></c></row>');
  const name = bytes.lastIndexOf("xl/worksheets/first.xml");
  bytes.writeUInt32LE(bytes.readUInt32LE(name - 30) ^ 1, name - 30);
  expect((await refusalOf(bytes, "x.xlsx")).code).toBe("unreadable");
});

test("an archive of too many parts is refused", async () => {
  const parts = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`xl/part${i}.xml`, "<a/>"]));
  expect((await refusalOf(zipOf(parts), "x.xlsx", { entries: 50 })).code).toBe("archive_bomb");
});

test("a workbook whose shared texts exceed the limit is refused", async () => {
  const strings = Array.from({ length: 1_000 }, (_, i) => `<si><t>文本${i}</t></si>`).join("");
  const bytes = handmadeXlsx('<row r="1"><c t="s"><v>0</v></c></row>', { strings });
  expect((await refusalOf(bytes, "x.xlsx", { sharedStrings: 10_000 })).code).toBe("archive_bomb");
});

test("entities that a workbook declares are never expanded", async () => {
  const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
  const prolog = `<!DOCTYPE x [<!ENTITY l0 "lol">${lol}]>`;
  const bytes = handmadeXlsx('<row r="1"><c t="inlineStr"><is><t>&l9;</t></is></c></row>', { prolog });
  expect((await refusalOf(bytes, "x.xlsx")).code).toBe("unreadable");
});

test("XML that is nested without end is refused", async () => {
  expect((await refusalOf(handmadeXlsx("<a>".repeat(5_000)), "x.xlsx")).code).toBe("unreadable");
});

test("a folder is unreadable", async () => {
  const folder = join(dirname(await fileOf("")), "folder.csv");
  await mkdir(folder);
  expect((await refusalOfPath(folder)).code).toBe("unreadable");
});

test("a file that is not there is unreadable", async () => {
  const { code, message } = await refusalOfPath(join(dirname(await fileOf("")), "nowhere.csv"));
  expect(code).toBe("unreadable");
  expect(message).toBe("There is no such file");
});

test("a device is unreadable, not waited for", async () => {
  expect((await refusalOfPath("/dev/zero")).code).toBe("unreadable");
});
