/** Exact arithmetic on non-negative decimal text; no floating point anywhere. */

/** Without zeros that mean nothing, so that equal amounts are equal texts. */
export function trimDecimal(text: string): string {
  if (!text.includes(".")) return text.charCodeAt(0) === 48 ? text.replace(/^0+(?=\d)/, "") : text;
  const [whole = "", fraction = ""] = text.split(".");
  const w = whole.replace(/^0+(?=\d)/, "") || "0";
  const f = fraction.replace(/0+$/, "");
  return f === "" ? w : `${w}.${f}`;
}

/** `text × 10^places`; `places` may be negative. */
export function shiftDecimal(text: string, places: number): string {
  if (places >= 0 && !text.includes(".")) return trimDecimal(text + "0".repeat(places));
  const [whole = "", fraction = ""] = text.split(".");
  if (places < 0) {
    const digits = whole.padStart(1 - places, "0");
    return trimDecimal(`${digits.slice(0, places)}.${digits.slice(places)}${fraction}`);
  }
  const moved = fraction.padEnd(places, "0");
  return trimDecimal(`${whole}${moved.slice(0, places)}.${moved.slice(places)}`);
}

export function addDecimal(a: string, b: string): string {
  const [wholeA = "", fractionA = ""] = a.split(".");
  const [wholeB = "", fractionB = ""] = b.split(".");
  const width = Math.max(fractionA.length, fractionB.length);
  const sum = BigInt(wholeA + fractionA.padEnd(width, "0")) + BigInt(wholeB + fractionB.padEnd(width, "0"));
  return shiftDecimal(String(sum), -width);
}

/** −1, 0 or 1. */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const [wholeA = "0", fractionA = ""] = trimDecimal(a).split(".");
  const [wholeB = "0", fractionB = ""] = trimDecimal(b).split(".");
  if (wholeA.length !== wholeB.length) return wholeA.length < wholeB.length ? -1 : 1;
  const width = Math.max(fractionA.length, fractionB.length);
  const [x, y] = [wholeA + fractionA.padEnd(width, "0"), wholeB + fractionB.padEnd(width, "0")];
  return x < y ? -1 : x > y ? 1 : 0;
}
