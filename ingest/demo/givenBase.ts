import type { BaseBody } from "../../src/enterprise/record.ts";
import { CreditError } from "../../src/errors.ts";
import type { Feed } from "../feed.ts";
import { openTable } from "../read/openTable.ts";
import { readRows } from "../stage/readRows.ts";
import type { BaseFirm } from "./baseFirms.ts";

/**
 * The firms of a delivery of base records, as they would be accepted.
 * @throws CreditError `bad_usage` when the file is none of the feed; UnreadableFile when it can't be read
 */
export async function* givenBase(feed: Feed, path: string, today: string): AsyncGenerator<BaseFirm> {
  const table = await openTable(path);
  try {
    for await (const batch of readRows(feed, table, today, { header: null, rows: 0 }))
      for (const { verdict } of batch) {
        if (!("accepted" in verdict)) continue;
        const body = verdict.accepted.body as BaseBody; // the feed is of kind base, and its kind makes this body
        const { uscc, name, legalRepresentative, address, regNo, established, district } = body;
        yield {
          uscc,
          name,
          legalRepresentative,
          address,
          regNo,
          established,
          region: district?.code ?? null,
        };
      }
  } finally {
    await table.close();
  }
}

export function baseFeed(feeds: ReadonlyMap<string, Feed>): Feed {
  const feed = feeds.get("registration/enterprises");
  if (feed === undefined) throw new CreditError("bad_usage", "There is no feed registration/enterprises");
  return feed;
}
