import { createRoute } from "@hono/zod-openapi";
import { accepts } from "hono/accepts";
import { z } from "zod";
import { type ListQuery, listOverview, listPage, streamList } from "../db/lists.ts";
import { needSnapshot } from "../db/snapshots.ts";
import { isFilterCode } from "../enterprise/filterCodes.ts";
import { LISTS } from "../enterprise/lists.ts";
import { ListId } from "../enterprise/record.ts";
import { CreditError } from "../errors.ts";
import { REVALIDATE, respond, respondJson, respondText, snapshotHeaders, tagOf } from "./answer.ts";
import { ListEntry, ListOverview, ListPage } from "./answers.ts";
import { type ApiContext, todayOf } from "./apiEnv.ts";
import { asBody, csvOf, ndjsonOf } from "./listStream.ts";
import { readQuery, refused, wholeNumber } from "./parameters.ts";
import { json, problems } from "./responses.ts";

const NoParameters = z.strictObject({});
const ListParameters = z.strictObject({
  cursor: z.string().optional().meta({ description: "`next` of the page before; pins its snapshot" }),
  size: wholeNumber({ from: 1, to: 1_000, otherwise: 50 }),
  district: z.string().optional().meta({ description: "GB/T 2260, six digits" }),
  format: z
    .enum(["json", "csv", "ndjson"], "expected one of json, csv, ndjson")
    .optional()
    .meta({ description: "For links, which can't say Accept: outranks it" }),
});

export const listsRoute = createRoute({
  method: "get",
  path: "/lists",
  summary: "The lists, with their basis, effects and numbers of entries",
  request: { query: NoParameters },
  responses: {
    ...json(ListOverview, "Every list"),
    ...problems({ 400: "invalid_parameter", 503: "no_snapshot" }),
  },
});

export const listRoute = createRoute({
  method: "get",
  path: "/lists/{list}",
  summary: "The entries of a list",
  description:
    "Newest listing first. Follow `next` to the end of the list; nothing moves between pages. With Accept text/csv or application/x-ndjson the whole list is streamed.",
  request: { params: z.object({ list: ListId }), query: ListParameters },
  responses: {
    200: {
      description: "A page of entries, or the whole list as CSV or NDJSON",
      content: {
        "application/json": { schema: ListPage },
        "text/csv": { schema: z.string() },
        "application/x-ndjson": { schema: ListEntry },
      },
    },
    304: { description: "What the caller has (If-None-Match) still holds" },
    ...problems({
      400: "invalid_parameter",
      404: "list_not_found",
      406: "not_acceptable",
      503: "no_snapshot, database_unavailable",
    }),
  },
});

export async function getLists(c: ApiContext): Promise<Response> {
  readQuery(c, NoParameters);
  const snapshot = await needSnapshot(c.env.sql);
  const counts = await listOverview(c.env.sql, snapshot, todayOf(c));
  const value = {
    lists: counts.map(({ list, total, lastReceivedAt }) => {
      const { title, keeper, basis, effects, period, removal } = LISTS[list];
      return { list, title, keeper, basis, effects: [...effects], period, removal, total, lastReceivedAt };
    }),
    snapshot: String(snapshot.id),
    demo: snapshot.demo,
  };
  return respondJson(c, { schema: ListOverview, value, headers: snapshotHeaders(snapshot) });
}

const FORMATS = ["application/json", "text/csv", "application/x-ndjson"] as const;

const BY_NAME = { json: "application/json", csv: "text/csv", ndjson: "application/x-ndjson" } as const;

/** What the caller wants; JSON when it says nothing, a refusal when it takes none of the three. */
function formatOf(c: ApiContext): string {
  const wanted = accepts(c, {
    header: "Accept",
    supports: [...FORMATS],
    default: "application/json",
    match: (accepted) => {
      const byWeight = [...accepted].filter(({ q }) => q > 0).sort((a, b) => b.q - a.q);
      for (const { type } of byWeight) {
        if (type === "*/*" || type === "application/*") return "application/json";
        if (type === "text/*") return "text/csv";
        const found = FORMATS.find((format) => format === type.toLowerCase());
        if (found !== undefined) return found;
      }
      return "";
    },
  });
  if (wanted === "") throw new CreditError("not_acceptable", `A list is given as ${FORMATS.join(", ")}`);
  return wanted;
}

export async function getList(c: ApiContext): Promise<Response> {
  const list = ListId.safeParse(c.req.param("list"));
  if (!list.success)
    throw new CreditError("list_not_found", "There is no such list", { details: { lists: ListId.options } });
  const { cursor, size, district, format: named } = readQuery(c, ListParameters);
  if (district !== undefined && !isFilterCode("district", district))
    throw refused([{ name: "district", expected: `no such code: ${district}` }]);
  const format = named === undefined ? formatOf(c) : BY_NAME[named];
  const query = { list: list.data, cursor, size, district, today: todayOf(c) };
  const response = format === "application/json" ? await page(c, query) : await stream(c, query, format);
  c.env.lookups.count("list", query.today);
  return response;
}

/** Entries are stored texts: put together, not read. */
async function page(c: ApiContext, query: ListQuery): Promise<Response> {
  const { total, entries, next, snapshot } = await listPage(c.env.sql, query);
  const head = JSON.stringify({ list: query.list, total }).slice(0, -1);
  const tail = JSON.stringify({ next, snapshot: String(snapshot.id), demo: snapshot.demo }).slice(1);
  const text = `${head},"entries":[${entries.join(",")}],${tail}`;
  const headers = { ...snapshotHeaders(snapshot), Vary: "Accept" };
  return respondText(c, { text, etag: tagOf(text), headers });
}

async function stream(c: ApiContext, query: ListQuery, format: string): Promise<Response> {
  const { snapshot, pieces } = await streamList(c.env.sql, query);
  const ending = format === "text/csv" ? "csv" : "ndjson";
  const name = `${query.list}-${snapshot.id}${snapshot.demo ? "-demo" : ""}.${ending}`;
  const lines = ending === "csv" ? csvOf(pieces, snapshot.demo) : ndjsonOf(pieces, snapshot.demo);
  const { requestId } = c.var;
  const body = asBody(lines, (err) => c.env.log.error({ requestId, err }, "a stream broke off"));
  return respond(c, {
    status: 200,
    body,
    headers: {
      ...snapshotHeaders(snapshot),
      "Content-Type": `${format}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": REVALIDATE,
      Vary: "Accept",
    },
  });
}
