import { codeTable } from "./codeTable.ts";
import type { Coded } from "./record.ts";

/** 许可类别 (reference §1.3 row 12), codes and texts. */
export const LICENCE_KINDS = codeTable([
  { code: "ordinary", zh: "普通", en: "Ordinary", also: ["01", "1", "普通许可"] },
  { code: "franchise", zh: "特许", en: "Franchise", also: ["02", "2", "特许许可"] },
  { code: "recognition", zh: "认可", en: "Recognition", also: ["03", "3", "认可许可"] },
  { code: "approval", zh: "核准", en: "Approval", also: ["04", "4", "核准许可"] },
  { code: "registration", zh: "登记", en: "Registration", also: ["05", "5", "登记许可"] },
  { code: "other", zh: "其他", en: "Other", also: ["06", "6", "其它", "其他许可"] },
]);

/** A kind in no table is 其他 (须注明) under its own words: 其他-备案 is 备案. */
export function readLicenceKind(text: string): Coded {
  const noted = /^其[他它][-—:：(（]+(.+?)[)）]?$/.exec(text.trim())?.[1];
  return LICENCE_KINDS.read(text) ?? { code: "other", label: noted ?? text };
}
