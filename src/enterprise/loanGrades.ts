import { codeTable } from "./codeTable.ts";
import type { Coded } from "./record.ts";

/** 五级分类 (reference §5.2). That the last three are 不良 is [GK], so no rule here depends on it. */
export const LOAN_GRADES = codeTable([
  { code: "normal", zh: "正常", en: "Normal", also: ["1", "正常类", "正常贷款"] },
  { code: "special_mention", zh: "关注", en: "Special mention", also: ["2", "关注类", "关注贷款"] },
  { code: "substandard", zh: "次级", en: "Substandard", also: ["3", "次级类", "次级贷款"] },
  { code: "doubtful", zh: "可疑", en: "Doubtful", also: ["4", "可疑类", "可疑贷款"] },
  { code: "loss", zh: "损失", en: "Loss", also: ["5", "损失类", "损失贷款"] },
]);

/** Null for a text that is no grade; keep the text beside it. */
export function readLoanGrade(text: string): Coded | null {
  return LOAN_GRADES.read(text);
}
