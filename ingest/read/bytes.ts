import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { ReadLimits } from "./limits.ts";
import { UnreadableFile } from "./table.ts";

/** The first bytes of a file. */
export async function headOf(path: string, size: number): Promise<Buffer> {
  const file = await open(path, "r").catch((cause) => {
    throw new UnreadableFile("unreadable", "The file can't be opened", { cause });
  });
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(size), 0, size, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw new UnreadableFile("unreadable", "The file can't be read", { cause });
  } finally {
    await file.close();
  }
}

export const isGzip = (head: Buffer) => head[0] === 0x1f && head[1] === 0x8b;

function gunzipProblem(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "Z_BUF_ERROR")
    return new UnreadableFile("truncated", "The gzip archive ends before its end", { cause: error });
  if (code.startsWith("Z_"))
    return new UnreadableFile("unreadable", "The gzip archive is damaged", { cause: error });
  return error;
}

/** A file's bytes, unpacked when `packed`; an archive that unpacks to more than it may is given up at once. */
export async function* bytesOf(path: string, packed: boolean, limits: ReadLimits): AsyncGenerator<Buffer> {
  const raw = createReadStream(path, { highWaterMark: 1 << 18 });
  let source: Readable = raw;
  if (packed) {
    const gunzip = createGunzip({ chunkSize: 1 << 18 });
    raw.on("error", (error) => gunzip.destroy(error));
    source = raw.pipe(gunzip);
  }
  let size = 0;
  try {
    for await (const piece of source) {
      size += piece.length;
      if (size > limits.unpackedBytes)
        throw new UnreadableFile(
          "archive_bomb",
          `The file unpacks to more than ${limits.unpackedBytes} bytes`,
        );
      if (packed && size > limits.ratioFrom && size > limits.ratio * raw.bytesRead)
        throw new UnreadableFile(
          "archive_bomb",
          `The archive unpacks to more than ${limits.ratio} times its size`,
        );
      yield piece;
    }
  } catch (error) {
    throw gunzipProblem(error);
  } finally {
    raw.destroy();
    source.destroy();
  }
}
