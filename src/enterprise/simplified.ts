import { Converter } from "opencc-js/t2cn";

/** Traditional characters to simplified ones, by OpenCC's data, character by character. */
const SIMPLIFIED = new Map<number, string>();

function load(): void {
  const convert = Converter({ from: "t", to: "cn" });
  for (let point = 0x3400; point <= 0x9fff; point++) {
    const character = String.fromCharCode(point);
    const simplified = convert(character);
    if (simplified !== character) SIMPLIFIED.set(point, simplified);
  }
}

/** Every character by itself, so that the same name folds alike whatever stands around it. */
export function toSimplified(text: string): string {
  if (SIMPLIFIED.size === 0) load();
  let folded: string | undefined;
  for (let i = 0; i < text.length; i++) {
    const simplified = SIMPLIFIED.get(text.charCodeAt(i));
    if (simplified !== undefined) folded = (folded ?? text.slice(0, i)) + simplified;
    else if (folded !== undefined) folded += text[i];
  }
  return folded ?? text;
}
