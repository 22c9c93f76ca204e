import { codeTable } from "./codeTable.ts";
import type { Coded } from "./record.ts";

/**
 * 登记状态: our set, and the texts and letters met for each (reference §9.3). The two Zhejiang tables disagree on Q and DA:
 * Q follows the one that lists single states, DA (电子档案) says nothing of the enterprise. Numbers are in no table seen.
 */
export const STATUSES = codeTable([
  {
    code: "active",
    zh: "存续",
    en: "Active",
    also: [
      "存续在营开业在册",
      "在营开业在册",
      "在业",
      "开业",
      "在营",
      "在册",
      "正常",
      "有效",
      "正常营业",
      "仍注册",
      "登记成立",
      "成立",
      "核准设立",
      "变更",
      "K",
      "B",
      "A",
    ],
  },
  {
    code: "liquidating",
    zh: "注销中",
    en: "Being wound up",
    also: ["X", "清算", "清算中", "注销备案", "正在注销", "清算备案"],
  },
  { code: "cancelled", zh: "注销", en: "Deregistered", also: ["XX", "已注销", "注销企业", "核准注销"] },
  {
    code: "revoked",
    zh: "吊销，未注销",
    en: "Licence revoked, not deregistered",
    also: ["吊销", "D", "吊销未注销", "已吊销", "吊销企业"],
  },
  {
    code: "revoked_cancelled",
    zh: "吊销，已注销",
    en: "Licence revoked, deregistered",
    also: ["DX", "吊销已注销", "吊销后注销"],
  },
  {
    code: "rescinded",
    zh: "撤销登记",
    en: "Registration rescinded",
    also: ["C", "撤销", "撤销设立登记", "已撤销"],
  },
  { code: "moved_out", zh: "迁出", en: "Moved out", also: ["Q", "QX", "已迁出", "市外迁出", "迁往市外"] },
  { code: "moved_in", zh: "迁入", en: "Moved in", also: ["已迁入"] },
  { code: "dormant", zh: "歇业", en: "Dormant", also: ["停业", "已歇业"] },
  { code: "unknown", zh: "未知", en: "Unknown", also: ["其他", "DA"] },
]);

/** Words around a status, as 吊销企业（未注销）, the surest first. */
const WITHIN: readonly (readonly [RegExp, string])[] = [
  [/吊销.*(?:未注销|尚未注销)|(?:未注销).*吊销/, "revoked"],
  [/吊销.*注销|注销.*吊销/, "revoked_cancelled"],
  [/吊销/, "revoked"],
  [/撤销/, "rescinded"],
  [/注销(?:中|备案|公告)|正在注销|清算|拟注销/, "liquidating"],
  [/未注销|未吊销/, "unknown"],
  [/注销/, "cancelled"],
  [/迁出/, "moved_out"],
  [/迁入/, "moved_in"],
  [/歇业|停业/, "dormant"],
  [/非正常|不正常|未开业|筹建/, "unknown"],
  [/存续|在业|开业|在营|在册|正常/, "active"],
];

/** @returns `unknown` for a text that says none of the set; keep the text beside it */
export function readStatus(text: string): Coded {
  const known = STATUSES.read(text);
  if (known !== null) return known;
  const within = WITHIN.find(([pattern]) => pattern.test(text));
  return STATUSES.coded(within?.[1] ?? "unknown");
}
