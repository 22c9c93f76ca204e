import { expect, test } from "vitest";
import { readContent, refusalOf } from "./files.ts";

const text = (...lines: string[]) => lines.map((line) => `${line}\n`).join("");

test("cells of a row come in the order of their columns", async () => {
  const { format, cells } = await readContent(text("企业名称,注册号", "甲公司,330200000000001"));
  expect(format).toBe("csv");
  expect(cells).toEqual([
    ["企业名称", "注册号"],
    ["甲公司", "330200000000001"],
  ]);
});

test.each([
  ["a comma", ",", "csv"],
  ["a tab", "\t", "tsv"],
  ["a semicolon", ";", "csv"],
  ["a vertical bar", "|", "csv"],
])("%s is found to be the delimiter", async (_, delimiter, format) => {
  const read = await readContent(
    text(
      ["a", "b", "c"].join(delimiter),
      ["1", "2,5;x", "3"].join(delimiter).replace(delimiter === "," ? ",5" : "", ""),
    ),
  );
  expect(read.format).toBe(format);
  expect(read.cells[0]).toEqual(["a", "b", "c"]);
});

test("a delimiter is found below instructions that are full of another one", async () => {
  const { cells } = await readContent(
    text("注意:一,二,三,四,五,六", "名称\t代码\t日期", "甲\t1\t2", "乙\t2\t3"),
  );
  expect(cells[1]).toEqual(["名称", "代码", "日期"]);
});

test("a comma in quotes does not count as a delimiter", async () => {
  const { cells } = await readContent(text('"甲,乙,丙";b', '"甲,乙,丙";2'));
  expect(cells).toEqual([
    ["甲,乙,丙", "b"],
    ["甲,乙,丙", "2"],
  ]);
});

test("a quoted cell keeps its delimiters, line breaks and doubled quotes", async () => {
  const { cells } = await readContent('a,b\n"甲,乙","一\n""二"""\n');
  expect(cells[1]).toEqual(["甲,乙", '一\n"二"']);
});

test("a row's line is the physical line on which it starts", async () => {
  const { lines } = await readContent('a,b\n\n"一\n二\n三",x\n\n1,2\n"q","r"\n3,4\n');
  expect(lines).toEqual([1, 3, 7, 8, 9]);
});

test("lines are counted right across pieces of a large file with quoted line breaks", async () => {
  const row = (i: number) => (i % 3 === 0 ? `${i},"甲\n乙"\n` : `${i},"甲乙"\n`);
  const content = `a,b\n${Array.from({ length: 60_000 }, (_, i) => row(i)).join("")}`;
  const { rows } = await readContent(content);
  const starts = new Map(content.split("\n").map((line, i) => [line.split(",")[0], i + 1]));
  expect(rows.length).toBe(60_001);
  expect(rows.every((row) => starts.get(row.cells[0]) === row.line)).toBe(true);
});

test.each([
  ["CRLF", "\r\n"],
  ["LF", "\n"],
  ["CR", "\r"],
])("rows that end with %s are told apart", async (_, newline) => {
  const { cells, lines } = await readContent(["a,b", '1,"2"', "3,4", ""].join(newline));
  expect(cells).toEqual([
    ["a", "b"],
    ["1", "2"],
    ["3", "4"],
  ]);
  expect(lines).toEqual([1, 2, 3]);
});

test("line ends of both kinds may be mixed in a file", async () => {
  const { cells, lines } = await readContent('a,b\r\n1,2\n"3","4"\r\n5,6\n');
  expect(cells).toEqual([
    ["a", "b"],
    ["1", "2"],
    ["3", "4"],
    ["5", "6"],
  ]);
  expect(lines).toEqual([1, 2, 3, 4]);
});

test("a lone carriage return within a cell is part of it", async () => {
  const { cells, lines } = await readContent("a,b\n统一社会信用代\r码,2\n3,4\n");
  expect(cells[1]).toEqual(["统一社会信用代\r码", "2"]);
  expect(lines).toEqual([1, 2, 3]);
});

test("rows without any text are left out and counted as lines", async () => {
  const { cells, lines } = await readContent("a,b\n\n , \n,\n1,2\n,,,\n\n\n");
  expect(cells).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
  expect(lines).toEqual([1, 5]);
});

test("a quote inside an unquoted cell is part of the cell", async () => {
  const { cells } = await readContent(text("a,b", '宁波"甬商"公司,2', '5" 管,3', "丙,4"));
  expect(cells.slice(1)).toEqual([
    ['宁波"甬商"公司', "2"],
    ['5" 管', "3"],
    ["丙", "4"],
  ]);
});

test("a cell that begins with a stray quote does not swallow the rows after it", async () => {
  const { cells, lines } = await readContent(
    text("a,b,c", '"甬商"贸易公司,1,2', '乙,"x",3', '"丙,4,5', '丁,"y, z",6', "戊,7,8"),
  );
  expect(cells.slice(1)).toEqual([
    ['"甬商"贸易公司', "1", "2"],
    ["乙", "x", "3"],
    ['"丙', "4", "5"],
    ["丁", "y, z", "6"],
    ["戊", "7", "8"],
  ]);
  expect(lines).toEqual([1, 2, 3, 4, 5, 6]);
});

test("quotes that were not doubled inside a quoted cell are kept when the row's cells add up", async () => {
  const { cells } = await readContent(text("a,b", '"他说"你好"了",2', '"丙","4"'));
  expect(cells.slice(1)).toEqual([
    ['他说"你好"了', "2"],
    ["丙", "4"],
  ]);
});

test("thousands of stray quotes in a large file are each kept to their row", async () => {
  const rows = Array.from({ length: 30_000 }, (_, i) =>
    i % 2 === 0 ? `"甬"商${i},${i},x` : `"丁${i}",${i},"y"`,
  );
  const { cells, lines } = await readContent(text("a,b,c", ...rows));
  expect(cells.length).toBe(30_001);
  expect(cells.every((row) => row.length === 3)).toBe(true);
  expect(lines.at(-1)).toBe(30_001);
});

test("a file that stops inside quotes is truncated, and its row is named", async () => {
  const { code, message } = await refusalOf('a,b\n1,2\n3,"未完');
  expect(code).toBe("truncated");
  expect(message).toContain("line 3");
});

test("a last row without its line end and with too few cells is truncated", async () => {
  const { code, message } = await refusalOf("a,b,c\n1,2,3\n4,5");
  expect(code).toBe("truncated");
  expect(message).toContain("line 3");
});

test("a last row that lacks nothing but its line end is read", async () => {
  expect((await readContent("a,b\n1,2\n3,4")).cells.at(-1)).toEqual(["3", "4"]);
});

test("a short last row that has its line end is read", async () => {
  expect((await readContent("a,b,c\n1,2,3\n4,5\n")).cells.at(-1)).toEqual(["4", "5"]);
});

test("the Ctrl-Z at the end of an old file is no row", async () => {
  expect((await readContent("a,b\r\n1,2\r\n\x1a")).cells.length).toBe(2);
});

test("a file with a NUL byte is unreadable, and its line is named", async () => {
  const { code, message } = await refusalOf("a,b\n1,2\n3\0,4\n");
  expect(code).toBe("unreadable");
  expect(message).toContain("Line 3 ");
});

test("more than 400 columns are refused", async () => {
  const wide = Array.from({ length: 401 }, (_, i) => `c${i}`).join(",");
  const { code, message } = await refusalOf(`a,b\n${wide}\n`);
  expect(code).toBe("too_many_columns");
  expect(message).toContain("Line 2 ");
});

test("empty cells up to column XFD are no columns", async () => {
  const { cells } = await readContent(`a,b\n1,2${",".repeat(16_382)}\n`);
  expect(cells[1]?.slice(0, 3)).toEqual(["1", "2"]);
  expect(cells[1]?.length).toBe(2);
});

test("a cell of more than a megabyte is refused, and its line is named", async () => {
  const { code, message } = await refusalOf(`a,b\n1,${"长".repeat(1_100_000)}\n`);
  expect(code).toBe("unreadable");
  expect(message).toContain("line 2 ");
});

test("a row of more than four megabytes is refused, and its line is named", async () => {
  const row = Array.from({ length: 50 }, () => "x".repeat(100_000)).join(",");
  const { code, message } = await refusalOf(`a\n1\n${row}\n`);
  expect(code).toBe("unreadable");
  expect(message).toContain("line 3 ");
});

test("a long cell within the limit is read whole", async () => {
  const long = "事".repeat(900_000);
  expect((await readContent(`a,b\n"${long}",2\n3,4\n`)).cells).toEqual([
    ["a", "b"],
    [long, "2"],
    ["3", "4"],
  ]);
});

test("a file of one column is read", async () => {
  expect((await readContent("名称\n甲公司\n乙公司\n")).cells).toEqual([["名称"], ["甲公司"], ["乙公司"]]);
});

test("rows come in batches of a thousand", async () => {
  const { openTable } = await import("../../../ingest/read/openTable.ts");
  const { fileOf } = await import("./files.ts");
  const table = await openTable(await fileOf("a\n".repeat(2_500)));
  const sizes: number[] = [];
  for await (const batch of table.rows) sizes.push(batch.length);
  expect(sizes).toEqual([1_000, 1_000, 500]);
});
