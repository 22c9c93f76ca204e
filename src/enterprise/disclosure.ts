import { addMonths, addYears } from "./dates.ts";
import {
  ADVERSE_YEARS,
  GUARDED_PERMITS,
  LIST_MAX_MONTHS,
  MINOR_KINDS,
  PENALTY_REGIMES,
  type PenaltyRegime,
} from "./publicationPeriods.ts";
import type { LicenceBody, ListBody, PenaltyBody } from "./record.ts";

/** Whether a record may be shown to anyone on a day. `until` is the first day on which it no longer may. */
export interface Publication {
  published: boolean;
  until: string | null;
  why: "published" | "minor" | "expired" | "removed" | "rescinded" | "guarded" | "undated";
}

const earlier = (a: string, b: string | null): string => (b !== null && b < a ? b : a);

function judged(until: string | null, today: string, over: "expired" | "removed"): Publication {
  const published = until === null || until > today;
  return { published, until, why: published ? "published" : over };
}

function regimeOf(decidedOn: string): PenaltyRegime | undefined {
  return PENALTY_REGIMES.find((regime) => regime.from <= decidedOn);
}

/** 行政处罚: to the delivered 公示截止期 or the regime's maximum, whichever is earlier. */
export function penaltyPublication(body: PenaltyBody, today: string): Publication {
  if (body.decidedOn === null) return { published: false, until: null, why: "undated" };
  if (body.kinds.length > 0 && body.kinds.every((kind) => MINOR_KINDS.has(kind.code)))
    return { published: false, until: null, why: "minor" };
  const regime = regimeOf(body.decidedOn);
  if (regime === undefined) return { published: false, until: null, why: "undated" };
  const severe = body.kinds.some((kind) => regime.severeKinds.includes(kind.code));
  const maximum = addMonths(body.decidedOn, severe ? regime.maxMonths.severe : regime.maxMonths.ordinary);
  const cap = earlier(maximum, addYears(body.decidedOn, ADVERSE_YEARS));
  return judged(earlier(cap, body.deliveredUntil), today, "expired");
}

/** 行政许可: public without a term (行政许可法 art. 40), but for permits that touch public safety. */
export function licencePublication(body: LicenceBody): Publication {
  const about = [body.title, body.certificate, body.content].filter((text) => text !== null).join(" ");
  if (GUARDED_PERMITS.test(about)) return { published: false, until: null, why: "guarded" };
  return { published: true, until: null, why: "published" };
}

/**
 * Entries of lists end on the day of their removal or of their term. Those of the 经营异常名录 stay with their removal,
 * as on the national system, unless the listing itself was revoked (撤销).
 */
export function listPublication(body: ListBody, today: string): Publication {
  if (body.list === "abnormal") {
    const revoked = body.removalReason !== null && /撤销/.test(body.removalReason);
    if (revoked && body.removedOn !== null && body.removedOn <= today)
      return { published: false, until: body.removedOn, why: "rescinded" };
    return { published: true, until: revoked ? body.removedOn : null, why: "published" };
  }
  const term = LIST_MAX_MONTHS[body.list];
  const byLaw = term === undefined || body.listedOn === null ? null : addMonths(body.listedOn, term.months);
  const ends = [byLaw, body.endsOn, body.removedOn].filter((day) => day !== null).sort();
  return judged(
    ends[0] ?? null,
    today,
    body.removedOn !== null && body.removedOn <= today ? "removed" : "expired",
  );
}
