import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { fileOf, handmadeXlsx } from "./files.ts";

const script = new URL("peakMemory.ts", import.meta.url).pathname;

async function peakOf(path: string): Promise<{ rows: number; megabytes: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script, path]);
  return JSON.parse(stdout);
}

const cellsOf = (i: number) => [
  `宁波甬江${i}贸易有限公司`,
  `9133020${i}`,
  "罚款20000元".repeat(8),
  `${i * 7_919}`,
];

const csv = (rows: number) =>
  Buffer.from(Array.from({ length: rows }, (_, i) => `${cellsOf(i).join(",")}\n`).join(""));
const json = (rows: number) =>
  Buffer.from(
    JSON.stringify(Array.from({ length: rows }, (_, i) => Object.fromEntries(cellsOf(i).entries()))),
  );
const ndjson = (rows: number) =>
  Buffer.from(
    Array.from(
      { length: rows },
      (_, i) => `${JSON.stringify(Object.fromEntries(cellsOf(i).entries()))}\n`,
    ).join(""),
  );
const xlsx = (rows: number) =>
  handmadeXlsx(
    Array.from(
      { length: rows },
      (_, i) =>
        `<row r="${i + 1}">${cellsOf(i)
          .map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`)
          .join("")}</row>`,
    ).join(""),
  );

/** Some 35 MB each once unpacked; held in memory as rows they would take five times that. */
test.each([
  ["CSV", csv, 220_000],
  ["gzipped CSV", (rows: number) => gzipSync(csv(rows), { level: 1 }), 220_000],
  ["NDJSON", ndjson, 190_000],
  ["JSON", json, 190_000],
  ["XLSX", xlsx, 110_000],
] as const)("%s of any size takes little memory", { timeout: 120_000 }, async (_, make, rows) => {
  const small = await peakOf(await fileOf(make(5_000), "x"));
  const large = await peakOf(await fileOf(make(rows), "x"));
  expect([small.rows, large.rows]).toEqual([5_000, rows]);
  expect(large.megabytes - small.megabytes).toBeLessThan(120);
});
