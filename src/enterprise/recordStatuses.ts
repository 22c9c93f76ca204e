import type { Coded } from "./record.ts";

export interface RecordStatus {
  status: Coded;
  /** The decision is gone: the record is taken back. */
  withdrawn: boolean;
}

const VALID = /^(正常|有效|0|1|NULL|生效|已生效|在有效期内|存续|公示中|已公示)$/i;
const WITHDRAWN = /撤销|撤消|作废|确认无效|确认违法/;
const NOT_FINAL = /复议|诉讼|未生效|听证中/;

const valid = (): RecordStatus => ({ status: { code: "valid", label: "有效" }, withdrawn: false });

/**
 * CF_ZT and XK_ZT (reference §1.4: 正常, null, 0 normal; 撤销, 1 revoked) and their Chinese texts.
 * The numbers mean opposite things to different senders, so a number withdraws only where the layout says that it does.
 * `not_final`: under 复议 or 诉讼, which is no adverse information yet (浙江省公共信用信息管理条例 art. 11).
 * @param withdrawnCode the number that means 撤销 in this layout
 */
export function readRecordStatus(text: string | null, withdrawnCode: string | null): RecordStatus {
  if (text === null) return valid();
  const bare = text.normalize("NFKC").trim();
  if (WITHDRAWN.test(bare) || (withdrawnCode !== null && bare === withdrawnCode))
    return { status: { code: "withdrawn", label: "撤销" }, withdrawn: true };
  if (VALID.test(bare)) return valid();
  const code = NOT_FINAL.test(bare)
    ? "not_final"
    : /注销|吊销|收回/.test(bare)
      ? "ended"
      : /过期|失效|到期|^无效$/.test(bare)
        ? "expired"
        : "other";
  return { status: { code, label: bare }, withdrawn: false };
}

/** CF_ZT: 1 is 撤销 (reference §1.4). */
export function readPenaltyStatus(text: string | null): RecordStatus {
  return readRecordStatus(text, "1");
}

/** XK_ZT: 1 有效, 2 无效 [GK], so the number 2 only says that the licence has ended. */
export function readLicenceStatus(text: string | null): RecordStatus {
  return text?.trim() === "2"
    ? { status: { code: "expired", label: "无效" }, withdrawn: false }
    : readRecordStatus(text, null);
}
