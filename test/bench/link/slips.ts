import type { Random } from "../../../ingest/demo/random.ts";
import { otherCharacter } from "./characters.ts";

export type TextSlip = "wrong" | "missing" | "extra" | "swapped";

function swapped(text: string, random: Random): string | null {
  const places = [...Array(Math.max(0, text.length - 1)).keys()].filter((i) => text[i] !== text[i + 1]);
  if (places.length === 0) return null;
  const at = random.pick(places);
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}

/** A text with one slip of the pen, or null where there is no room for it. Differs from the text for sure. */
export function slipped(text: string, slip: TextSlip, random: Random): string | null {
  if (slip === "swapped") return swapped(text, random);
  const at = random.int(text.length);
  const [head, tail] = [text.slice(0, at), text.slice(at + 1)];
  const here = text.charAt(at);
  if (slip === "missing") return text.length < 3 ? null : head + tail;
  if (slip === "extra")
    return head + here + (random.chance(0.5) ? here : random.pick([..."新大工业"])) + tail;
  const kind = random.pick(["sound", "look", "any"] as const);
  const other = otherCharacter(here, kind, random) ?? otherCharacter(here, "any", random);
  return other === null ? null : head + other + tail;
}

const CONFUSABLE: Readonly<Record<string, string>> = {
  "0": "O",
  "1": "I",
  "2": "Z",
  "5": "S",
  "8": "B",
  U: "V",
};
export type CodeSlip = "wrong" | "confusable" | "swapped" | "missing" | "extra";

/** A code with one slip, after the registry's part, so that the code stays one of an enterprise. */
export function slippedCode(code: string, slip: CodeSlip, random: Random): string | null {
  if (slip === "confusable") {
    const places = [...Array(code.length).keys()].filter(
      (at) => at > 1 && CONFUSABLE[code.charAt(at)] !== undefined,
    );
    if (places.length === 0) return null;
    const at = random.pick(places);
    return code.slice(0, at) + CONFUSABLE[code.charAt(at)] + code.slice(at + 1);
  }
  const at = 8 + random.int(code.length - 9);
  const [head, here, tail] = [code.slice(0, at), code.charAt(at), code.slice(at + 1)];
  if (slip === "missing") return head + tail;
  if (slip === "extra") return head + here + here + tail;
  if (slip === "swapped") {
    const next = code.charAt(at + 1);
    return next === here ? null : head + next + here + code.slice(at + 2);
  }
  const others = [..."0123456789ACEGHJKMNPQRTWXY"].filter((c) => c !== here);
  return head + random.pick(others) + tail;
}
