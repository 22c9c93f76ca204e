import { DIRT_CLASSES } from "./drafts.ts";
import { type Counts, curveOf, type Quality, qualityOf, summed, type Tally } from "./tally.ts";

/** Of the issue that asked for it: what automatic links have to reach. */
export const FLOORS = { judged: 20_000, precision: 0.9995, recall: 0.97, review: 0.02 } as const;

export const percent = (share: number, digits = 2) => `${(100 * share).toFixed(digits)} %`;
const pad = (text: string | number, width: number) => String(text).padStart(width);

/** A class whose records carry a sound code or number. */
const sound = (id: string) => DIRT_CLASSES.find((of) => of.id === id)?.by === "code";

/** All classes but those that a code settles: what is left is what linking by evidence is for. */
export const withoutSoundCode = (tally: Tally): Counts =>
  summed([...tally.byClass].filter(([id]) => !sound(id)).map(([, counts]) => counts));

export interface Floor {
  what: string;
  passes: boolean;
}

export function floorsOf(tally: Tally, quality: Quality): Floor[] {
  return [
    {
      what: `judged links ${quality.judged}, at least ${FLOORS.judged}`,
      passes: quality.judged >= FLOORS.judged,
    },
    {
      what: `precision ${quality.precision.toFixed(5)}, at least ${FLOORS.precision}`,
      passes: quality.precision >= FLOORS.precision,
    },
    {
      what: `recall ${quality.recall.toFixed(4)}, at least ${FLOORS.recall}`,
      passes: quality.recall >= FLOORS.recall,
    },
    {
      what: `review ${percent(quality.review)}, at most ${percent(FLOORS.review)}`,
      passes: quality.review <= FLOORS.review,
    },
    {
      what: `links that nothing may make ${tally.forbidden}, at most 0`,
      passes: tally.forbidden === 0,
    },
    {
      what: `natural persons linked ${tally.linkedPersons}, at most 0`,
      passes: tally.linkedPersons === 0,
    },
  ];
}

function classLine(id: string, counts: Counts): string {
  const title = DIRT_CLASSES.find((of) => of.id === id)?.title ?? id;
  const numbers = [counts.rows, counts.linkable, counts.right, counts.wrong, counts.review, counts.unlinked];
  const recall = counts.linkable === 0 ? "–" : percent(counts.due / counts.linkable, 1);
  const absent = counts.absent === 0 ? "" : `, ${counts.absent} in no night`;
  return `${id.padEnd(22)}${numbers.map((n) => pad(n, 9)).join("")}${pad(recall, 10)}  ${title}${absent}`;
}

const sumLine = (title: string, counts: Counts) => {
  const { judged, precision, recall, f1, review } = qualityOf(counts);
  return `${title}: ${judged} judged links, precision ${precision.toFixed(5)}, recall ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}, review ${percent(review)}`;
};

/** The release card of automatic links. */
export function linkLines(tally: Tally): string[] {
  const quality = qualityOf(tally.total);
  const known = DIRT_CLASSES.flatMap(({ id }) => {
    const counts = tally.byClass.get(id);
    return counts === undefined ? [] : [classLine(id, counts)];
  });
  const columns = ["rows", "linkable", "right", "wrong", "review", "unlinked"];
  return [
    `${"class".padEnd(22)}${columns.map((name) => pad(name, 9)).join("")}${pad("recall", 10)}`,
    ...known,
    classLine("all", tally.total),
    sumLine("all rows", tally.total),
    sumLine("rows without a sound code", withoutSoundCode(tally)),
    ...curveLines(tally),
    ...floorsOf(tally, quality).map(({ what, passes }) => `floor: ${what}: ${passes ? "pass" : "FAIL"}`),
  ];
}

/** Linked and asked-about rows together by score: where a threshold could stand. */
function curveLines(tally: Tally): string[] {
  const points = curveOf(tally.scored, tally.total.linkable);
  return [
    "if all from a score on were linked, and nothing else:",
    `${pad("score", 10)}${pad("links", 9)}${pad("precision", 11)}${pad("recall", 9)}`,
    ...points.map(
      ({ threshold, links, precision, recall }) =>
        `${pad(threshold, 10)}${pad(links, 9)}${pad(precision.toFixed(5), 11)}${pad(recall.toFixed(4), 9)}`,
    ),
  ];
}

/** What the evidence says in words, or as much of it as fits a line. */
function evidenceLines(evidence: string | null): string[] {
  if (evidence === null) return [];
  const said = [...evidence.matchAll(/"zh":"((?:[^"\\]|\\.)*)"/g)].map((found) => `  ${found[1]}`);
  return said.length > 0 ? said : [`  ${evidence.slice(0, 400)}`];
}

/** The first wrong links of each class with their evidence. */
export function wrongLines(tally: Tally, most: number): string[] {
  const shown = new Map<string, number>();
  return tally.wrong.flatMap(({ truth, link }) => {
    const count = (shown.get(truth.class) ?? 0) + 1;
    shown.set(truth.class, count);
    if (count > most) return [];
    return [
      `wrong · ${truth.class} · ${truth.source}/${truth.feed} · ${truth.said}`,
      `  linked to ${link.uscc} by ${link.rule} (${link.why}, ${link.score}); is ${truth.uscc ?? "nobody's"}`,
      ...evidenceLines(link.evidence),
    ];
  });
}
