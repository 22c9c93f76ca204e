import type { AcceptedRow, Feed } from "../../ingest/feed.ts";
import { BinaryRows } from "../../ingest/stage/copyBinary.ts";
import { copyPieces } from "../../ingest/stage/copyInto.ts";
import { deliveryId } from "../../ingest/stage/deliveryId.ts";
import { addReceived, RECEIVED_COLUMNS } from "../../ingest/stage/receivedRow.ts";
import type { Sql } from "../../src/db/client.ts";
import { nameKey } from "../../src/enterprise/nameKey.ts";
import type { RecordKind } from "../../src/enterprise/record.ts";
import { base, change, entry, penalty } from "./merge/records.ts";

/** A feed of a kind, as far as the stages after validation look at it. */
export function feedOf(kind: RecordKind, over: Partial<Feed> = {}): Feed {
  return {
    source: "registration",
    feed: kind === "base" ? "enterprises" : `${kind}s`,
    kind,
    title: { zh: kind, en: kind },
    keeper: { zh: "市场监督管理局", en: "Market regulation" },
    disclosure: "public",
    retention: { years: 5, basis: "浙江省公共信用信息管理条例 16" },
    expect: { everyDays: 1, atLeastRows: 0 },
    rejection: { share: 0.2, of: 50 },
    fields: {},
    ...over,
  };
}

/** The feeds of these tests, by name. */
export const FEEDS = new Map(
  [
    feedOf("base"),
    feedOf("change"),
    feedOf("penalty"),
    feedOf("list", { list: "serious" }),
    feedOf("case", { source: "police", disclosure: "government" }),
  ].map((feed) => [`${feed.source}/${feed.feed}`, feed]),
);

export function feedNamed(name: string): Feed {
  const feed = FEEDS.get(name);
  if (feed === undefined) throw new Error(`no feed ${name} in these tests`);
  return feed;
}

type Who = Partial<AcceptedRow["subject"]>;

function accepted(identity: string[], who: Who, body: object, over: Partial<AcceptedRow> = {}): AcceptedRow {
  const name = who.name ?? null;
  return {
    identity,
    subject: {
      uscc: null,
      orgCode: null,
      regNo: null,
      legalRepresentative: null,
      address: null,
      nameKeys: name === null ? [] : [nameKey(name)],
      ...who,
      name,
    },
    naturalPerson: false,
    restricted: false,
    withdrawn: null,
    body,
    ...over,
  };
}

export const baseRow = (uscc: string, name: string, over: Parameters<typeof base>[0] = {}) =>
  accepted([uscc], { uscc, name, ...toldBy(uscc, base(over)) }, base({ uscc, name, ...over }));
const toldBy = (uscc: string, { regNo, legalRepresentative }: ReturnType<typeof base>) => ({
  orgCode: uscc.slice(8, 17),
  regNo,
  legalRepresentative,
});
export const penaltyRow = (documentNo: string, who: Who, over: Partial<AcceptedRow> = {}) =>
  accepted([documentNo], who, penalty({ documentNo }), over);
export const entryRow = (documentNo: string, who: Who, over: Parameters<typeof entry>[0] = {}) =>
  accepted([documentNo], who, entry({ list: "serious", documentNo, ...over }));
export const renameRow = (uscc: string, before: string, after: string, changedOn: string) =>
  accepted([uscc, changedOn], { uscc, name: after }, change({ before, after, changedOn }));

/** 变更: one code for another. */
export const codeChangeRow = (subject: Who, before: string, after: string, changedOn: string) =>
  accepted(
    [`${before}-${after}`],
    subject,
    change({ item: { code: "25", label: "变更注册号" }, before, after, changedOn }),
  );

let files = 0;
/** Puts rows into the archive as a delivery that waits for the night. @returns its sequence number */
export async function takeIn(
  sql: Sql,
  feed: Feed,
  rows: AcceptedRow[],
  options: { isFull?: boolean } = {},
): Promise<number> {
  const file = `file-${++files}.csv`;
  const id = deliveryId(feed.source, feed.feed, options.isFull === true, file);
  const [delivery] = await sql<{ seq: number }[]>`
    insert into archive.delivery (id, source, feed, file, sha256, is_full, received_at, rows, accepted)
    values (${id}, ${feed.source}, ${feed.feed}, ${file}, ${file}, ${options.isFull === true}, '2026-11-20T01:00:00Z',
      ${rows.length}, ${rows.length})
    returning seq`;
  const seq = delivery?.seq ?? 0;
  const packed = new BinaryRows();
  for (const [i, row] of rows.entries())
    addReceived(packed, { feed, delivery: seq, row: { line: i + 2, cells: [] }, accepted: row });
  const target = { table: "archive.received", columns: RECEIVED_COLUMNS, format: "binary" } as const;
  await copyPieces(sql, target, packed.take(true));
  return seq;
}
