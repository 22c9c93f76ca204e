import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvLine, LIST_COLUMNS, type ListedEntry, listCells } from "../../../src/enterprise/listEntry.ts";
import { listEntry } from "../../inventedFirms.ts";

test("an entry has a cell for each column", () => {
  const entry: ListedEntry = {
    subject: { uscc: null, code: null, name: "某厂", district: null },
    ...listEntry(1, "dishonest", { reason: "第一行\n第二行" }),
  };
  const cells = listCells(entry);
  expect(cells).toHaveLength(LIST_COLUMNS.length);
  const row = Object.fromEntries(LIST_COLUMNS.map((name, i) => [name, cells[i]]));
  expect(row).toMatchObject({
    list: "dishonest",
    uscc: "",
    name: "某厂",
    districtLabel: "",
    reason: "第一行\n第二行",
  });
});

test("cells with commas, quotes and line breaks come back as they were", () => {
  const cells = ["a,b", 'say "x"', "two\r\nlines", "", "纯文本"];
  expect(Papa.parse<string[]>(csvLine(cells)).data[0]).toEqual(cells);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("%j can't be run by a spreadsheet", (cell) => {
  expect(Papa.parse<string[]>(csvLine([cell])).data[0]).toEqual([`'${cell}`]);
});
