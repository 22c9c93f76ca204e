import { brandedWordAt, firstTradeWord, GAP, tradeStarts, tradeWordAt } from "./nameTrades.ts";

/** A brand of that many characters is looked at for a trade word that the row from the right didn't reach. */
const LONG = 5;

/**
 * Where the brand of a body ends; 0 when it has none: all of it is trade. The body begins behind the region and ends before
 * the form. Some two microseconds.
 * @param isPlain the form is a mere 公司, as of old public firms (食品公司), whose names often have no brand
 */
export function brandEnd(body: string, isPlain: boolean): number {
  const gap = body.indexOf(GAP);
  if (gap > 0 && tradeStarts(body).at(-1) !== 0) {
    // A bracketed region stands behind the brand, or behind brand and trade.
    const end = brandEnd(body.slice(0, gap), isPlain);
    return end === 0 ? gap : end;
  }
  const starts = tradeStarts(body);
  const first = starts.at(-1) ?? body.length;
  if (first === 0) return brandedStart(body, starts);
  const end = first > 1 ? first : shorterTrade(starts, body.length);
  if (isPlain && end < body.length && isTradeBut(body, end)) return 0;
  if (end < LONG) return end;
  const inside = firstTradeWord(body, 2, end);
  return inside === -1 ? end : inside;
}

/** A word that may be a brand is one when only other trade words follow it. */
function brandedStart(body: string, starts: readonly number[]): number {
  const length = brandedWordAt(body, 0);
  return length > 0 && length < body.length && starts.includes(length) ? length : 0;
}

/** One character is no brand (名称登记管理规定): it takes the first trade word to it when another one follows. */
function shorterTrade(starts: readonly number[], end: number): number {
  return starts.filter((start) => start > 1 && start < end).at(-1) ?? 1;
}

/** A trade word and one character more, before other trade words. */
function isTradeBut(body: string, end: number): boolean {
  const leading = tradeWordAt(body, 0);
  return leading > 0 && end - leading <= 1;
}

/**
 * What a body holds behind a region: nothing, only trade, one character before the trade (so that the region was none), or
 * a brand.
 */
export function restOfBody(body: string): "none" | "trade" | "stub" | "brand" {
  if (body === "") return "none";
  const starts = tradeStarts(body);
  const first = starts.at(-1) ?? body.length;
  if (first === 0) return brandedStart(body, starts) > 0 ? "brand" : "trade";
  return first === 1 || body.charAt(1) === GAP ? "stub" : "brand";
}
