import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline as pipe } from "node:stream/promises";
import { parseArgs } from "node:util";
import type { Sql } from "../../src/db/client.ts";
import { CreditError } from "../../src/errors.ts";
import { openPipeline } from "../pipeline.ts";
import type { Command } from "./command.ts";
import { linkAnswer, type StoredLink } from "./linkAnswer.ts";

/** One for each accepted row of a record feed that a night has taken in, in order of delivery and line. */
async function* links(sql: Sql, delivery: string | undefined): AsyncGenerator<object[]> {
  const rows = sql<StoredLink[]>`
    select d.id as delivery, d.source, d.feed, d.file, a.line, a.record, r.outcome, coalesce(f.uscc, r.enterprise) as uscc,
      f.code as "formerCode", nullif(r.rule, '') as rule, r.score, r.why as code, r.rivals, r.evidence,
      jsonb_build_object('uscc', r.uscc, 'org_code', r.org_code, 'reg_no', r.reg_no, 'name', r.name) as stated,
      jsonb_build_object('uscc', k.uscc, 'name', k.name, 'reg_no', k.reg_no) as known
    from archive.delivery d
    join archive.received a on a.delivery = d.seq
    join ledger.record r on r.id = a.record
    left join ledger.former_code f on f.code = r.enterprise
    left join ledger.known_party k on k.uscc = r.enterprise
    where d.refused_code is null and r.kind <> 'base' and not a.natural_person
      and (${delivery ?? null}::text is null or d.id = ${delivery ?? null})
    order by d.seq, a.line`.cursor(2_000);
  for await (const piece of rows) yield piece.map(linkAnswer);
}

/** `links [--delivery D] [--out FILE.ndjson]` */
export const linksCommand: Command = async ({ config, args }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { delivery: { type: "string" }, out: { type: "string" } },
  });
  const { sql, close } = await openPipeline(config);
  try {
    if (values.delivery !== undefined) {
      const [known] = await sql`select from archive.delivery where id = ${values.delivery}`;
      if (known === undefined) throw new CreditError("bad_usage", `There is no delivery ${values.delivery}`);
    }
    if (values.out !== undefined) {
      let count = 0;
      const lines = async function* () {
        for await (const piece of links(sql, values.delivery)) {
          count += piece.length;
          yield piece.map((link) => `${JSON.stringify(link)}\n`).join("");
        }
      };
      await pipe(Readable.from(lines()), createWriteStream(values.out, { mode: 0o600 }));
      return { value: { links: count, out: values.out }, text: `${count} links in ${values.out}` };
    }
    const all: object[] = [];
    for await (const piece of links(sql, values.delivery)) all.push(...piece);
    return { value: all, text: all.map((link) => JSON.stringify(link)).join("\n") };
  } finally {
    await close();
  }
};
