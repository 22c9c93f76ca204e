import { randomUUID } from "node:crypto";
import { type FileHandle, open, stat, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipped } from "./gunzip.ts";
import type { ReadLimits } from "./limits.ts";
import { UnreadableFile } from "./table.ts";

/** Bytes of one read. */
const PIECE = 2 ** 18;

/** A delivered file, open. Everything that reading it takes hold of is let go by `close`. */
export interface Source {
  size: number;
  isGzip: boolean;
  /** The bytes as they lie on the disk, `end` excluded. */
  stored(start: number, end: number): AsyncGenerator<Buffer>;
  /** The bytes from the start, unpacked when the file is a gzip archive. May be called again: each call reads anew. */
  bytes(): AsyncGenerator<Buffer>;
  /** Runs when the source is closed. */
  whenClosed(release: () => void): void;
  close(): Promise<void>;
}

function failure(cause: unknown): UnreadableFile {
  if (cause instanceof UnreadableFile) return cause;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "Z_BUF_ERROR")
    return new UnreadableFile("truncated", "The gzip archive stops before its end", { cause });
  if (code.startsWith("Z_"))
    return new UnreadableFile("unreadable", "The gzip archive is damaged", { cause });
  if (code === "ENOENT") return new UnreadableFile("unreadable", "There is no such file", { cause });
  return new UnreadableFile("unreadable", `The file can't be read${code && ` (${code})`}`, { cause });
}

function ofHandle(handle: FileHandle, size: number, limits: ReadLimits, isGzip: boolean): Source {
  const releases = new Set<() => void>();
  let closing: Promise<void> | undefined;

  async function* stored(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; ) {
      if (closing !== undefined)
        throw new UnreadableFile("unreadable", "The file was closed while it was read");
      const length = Math.min(PIECE, end - at);
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, at);
      if (bytesRead === 0) throw new UnreadableFile("truncated", "The file became shorter while it was read");
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }

  return {
    size,
    isGzip,
    stored,
    bytes: () => mapped(isGzip ? gunzipped(stored(0, size), limits, releases) : stored(0, size)),
    whenClosed: (release) => void releases.add(release),
    close() {
      closing ??= handle.close();
      for (const release of releases) release();
      releases.clear();
      return closing;
    },
  };
}

async function* mapped(bytes: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch (error) {
    throw failure(error);
  }
}

/** Opens a file. A folder, a pipe or a device is none, and waiting for one could take for ever. */
export async function openSource(path: string, limits: ReadLimits): Promise<Source> {
  try {
    if (!(await stat(path)).isFile()) throw new UnreadableFile("unreadable", "This is no file");
    const handle = await open(path, "r");
    try {
      const { size } = await handle.stat();
      if (size === 0) throw new UnreadableFile("empty_file", "The file is empty");
      const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
      return ofHandle(handle, size, limits, buffer[0] === 0x1f && buffer[1] === 0x8b);
    } catch (error) {
      await handle.close();
      throw error;
    }
  } catch (error) {
    throw failure(error);
  }
}

/**
 * The same bytes, unpacked into a file that has no name: workbooks are jumped about in, and a gzip archive can't be.
 * The disk space is free again when the source is closed, or the process dies.
 */
export async function unpackedSource(source: Source, limits: ReadLimits): Promise<Source> {
  if (!source.isGzip) return source;
  const path = join(tmpdir(), `credit-${randomUUID()}`);
  const handle = await open(path, "wx+", 0o600);
  try {
    await unlink(path);
    let size = 0;
    for await (const piece of source.bytes()) {
      await handle.write(piece, 0, piece.length, size);
      size += piece.length;
    }
    await source.close();
    return ofHandle(handle, size, limits, false);
  } catch (error) {
    await handle.close();
    throw error;
  }
}
