/** Names of currencies met in registers, and their ISO 4217 codes; a name that holds another stands before it. */
const NAMES: readonly (readonly [string, string])[] = [
  ...(["人民币元", "人民币", "RMB", "CNY"] as const).map((name) => [name, "CNY"] as const),
  ...(["新加坡元", "新加坡币", "新币", "SGD", "S$"] as const).map((name) => [name, "SGD"] as const),
  ...(["加拿大元", "加元", "CAD", "C$"] as const).map((name) => [name, "CAD"] as const),
  ...(["澳大利亚元", "澳元", "AUD", "A$"] as const).map((name) => [name, "AUD"] as const),
  ...(["新西兰元", "NZD"] as const).map((name) => [name, "NZD"] as const),
  ...(["新台币元", "新台币", "台币", "TWD", "NT$"] as const).map((name) => [name, "TWD"] as const),
  ...(["港币元", "香港元", "港元", "港币", "港幣", "HKD", "HK$"] as const).map(
    (name) => [name, "HKD"] as const,
  ),
  ...(["澳门元", "澳门币", "MOP"] as const).map((name) => [name, "MOP"] as const),
  ...(["美元", "美金", "USD", "US$"] as const).map((name) => [name, "USD"] as const),
  ...(["日元", "日圆", "日币", "JPY"] as const).map((name) => [name, "JPY"] as const),
  ...(["欧元", "EUR", "€"] as const).map((name) => [name, "EUR"] as const),
  ...(["英镑", "GBP", "£"] as const).map((name) => [name, "GBP"] as const),
  ...(["韩元", "韩圆", "韩币", "KRW"] as const).map((name) => [name, "KRW"] as const),
  ...(["瑞士法郎", "CHF"] as const).map((name) => [name, "CHF"] as const),
  ...(["新元"] as const).map((name) => [name, "SGD"] as const),
  ["¥", "CNY"],
  ["￥", "CNY"],
  ["$", "USD"],
];
const CODES = new Map(NAMES);
const ANY = new RegExp(NAMES.map(([name]) => name.replaceAll("$", "\\$")).join("|"), "g");
const ENDS_IN_UNIT = /[元圆币幣金镑郎]$/;

/** ISO 4217 code of the first currency that an upper-case text names; null when it names none. */
export function currencyIn(text: string): string | null {
  ANY.lastIndex = 0;
  const found = ANY.exec(text);
  return found === null ? null : (CODES.get(found[0]) ?? null);
}

/** The text without currencies: 500万美元 is 500万元, 500人民币 is 500, because 人民币 is no unit. */
export function withoutCurrency(text: string): string {
  return text.replace(ANY, (name) => (ENDS_IN_UNIT.test(name) && name !== "人民币" ? "元" : ""));
}
