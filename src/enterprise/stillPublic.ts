import type { Profile } from "./profile.ts";
import { summarise } from "./summary.ts";

interface Published {
  id: string;
  publicUntil: string | null;
}

const holds = (item: Published, today: string) => item.publicUntil === null || item.publicUntil > today;

function filtered(profile: Profile, keep: (item: Published) => boolean, day: string): Profile {
  const kept = {
    lists: profile.lists.filter(keep),
    abnormal: profile.abnormal.filter(keep),
    penalties: profile.penalties.filter(keep),
    licences: profile.licences.filter(keep),
  };
  return { ...profile, ...kept, summary: summarise(kept, day) };
}

/** Every record that a profile shows. */
export function recordsOf(profile: Profile): Published[] {
  return [...profile.lists, ...profile.abnormal, ...profile.penalties, ...profile.licences];
}

/**
 * The profile without the records whose period has ended by `today`: what may be shown when a night was missed.
 * The same day gives the same text, and a profile that nothing has ended in comes back with equal content.
 */
export function stillPublic(profile: Profile, today: string): Profile {
  return filtered(profile, (item) => holds(item, today), today);
}

/** Ids of the records that may be shown today, with nothing known but the current profile. */
export function publicIds(current: Profile, today: string): ReadonlySet<string> {
  return new Set(
    recordsOf(current)
      .filter((item) => holds(item, today))
      .map((item) => item.id),
  );
}

/**
 * What the public may see today of a past day's profile: records of that day that the current profile still shows and
 * whose period, by both versions, has not ended. The rest is counted, not shown.
 * @param then.day the day of the past snapshot; open entries are counted as of it
 */
export function publicToday(
  then: { profile: Profile; day: string },
  current: Profile,
  today: string,
): { profile: Profile; withheld: number } {
  const ids = publicIds(current, today);
  const profile = filtered(then.profile, (item) => ids.has(item.id) && holds(item, today), then.day);
  return { profile, withheld: recordsOf(then.profile).length - recordsOf(profile).length };
}
