import type { Coded } from "./record.ts";

const VALID = /^(正常|有效|0|1|NULL|生效|已生效|在有效期内|存续)$/i;
const WITHDRAWN = /撤销|撤消|作废|收回|^无效$/;

/**
 * CF_ZT (reference §1.4: 正常/null/0 normal, 撤销/1 revoked) and its Chinese texts.
 * The numbers mean opposite things to different senders, so `1` withdraws only where the layout says that it does.
 * @param withdrawnCode the number that means 撤销 in this layout
 */
export function readRecordStatus(
  text: string | null,
  withdrawnCode: string | null,
): { status: Coded; withdrawn: boolean } {
  if (text === null) return { status: { code: "valid", label: "有效" }, withdrawn: false };
  const bare = text.trim();
  if (WITHDRAWN.test(bare) || (withdrawnCode !== null && bare === withdrawnCode))
    return { status: { code: "withdrawn", label: "撤销" }, withdrawn: true };
  if (VALID.test(bare)) return { status: { code: "valid", label: "有效" }, withdrawn: false };
  if (/注销|吊销/.test(bare)) return { status: { code: "ended", label: bare }, withdrawn: false };
  if (/过期|失效|到期/.test(bare)) return { status: { code: "expired", label: bare }, withdrawn: false };
  return { status: { code: "other", label: bare }, withdrawn: false };
}
