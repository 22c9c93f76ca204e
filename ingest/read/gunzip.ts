import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { ReadLimits } from "./limits.ts";
import { UnreadableFile } from "./table.ts";

const PIECE = 2 ** 18;

const bomb = (size: string) => new UnreadableFile("archive_bomb", `The archive unpacks to ${size}`);

/**
 * Unpacks a gzip archive, or several one after the other. One that unpacks to more than it may is given up at once.
 * While it is read, `releases` holds what stops it.
 */
export async function* gunzipped(
  stored: AsyncIterable<Buffer>,
  limits: ReadLimits,
  releases: Set<() => void>,
): AsyncGenerator<Buffer> {
  let packedBytes = 0;
  let bytes = 0;
  async function* counted() {
    for await (const piece of stored) {
      packedBytes += piece.length;
      yield piece;
    }
  }
  const gunzip = createGunzip({ chunkSize: PIECE });
  const release = () => void gunzip.destroy();
  releases.add(release);
  // Errors of either stream come out of the loop below.
  pipeline(Readable.from(counted(), { objectMode: false }), gunzip, () => undefined);
  try {
    for await (const piece of gunzip) {
      bytes += piece.length;
      if (bytes > limits.unpackedBytes) throw bomb(`more than ${limits.unpackedBytes} bytes`);
      if (bytes > limits.ratioFrom && bytes > limits.ratio * packedBytes)
        throw bomb(`more than ${limits.ratio} times its size`);
      yield piece;
    }
  } finally {
    releases.delete(release);
    gunzip.destroy();
  }
}
