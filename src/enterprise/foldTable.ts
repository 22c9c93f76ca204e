/** Surrogates, and marks that join the character before them: texts with these are folded as a whole. */
const JOINED = /[\ud800-\udfff\uff9e\uff9f]|[\u3099\u309a]|[\u0300-\u036f]/;
const UNKNOWN = -1;
const SEVERAL = -2;

/**
 * Makes a fast function of a slow one that folds every character by itself, but for characters that join.
 * The table maps each UTF-16 unit to the unit that it folds to, 0 when it is dropped; it is filled as units are met (256 kB).
 * Texts that are folded already come back as they are.
 */
export function foldTable(foldWhole: (text: string) => string): (text: string) => string {
  const folded = new Int32Array(65_536).fill(UNKNOWN);
  const several = new Map<number, string>();

  function learn(unit: number): number {
    const to = foldWhole(String.fromCharCode(unit));
    const value = to.length === 0 ? 0 : to.length === 1 ? to.charCodeAt(0) : SEVERAL;
    if (value === SEVERAL) several.set(unit, to);
    folded[unit] = value;
    return value;
  }

  return (text) => {
    let result: string | undefined;
    let isApart = false;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      let to = folded[unit] ?? UNKNOWN;
      if (to === unit) {
        if (result !== undefined) result += text.charAt(i);
        continue;
      }
      if (to === UNKNOWN) {
        if (!isApart && JOINED.test(text)) return foldWhole(text);
        isApart = true;
        to = learn(unit);
      }
      result ??= text.slice(0, i);
      if (to === SEVERAL) result += several.get(unit) ?? "";
      else if (to !== 0) result += String.fromCharCode(to);
    }
    return result ?? text;
  };
}
