import type { CellContext } from "../feed.ts";

type Unit = NonNullable<CellContext["unit"]>;

const MARKS = /[\s_\-—–·:：*'"“”‘’.。,，、/\\\u200b\ufeff]/g;
const OPENING = /[[{<〔【〈《「『]/g;
const CLOSING = /[\]}>〕】〉》」』]/g;
const OBLIGATION = /\((?:必填|必填项|选填|选填项|非必填|可选)\)/g;
/** Some systems number 工商注册号 2 and 组织机构代码 3, others the other way round: what the brackets say decides. */
const NUMBERED = /^行政相对人代码\d\((.+)\)$/;
const UNIT = /\(?(?:单位)?(?:人民币)?(万?)元(?:人民币)?\)?$/;

/** The form in which two spellings of one column's name are equal: `CF_XDR_MC`, `cf_xdr_mc`, `cfXdrMc`, `cf_XDR_MC`. */
export function headerKey(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(OPENING, "(")
    .replace(CLOSING, ")")
    .replace(MARKS, "")
    .replace(OBLIGATION, "")
    .replace(NUMBERED, "行政相对人代码($1)");
}

/** A key that ends in a unit of money, taken apart: 罚款金额(万元) is 罚款金额 in 万元. Null when it names no unit. */
export function splitUnit(key: string): { key: string; unit: Unit } | null {
  const found = UNIT.exec(key);
  if (found === null || found.index === 0) return null;
  return {
    key: key.slice(0, found.index),
    unit: found[1] === "万" ? "wan" : "yuan",
  };
}
