import { once } from "node:events";
import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import type { ISql } from "../../src/db/client.ts";
import type { RejectedRow } from "../feed.ts";
import { copyInto } from "./copyInto.ts";
import { copyLine } from "./copyText.ts";

interface Refused {
  line: number;
  cells: readonly string[];
  rejected: RejectedRow;
}

/**
 * Rejected rows on their way to the database. They wait in a file, because the connection is busy copying
 * and because a refused file has to keep its rejections when everything else is rolled back.
 */
export interface RejectionSpool {
  add(row: Refused): Promise<void>;
  copyTo(sql: ISql, delivery: number): Promise<void>;
  remove(): Promise<void>;
}

export function rejectionSpool(): RejectionSpool {
  let folder: string | undefined;
  let stream: WriteStream | undefined;
  return {
    async add({ line, cells, rejected }) {
      if (stream === undefined) {
        folder = await mkdtemp(join(tmpdir(), "credit-rejections-"));
        stream = createWriteStream(join(folder, "rows"), { mode: 0o600 });
      }
      const text = copyLine([
        line,
        cells,
        rejected.code,
        rejected.field,
        rejected.expected,
        rejected.message,
      ]);
      if (!stream.write(text)) await once(stream, "drain");
    },
    async copyTo(sql, delivery) {
      if (stream === undefined || folder === undefined) return;
      if (!stream.writableEnded) {
        stream.end();
        await finished(stream);
      }
      const columns = ["delivery", "line", "cells", "code", "field", "expected", "message"];
      await copyInto(
        sql,
        { table: "archive.rejection", columns },
        withDelivery(join(folder, "rows"), delivery),
      );
    },
    async remove() {
      stream?.destroy();
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function* withDelivery(path: string, delivery: number): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of createReadStream(path, "utf8")) {
    const lines = (rest + String(piece)).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield `${delivery}\t${line}\n`;
  }
}
