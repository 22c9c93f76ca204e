import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from "yauzl";
import type { ReadLimits } from "./limits.ts";
import type { Source } from "./source.ts";
import { UnreadableFile } from "./table.ts";

/** The parts of a zip archive, by name in any case. */
export interface Zip {
  names: readonly string[];
  has(name: string): boolean;
  /** A part's bytes, unpacked and checked against its checksum. */
  bytes(name: string): AsyncGenerator<Buffer>;
}

class SourceReader extends RandomAccessReader {
  readonly #source: Source;
  constructor(source: Source) {
    super();
    this.#source = source;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#source.stored(start, end), { objectMode: false });
  }
}

function failure(cause: unknown): UnreadableFile {
  if (cause instanceof UnreadableFile) return cause;
  const text = cause instanceof Error ? cause.message : "";
  if (/end of central directory/i.test(text))
    return new UnreadableFile("truncated", "The workbook's archive stops before its end", { cause });
  if (/encrypted/i.test(text))
    return new UnreadableFile("unreadable", "The workbook is protected by a password", { cause });
  return new UnreadableFile("unreadable", "The workbook's archive is damaged", { cause });
}

function checkEntry({ uncompressedSize, compressedSize, fileName }: Entry, limits: ReadLimits): void {
  const isDense =
    uncompressedSize > limits.ratioFrom && uncompressedSize > limits.ratio * Math.max(1, compressedSize);
  if (uncompressedSize > limits.unpackedBytes || isDense)
    throw new UnreadableFile(
      "archive_bomb",
      `${fileName} in the archive unpacks to ${uncompressedSize} bytes`,
    );
}

async function entriesOf(zip: ZipFile, limits: ReadLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries)
    throw new UnreadableFile(
      "archive_bomb",
      `The archive has ${zip.entryCount} parts; at most ${limits.entries} are read`,
    );
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    checkEntry(entry, limits);
    entries.set(entry.fileName.toLowerCase(), entry);
  }
  return entries;
}

/** Larger pieces than the reader's own, for less work around them. */
const PIECE = 2 ** 18;

async function unpackedStream(zip: ZipFile, entry: Entry): Promise<Readable> {
  if (!entry.canDecodeFileData()) throw new Error(entry.isEncrypted() ? "encrypted" : "unknown compression");
  const stored = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  // Errors of either stream come out where the result is read.
  return entry.compressionMethod === 0
    ? stored
    : pipeline(stored, createInflateRaw({ chunkSize: PIECE }), () => undefined);
}

async function* unpacked(zip: ZipFile, entry: Entry, source: Source): AsyncGenerator<Buffer> {
  let checksum = 0;
  let size = 0;
  try {
    const stream = await unpackedStream(zip, entry);
    source.whenClosed(() => stream.destroy());
    for await (const piece of stream) {
      checksum = crc32(piece, checksum);
      size += piece.length;
      if (size > entry.uncompressedSize)
        throw new UnreadableFile("archive_bomb", "A part of the workbook is larger than its archive says");
      yield piece;
    }
  } catch (error) {
    throw failure(error);
  }
  if (checksum !== entry.crc32 || size !== entry.uncompressedSize) throw failure(undefined);
}

/** Opens a zip archive by its central directory; `source` is unpacked and stays open for as long as parts are read. */
export async function openZip(source: Source, limits: ReadLimits): Promise<Zip> {
  try {
    const zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
      autoClose: false,
    });
    const entries = await entriesOf(zip, limits);
    return {
      names: [...entries.keys()],
      has: (name) => entries.has(name.toLowerCase()),
      bytes(name) {
        const entry = entries.get(name.toLowerCase());
        if (entry === undefined)
          throw new UnreadableFile("unreadable", "The workbook lacks a part that it names");
        return unpacked(zip, entry, source);
      },
    };
  } catch (error) {
    throw failure(error);
  }
}
