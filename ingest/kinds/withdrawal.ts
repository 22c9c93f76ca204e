import type { RowReading } from "./rowReading.ts";

/** Fields of every kind by which a sender takes a row back. */
export const WITHDRAWAL_FIELDS = ["remark", "validFlag", "deleteFlag"] as const;

/** 撤销登记 and its kin are what a decision says, not that the decision is gone. */
const REVOKED =
  /^(?:已|予以|依法|被)*(?:撤销|作废)$|(?:决定|处罚|许可|文书|记录|列入|该行|该条|数据|信息)(?:书)?(?:已|被|予以|依法|经复议|经法院|现)*(?:撤销|作废)|(?:撤销|作废)(?:该|本|此|原|上述)?(?:行政)?(?:处罚|许可|决定|列入|记录|信息|数据)/;

/** Whether a remark or a reason says that the record itself was revoked. */
export function saysRevoked(text: string | null): boolean {
  if (text === null || !/撤销|作废/.test(text) || /(未|不予|不得|无需|拒绝)(被|予)?撤销/.test(text))
    return false;
  return REVOKED.test(text.replace(/\s/g, ""));
}

/** Why a row takes its record back by the flags that all kinds share; null when it doesn't. */
export function withdrawnByFlags(row: RowReading): string | null {
  return (
    row.text("deleteFlag") ?? row.text("validFlag") ?? (saysRevoked(row.text("remark")) ? "revoked" : null)
  );
}
