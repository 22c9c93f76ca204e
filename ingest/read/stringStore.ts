import { randomUUID } from "node:crypto";
import { closeSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BLOCK = 2 ** 20;
const RESIDENT = 32;
const CACHED = 16;

/**
 * Many strings, read by their number. The first 32 MiB of them stay in memory, the others wait in a file without a name,
 * since a workbook can hold more of them than the process may take. A string is at most a block (1 MiB) less four bytes.
 */
export interface StringStore {
  /** False when the string is too long to be kept. */
  add(text: string): boolean;
  at(index: number): string | undefined;
  close(): void;
}

export function stringStore(): StringStore {
  /** Where each string starts: four bytes of length, then UTF-8. It never goes over the end of its block. */
  let starts = new Uint32Array(1_024);
  let count = 0;
  let end = 0;
  let open = Buffer.allocUnsafe(BLOCK);
  const resident: Buffer[] = [];
  const cache = new Map<number, Buffer>();
  let file: number | undefined;

  function seal(): void {
    const number = Math.floor((end - 1) / BLOCK);
    if (resident.length < RESIDENT) {
      resident.push(open);
      open = Buffer.allocUnsafe(BLOCK);
    } else {
      file ??= namelessFile();
      writeSync(file, open, 0, BLOCK, number * BLOCK);
    }
    end = (number + 1) * BLOCK;
  }

  function block(number: number): Buffer {
    if (number === Math.floor((end - 1) / BLOCK)) return open;
    const found = resident[number] ?? cache.get(number);
    if (found !== undefined) return found;
    const oldest = cache.size < CACHED ? undefined : cache.keys().next().value;
    const loaded = (oldest === undefined ? undefined : cache.get(oldest)) ?? Buffer.allocUnsafe(BLOCK);
    if (oldest !== undefined) cache.delete(oldest);
    if (file !== undefined) readSync(file, loaded, 0, BLOCK, number * BLOCK);
    cache.set(number, loaded);
    return loaded;
  }

  return {
    add(text) {
      const size = 4 + Buffer.byteLength(text);
      if (size > BLOCK) return false;
      if (end > 0 && BLOCK - (((end - 1) % BLOCK) + 1) < size) seal();
      const offset = end % BLOCK;
      open.writeUInt32LE(size - 4, offset);
      open.write(text, offset + 4);
      if (count === starts.length) {
        const more = new Uint32Array(count * 2);
        more.set(starts);
        starts = more;
      }
      starts[count++] = end;
      end += size;
      return true;
    },
    at(index) {
      const start = index < count ? starts[index] : undefined;
      if (start === undefined) return undefined;
      const bytes = block(Math.floor(start / BLOCK));
      const offset = start % BLOCK;
      return bytes.toString("utf8", offset + 4, offset + 4 + bytes.readUInt32LE(offset));
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

function namelessFile(): number {
  const path = join(tmpdir(), `credit-${randomUUID()}`);
  const file = openSync(path, "wx+", 0o600);
  unlinkSync(path);
  return file;
}
