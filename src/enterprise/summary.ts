import type { Profile, Summary } from "./profile.ts";
import type { ListId } from "./record.ts";

/** Pure. `today` tells open entries of the 经营异常名录 from those whose removal has come. */
export function summarise(
  of: Pick<Profile, "lists" | "abnormal" | "penalties" | "licences">,
  today: string,
): Summary {
  const ids: ListId[] = [...new Set(of.lists.map((entry) => entry.list))].sort();
  return {
    lists: ids,
    counts: {
      lists: of.lists.length,
      abnormal: of.abnormal.length,
      abnormalOpen: of.abnormal.filter((entry) => entry.removedOn === null || entry.removedOn > today).length,
      penalties: of.penalties.length,
      licences: of.licences.length,
    },
    lastPenaltyOn: of.penalties[0]?.decidedOn ?? null,
  };
}
