import { readdir, readlink } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openTable } from "../../../ingest/read/openTable.ts";
import { UnreadableFile } from "../../../ingest/read/table.ts";
import { bookOf, bytesOfBook, fileOf } from "./files.ts";

const ROWS = Array.from({ length: 20_000 }, (_, i) => [`公司${i}`, `${i}`]);
const CSV = ROWS.map((row) => `${row.join(",")}\n`).join("");
const BOOK = bookOf({ 表: ROWS });
const XLS = bytesOfBook(BOOK, "biff8");
const XLSX = bytesOfBook(BOOK);
const FILES: [string, () => Uint8Array][] = [
  ["CSV", () => Buffer.from(CSV)],
  ["gzipped CSV", () => gzipSync(CSV)],
  ["NDJSON", () => Buffer.from(ROWS.map(([a, b]) => `${JSON.stringify({ a, b })}\n`).join(""))],
  ["JSON", () => Buffer.from(JSON.stringify(ROWS.map(([a, b]) => ({ a, b }))))],
  ["XLSX", () => XLSX],
  ["gzipped XLSX", () => gzipSync(XLSX)],
  ["XLS", () => XLS],
];

/** Files of ours that this process has open: the delivery itself, or what was unpacked beside it. */
async function openFiles(): Promise<string[]> {
  const links = await Promise.all(
    (await readdir("/proc/self/fd")).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => "")),
  );
  return links.filter((path) => path.includes("/credit-"));
}

const onLinux = test.skipIf(process.platform !== "linux");

onLinux.each(FILES)("a %s file is let go when it was read to its end", async (_, bytes) => {
  const table = await openTable(await fileOf(bytes(), "x"));
  expect((await openFiles()).length).toBeGreaterThan(0);
  let rows = 0;
  for await (const batch of table.rows) rows += batch.length;
  expect(rows).toBe(20_000);
  expect(await openFiles()).toEqual([]);
});

onLinux.each(FILES)("a %s file is let go when its reader throws half-way", async (_, bytes) => {
  const table = await openTable(await fileOf(bytes(), "x"));
  const reading = (async () => {
    for await (const batch of table.rows) if (batch.length > 0) throw new Error("enough");
  })();
  await expect(reading).rejects.toThrow("enough");
  expect(await openFiles()).toEqual([]);
});

onLinux.each(FILES)(
  "a %s file is let go when it is closed before it was read, and again",
  async (_, bytes) => {
    const table = await openTable(await fileOf(bytes(), "x"));
    await table.close();
    await table.close();
    expect(await openFiles()).toEqual([]);
  },
);

test.each(FILES)(
  "a %s file that is closed while it is read does not look as if it had ended",
  async (_, bytes) => {
    const table = await openTable(await fileOf(bytes(), "x"));
    const iterator = table.rows[Symbol.asyncIterator]();
    const next = iterator.next();
    const closed = table.close();
    const drain = async () => {
      let rows = (await next).value?.length ?? 0;
      for (let step = await iterator.next(); step.done !== true; step = await iterator.next())
        rows += step.value.length;
      return rows;
    };
    // What had been read before may still come.
    const rows = await drain().catch((error: unknown) => error);
    await closed;
    if (typeof rows === "number") expect(rows).toBe(20_000);
    else expect(rows).toBeInstanceOf(UnreadableFile);
  },
);

onLinux("a refused file is let go", async () => {
  const files = [
    gzipSync(CSV).subarray(0, 9_000),
    XLSX.subarray(0, 9_000),
    Buffer.from("<html>"),
    Buffer.from("a,b\n1\0,2\n"),
  ];
  for (const bytes of files) {
    const path = await fileOf(bytes, "x");
    const reading = (async () => {
      for await (const _ of (await openTable(path)).rows);
    })();
    await expect(reading).rejects.toBeInstanceOf(UnreadableFile);
  }
  expect(await openFiles()).toEqual([]);
});
