import type { ISql } from "../../src/db/client.ts";
import { dayInShanghai } from "../../src/enterprise/dates.ts";
import type { Feed } from "../feed.ts";
import type { Table } from "../read/table.ts";
import { BinaryRows } from "./copyBinary.ts";
import { copyPieces } from "./copyInto.ts";
import { type FileFacts, type JudgedRow, readRows } from "./readRows.ts";
import { addReceived, isRestricted, RECEIVED_COLUMNS } from "./receivedRow.ts";
import { type Spool, spool } from "./spool.ts";

/** What goes to other tables than the archive's. */
export interface RowSpools {
  rejections: Spool;
  /** Ids of natural persons, out of rows that are public otherwise. */
  personalCells: Spool;
}

export function rowSpools(): RowSpools {
  const rejection = ["delivery", "line", "cells", "code", "field", "expected", "message"];
  return {
    rejections: spool({ table: "restricted.rejection", columns: rejection }),
    personalCells: spool({
      table: "restricted.personal_cell",
      columns: ["delivery", "line", "column", "text"],
    }),
  };
}

/** A file on its way into the archive. `facts` and `counts` are filled in as its rows come. */
export interface RowsInHand {
  feed: Feed;
  now: Date;
  spools: RowSpools;
  facts: FileFacts;
  counts: { accepted: number; rejected: number };
  onRows?: (rows: number) => void;
}

function withoutPersonalCells(spools: RowSpools, { row, personal }: JudgedRow): JudgedRow["row"] {
  const filled = personal.filter((column) => (row.cells[column] ?? "").trim() !== "");
  if (filled.length === 0) return row;
  const cells = [...row.cells];
  for (const column of filled) {
    spools.personalCells.add([row.line, column, cells[column] ?? ""]);
    cells[column] = "";
  }
  return { ...row, cells };
}

/** One row to where it belongs. @param into the rows that go to the archive */
function take(of: { hand: RowsInHand; judged: JudgedRow; delivery: number; into: BinaryRows }): void {
  const { hand, judged, delivery, into } = of;
  const { row, verdict } = judged;
  if ("rejected" in verdict) {
    const { code, field, expected, message } = verdict.rejected;
    hand.counts.rejected++;
    hand.spools.rejections.add([row.line, row.cells, code, field, expected, message]);
    return;
  }
  hand.counts.accepted++;
  const { accepted } = verdict;
  const { feed } = hand;
  const shown = isRestricted(feed, accepted) ? row : withoutPersonalCells(hand.spools, judged);
  addReceived(into, { feed, delivery, row: shown, accepted });
}

/**
 * Copies every accepted row into the archive, in the caller's transaction. The whole file is read even when it will be
 * refused, so that every bad row of it is known.
 * @throws what the file's reader throws, once the copy has ended in order
 */
export async function copyRows(tx: ISql, hand: RowsInHand, table: Table, delivery: number): Promise<void> {
  let failure: unknown;
  async function* pieces(): AsyncGenerator<Buffer> {
    const rows = new BinaryRows();
    try {
      for await (const batch of readRows(hand.feed, table, dayInShanghai(hand.now), hand.facts)) {
        for (const judged of batch) take({ hand, judged, delivery, into: rows });
        await hand.spools.rejections.flush();
        await hand.spools.personalCells.flush();
        hand.onRows?.(hand.facts.rows);
        yield* rows.take();
      }
    } catch (error) {
      failure = error;
    }
    yield* rows.take(true); // of a file without a single row too: the copy has to end in order
  }
  await copyPieces(tx, { table: "archive.received", columns: RECEIVED_COLUMNS, format: "binary" }, pieces());
  if (failure !== undefined) throw failure;
}
