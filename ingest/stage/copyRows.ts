import type { ISql } from "../../src/db/client.ts";
import { dayInShanghai } from "../../src/enterprise/dates.ts";
import type { Feed } from "../feed.ts";
import type { Table } from "../read/table.ts";
import { copyPieces } from "./copyInto.ts";
import { linePacker } from "./linePacker.ts";
import { type FileFacts, type JudgedRow, readRows } from "./readRows.ts";
import { isRestricted, RECEIVED_COLUMNS, receivedLine } from "./receivedRow.ts";
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

/** One row to where it belongs. @returns the archive's line of an accepted one, null for a rejected one */
function take(hand: RowsInHand, judged: JudgedRow, delivery: number): string | null {
  const { row, verdict } = judged;
  if ("rejected" in verdict) {
    const { code, field, expected, message } = verdict.rejected;
    hand.counts.rejected++;
    hand.spools.rejections.add([row.line, row.cells, code, field, expected, message]);
    return null;
  }
  hand.counts.accepted++;
  const { accepted } = verdict;
  const { feed } = hand;
  const shown = isRestricted(feed, accepted) ? row : withoutPersonalCells(hand.spools, judged);
  return receivedLine({ feed, delivery, row: shown, accepted });
}

/**
 * Copies every accepted row into the archive, in the caller's transaction. The whole file is read even when it will be
 * refused, so that every bad row of it is known.
 * @throws what the file's reader throws, once the copy has ended in order
 */
export async function copyRows(tx: ISql, hand: RowsInHand, table: Table, delivery: number): Promise<void> {
  let failure: unknown;
  async function* pieces(): AsyncGenerator<Buffer> {
    const packer = linePacker();
    try {
      for await (const batch of readRows(hand.feed, table, dayInShanghai(hand.now), hand.facts)) {
        for (const judged of batch) {
          const line = take(hand, judged, delivery);
          if (line !== null) packer.add(line);
        }
        await hand.spools.rejections.flush();
        await hand.spools.personalCells.flush();
        hand.onRows?.(hand.facts.rows);
        yield* packer.take();
      }
      yield* packer.take(true);
    } catch (error) {
      failure = error;
    }
  }
  await copyPieces(tx, { table: "archive.received", columns: RECEIVED_COLUMNS }, pieces());
  if (failure !== undefined) throw failure;
}
