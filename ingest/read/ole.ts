import { type UnreadableCode, UnreadableFile } from "./table.ts";

const END_OF_CHAIN = 0xfffffffe;
const NO_SECTOR = 0xfffffffa;
const ROOT = 5;
const STREAM = 2;

const failure = (code: UnreadableCode, cause?: unknown) =>
  new UnreadableFile(code, `The .xls workbook is ${code === "truncated" ? "cut off" : "damaged"}`, { cause });

/** Sectors of one size, and which one follows which: the file itself, or the small streams within one of its streams. */
interface Sectors {
  bytes: Buffer;
  size: number;
  /** Bytes before sector 0. */
  offset: number;
  next(sector: number): number;
}

/** A chain of sectors as one piece. A chain that runs in circles is longer than the file. */
function chained({ bytes, size, offset, next }: Sectors, start: number): Buffer {
  const most = Math.ceil(bytes.length / size);
  const parts: Buffer[] = [];
  for (let sector = start; sector !== END_OF_CHAIN; sector = next(sector)) {
    if (sector >= NO_SECTOR || parts.length > most) throw failure("unreadable");
    const from = offset + sector * size;
    if (from >= bytes.length) throw failure("truncated");
    parts.push(bytes.subarray(from, from + size));
  }
  return Buffer.concat(parts);
}

/** The numbers in a chain's table, which lies in the given sectors. */
function tableOf(bytes: Buffer, sectors: readonly number[], size: number): (sector: number) => number {
  const perSector = size / 4;
  return (sector) => {
    const part = sectors[Math.floor(sector / perSector)];
    if (part === undefined) throw failure("unreadable");
    return bytes.readUInt32LE((part + 1) * size + (sector % perSector) * 4);
  };
}

/** Where the table of the sectors' chains lies: 109 places are in the header, further ones in sectors of their own. */
function tableSectors(bytes: Buffer, size: number): number[] {
  const sectors: number[] = [];
  const take = (from: number, count: number) => {
    for (let i = 0; i < count; i++) {
      const sector = bytes.readUInt32LE(from + i * 4);
      if (sector < NO_SECTOR) sectors.push(sector);
    }
  };
  take(76, 109);
  const most = Math.ceil(bytes.length / size);
  let more = bytes.readUInt32LE(68);
  for (let seen = 0; more < NO_SECTOR; seen++) {
    if (seen > most) throw failure("unreadable");
    const from = (more + 1) * size;
    take(from, size / 4 - 1);
    more = bytes.readUInt32LE(from + size - 4);
  }
  return sectors;
}

interface Entry {
  name: string;
  kind: number;
  start: number;
  length: number;
}

function* entriesOf(directory: Buffer): Generator<Entry> {
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const nameBytes = Math.min(64, directory.readUInt16LE(at + 64));
    yield {
      name: directory.toString("utf16le", at, at + Math.max(0, nameBytes - 2)),
      kind: directory.readUInt8(at + 66),
      start: directory.readUInt32LE(at + 116),
      length: directory.readUInt32LE(at + 120),
    };
  }
}

/** The streams of a container ([MS-CFB]) by name; each is put together when it is asked for. */
export function openOle(bytes: Buffer): (name: string) => Buffer | undefined {
  const size = 2 ** bytes.readUInt16LE(30);
  const smallSize = 2 ** bytes.readUInt16LE(32);
  if ((size !== 512 && size !== 4_096) || smallSize !== 64) throw failure("unreadable");
  const sectors: Sectors = {
    bytes,
    size,
    offset: size,
    next: tableOf(bytes, tableSectors(bytes, size), size),
  };
  const entries = [...entriesOf(chained(sectors, bytes.readUInt32LE(48)))];
  const smallOnes = (): Sectors => {
    const root = entries.find(({ kind }) => kind === ROOT);
    if (root === undefined) throw failure("unreadable");
    const table = chained(sectors, bytes.readUInt32LE(60));
    return {
      bytes: chained(sectors, root.start),
      size: smallSize,
      offset: 0,
      next: (sector) => table.readUInt32LE(sector * 4),
    };
  };
  return (name) => {
    const entry = entries.find((one) => one.kind === STREAM && one.name.toLowerCase() === name.toLowerCase());
    if (entry === undefined) return undefined;
    const isSmall = entry.length < bytes.readUInt32LE(56);
    const content = chained(isSmall ? smallOnes() : sectors, entry.start);
    if (content.length < entry.length) throw failure("truncated");
    return content.subarray(0, entry.length);
  };
}
