import { foldTable } from "./foldTable.ts";
import { nameAliases } from "./nameAliases.ts";
import { formAndBranch } from "./nameForms.ts";
import { type NamePart, nameParts, type PartKind } from "./nameParts.ts";
import { regionBefore } from "./nameRegion.ts";
import { nameInitials, namePinyin, nameSyllables } from "./pinyin.ts";
import { toSimplified } from "./simplified.ts";

/** What the register knows of a name, and how it may be typed. An absent part is null. */
export interface CompanyName {
  input: string;
  /** NFKC, simplified, capitals, brackets as （）, no spaces but between words in letters. */
  normal: string;
  /** 行政区划 as written (宁波市鄞州区), wherever it stands. */
  region: string | null;
  /** Its GB/T 2260 code of six digits, when it can be told. */
  regionCode: string | null;
  /** 字号 */
  brand: string | null;
  /** 行业或经营特点 */
  trade: string | null;
  /** 组织形式 */
  form: string | null;
  /** 宁波分公司, 鄞州支行 */
  branch: string | null;
  /** What people may write for it, by rule; none of them is the name itself. */
  aliases: string[];
  /** Whole readings in letters, most likely first, at most eight. */
  pinyin: string[];
  /** First letters of those readings, each once. */
  initials: string[];
}

/** Longer texts are no names: the rest is cut off. Registers hold 100 characters. */
export const MAX_NAME = 200;

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const QUOTES = /["'“”‘’„‟「」『』`´\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;

const foldCharacters = foldTable((text) =>
  toSimplified(text.replace(LONE_SURROGATE, "").replaceAll("○", "〇").normalize("NFKC"))
    .toUpperCase()
    .normalize("NFKC")
    .replace(/[([{〔【〖〈]/g, "（")
    .replace(/[)\]}〕】〗〉]/g, "）")
    .replace(/[•・‧∙⋅]/g, "·")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/\s/g, " ")
    .replace(QUOTES, ""),
);
const SPACE = / +/g;
const BETWEEN_WORDS = /[A-Z0-9&.]/;
const EDGES = /^[\s、。,.;:!?·]+|[\s、。,;:!?·]+$/g;

function fold(text: string): string {
  const folded = foldCharacters(text);
  const spaced = folded.includes(" ")
    ? folded.replace(SPACE, (_, at: number, whole: string) => {
        const after = whole.slice(at).trimStart().charAt(0);
        return BETWEEN_WORDS.test(whole.charAt(at - 1)) && BETWEEN_WORDS.test(after) ? " " : "";
      })
    : folded;
  return spaced.replace(EDGES, "");
}

/**
 * The form of a name for showing and for reading: see `CompanyName.normal`. Folding it again changes nothing. For
 * comparing there is `nameKey`. Below a microsecond for names of usual characters.
 */
export function normalName(name: string): string {
  let normal = fold(name.length > 4 * MAX_NAME ? name.slice(0, 4 * MAX_NAME) : name);
  if (normal === name && normal.length <= MAX_NAME) return normal;
  if (normal.length > MAX_NAME) normal = normal.slice(0, MAX_NAME);
  // Marks that join across a removed character, and what a cut leaves at the end, need another turn; rarely more than one.
  for (let turn = 0; turn < 4; turn++) {
    const again = fold(normal);
    if (again === normal) break;
    normal = again.slice(0, MAX_NAME);
  }
  return normal;
}

/** The pieces of one kind, joined: 集团 of 恒达（集团）贸易有限公司 belongs to its form. */
function joined(parts: readonly NamePart[], kind: PartKind): string | null {
  let text: string | null = null;
  for (const part of parts) if (part.kind === kind) text = text === null ? part.text : text + part.text;
  return text;
}

/** A name read without its aliases and readings: what linking needs. Some microseconds. */
export function readName(name: string): Omit<CompanyName, "aliases" | "pinyin" | "initials"> {
  const normal = normalName(name);
  const { parts, regionCode } = nameParts(normal);
  return {
    input: name,
    normal,
    region: firstRegion(parts),
    regionCode,
    brand: joined(parts, "brand"),
    trade: joined(parts, "trade"),
    form: joined(parts, "form"),
    branch: joined(parts, "branch"),
  };
}

/** The legal form that a name has behind its trade, without reading the rest: a seventh of `readName`. Null when there is none. */
export function nameForm(name: string): string | null {
  const normal = normalName(name);
  const { form } = formAndBranch(normal, regionBefore);
  return form === null ? null : normal.slice(form.start, form.end);
}

/** The region in front, or the only one in brackets. */
function firstRegion(parts: readonly NamePart[]): string | null {
  return parts.find((part) => part.kind === "region")?.text ?? null;
}

/** The one analysis of a company name that index, query and linking share. Never throws; pure. */
export function analyseName(name: string): CompanyName {
  const { input, normal, region, regionCode, brand, trade, form, branch } = readName(name);
  const syllables = nameSyllables(normal);
  // Written out: a spread takes longer than the reading.
  return {
    input,
    normal,
    region,
    regionCode,
    brand,
    trade,
    form,
    branch,
    aliases: nameAliases({ normal, region, brand, trade, form, branch }),
    pinyin: namePinyin(syllables),
    initials: nameInitials(syllables),
  };
}
