import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { Writable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/** A file that takes bytes as fast as the disk does. */
export interface ByteFile {
  write(bytes: Buffer): Promise<void>;
  close(): Promise<void>;
}

/** @param gzip compressed at level 1, without a time of day in its header */
export function openByteFile(path: string, gzip: boolean): ByteFile {
  const file = createWriteStream(path, { highWaterMark: 1 << 20 });
  const packer = gzip ? createGzip({ level: 1 }) : null;
  const head: Writable = packer ?? file;
  const done = packer === null ? finished(file) : pipeline(packer, file);
  // A failure is thrown by whichever write or close comes next.
  done.catch(() => undefined);
  return {
    async write(bytes) {
      if (!head.write(bytes)) await Promise.race([once(head, "drain"), done]);
    },
    async close() {
      head.end();
      await done;
    },
  };
}
