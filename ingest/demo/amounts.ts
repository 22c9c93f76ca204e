import type { Random } from "./random.ts";

const DIGITS = [..."零壹贰叁肆伍陆柒捌玖"];
const PLACES = ["", "拾", "佰", "仟"];

function underTenThousand(n: number): string {
  let text = "";
  let zero = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) {
      zero = text !== "";
      continue;
    }
    text += (zero ? "零" : "") + (DIGITS[digit] ?? "") + (PLACES[place] ?? "");
    zero = false;
  }
  return text;
}

/** A whole number below 10^8 in the capital digits of documents: 35000 is 叁万伍仟. */
export function hanCapitals(n: number): string {
  const [high, low] = [Math.floor(n / 10_000), n % 10_000];
  if (high === 0) return underTenThousand(low) || "零";
  const gap = low !== 0 && low < 1_000 ? "零" : "";
  return `${underTenThousand(high)}万${gap}${underTenThousand(low)}`;
}

/** A round sum between two, in yuan. */
export function roundSum(random: Random, from: number, to: number): number {
  const raw = from + (to - from) * random.share() ** 2.2;
  const step = raw >= 100_000 ? 10_000 : raw >= 10_000 ? 1_000 : 100;
  return Math.max(from, Math.round(raw / step) * step);
}

/** A sum with fen, as confiscated gains are. */
export function exactSum(random: Random, to: number): string {
  return (1 + random.int(to) + random.int(100) / 100).toFixed(2);
}

/** Yuan as 万元, exactly: 2000 is 0.2, 1234.56 is 0.123456. */
export function inTenThousands(yuan: number | string): string {
  const [whole = "0", fraction = ""] = String(yuan).split(".");
  const digits = whole.padStart(5, "0");
  const text = `${digits.slice(0, -4)}.${digits.slice(-4)}${fraction}`;
  return text.replace(/0+$/, "").replace(/\.$/, "");
}
