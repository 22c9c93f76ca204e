import { listOverview, listPage } from "../db/lists.ts";
import { isFilterCode } from "../enterprise/filterCodes.ts";
import type { ListedEntry } from "../enterprise/listEntry.ts";
import { type Coded, ListId } from "../enterprise/record.ts";
import { districtsOf, regionLabel } from "../enterprise/regions.ts";
import { CreditError } from "../errors.ts";
import type { Lang } from "./format.ts";
import { type PageContext, readMoment, todayOf } from "./frame.ts";
import { listPageOf } from "./listPage.tsx";

const PAGE_ENTRIES = 50;

function readDistrict(text: string | null): string | undefined {
  if (text === null || text === "") return undefined;
  if (isFilterCode("district", text)) return text;
  throw new CreditError("invalid_parameter", "district has no such code", {
    details: { parameter: "district" },
  });
}

/** The districts of the city this service is for; the chosen one too when it lies elsewhere. */
function choices(region: string, chosen: string | undefined): Coded[] {
  const own = districtsOf(region);
  const label = chosen === undefined ? null : regionLabel(chosen);
  return chosen === undefined || label === null || own.some((each) => each.code === chosen)
    ? own
    : [...own, { code: chosen, label }];
}

/** `/lists/{list}`: one page of entries by cursor over a pinned snapshot. */
export async function list(c: PageContext, lang: Lang): Promise<Response> {
  const id = ListId.safeParse(c.req.param("list"));
  if (!id.success) throw new CreditError("list_not_found", "there is no such list");
  const { searchParams } = new URL(c.req.url);
  const district = readDistrict(searchParams.get("district"));
  const cursor = searchParams.get("cursor") || undefined;
  const today = todayOf(c);
  const { view } = await readMoment(c, lang);
  const listed = await listPage(c.env.sql, { list: id.data, district, cursor, size: PAGE_ENTRIES, today });
  const overview = await listOverview(c.env.sql, listed.snapshot, today);
  c.env.lookups.count("list", today);
  c.header("Credit-Snapshot", String(listed.snapshot.id));
  const entries = listed.entries.map((text): ListedEntry => JSON.parse(text));
  return c.html(
    listPageOf({
      view,
      listed,
      entries,
      district,
      districts: choices(c.env.config.region, district),
      lastReceivedAt: overview.find((each) => each.list === id.data)?.lastReceivedAt ?? null,
      turned: cursor !== undefined,
    }),
  );
}
