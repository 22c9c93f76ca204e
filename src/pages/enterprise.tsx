import { namesOf } from "../db/enterprises.ts";
import { readProfile } from "../db/profiles.ts";
import { canonicalCode, checkUscc, repairUscc } from "../enterprise/identifiers.ts";
import type { ProfileAnswer } from "../enterprise/profile.ts";
import { CreditError } from "../errors.ts";
import type { Lang } from "./format.ts";
import { type PageContext, readMoment, todayOf } from "./frame.ts";
import { profilePage } from "./profile/profilePage.tsx";
import { href } from "./view.ts";

const OFFERED = 5;

/** The refusal of an unsound code, with codes that may have been meant, known enterprises first. */
async function unsound(c: PageContext, typed: string): Promise<CreditError> {
  const candidates = repairUscc(typed);
  const names = await namesOf(c.env.sql, candidates);
  const repairs = candidates
    .map((uscc) => ({ uscc, name: names.get(uscc) ?? null }))
    .sort((a, b) => Number(a.name === null) - Number(b.name === null))
    .slice(0, OFFERED);
  return new CreditError("invalid_uscc", "the code fails its checks", {
    details: { uscc: canonicalCode(typed), repairs },
  });
}

/**
 * `/enterprise/{uscc}`: the profile, now or with `?asOf=`. Small letters, full-width and spaces lead to the one address.
 * `?full=1` shows every text unfolded.
 */
export async function enterprise(c: PageContext, lang: Lang): Promise<Response> {
  const typed = c.req.param("uscc") ?? "";
  const { uscc, ok } = checkUscc(typed);
  if (!ok) throw await unsound(c, typed);
  const { searchParams, search } = new URL(c.req.url);
  if (uscc !== typed) return c.redirect(`${href(lang, `/enterprise/${uscc}`)}${search}`, 308);
  const asOf = searchParams.get("asOf") || undefined;
  const today = todayOf(c);
  const { view } = await readMoment(c, lang);
  const { text, snapshot } = await readProfile(c.env.sql, uscc, { today, asOf });
  const profile: ProfileAnswer = JSON.parse(text);
  c.env.lookups.count(asOf === undefined ? "profile" : "asof", today);
  c.header("Credit-Snapshot", String(snapshot.id));
  return c.html(
    profilePage({
      view,
      profile,
      today: asOf === undefined ? today : snapshot.day,
      shown: { snapshot: String(snapshot.id), publishedAt: snapshot.publishedAt },
      full: searchParams.get("full") === "1",
    }),
  );
}
