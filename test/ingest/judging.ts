import type { z } from "zod";
import type { AcceptedRow, RejectedRow, Verdict } from "../../ingest/feed.ts";
import { loadFeeds } from "../../ingest/feedRegistry.ts";
import { matchHeader } from "../../ingest/validate/layout.ts";
import { rowCleaner } from "../../ingest/validate/rowCleaner.ts";
import {
  BaseBody,
  CaseBody,
  ChangeBody,
  CreditBody,
  LicenceBody,
  ListBody,
  PenaltyBody,
} from "../../src/enterprise/record.ts";

export const TODAY = "2026-11-24";
/** The codes that the reference publishes as sound (§2.1), and the annex sample of GB 11643. */
export const USCC = "91350100M000100Y43";
export const OTHER_USCC = "91330200750364874C";
export const TRADER_USCC = "92510100MA61WJ3204";
export const AUTHORITY_USCC = "11330283002982634F";
export const RESIDENT_ID = "11010519491231002X";

const feeds = await loadFeeds();

export function feedNamed(name: string) {
  const feed = feeds.get(name);
  if (feed === undefined) throw new Error(`no feed ${name}`);
  return feed;
}

/** One row of a file whose header is the keys, judged. */
export function judge(name: string, row: Readonly<Record<string, string>>, today = TODAY): Verdict {
  const feed = feedNamed(name);
  const header = Object.keys(row);
  const layout = matchHeader(feed, header);
  if (layout === null) throw new Error(`${name} does not know the header ${header.join("、")}`);
  return rowCleaner(feed, header, layout, { today })(Object.values(row));
}

export function reject(name: string, row: Readonly<Record<string, string>>): RejectedRow {
  const verdict = judge(name, row);
  if ("accepted" in verdict) throw new Error(`accepted: ${JSON.stringify(verdict.accepted)}`);
  return verdict.rejected;
}

/** The accepted row with its body as its kind's schema reads it: no field more, no field less. */
function accepting<Body>(shape: z.ZodType<Body>) {
  return (name: string, row: Readonly<Record<string, string>>) => {
    const verdict = judge(name, row);
    if ("rejected" in verdict) throw new Error(`rejected: ${JSON.stringify(verdict.rejected)}`);
    const accepted: AcceptedRow = verdict.accepted;
    return { ...accepted, body: shape.parse(accepted.body) };
  };
}
export const acceptPenalty = accepting(PenaltyBody.strict());
export const acceptLicence = accepting(LicenceBody.strict());
export const acceptEntry = accepting(ListBody.strict());
export const acceptBase = accepting(BaseBody.strict());
export const acceptChange = accepting(ChangeBody.strict());
export const acceptCase = accepting(CaseBody.strict());
export const acceptCredit = accepting(CreditBody.strict());

/** The codes of a body's notes on one field. */
export function notesOn(body: { notes: { field: string; code: string }[] }, field: string): string[] {
  return body.notes.filter((note) => note.field === field).map((note) => note.code);
}

/** A sound penalty of generation B; `over` replaces or adds columns. */
export const penaltyRow = (over: Readonly<Record<string, string>> = {}) => ({
  CF_XDR_MC: "宁波市鄞州澄碧轴承有限公司",
  CF_XDR_SHXYM: USCC,
  CF_FRDB: "周某文",
  CF_WSH: "甬鄞市监处罚〔2025〕77号",
  CF_WFXW: "使用未经检验的特种设备",
  CF_SY: "当事人使用的叉车未经定期检验。",
  CF_YJ: "《中华人民共和国特种设备安全法》第八十四条",
  CF_CFLB: "罚款",
  CF_NR: "罚款30000元",
  CF_NR_FK: "3",
  CF_JDRQ: "2025-06-18",
  CF_GSJZQ: "2028-06-18",
  CF_CFJG: "宁波市鄞州区市场监督管理局",
  CF_CFJGDM: AUTHORITY_USCC,
  ...over,
});

/** A sound licence of generation B. */
export const licenceRow = (over: Readonly<Record<string, string>> = {}) => ({
  XK_XDR_MC: "宁波市鄞州澄碧轴承有限公司",
  XK_XDR_SHXYM: USCC,
  XK_XKWS: "食品经营许可决定书",
  XK_WSH: "甬鄞食许〔2025〕12号",
  XK_XKLB: "普通",
  XK_XKZS: "食品经营许可证",
  XK_XKBH: "JY33302120000001",
  XK_NR: "热食类食品制售",
  XK_JDRQ: "2025/03/02",
  XK_YXQZ: "2025/03/02",
  XK_YXQZI: "2099/12/31",
  XK_XKJG: "宁波市鄞州区市场监督管理局",
  XK_ZT: "有效",
  ...over,
});
