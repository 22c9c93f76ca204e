/** So few letters stand in the middle of many words: nb of UNBOX. */
const FEW_LETTERS = 2;

/** Whether letters say something wherever they are written. One or two do only where a word of letters begins with them. */
export const tellAnywhere = (parts: readonly string[]): boolean => parts.join("").length > FEW_LETTERS;

function beginsWord(key: string, part: string): boolean {
  for (let at = key.indexOf(part); at >= 0; at = key.indexOf(part, at + 1))
    if (at === 0 || !/[A-Z]/.test(key.charAt(at - 1))) return true;
  return false;
}

/** Whether a key has the letters that were typed themselves, and not just their sounds. PostgreSQL's is in `byLetters`. */
export function hasLetters(key: string, parts: readonly string[]): boolean {
  const isAnywhere = tellAnywhere(parts);
  return parts.every((part) => (isAnywhere ? key.includes(part) : beginsWord(key, part)));
}
