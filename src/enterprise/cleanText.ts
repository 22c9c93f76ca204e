import { foldTable } from "./foldTable.ts";

/** Cells that say nothing (reference §10), and the errors that spreadsheets leave; in capitals, full-width folded. */
const NOTHING = new Set([
  ...[
    "无",
    "(无)",
    "不详",
    "暂无",
    "空",
    "(空)",
    "未填",
    "无数据",
    "无信息",
    "查询期内无相关信息",
    "无相关信息",
  ],
  ...["NULL", "(NULL)", "[NULL]", "<NULL>", "NAN", "NONE", "NIL", "N/A", "#N/A", "UNDEFINED", "\\N"],
  ...["#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"],
]);
const LONGEST_NOTHING = 10;
const ONLY_SIGNS = /^(0+|[-—–―─/\\|.。*\s]+)$/;

const CJK = "\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef";
const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]/;
const BREAK_IN_CJK = new RegExp(`(?<=[${CJK}])\\n(?=[${CJK}])`, "g");
/** Control and invisible characters that part nothing; U+0000 can't be stored by PostgreSQL. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff]/g;
const NEEDS_WORK =
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffc\ufffe\uffff]/;

/** What each UTF-16 unit may mean: 1, the text needs work; 2, a text that begins with it may say nothing. */
const UNITS = new Uint8Array(65_536);
for (let unit = 0; unit < UNITS.length; unit++)
  if (NEEDS_WORK.test(String.fromCharCode(unit))) UNITS[unit] = 1;
for (const text of [...NOTHING, ..."0-—–―─/|.。*"])
  for (const first of [text.charAt(0), text.charAt(0).toLowerCase()]) {
    const unit = first.charCodeAt(0);
    UNITS[unit] = 2;
    if (unit > 32 && unit < 127) UNITS[unit + 0xfee0] = 2; // its full-width form
  }

function needsWork(text: string): boolean {
  let before = 32;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (UNITS[unit] === 1 || (unit === 32 && before === 32)) return true;
    before = unit;
  }
  return before === 32 && text.length > 0;
}

/**
 * A cell as text for people: control and invisible characters gone, line breaks nothing between Chinese characters and a space
 * elsewhere, runs of spaces as one. Some hundred nanoseconds for clean cells; it is called for every cell.
 * @returns null when the cell says nothing: '', 无, /, --, null, 0, 00 …
 */
export function cleanText(text: string): string | null {
  if (text === "") return null;
  const clean = needsWork(text) ? mend(text) : text;
  if (clean === "") return null;
  const mayBeNothing = clean.length <= LONGEST_NOTHING && UNITS[clean.charCodeAt(0)] === 2;
  return mayBeNothing && saysNothing(clean) ? null : clean;
}

function mend(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(/[\s\u0085]+/g, (run) => (BREAK.test(run) ? "\n" : " "))
    .replace(BREAK_IN_CJK, "")
    .replaceAll("\n", " ")
    .trim();
}

function saysNothing(clean: string): boolean {
  const folded = clean.normalize("NFKC").toUpperCase();
  return NOTHING.has(folded) || ONLY_SIGNS.test(folded);
}

/** The key of a document number: NFKC, one kind of bracket and of dash, no spaces, upper case. */
export const documentKey: (text: string) => string = foldTable((text) =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[(〔【{「『<《〈〖⟨]/g, "[")
    .replace(/[)〕】}」』>》〉〗⟩]/g, "]")
    .replace(/[\u2010-\u2015\u2212─]/g, "-")
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2060\ufeff]/g, ""),
);
