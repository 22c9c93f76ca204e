import { randomUUID } from "node:crypto";
import { closeSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BLOCK = 2 ** 20;
const RESIDENT = 32;
const CACHED = 16;

/** A file without a name: its space is free again when it is closed, or the process dies. */
function namelessFile(): number {
  const path = join(tmpdir(), `credit-${randomUUID()}`);
  const file = openSync(path, "wx+", 0o600);
  unlinkSync(path);
  return file;
}

/**
 * Many strings, read by their number. The first 32 MiB of them stay in memory, the others wait in a file, since a workbook
 * can hold more of them than the process may take. A string is at most a block (1 MiB) less four bytes.
 */
export class StringStore {
  /** Where each string starts: four bytes of length, then UTF-8. It never goes over the end of its block. */
  #starts = new Uint32Array(1_024);
  #count = 0;
  /** The block that is being filled, its number, and how far it is filled. */
  #open = Buffer.allocUnsafe(BLOCK);
  #number = 0;
  #filled = 0;
  readonly #resident: Buffer[] = [];
  readonly #cache = new Map<number, Buffer>();
  #file: number | undefined;

  /** False when the string is too long to be kept. */
  add(text: string): boolean {
    const length = Buffer.byteLength(text);
    if (4 + length > BLOCK) return false;
    if (this.#filled + 4 + length > BLOCK) this.#seal();
    this.#open.writeUInt32LE(length, this.#filled);
    this.#open.write(text, this.#filled + 4);
    if (this.#count === this.#starts.length) {
      const more = new Uint32Array(this.#count * 2);
      more.set(this.#starts);
      this.#starts = more;
    }
    this.#starts[this.#count++] = this.#number * BLOCK + this.#filled;
    this.#filled += 4 + length;
    return true;
  }

  at(index: number): string | undefined {
    const start = index < this.#count ? this.#starts[index] : undefined;
    if (start === undefined) return undefined;
    const block = this.#block(Math.floor(start / BLOCK));
    const offset = start % BLOCK;
    return block.toString("utf8", offset + 4, offset + 4 + block.readUInt32LE(offset));
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #seal(): void {
    if (this.#resident.length < RESIDENT) {
      this.#resident.push(this.#open);
      this.#open = Buffer.allocUnsafe(BLOCK);
    } else {
      this.#file ??= namelessFile();
      writeSync(this.#file, this.#open, 0, BLOCK, this.#number * BLOCK);
    }
    this.#number++;
    this.#filled = 0;
  }

  #block(number: number): Buffer {
    if (number === this.#number) return this.#open;
    return this.#resident[number] ?? this.#cache.get(number) ?? this.#load(number);
  }

  /** Takes the place of the block that was loaded first. */
  #load(number: number): Buffer {
    const oldest = this.#cache.size < CACHED ? undefined : this.#cache.entries().next().value;
    if (oldest !== undefined) this.#cache.delete(oldest[0]);
    const block = oldest?.[1] ?? Buffer.allocUnsafe(BLOCK);
    if (this.#file === undefined) throw new Error("The strings were let go");
    readSync(this.#file, block, 0, BLOCK, number * BLOCK);
    this.#cache.set(number, block);
    return block;
  }
}
