/** Cells that say nothing (reference §10). Compared after folding. */
const NOTHING = new Set([
  "",
  "无",
  "/",
  "\\",
  "-",
  "--",
  "---",
  "—",
  "——",
  "— —",
  "－",
  "null",
  "NULL",
  "Null",
  "nan",
  "NaN",
  "NAN",
  "不详",
  "暂无",
  "空",
  "none",
  "None",
  "N/A",
  "n/a",
  "#N/A",
  "undefined",
  "查询期内无相关信息",
  "无相关信息",
]);
const CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef";
const BREAK_IN_CJK = new RegExp(`(?<=[${CJK}])[\\r\\n\\t\\u2028\\u2029]+[ ]*(?=[${CJK}])`, "g");
const ODD =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff]/g;
const NEEDS_WORK = /[\u0000-\u001f\u007f-\u00a0\u2000-\u206f\u3000\ufeff\ufffe\uffff]|^ | $| {2}/;

/** A cell as text for people: control and invisible characters gone, line breaks mended, runs of spaces as one; null when it says nothing. */
export function cleanText(text: string): string | null {
  let clean = text;
  if (NEEDS_WORK.test(clean))
    clean = clean
      .replace(ODD, "")
      .replace(BREAK_IN_CJK, "")
      .replace(/[\s\u3000]+/g, " ")
      .trim();
  if (clean.length < 11 && (NOTHING.has(clean) || /^0{1,}$/.test(clean) || /^[-—－/\s]+$/.test(clean)))
    return null;
  return clean;
}

const DOCUMENT_MARKS = /[〔【［{「<《(\[〕】］}」>》)\]\s]/g;
const OPENING = "〔【［{「<《([";

/** The key of a document number: NFKC, one kind of bracket, no spaces, upper case. */
export function documentKey(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(DOCUMENT_MARKS, (mark) => (/\s/.test(mark) ? "" : OPENING.includes(mark) ? "[" : "]"));
}
