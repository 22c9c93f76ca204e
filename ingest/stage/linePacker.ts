/** Bytes of a piece: worth a packet, and small beside the young generation. */
const PIECE = 131_072;

/** Packs lines into pieces of UTF-8 as they come, without ever joining them to one long text. */
export interface LinePacker {
  add(line: string): void;
  /** The pieces that are full, and with `isLast` what is left too. */
  take(isLast?: boolean): Buffer[];
}

export function linePacker(): LinePacker {
  let piece = Buffer.allocUnsafeSlow(PIECE);
  let used = 0;
  let full: Buffer[] = [];
  const close = () => {
    if (used > 0) full.push(piece.subarray(0, used));
    piece = Buffer.allocUnsafeSlow(PIECE);
    used = 0;
  };
  return {
    add(line) {
      const most = line.length * 3; // bytes of UTF-8 that one UTF-16 unit takes
      if (used + most > PIECE) close();
      if (most > PIECE) full.push(Buffer.from(line));
      else used += piece.write(line, used);
    },
    take(isLast = false) {
      if (isLast) close();
      const taken = full;
      full = [];
      return taken;
    },
  };
}
