import type { Day } from "../../../ingest/demo/days.ts";
import { personName } from "../../../ingest/demo/people.ts";
import { Random } from "../../../ingest/demo/random.ts";
import { CODE_DIRT } from "./codeDirt.ts";
import type { DirtClass, Scene } from "./dirtClass.ts";
import type { LinkFirm, LinkWorld } from "./firm.ts";
import { explanationCost, judged } from "./judge.ts";
import { LAYOUTS } from "./layouts.ts";
import { NAME_DIRT } from "./nameDirt.ts";
import { rivalCosts } from "./rivals.ts";
import type { Draft, Linkable, Need, Stated } from "./row.ts";
import { STRANGER_DIRT } from "./strangerDirt.ts";

export const DIRT_CLASSES: readonly DirtClass[] = [...CODE_DIRT, ...NAME_DIRT, ...STRANGER_DIRT];
const PURPOSE = 71;
/** Firms that are asked for one of a rare kind before a class is given up. */
const TRIES = 300;
const FIRST_STRANGER = 2_000_000_000;

/** Draws one of a list by its shares. */
function byShare<T extends { share: number }>(list: readonly T[], random: Random): T {
  let left = random.share() * list.reduce((sum, { share }) => sum + share, 0);
  for (const one of list) {
    left -= one.share;
    if (left < 0) return one;
  }
  return random.pick(list);
}

function layoutFor(needs: readonly Need[], random: Random): number {
  const fitting = LAYOUTS.filter(({ has }) => needs.every((need) => has.includes(need)));
  return LAYOUTS.indexOf(byShare(fitting, random));
}

/** A day in the firm's life; of a former name, before it was given up. */
function dayFor(firm: LinkFirm, former: boolean, world: LinkWorld, random: Random): Day {
  const from = firm.established + 30;
  const to = Math.min((former ? firm.renamedOn : firm.closed) ?? world.today, world.today) - 3;
  return to <= from ? Math.min(from, world.today - 3) : to - random.int(Math.min(to - from, 1_500));
}

const SILENT = { code: "", orgCode: "", regNo: "", name: "", parts: null, representative: "", address: "" };

function draftOf(of: DirtClass, scene: Scene): Draft | null {
  const { firm, world, random } = scene;
  const made = of.make(scene);
  if (made === null) return null;
  const layout = layoutFor(of.needs ?? [], random);
  const has = LAYOUTS[layout]?.has ?? [];
  const stated: Stated = {
    ...SILENT,
    city: world.cityOf(firm),
    decidedOn: dayFor(firm, of.id === "former", world, random),
    ...made,
  };
  if (!has.includes("representative")) stated.representative = "";
  if (has.includes("address") && stated.representative !== "" && of.by === "judge")
    stated.address = firm.address;
  const own = of.by === "code" || of.by === "judge" || of.itsOwn === true;
  return {
    class: of.id,
    stated,
    firm: own ? firm.index : null,
    by: of.by,
    needs: of.needs ?? [],
    naturalPerson: of.id === "person",
    layout,
  };
}

/** Record `number` of a seed, or null when no firm was found for its kind. @param only classes to draw from */
export function makeDraft(
  world: LinkWorld,
  seed: number,
  number: number,
  only: readonly DirtClass[] = DIRT_CLASSES,
): Draft | null {
  const random = new Random(seed, number, PURPOSE);
  const of = byShare(only, random);
  const stranger = personName(seed, FIRST_STRANGER + number);
  for (let turn = 0; turn < TRIES; turn++) {
    const draft = draftOf(of, { world, firm: world.at(random.int(world.size)), random, stranger });
    if (draft !== null) return draft;
  }
  return null;
}

export interface JudgedDraft extends Draft {
  linkable: Linkable;
}

/** What the draft is worth as a test, or null when it would be an unfair one. */
function verdictOf(world: LinkWorld, draft: Draft, rival: number): Linkable | null {
  if (draft.by === "code") return "yes";
  if (draft.by === "contrary") return "never";
  const own = draft.firm === null ? null : explanationCost(draft.stated, world.at(draft.firm));
  const verdict = judged(own, rival);
  if (verdict === "unfair") return null;
  return draft.by === "never" ? "never" : verdict;
}

/**
 * Records until `linkable` of them can be linked by a careful clerk, each judged against the whole register. Unfair ones, that
 * fit another firm better than their own, are left out.
 */
export function judgedDrafts(world: LinkWorld, options: { seed: number; linkable: number }): JudgedDraft[] {
  const drafts: Draft[] = [];
  for (let number = 0; number < options.linkable * 1.6; number++) {
    const draft = makeDraft(world, options.seed, number);
    if (draft !== null) drafts.push(draft);
  }
  const rivals = rivalCosts(world, drafts);
  const kept: JudgedDraft[] = [];
  let linkable = 0;
  for (const [at, draft] of drafts.entries()) {
    const verdict = verdictOf(world, draft, rivals[at] ?? Number.POSITIVE_INFINITY);
    if (verdict === null) continue;
    kept.push({ ...draft, linkable: verdict });
    if (verdict === "yes" && ++linkable === options.linkable) break;
  }
  return kept;
}
