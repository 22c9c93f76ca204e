import { setImmediate as afterSending } from "node:timers/promises";

/** The key behind which all parties stand. */
export const BEFORE_ALL_PARTIES = "00000000-0000-0000-0000-000000000000";

/**
 * Rows of a query in pieces, each with the next one on its way: the database reads on while this thread works on what it has.
 * @param read the piece behind a key; empty when there is no more
 */
export async function* inPieces<Row>(of: {
  first: string;
  keyOf: (row: Row) => string;
  read: (behind: string) => Promise<Row[]>;
}): AsyncGenerator<Row[]> {
  let next = of.read(of.first);
  for (;;) {
    const piece = await next;
    const end = piece.at(-1);
    if (end === undefined) return;
    next = of.read(of.keyOf(end));
    next.catch(() => undefined); // told when it is waited for, which may be never
    // The driver writes at the end of a turn, and this turn's end was asked for before it had anything to write.
    await afterSending();
    await afterSending();
    yield piece;
  }
}
