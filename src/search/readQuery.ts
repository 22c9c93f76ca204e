import { canonicalCode, isUscc, repairUscc } from "../enterprise/identifiers.ts";
import { nameKey } from "../enterprise/nameKey.ts";

/** How a query is understood. Both engines answer the same readings. */
export type QueryReading =
  | { readAs: "all" }
  /** A sound code. */
  | { readAs: "code"; uscc: string }
  /** 17 to 19 characters that are no sound code, and the sound ones a slip away: an answer by them is relaxed. */
  | { readAs: "code_repaired"; repairs: string[] }
  /** The beginning or end of a code, an organisation code or a registration number. */
  | { readAs: "code_part"; part: string }
  /** `parts` in any order; each stands in the name, normalised. */
  | { readAs: "name"; parts: string[] };

const CODE = /^[0-9A-Z]{17,19}$/;
const CODE_PART = /^(?=.*\d)[0-9A-Z]{4,17}$/;
/** Control characters and marks of direction: nobody types them, and no index can hold them. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/g;
/** A query may hold so many words; what is typed has fewer, what is pasted is cut. */
const MAX_PARTS = 10;

/** @param typed at most 200 characters, anything at all */
export function readQuery(typed: string): QueryReading {
  const q = typed.toWellFormed().replace(UNSEEN, " ");
  const code = canonicalCode(q);
  if (isUscc(code)) return { readAs: "code", uscc: code };
  if (CODE.test(code) && /\d{6}/.test(code)) {
    const repairs = repairUscc(code);
    if (repairs.length > 0) return { readAs: "code_repaired", repairs };
  }
  if (CODE_PART.test(code)) return { readAs: "code_part", part: code };
  const parts = q
    .normalize("NFKC")
    .split(/[\s,，;；、]+/)
    .map(nameKey)
    .filter((part) => part !== "");
  if (parts.length > 0) return { readAs: "name", parts: [...new Set(parts)].slice(0, MAX_PARTS) };
  return q.trim() === "" ? { readAs: "all" } : { readAs: "name", parts: [] };
}
