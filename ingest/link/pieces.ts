import { setImmediate as afterSending } from "node:timers/promises";
import type { Fragment, ISql } from "../../src/db/client.ts";

/**
 * Rows of a query in pieces, each with the next one on its way: the database reads on while this thread works on what it has. A
 * cursor, so that the query's joins are made once and not for each piece, and other statements may come in between.
 * @param of.cursor its name, no other's in the transaction
 * @param of.rows a query without parameters
 */
export async function* inPieces<Row extends object>(
  tx: ISql,
  of: { cursor: string; rows: Fragment },
): AsyncGenerator<readonly Row[]> {
  await tx`set local cursor_tuple_fraction = 1`; // all of it is read
  await tx`declare ${tx(of.cursor)} no scroll cursor for ${of.rows}`;
  const read = async () => await tx<Row[]>`fetch forward 2000 from ${tx(of.cursor)}`;
  let next = read();
  for (;;) {
    const piece = await next;
    if (piece.length === 0) break;
    next = read();
    next.catch(() => undefined); // told when it is waited for, which may be never
    // The driver writes at the end of a turn, and this turn's end was asked for before it had anything to write.
    await afterSending();
    await afterSending();
    yield piece;
  }
  await tx`close ${tx(of.cursor)}`;
}
