import { codeTable } from "./codeTable.ts";

/** 五级分类; the last three are 不良 [GK], so no rule here depends on it. */
export const LOAN_GRADES = codeTable([
  { code: "normal", zh: "正常", en: "Normal", also: ["1", "正常类"] },
  { code: "special_mention", zh: "关注", en: "Special mention", also: ["2", "关注类"] },
  { code: "substandard", zh: "次级", en: "Substandard", also: ["3", "次级类"] },
  { code: "doubtful", zh: "可疑", en: "Doubtful", also: ["4", "可疑类"] },
  { code: "loss", zh: "损失", en: "Loss", also: ["5", "损失类"] },
]);
