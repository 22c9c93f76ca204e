import { type NightReport, nightly } from "../../../ingest/nightly.ts";
import { noProgress } from "../../../ingest/progress.ts";
import type { Sql } from "../../../src/db/client.ts";
import type { SearchIndex } from "../../../src/search/searchIndex.ts";
import { baseRow, FEEDS, feedNamed, takeIn } from "../accepted.ts";
import { inventedUscc } from "../merge/records.ts";

/** Firms 0 to 39 have this name, and its number in Chinese digits at the end. */
const DIGITS = "零一二三四五六七八九";
export const firmName = (number: number, brand = "恒达") =>
  `宁波${brand}${[...String(number)].map((digit) => DIGITS[Number(digit)]).join("")}号贸易有限公司`;
export const firmCode = (number: number) => inventedUscc(7_000 + number);
export const FIRMS = 40;

/** One night on a database and its index. */
export const nightOn = (sql: Sql, index: SearchIndex | null): Promise<NightReport> =>
  nightly({
    ...{ sql, feeds: FEEDS, index, inbox: null, threads: null },
    now: new Date(),
    progress: noProgress(),
  });

export const deliverFirms = (sql: Sql, numbers: readonly number[], brand?: string) =>
  takeIn(
    sql,
    feedNamed("registration/enterprises"),
    numbers.map((number) => baseRow(firmCode(number), firmName(number, brand))),
  );

export const allFirms = Array.from({ length: FIRMS }, (_, number) => number);
