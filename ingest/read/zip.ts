import type { Readable } from "node:stream";
import { type Entry, open, type ZipFile } from "yauzl";
import type { ReadLimits } from "./limits.ts";
import { UnreadableFile } from "./table.ts";

/** The entries of a zip archive, by name; contents are streamed on demand. */
export interface Zip {
  has(name: string): boolean;
  names(): string[];
  stream(name: string): Promise<Readable>;
  close(): void;
}

const MAX_ENTRIES = 10_000;

function checkEntry(entry: Entry, limits: ReadLimits): void {
  const { uncompressedSize, compressedSize, fileName } = entry;
  const tooMuch =
    uncompressedSize > limits.unpackedBytes ||
    (uncompressedSize > limits.ratioFrom && uncompressedSize > limits.ratio * Math.max(1, compressedSize));
  if (tooMuch)
    throw new UnreadableFile(
      "archive_bomb",
      `${fileName} in the archive unpacks to ${uncompressedSize} bytes`,
    );
}

const damaged = (cause: unknown) =>
  cause instanceof UnreadableFile
    ? cause
    : new UnreadableFile("unreadable", "The zip archive is damaged or cut off", { cause });

function readEntries(zip: ZipFile, limits: ReadLimits): Promise<Map<string, Entry>> {
  return new Promise((done, fail) => {
    const entries = new Map<string, Entry>();
    zip.on("entry", (entry: Entry) => {
      try {
        checkEntry(entry, limits);
        if (entries.size >= MAX_ENTRIES)
          throw new UnreadableFile("archive_bomb", `The archive has more than ${MAX_ENTRIES} entries`);
        entries.set(entry.fileName.replace(/^\//, ""), entry);
        zip.readEntry();
      } catch (error) {
        fail(error);
      }
    });
    zip.on("end", () => done(entries));
    zip.on("error", (error) => fail(damaged(error)));
    zip.readEntry();
  });
}

export function openZip(path: string, limits: ReadLimits): Promise<Zip> {
  return new Promise((done, fail) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error) return fail(damaged(error));
      readEntries(zip, limits).then(
        (entries) =>
          done({
            has: (name) => entries.has(name),
            names: () => [...entries.keys()],
            stream: (name) => openEntry(zip, entries.get(name)),
            close: () => zip.close(),
          }),
        (problem) => {
          zip.close();
          fail(problem);
        },
      );
    });
  });
}

function openEntry(zip: ZipFile, entry: Entry | undefined): Promise<Readable> {
  return new Promise((done, fail) => {
    if (entry === undefined)
      return fail(new UnreadableFile("unreadable", "The workbook lacks a part it names"));
    zip.openReadStream(entry, (error, stream) => (error ? fail(damaged(error)) : done(stream)));
  });
}
