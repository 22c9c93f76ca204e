/** Of one piece of memory that answers are cut from. */
const PIECE = 2 ** 18;

let piece = new Uint8Array(0);
let used = 0;

/**
 * Room for an answer, of zeros. Small ones are cut from a shared piece,
 * since asking for memory of its own costs an answer of 10 kB more than filling it; a piece is let go with its last answer.
 */
export function answerBytes(length: number): Uint8Array<ArrayBuffer> {
  if (length > PIECE / 8) return new Uint8Array(length);
  if (used + length > piece.length) {
    piece = new Uint8Array(PIECE);
    used = 0;
  }
  used += length;
  return piece.subarray(used - length, used);
}
