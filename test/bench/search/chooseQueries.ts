import { Random, scatterer } from "../../../ingest/demo/random.ts";
import { type Company, plain } from "./companies.ts";
import type { Draft, JudgedQuery, QueryClass } from "./queryClass.ts";
import { countSatisfied } from "./satisfied.ts";
import type { Sought } from "./sought.ts";
import type { World } from "./world.ts";

/** Each round is a pass over all companies; what a million names leave too few of stays short. */
const ROUNDS = 5;
/** Of one class and round. */
const MOST_DRAFTS = 20_000;

interface Drawn {
  draft: Draft;
  company: Company;
}

/** The walk of one class through all companies, each of them once, in an order of its own. */
interface Walk {
  of: QueryClass;
  step: number;
  chosen: JudgedQuery[];
  /** Of what was drafted, how many were fair. */
  drafted: number;
  place: (step: number) => number;
}

function drawMore(world: World, walk: Walk, of: { seed: number; wanted: number }): Drawn[] {
  const { companies } = world;
  const drawn: Drawn[] = [];
  const purpose = [...walk.of.id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);
  const random = new Random(of.seed, 0, purpose);
  while (drawn.length < of.wanted && walk.step < companies.length) {
    const index = walk.place(walk.step++);
    const company = companies[index];
    if (company === undefined) continue;
    random.restart(of.seed, index, purpose);
    const other = () => companies[random.int(companies.length)] ?? company;
    const draft = walk.of.draft({ company, key: plain(company.name), index, world, random, other });
    if (draft !== null) drawn.push({ draft, company });
  }
  return drawn;
}

/** What is counted for a draft: what makes it fair, and then how far it is from any name. */
function soughtsOf({ fair, measured }: Draft): Sought[] {
  const near = measured === undefined ? [] : ([1, 2] as const);
  return [
    ...fair.map(({ sought }) => sought),
    ...near.map((edits): Sought => ({ by: "near", key: measured ?? "", edits })),
  ];
}

/** Sets apart, by one pass over all companies, the fair ones of what was drawn. */
function keepFair(world: World, drawn: readonly { walk: Walk; one: Drawn }[], queries: number): void {
  const counts = countSatisfied(
    world,
    drawn.flatMap(({ one }) => soughtsOf(one.draft)),
  );
  let place = 0;
  for (const { walk, one } of drawn) {
    const { q, fair, measured } = one.draft;
    const isFair = fair.map(({ most }) => (counts[place++] ?? 0) <= most).every(Boolean);
    const [byOne, byTwo] = measured === undefined ? [0, 0] : [counts[place++] ?? 0, counts[place++] ?? 0];
    walk.drafted++;
    if (!isFair || walk.chosen.length >= queries) continue;
    const { uscc, name } = one.company;
    const edits = measured === undefined ? null : byOne > 0 ? 1 : byTwo > 0 ? 2 : 3;
    walk.chosen.push({ q, right: walk.of.meant === "none" ? null : uscc, about: name, edits });
  }
}

/**
 * Up to `queries` fair queries of each class. What they are follows from the companies and the seed.
 * Some classes have fewer: none at all where no company has what they are made from.
 */
export function chooseQueries(
  world: World,
  classes: readonly QueryClass[],
  of: { seed: number; queries: number },
): Map<QueryClass, JudgedQuery[]> {
  const size = world.companies.length;
  const walks = classes.map(
    (each, i): Walk => ({
      of: each,
      step: 0,
      chosen: [],
      drafted: 0,
      place: scatterer(size, of.seed * 101 + i),
    }),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const open = walks.filter(({ chosen, step }) => chosen.length < of.queries && step < size);
    if (open.length === 0) break;
    const drawn = open.flatMap((walk) => {
      const missing = of.queries - walk.chosen.length;
      const share = walk.drafted === 0 ? 0.5 : Math.max(walk.chosen.length / walk.drafted, 0.002);
      const wanted = Math.min(MOST_DRAFTS, Math.ceil((missing / share) * 1.3));
      return drawMore(world, walk, { seed: of.seed, wanted }).map((one) => ({ walk, one }));
    });
    keepFair(world, drawn, of.queries);
  }
  return new Map(walks.map(({ of: each, chosen }) => [each, chosen]));
}
