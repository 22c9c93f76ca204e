import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openTable } from "../../../ingest/read/openTable.ts";
import { UnreadableFile } from "../../../ingest/read/table.ts";
import { bookOf, bytesOfBook, fileOf, gbk, utf16 } from "./files.ts";

/** A seeded generator (mulberry32): the same bytes at every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Reads a file to its end or to its refusal; anything else, or more than ten seconds, fails the test. */
async function outcomeOf(bytes: Uint8Array): Promise<"read" | "refused"> {
  const path = await fileOf(bytes, "x");
  const reading = (async () => {
    try {
      const table = await openTable(path);
      for await (const batch of table.rows)
        for (const row of batch) {
          if (!Number.isInteger(row.line) || row.line < 1) throw new Error(`line ${row.line}`);
          if (row.cells.some((cell) => typeof cell !== "string" || cell.includes("\0")))
            throw new Error(`cells of line ${row.line}`);
        }
      return "read" as const;
    } catch (error) {
      if (error instanceof UnreadableFile) return "refused" as const;
      throw error;
    }
  })();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error("no end after ten seconds")), 10_000);
  });
  return Promise.race([reading, late]).finally(() => clearTimeout(timer));
}

const STARTS = [
  "",
  "PK\x03\x04",
  "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
  "\x1f\x8b\x08\x00",
  "[{",
  '{"a":',
  "\xff\xfe",
  "\xef\xbb\xbf",
  "a,b\n",
  '"',
];

test("random bytes are read or refused, whatever they begin like", { timeout: 120_000 }, async () => {
  const random = seeded(1);
  const outcomes: string[] = [];
  for (let i = 0; i < 150; i++) {
    const body = Buffer.from(
      Array.from({ length: Math.floor(random() * 3_000) }, () => Math.floor(random() * 256)),
    );
    outcomes.push(
      await outcomeOf(Buffer.concat([Buffer.from(STARTS[i % STARTS.length] ?? "", "latin1"), body])),
    );
  }
  expect(outcomes.length).toBe(150);
  expect(outcomes).toContain("refused");
});

const TABLE = Array.from({ length: 40 }, (_, i) => [
  `甬江公司${i}`,
  `代码"${i}`,
  i % 3 === 0 ? "甲\n乙" : "丙,丁",
  `${i}`,
]);
const CSV = TABLE.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`).join(
  "",
);
const OBJECTS = TABLE.map(([a, b, c, d]) => ({ a, b, c, d: Number(d) }));
const BOOK = bookOf({ 空: [[]], 表: TABLE });
const SOUND: [string, Buffer][] = [
  ["CSV", Buffer.from(CSV)],
  ["CSV in GBK", gbk(CSV)],
  ["CSV in UTF-16", utf16(CSV, "be", true)],
  ["gzipped CSV", gzipSync(CSV)],
  ["NDJSON", Buffer.from(OBJECTS.map((row) => `${JSON.stringify(row)}\n`).join(""))],
  ["JSON", Buffer.from(JSON.stringify(OBJECTS))],
  ["XLSX", bytesOfBook(BOOK)],
  ["XLS", bytesOfBook(BOOK, "biff8")],
  ["XLS of before 1997", bytesOfBook(bookOf({ a: TABLE.map((row) => [row[3], 1.5]) }), "biff5")],
];

/** A few bytes changed, a piece cut out, doubled or zeroed. */
function mutated(bytes: Buffer, random: () => number): Buffer {
  const at = Math.floor(random() * bytes.length);
  const length = Math.floor(random() * Math.min(600, bytes.length - at));
  const [before, piece, after] = [
    bytes.subarray(0, at),
    bytes.subarray(at, at + length),
    bytes.subarray(at + length),
  ];
  const kind = Math.floor(random() * 5);
  if (kind === 0) return Buffer.concat([before, after]);
  if (kind === 1) return Buffer.concat([before, piece, piece, after]);
  if (kind === 2) return Buffer.concat([before, Buffer.alloc(length), after]);
  if (kind === 3) return Buffer.from(before);
  const copy = Buffer.from(bytes);
  for (let i = 0; i < 1 + random() * 8; i++)
    copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
  return copy;
}

test.each(SOUND)(
  "%s with damage of any kind is read or refused",
  { timeout: 120_000 },
  async (name, bytes) => {
    expect(await outcomeOf(bytes)).toBe("read");
    const random = seeded(name.length);
    for (let i = 0; i < 40; i++) await outcomeOf(mutated(bytes, random));
  },
);
