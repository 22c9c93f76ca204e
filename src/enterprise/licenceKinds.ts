import { codeTable } from "./codeTable.ts";

/** 许可类别 (reference §1.3 row 12), codes and texts. */
export const LICENCE_KINDS = codeTable([
  { code: "ordinary", zh: "普通", en: "Ordinary", also: ["01", "1", "普通许可"] },
  { code: "franchise", zh: "特许", en: "Franchise", also: ["02", "2", "特许许可"] },
  { code: "recognition", zh: "认可", en: "Recognition", also: ["03", "3"] },
  { code: "approval", zh: "核准", en: "Approval", also: ["04", "4"] },
  { code: "registration", zh: "登记", en: "Registration", also: ["05", "5"] },
  { code: "other", zh: "其他", en: "Other", also: ["06", "6", "9"] },
]);
