import { utils } from "@e965/xlsx";
import { expect, test } from "vitest";
import { bookOf, bytesOfBook, handmadeXlsx, readContent, refusalOf } from "./files.ts";

/** Both kinds of workbook hold these; what only one of them can hold stands in its own test. */
const KINDS = [
  ["XLSX", "xlsx"],
  ["XLS", "biff8"],
] as const;

const row = (n: number, ...cells: string[]) => `<row r="${n}">${cells.join("")}</row>`;

test.each(KINDS)(
  "in %s dates are days, whole numbers have no fraction, and truth is TRUE or FALSE",
  async (_, type) => {
    const sheet = utils.aoa_to_sheet([["决定日期", "时间", "编号", "金额", "是"]]);
    sheet.A2 = { t: "n", v: 42473, z: "yyyy/m/d" };
    sheet.B2 = { t: "n", v: 42473.75, z: "yyyy-mm-dd hh:mm" };
    sheet.C2 = { t: "n", v: 201312142 };
    sheet.D2 = { t: "n", v: 0.1 + 0.2 };
    sheet.E2 = { t: "b", v: true };
    sheet["!ref"] = "A1:E2";
    const { cells } = await readContent(bytesOfBook(bookOf({ a: sheet }), type));
    expect(cells[1]).toEqual(["2016-04-13", "2016-04-13 18:00:00", "201312142", "0.3", "TRUE"]);
  },
);

test.each(KINDS)("in %s a number that has lost digits is in scientific notation", async (_, type) => {
  const bytes = bytesOfBook(
    bookOf({ a: [["代码"], [Number("913302001234567890")], [330200000000001], [-2e15]] }),
    type,
  );
  expect((await readContent(bytes)).cells.flat()).toEqual([
    "代码",
    "9.13302001234568E+17",
    "330200000000001",
    "-2E+15",
  ]);
});

test.each(KINDS)(
  "in %s errors and empty formulas are empty, and formulas are their stored value",
  async (_, type) => {
    const sheet = utils.aoa_to_sheet([["a", "b", "c", "d", "e"]]);
    sheet.A2 = { t: "e", v: 0x2a };
    sheet.B2 = { t: "s", v: "甲公司", f: 'A1&"公司"' };
    sheet.C2 = { t: "n", v: 12, f: "5+7" };
    sheet.D2 = { t: "b", v: false, f: "1=2" };
    sheet.E2 = { t: "s", v: "x" };
    sheet["!ref"] = "A1:E2";
    const { cells } = await readContent(bytesOfBook(bookOf({ a: sheet }), type));
    expect(cells[1]?.[0]).toBe("");
    expect(cells[1]?.[2]).toBe("12");
    expect(cells[1]?.[4]).toBe("x");
    if (type === "xlsx") expect(cells[1]?.slice(1, 4)).toEqual(["甲公司", "12", "FALSE"]);
  },
);

test.each(KINDS)(
  "in %s a table keeps its place: rows and columns are numbered as the program shows them",
  async (_, type) => {
    const rows = [
      ["名称", "代码"],
      ["甲公司", "1"],
    ];
    const sheet = utils.sheet_add_aoa(utils.aoa_to_sheet([]), rows, { origin: "B3" });
    const { cells, lines } = await readContent(bytesOfBook(bookOf({ a: sheet }), type));
    expect(lines).toEqual([3, 4]);
    expect(cells).toEqual([
      ["", "名称", "代码"],
      ["", "甲公司", "1"],
    ]);
  },
);

test.each(KINDS)("in %s rows without any text are left out", async (_, type) => {
  const { lines } = await readContent(bytesOfBook(bookOf({ a: [["a"], [], [" "], ["b"]] }), type));
  expect(lines).toEqual([1, 4]);
});

test.each(KINDS)(
  "of %s the first sheet with more than one row is read, whatever the sheets are called",
  async (_, type) => {
    const book = bookOf({
      说明: [["请填写第二张表"]],
      行政许可模板: [["名称"], ["甲"]],
      处罚: [["x"], ["y"]],
    });
    expect((await readContent(bytesOfBook(book, type))).cells).toEqual([["名称"], ["甲"]]);
  },
);

test.each(KINDS)("of %s hidden sheets are not read", async (_, type) => {
  const book = bookOf({ 字典: [["x"], ["y"]], 底稿: [["z"], ["z"]], 表: [["名称"], ["甲"]] });
  book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 2 }, { Hidden: 0 }] };
  expect((await readContent(bytesOfBook(book, type))).cells).toEqual([["名称"], ["甲"]]);
});

test.each(KINDS)("of %s a lone row is read when no sheet has more", async (_, type) => {
  const { cells } = await readContent(bytesOfBook(bookOf({ 空: [[]], 表: [["名称", "代码"]] }), type));
  expect(cells).toEqual([["名称", "代码"]]);
});

test.each(KINDS)("in %s more than 400 columns are refused", async (_, type) => {
  const wide = utils.aoa_to_sheet([["a"]]);
  wide["!ref"] = type === "xlsx" ? "A1:XFD2" : "A1:IV2";
  const far = type === "xlsx" ? "XFD2" : "IV2";
  wide[far] = { t: "s", v: "x" };
  const { code, message } = await refusalOf(bytesOfBook(bookOf({ a: wide }), type), "x", { columns: 200 });
  expect(code).toBe("too_many_columns");
  expect(message).toContain("Row 2 ");
});

test("a merged instruction over all 16,384 columns is one cell", async () => {
  const styled = Array.from({ length: 500 }, (_, i) => `<c r="${utils.encode_col(i + 1)}1" s="0"/>`);
  const bytes = handmadeXlsx(
    row(1, '<c r="A1" t="inlineStr"><is><t>注意:保证数据的准确性</t></is></c>', ...styled) +
      row(2, '<c r="A2" t="inlineStr"><is><t>注册号</t></is></c>'),
  );
  expect((await readContent(bytes)).cells).toEqual([["注意:保证数据的准确性"], ["注册号"]]);
});

test("the pieces of a rich text are joined, and phonetic guides are none of it", async () => {
  const strings =
    '<si><r><t>甬江</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 贸易</t></r><rPh sb="0" eb="1"><t>ヨウ</t></rPh></si>';
  const bytes = handmadeXlsx(
    row(1, '<c t="s"><v>0</v></c>', '<c t="inlineStr"><is><r><t>一</t></r><r><t>二</t></r></is></c>'),
    { strings },
  );
  expect((await readContent(bytes)).cells).toEqual([["甬江 贸易", "一二"]]);
});

test("characters that XML can't hold are read, and NUL is dropped", async () => {
  const strings = "<si><t>一_x000D_二_x0000_三_x005F_x000D_</t></si>";
  const { cells } = await readContent(handmadeXlsx(row(1, '<c t="s"><v>0</v></c>'), { strings }));
  expect(cells).toEqual([["一\r二三_x000D_"]]);
});

test("a date in ISO form and a number in a built-in Chinese date format are days", async () => {
  const styles =
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="14"/><xf numFmtId="46"/></cellXfs>';
  const bytes = handmadeXlsx(
    row(
      1,
      '<c t="d"><v>2016-04-13T00:00:00</v></c>',
      '<c s="1"><v>42473</v></c>',
      '<c s="2"><v>42473</v></c>',
      '<c s="3"><v>1.5</v></c>',
    ),
    { styles },
  );
  expect((await readContent(bytes)).cells).toEqual([["2016-04-13", "2016-04-13", "2016-04-13", "1.5"]]);
});

test("cells and rows without a reference follow the ones before", async () => {
  const bytes = handmadeXlsx(
    '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
  );
  const { cells, lines } = await readContent(bytes);
  expect(cells).toEqual([["1", "2"], ["", "", "3", "4"], ["5"]]);
  expect(lines).toEqual([1, 5, 6]);
});

test("elements may carry a namespace prefix", async () => {
  const bytes = handmadeXlsx('<x:row xmlns:x="y" r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row>');
  expect((await readContent(bytes)).cells).toEqual([["7"]]);
});

test("a sheet that is cut off within its XML is unreadable", async () => {
  const { code } = await refusalOf(handmadeXlsx('<row r="1"><c><v>1</v>'));
  expect(code).toBe("unreadable");
});

test("days count from 1904 in a workbook that says so", async () => {
  const sheet = utils.aoa_to_sheet([["日期"]]);
  sheet.A2 = { t: "n", v: 42473 - 1462, z: "yyyy/m/d" };
  sheet["!ref"] = "A1:A2";
  const book = bookOf({ a: sheet });
  book.Workbook = { WBProps: { date1904: true } };
  expect((await readContent(bytesOfBook(book, "xlsx"))).cells[1]).toEqual(["2016-04-13"]);
});

test("more shared texts than stay in memory are found again", async () => {
  const count = 60_000;
  const long = "宁波甬江贸易有限公司".repeat(30);
  const strings = Array.from({ length: count }, (_, i) => `<si><t>${i}${long}</t></si>`).join("");
  const order = Array.from({ length: 300 }, (_, i) => (i * 7_919) % count);
  const rows = order.map((index, i) => row(i + 1, `<c t="s"><v>${index}</v></c>`)).join("");
  const { cells } = await readContent(handmadeXlsx(rows, { strings }));
  expect(cells).toEqual(order.map((index) => [`${index}${long}`]));
});

test("a row of more than four megabytes is refused and named", async () => {
  const cell = `<c t="inlineStr"><is><t>${"长".repeat(200_000)}</t></is></c>`;
  const { code, message } = await refusalOf(handmadeXlsx(row(7, ...Array.from({ length: 25 }, () => cell))));
  expect(code).toBe("unreadable");
  expect(message).toContain("Row 7 ");
});
