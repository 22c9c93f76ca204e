import { nameKey } from "../enterprise/nameKey.ts";

/** A text's normalised form, and for each unit of it which character of the text it comes from. */
function folded(characters: readonly string[]): { key: string; origin: number[] } {
  let key = "";
  const origin: number[] = [];
  characters.forEach((character, index) => {
    const own = nameKey(character);
    key += own;
    for (let i = 0; i < own.length; i++) origin.push(index);
  });
  return { key, origin };
}

function marked(characters: readonly string[], isMarked: (character: number) => boolean): string {
  let out = "";
  characters.forEach((character, i) => {
    if (isMarked(i) && !isMarked(i - 1)) out += "«";
    out += character;
    if (isMarked(i) && !isMarked(i + 1)) out += "»";
  });
  return out;
}

/** Marks the characters of a text that these units of its normalised form come from, between « and ». */
export function markUnits(text: string, units: Iterable<number>): string {
  const characters = [...text];
  const { origin } = folded(characters);
  const marks = new Set([...units].map((unit) => origin[unit]));
  return marked(characters, (i) => marks.has(i));
}

/**
 * Marks the parts in a text between « and », where its normalised form holds them.
 * @returns null when a part is not in it
 */
export function markParts(text: string, parts: readonly string[]): string | null {
  const characters = [...text];
  const { key, origin } = folded(characters);
  const marks = new Set<number>();
  for (const part of parts) {
    const at = key.indexOf(part);
    if (at < 0) return null;
    const from = origin[at] ?? 0;
    const to = origin[at + part.length - 1] ?? from;
    for (let i = from; i <= to; i++) marks.add(i);
  }
  return marked(characters, (i) => marks.has(i));
}
