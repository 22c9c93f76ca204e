import { plain } from "./companies.ts";
import { MANY, nearCounter } from "./near.ts";
import { firstLettersOf } from "./shortSpellings.ts";
import { ENDS_REGION, type Sought, satisfies } from "./sought.ts";
import type { World } from "./world.ts";

const pairsOf = (text: string) =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

type Frequency = ReadonlyMap<string, number>;

function frequencies(texts: readonly string[]): Frequency {
  const counts = new Map<string, number>();
  for (const text of texts) for (const pair of pairsOf(text)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
}

/** Of a text's pairs the one that is rarest in a sample. */
function rarest(text: string, frequency: Frequency): string {
  let [best, least] = [text.slice(0, 2), Number.POSITIVE_INFINITY];
  for (const pair of pairsOf(text)) {
    const count = frequency.get(pair) ?? 0;
    if (count < least) [best, least] = [pair, count];
  }
  return best;
}

const SAMPLE = 20_000;
/** First letters are looked up in windows of so many; what spells one or two syllables has no more. */
const LETTERS = 3;
const HALF_CODE = 9;

/** Pieces of which a company must have one to be meant, so that it is compared with few. None: with all. */
function hooksOf(sought: Sought, of: { names: Frequency; addresses: Frequency }): string[] {
  switch (sought.by) {
    case "name":
      return [`=${sought.key}`];
    case "parts":
      return [
        `~${rarest(
          sought.parts.reduce((a, b) => (b.length > a.length ? b : a), ""),
          of.names,
        )}`,
      ];
    case "initials":
      return [...new Set(firstLettersOf(sought.text).map((letters) => `i${letters.slice(0, LETTERS)}`))];
    case "spelling":
      return [`s${sought.initials}`];
    case "mixed":
      return [`m${sought.head.slice(-1)}${sought.initials.slice(0, 1)}`];
    case "person":
      return [`p${sought.name}`];
    case "address":
      return [`a${rarest(sought.text, of.addresses)}`];
    case "code":
      return [`c${sought.text}`];
    case "likeCode":
      return [`h${sought.text.slice(0, HALF_CODE)}`, `h${sought.text.slice(HALF_CODE)}`];
    case "near":
      return [];
  }
}

type Piece = (world: World, index: number) => string[];

const windows = (text: string, length: number) =>
  Array.from({ length: Math.max(0, text.length - length + 1) }, (_, i) => text.slice(i, i + length));

/** The pieces that a company has, by the kind of what is sought. */
const PIECES: Record<Exclude<Sought["by"], "near" | "code">, Piece> = {
  name: (world, i) => [`=${world.keys[i]}`],
  parts: (world, i) =>
    [world.keys[i] ?? "", world.formerKeys[i] ?? ""].flatMap(pairsOf).map((pair) => `~${pair}`),
  initials: (world, i) =>
    [LETTERS, 2, 1].flatMap((length) => windows(world.initials(i), length)).map((letters) => `i${letters}`),
  spelling: (world, i) => [`s${world.initials(i)}`],
  mixed: (world, i) => {
    const initials = world.initials(i);
    const key = world.keys[i] ?? "";
    return [...key].flatMap((character, at) => {
      const next = `m${character}${initials.charAt(at + 1)}`;
      return ENDS_REGION.test(key.charAt(at + 1))
        ? [next, `m${character}${initials.charAt(at + 2)}`]
        : [next];
    });
  },
  person: (world, i) => [`p${world.companies[i]?.representative}`],
  address: (world, i) => pairsOf(plain(world.companies[i]?.address ?? "")).map((pair) => `a${pair}`),
  likeCode: (world, i) => {
    const { uscc = "" } = world.companies[i] ?? {};
    return [`h${uscc.slice(0, HALF_CODE)}`, `h${uscc.slice(HALF_CODE)}`];
  },
};

function codePieces(lengths: ReadonlySet<number>): Piece {
  return (world, i) => {
    const { uscc = "", regNo = null } = world.companies[i] ?? {};
    return [...lengths].flatMap((length) =>
      [
        uscc.slice(0, length),
        uscc.slice(-length),
        uscc.slice(8, 8 + length),
        (regNo ?? "").slice(0, length),
      ].map((piece) => `c${piece}`),
    );
  };
}

/** Places in `soughts` by the pieces that a company must have. */
function hooksFor(world: World, soughts: readonly Sought[]): Map<string, number[]> {
  const some = world.companies.slice(0, SAMPLE);
  const sample = {
    names: frequencies(world.keys.slice(0, SAMPLE)),
    addresses: frequencies(some.map(({ address }) => plain(address ?? ""))),
  };
  const hooks = new Map<string, number[]>();
  soughts.forEach((sought, place) => {
    for (const hook of hooksOf(sought, sample)) {
      const places = hooks.get(hook);
      if (places === undefined) hooks.set(hook, [place]);
      else places.push(place);
    }
  });
  return hooks;
}

/**
 * How many of all companies each sought thing speaks of, up to MANY. One pass: bounded by what is sought, not by what is loaded.
 */
export function countSatisfied(world: World, soughts: readonly Sought[]): Uint8Array {
  const counts = new Uint8Array(soughts.length);
  const hooks = hooksFor(world, soughts);
  const lengths = new Set(soughts.flatMap((sought) => (sought.by === "code" ? [sought.text.length] : [])));
  const kinds = [...new Set(soughts.map((sought) => sought.by))];
  const pieces = kinds.flatMap((kind) =>
    kind === "near" ? [] : [kind === "code" ? codePieces(lengths) : PIECES[kind]],
  );
  const countNear = nearCounter(soughts, counts);
  for (let index = 0; index < world.companies.length; index++) {
    countNear(world, index);
    const places = new Set<number>();
    for (const piece of pieces)
      for (const hook of piece(world, index)) for (const place of hooks.get(hook) ?? []) places.add(place);
    for (const place of places) {
      const sought = soughts[place];
      const count = counts[place] ?? 0;
      if (sought !== undefined && count < MANY && satisfies(world, index, sought)) counts[place] = count + 1;
    }
  }
  return counts;
}
