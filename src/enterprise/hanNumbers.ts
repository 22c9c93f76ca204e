const DIGITS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 貳: 2, 叁: 3, 參: 3, 肆: 4, 伍: 5, 陆: 6, 陸: 6, 柒: 7, 捌: 8, 玖: 9, 弍: 2, 弎: 3 },
};
const SMALL: Readonly<Record<string, bigint>> = {
  ...{ 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1000n, 仟: 1000n },
};
const LARGE: Readonly<Record<string, bigint>> = {
  ...{ 万: 10_000n, 萬: 10_000n, 亿: 100_000_000n, 億: 100_000_000n },
};

/** Every character of a number in Chinese, for a character class. */
export const HAN_NUMBER = [...Object.keys(DIGITS), ...Object.keys(SMALL), ...Object.keys(LARGE)].join("");

/** The value of one Chinese or Arabic digit, null of anything else. */
export function readDigit(text: string): number | null {
  return /^\d$/.test(text) ? Number(text) : (DIGITS[text] ?? null);
}

function digitByDigit(text: string): bigint | null {
  const digits = [...text].map((c) => DIGITS[c]);
  return digits.length > 1 && digits.every((digit) => digit !== undefined) ? BigInt(digits.join("")) : null;
}

/** Where in a number the reading stands: below the last 万, below the last 亿, and the digit not yet scaled. */
interface Place {
  total: bigint;
  section: bigint;
  digit: bigint | null;
  /** What the last sign was: two digits never follow each other, and 一万二 means 12,000 to some and 10,002 to others. */
  last: "" | "digit" | "zero" | "ten" | "scale";
}

function take(place: Place, c: string): boolean {
  const digit = DIGITS[c];
  if (digit !== undefined) {
    if (place.last === "digit") return false;
    place.digit = BigInt(digit);
    place.last = digit === 0 ? "zero" : "digit";
    return true;
  }
  const small = SMALL[c];
  if (small !== undefined) {
    if (place.last !== "digit" && small !== 10n) return false;
    place.section += (place.last === "digit" && place.digit !== null ? place.digit : 1n) * small;
    place.digit = null;
    place.last = small === 10n ? "ten" : "scale";
    return true;
  }
  const large = LARGE[c];
  const below = place.section + (place.digit ?? 0n);
  if (large === undefined || (below === 0n && place.total === 0n)) return false;
  if (large === 10_000n) place.total += below * large;
  else place.total = (place.total + below) * large;
  Object.assign(place, { section: 0n, digit: null, last: "scale" });
  return true;
}

/**
 * A whole number in Chinese: 一万二千, 壹佰贰拾万, 十二, 二〇〇〇.
 * @returns null when it is none, or when it can be read in two ways (一万二)
 */
export function readHanNumber(text: string): bigint | null {
  const plain = digitByDigit(text);
  if (plain !== null) return plain;
  const place: Place = { total: 0n, section: 0n, digit: null, last: "" };
  let beforeLast: Place["last"] = "";
  for (const c of text) {
    beforeLast = place.last;
    if (!take(place, c)) return null;
  }
  if (place.last === "" || (place.last === "digit" && beforeLast === "scale")) return null;
  return place.total + place.section + (place.digit ?? 0n);
}
