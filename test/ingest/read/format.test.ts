import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bookOf, bytesOfBook, handmadeXlsx, readContent, refusalOf, zipOf } from "./files.ts";

const SHEET = {
  表: [
    ["名称", "代码"],
    ["甲公司", "1"],
  ],
};
const ROWS = SHEET.表;
const NDJSON = '{"名称":"甲公司","代码":"1"}\n{"名称":"乙公司","代码":"2"}\n';

const FORMATS: [string, Uint8Array, string, string[]][] = [
  ["CSV", Buffer.from("名称,代码\n甲公司,1\n"), "csv", ["甲公司", "1"]],
  ["TSV", Buffer.from("名称\t代码\n甲公司\t1\n"), "tsv", ["甲公司", "1"]],
  ["XLSX", bytesOfBook(bookOf(SHEET)), "xlsx", ["甲公司", "1"]],
  ["XLS", bytesOfBook(bookOf(SHEET), "biff8"), "xls", ["甲公司", "1"]],
  ["NDJSON", Buffer.from(NDJSON), "ndjson", ["乙公司", "2"]],
  [
    "JSON",
    Buffer.from(
      JSON.stringify(
        NDJSON.trim()
          .split("\n")
          .map((line) => JSON.parse(line)),
      ),
    ),
    "json",
    ["乙公司", "2"],
  ],
];

test.each(FORMATS)("%s is recognised whatever the file is called", async (_, bytes, format, last) => {
  for (const name of ["data", "data.csv", "data.xls", "data.xlsx", "data.json"]) {
    const read = await readContent(bytes, name);
    expect(read.format).toBe(format);
    expect(read.cells.at(-1)).toEqual(last);
  }
});

test.each(FORMATS)(
  "%s is read from a gzip archive, whatever that is called",
  async (_, bytes, format, last) => {
    for (const name of ["data.gz", "data.csv"]) {
      const read = await readContent(gzipSync(bytes), name);
      expect(read.format).toBe(format);
      expect(read.cells.at(-1)).toEqual(last);
    }
  },
);

test("two gzip archives one after the other are read as one file", async () => {
  const read = await readContent(Buffer.concat([gzipSync("a,b\n1,2\n"), gzipSync("3,4\n")]), "x.csv.gz");
  expect(read.cells.at(-1)).toEqual(["3", "4"]);
});

test("a web page is refused, though programs call it .xls", async () => {
  const page = "<html><body><table><tr><td>名称</td></tr></table></body></html>";
  const { code, message } = await refusalOf(page, "处罚.xls");
  expect(code).toBe("unknown_format");
  expect(message).toContain("web page");
});

test.each<[string, string | Uint8Array]>([
  ["a bare table element", "\n <table border=1><tr><td>1</td></tr></table>"],
  ["a spreadsheet in XML", '<?xml version="1.0"?><Workbook></Workbook>'],
  ["a saved web page", "MIME-Version: 1.0\nContent-Type: multipart/related\n"],
  ["a PDF document", "%PDF-1.7\n%âãÏÓ\n"],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ["an archive in an archive", gzipSync(gzipSync("a,b\n1,2\n"))],
  ["a zip archive of files", zipOf({ "a.csv": "a,b\n1,2\n" })],
  ["an open document", bytesOfBook(bookOf(SHEET), "ods")],
  ["a binary workbook", bytesOfBook(bookOf(SHEET), "xlsb")],
  [
    "a text document",
    zipOf({ "_rels/.rels": relationsTo("word/document.xml"), "word/document.xml": "<d/>" }),
  ],
  ["one JSON object over several lines", '{\n  "data": [\n    {"a": 1}\n  ]\n}\n'],
  ["control characters", Buffer.from(Array.from({ length: 2_000 }, (_, i) => 1 + (i % 31)))],
])("%s is refused as no table", async (_, content) => {
  expect((await refusalOf(content)).code).toBe("unknown_format");
});

function relationsTo(target: string): string {
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
  return `<Relationships><Relationship Id="a" Type="${type}" Target="${target}"/></Relationships>`;
}

test("a CSV whose first cell begins with a bracket is a CSV", async () => {
  expect((await readContent("[编号],{名称}\n1,甲\n")).cells[0]).toEqual(["[编号]", "{名称}"]);
});

test.each<[string, string | Uint8Array]>([
  ["no bytes", ""],
  ["nothing but blank lines", "\n \r\n\n"],
  ["nothing but a byte order mark", "\ufeff"],
  ["an archive of nothing", gzipSync("")],
])("%s is an empty file", async (_, content) => {
  expect((await refusalOf(content)).code).toBe("empty_file");
});

test("a workbook by hand is as good as one by a library", async () => {
  const bytes = handmadeXlsx(
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
  );
  expect((await readContent(bytes)).cells).toEqual([["1"], ["2"]]);
  expect(ROWS.length).toBe(2);
});
