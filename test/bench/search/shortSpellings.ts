/** A letter by itself, or what may be a syllable. */
const PIECE = /^(?:[a-z]|(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouv]+(?:ng?|r)?)$/;
const LONGEST_SYLLABLE = 6;

function cuts(text: string): string[] {
  if (text === "") return [""];
  const found: string[] = [];
  for (let length = 1; length <= Math.min(LONGEST_SYLLABLE, text.length); length++)
    if (PIECE.test(text.slice(0, length)))
      found.push(...cuts(text.slice(length)).map((letters) => text.charAt(0) + letters));
  return found;
}

/** Longer texts are cut in too many ways, and mean too few names for it to matter. */
const LONGEST = 12;
const KNOWN = new Map<string, readonly string[]>();

/** The first letters of what a text in small letters may spell, some syllables by their first letter: rhsba is r·h·s·b·a and r·h·s·ba. */
export function firstLettersOf(text: string): readonly string[] {
  const known = KNOWN.get(text) ?? [...new Set(text.length > LONGEST ? [text] : cuts(text))];
  KNOWN.set(text, known);
  return known;
}

/** Whether a text spells these syllables from one place on, each by its first letter or in full, the last as far as it was typed. */
export function isSpelledFrom(syllables: readonly string[], at: number, text: string): boolean {
  if (text === "") return true;
  const syllable = syllables[at];
  if (syllable === undefined || syllable === "" || text.charAt(0) !== syllable.charAt(0)) return false;
  if (syllable.startsWith(text)) return true;
  return (
    isSpelledFrom(syllables, at + 1, text.slice(1)) ||
    (syllable.length > 1 &&
      text.startsWith(syllable) &&
      isSpelledFrom(syllables, at + 1, text.slice(syllable.length)))
  );
}
