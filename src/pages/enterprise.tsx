import { profileAnswer, readProfile } from "../db/profiles.ts";
import { unsoundCode } from "../db/repairs.ts";
import { canonicalCode, isUscc } from "../enterprise/identifiers.ts";
import type { Lang } from "./format.ts";
import { type PageContext, readMoment, todayOf } from "./frame.ts";
import { profilePage } from "./profile/profilePage.tsx";
import { href } from "./view.ts";

/**
 * `/enterprise/{uscc}`: the profile, now or with `?asOf=`. Small letters, full-width, spaces and former codes lead to the one
 * address.
 * `?full=1` shows every text unfolded.
 */
export async function enterprise(c: PageContext, lang: Lang): Promise<Response> {
  const typed = c.req.param("uscc") ?? "";
  const uscc = canonicalCode(typed);
  if (!isUscc(uscc)) throw await unsoundCode(c.env.sql, typed);
  const { searchParams, search } = new URL(c.req.url);
  if (uscc !== typed) return c.redirect(`${href(lang, `/enterprise/${uscc}`)}${search}`, 308);
  const asOf = searchParams.get("asOf") || undefined;
  const today = todayOf(c);
  const read = await readProfile(c.env.sql, uscc, { today, asOf });
  if ("movedTo" in read) return c.redirect(`${href(lang, `/enterprise/${read.movedTo}`)}${search}`, 308);
  const { view } = await readMoment(c, lang);
  const { snapshot } = read;
  c.env.lookups.count(asOf === undefined ? "profile" : "asof", today);
  c.header("Credit-Snapshot", String(snapshot.id));
  return c.html(
    profilePage({
      view,
      profile: profileAnswer(read),
      today: asOf === undefined ? today : snapshot.day,
      shown: { snapshot: String(snapshot.id), publishedAt: snapshot.publishedAt },
      full: searchParams.get("full") === "1",
    }),
  );
}
