import { once } from "node:events";
import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import type { ISql } from "../../src/db/client.ts";
import { copyInto } from "./copyInto.ts";
import { type CopyValue, copyLine } from "./copyText.ts";

/**
 * Rows on their way to a second table. They wait in a file, because the connection is busy copying into the first, and
 * because a refused file has to keep its rejections when everything else is rolled back.
 */
export interface Spool {
  /** @param values of the columns behind `delivery` */
  add(values: readonly CopyValue[]): void;
  /** Puts what was added into the file; to be called now and then, so that memory stays bounded. */
  flush(): Promise<void>;
  copyTo(sql: ISql, delivery: number): Promise<void>;
  remove(): Promise<void>;
}

/** @param target its first column is `delivery` */
export function spool(target: { table: string; columns: readonly string[] }): Spool {
  let folder: string | undefined;
  let stream: WriteStream | undefined;
  let waiting = "";
  let failure: Error | undefined;
  async function flush(): Promise<void> {
    if (failure !== undefined) throw failure;
    if (waiting === "") return;
    if (stream === undefined) {
      folder = await mkdtemp(join(tmpdir(), "credit-spool-"));
      stream = createWriteStream(join(folder, "rows"), { mode: 0o600 });
      // A full disk is told when nobody may be waiting: it fails the next write instead of the process.
      stream.on("error", (error) => {
        failure = error;
      });
    }
    const text = waiting;
    waiting = "";
    if (!stream.write(text)) await once(stream, "drain");
  }
  return {
    add(values) {
      waiting += copyLine(values);
    },
    flush,
    async copyTo(sql, delivery) {
      await flush();
      if (stream === undefined || folder === undefined) return;
      if (!stream.writableEnded) {
        stream.end();
        await finished(stream);
      }
      await copyInto(sql, target, withDelivery(join(folder, "rows"), delivery));
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
