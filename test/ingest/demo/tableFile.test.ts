import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileForm } from "../../../ingest/demo/scene.ts";
import { openTableFile } from "../../../ingest/demo/tableFile.ts";
import { openTable } from "../../../ingest/read/openTable.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "credit-demo-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ROWS = [
  ["宁波甲有限公司", "9133020612345", "2026-03-05"],
  ['一行，"引号"\r\n两行\n三行', "", "2026-13-05"],
  ["宁波乙有限公司", "0.25", ""],
];

const FORMS: FileForm[] = [
  { name: "plain", format: "csv", header: ["名称", "代码", "日期"] },
  {
    name: "marked",
    format: "csv",
    encoding: "utf-8-bom",
    header: ["名称", "代码", "日期"],
    above: ["填报说明：演示数据"],
  },
  { name: "office", format: "csv", encoding: "gb18030", header: ["名称", "代码", "日期"] },
  { name: "wide", format: "tsv", encoding: "utf-16le", header: ["名称", "代码", "日期"] },
  { name: "packed", format: "csv", gzip: true, header: ["名称", "代码", "日期"] },
  { name: "objects", format: "ndjson", header: ["名称", "代码", "日期"] },
  { name: "sheet", format: "xlsx", header: ["名称", "代码", "日期"], above: ["说明"] },
  { name: "old-sheet", format: "xls", header: ["名称", "代码", "日期"] },
];

async function readBack(path: string): Promise<Map<number, string[]>> {
  const table = await openTable(path);
  const rows = new Map<number, string[]>();
  for await (const batch of table.rows) for (const row of batch) rows.set(row.line, row.cells);
  await table.close();
  return rows;
}

/** Line breaks as one character, cells that a sheet leaves out at the end put back. */
const flat = (cells: readonly string[] | undefined) =>
  Array.from({ length: 3 }, (_, i) => (cells?.[i] ?? "").replaceAll("\r\n", "\n"));

describe("a file of the demo", () => {
  it.each(FORMS)("of format $format, $name, says on which line each row starts", async (form) => {
    const file = openTableFile(folder, form);
    const lines = ROWS.map((row) => file.add(row));
    const [written] = await file.close();
    const rows = await readBack(written?.path ?? "");
    expect(written?.rows).toBe(3);
    for (const [i, line] of lines.entries()) expect(flat(rows.get(line))).toEqual(flat(ROWS[i]));
  });

  it("goes on in the next workbook when one is full", async () => {
    const file = openTableFile(folder, { name: "many", format: "xls", header: ["甲"] });
    const places: string[] = [];
    for (let i = 0; i < 501; i++) {
      places.push(`${file.file}:${file.add([`第${i}行`])}`);
      await file.flush();
    }
    const written = await file.close();
    expect(written.map(({ file: name, rows }) => [name, rows])).toEqual([
      ["many.xls", 500],
      ["many-2.xls", 1],
    ]);
    expect(places.at(-1)).toBe("many-2.xls:2");
  });

  it("leaves no part of a larger run before it", async () => {
    const form: FileForm = { name: "fewer", format: "xls", header: ["甲"] };
    const larger = openTableFile(folder, form);
    for (let i = 0; i < 501; i++) {
      larger.add(["行"]);
      await larger.flush();
    }
    await larger.close();
    const smaller = openTableFile(folder, form);
    smaller.add(["行"]);
    await smaller.close();
    expect((await readdir(folder)).filter((file) => file.startsWith("fewer"))).toEqual(["fewer.xls"]);
  });
});
