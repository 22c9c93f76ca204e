import { addMonths, addYears } from "./dates.ts";
import {
  ADVERSE_YEARS,
  GUARDED_PERMITS,
  LIST_MAX_MONTHS,
  MINOR_KINDS,
  NOT_SHOWN,
  PENALTY_REGIMES,
  type PenaltyRegime,
  RESTRICTIONS,
} from "./publicationPeriods.ts";
import type { LicenceBody, ListBody, PenaltyBody } from "./record.ts";

/** Whether a record may be shown to anyone on a day. `until` is the first day on which it no longer may. */
export interface Publication {
  published: boolean;
  until: string | null;
  why:
    | "published"
    | "minor"
    | "not_final"
    | "withdrawn"
    | "expired"
    | "removed"
    | "rescinded"
    | "guarded"
    | "undated";
}

const hidden = (why: Publication["why"], until: string | null = null): Publication => ({
  published: false,
  until,
  why,
});

/** Days are compared as text. */
const earliest = (...days: (string | null)[]): string | null =>
  days.filter((day) => day !== null).sort()[0] ?? null;

function judged(until: string | null, today: string, over: "expired" | "removed"): Publication {
  const published = until === null || until > today;
  return { published, until, why: published ? "published" : over };
}

function maximumOf(body: PenaltyBody, decidedOn: string, regime: PenaltyRegime): string {
  const severe = body.kinds.some((kind) => regime.severeKinds.includes(kind.code));
  const maximum = addMonths(decidedOn, severe ? regime.maxMonths.severe : regime.maxMonths.ordinary);
  const lasts = regime.whileRestricted && body.kinds.some((kind) => RESTRICTIONS.has(kind.code));
  const { validTo } = body;
  return lasts && validTo !== null && validTo !== "permanent" && validTo > maximum ? validTo : maximum;
}

/**
 * 行政处罚: to the delivered 公示截止期 or the maximum of the regime of its day, whichever is earlier, five years at most.
 * 警告 and 通报批评 alone are never published (reference §1.5, §4, §7).
 * @param today `YYYY-MM-DD` in Asia/Shanghai
 */
export function penaltyPublication(body: PenaltyBody, today: string): Publication {
  const status = NOT_SHOWN[body.status.code];
  if (status !== undefined) return hidden(status);
  const { decidedOn } = body;
  const regime = PENALTY_REGIMES.find(({ from }) => decidedOn !== null && from <= decidedOn);
  if (decidedOn === null || regime === undefined) return hidden("undated");
  if (body.kinds.length > 0 && body.kinds.every((kind) => MINOR_KINDS.has(kind.code))) return hidden("minor");
  const maximum = maximumOf(body, decidedOn, regime);
  return judged(earliest(maximum, body.deliveredUntil, addYears(decidedOn, ADVERSE_YEARS)), today, "expired");
}

/** What a permit says that it does not cover, as 不含剧毒化学品 and （易制爆除外）. */
const NOT_COVERED = /(?:不含|不包括|不得|除)[^，。；;,)）]*|[^，。；;,(（]*除外/g;

function guardOf(body: LicenceBody): "permit" | "content" | null {
  const about = [body.title, body.certificate, body.content]
    .filter((text) => text !== null)
    .join("；")
    .replace(NOT_COVERED, "");
  const guards = GUARDED_PERMITS.filter((guard) => guard.about.test(about)).map(({ hides }) => hides);
  return guards.includes("permit") ? "permit" : (guards[0] ?? null);
}

/** 行政许可: public without a term (行政许可法 art. 40), but for permits that touch public safety (reference §6). */
export function licencePublication(body: LicenceBody): Publication {
  const status = NOT_SHOWN[body.status.code];
  if (status !== undefined) return hidden(status);
  return guardOf(body) === "permit" ? hidden("guarded") : { published: true, until: null, why: "published" };
}

/** The part of a published licence that may be shown: of 易制毒 permits not the content, which names quantities and flows. */
export function publicLicence(body: LicenceBody): LicenceBody {
  if (guardOf(body) !== "content") return body;
  return { ...body, content: null, notes: body.notes.filter((note) => note.field !== "content") };
}

/** The listing itself was revoked; an enterprise whose registration was rescinded (撤销登记) is another matter. */
const LISTING_REVOKED = /撤销(?!登记|设立|注册)/;

/**
 * Entries of lists end on the day of their removal or of their term. Those of the 经营异常名录 stay with their removal,
 * as on the national system, unless the listing itself was revoked (撤销).
 * @param today `YYYY-MM-DD` in Asia/Shanghai
 */
export function listPublication(body: ListBody, today: string): Publication {
  if (body.list === "abnormal") {
    const revoked = body.removalReason !== null && LISTING_REVOKED.test(body.removalReason);
    if (!revoked) return { published: true, until: null, why: "published" };
    const over = body.removedOn === null || body.removedOn <= today;
    return over
      ? hidden("rescinded", body.removedOn)
      : { published: true, until: body.removedOn, why: "published" };
  }
  const term = LIST_MAX_MONTHS[body.list];
  const byLaw = term === undefined || body.listedOn === null ? null : addMonths(body.listedOn, term.months);
  const removed = body.removedOn !== null && body.removedOn <= today;
  return judged(earliest(byLaw, body.endsOn, body.removedOn), today, removed ? "removed" : "expired");
}
