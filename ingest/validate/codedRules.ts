import { readChangeItem } from "../../src/enterprise/changeItems.ts";
import { readEnterpriseType } from "../../src/enterprise/enterpriseTypes.ts";
import { LICENCE_KINDS, readLicenceKind } from "../../src/enterprise/licenceKinds.ts";
import { readLoanGrade } from "../../src/enterprise/loanGrades.ts";
import { readPenaltyKinds } from "../../src/enterprise/penaltyKinds.ts";
import type { Coded, Note } from "../../src/enterprise/record.ts";
import {
  type RecordStatus,
  readLicenceStatus,
  readPenaltyStatus,
} from "../../src/enterprise/recordStatuses.ts";
import { readStatus } from "../../src/enterprise/statuses.ts";
import type { Rule } from "../feed.ts";
import { remembered } from "./remembered.ts";

/**
 * 处罚类别. Numbers mean different things to different senders (reference §9.6).
 * @param numbers this sender's numbers, when they are known
 */
export function penaltyKinds(numbers: Readonly<Record<string, string>> = {}): Rule<Coded[]> {
  return remembered((clean) => {
    const named = clean
      .split(/[;；,，]/)
      .map((piece) => numbers[piece.trim().replace(/\.0$/, "")] ?? piece)
      .join("；");
    const { kinds, notes } = readPenaltyKinds(named);
    return notes.length === 0 ? { value: kinds } : { value: kinds, notes };
  });
}

/** 许可类别, one or several; a text in no table is 其他 under its own words. */
export const licenceKinds: Rule<Coded[]> = remembered((clean) => {
  const kinds = new Map<string, Coded>();
  const notes: Omit<Note, "field">[] = [];
  for (const piece of clean.split(/[;；,，|]/).map((part) => part.trim())) {
    if (piece === "") continue;
    const kind = readLicenceKind(piece.replace(/\.0$/, ""));
    if (LICENCE_KINDS.read(piece.replace(/\.0$/, "")) === null && !/^其[他它]/.test(piece))
      notes.push({ code: "unknown_kind", text: piece });
    kinds.set(kind.code + kind.label, kind);
  }
  return notes.length === 0 ? { value: [...kinds.values()] } : { value: [...kinds.values()], notes };
});

/** A status of a record; the code `withdrawn` takes it back. */
function recordStatus(read: (text: string) => RecordStatus): Rule<Coded> {
  return remembered((clean) => {
    const { status } = read(clean.replace(/\.0$/, ""));
    return status.code === "other"
      ? { value: status, notes: [{ code: "unknown_status", text: clean }] }
      : { value: status };
  });
}

/** CF_ZT: 1 is 撤销 (reference §1.4). */
export const penaltyStatus = recordStatus(readPenaltyStatus);
/** XK_ZT: no number takes a licence back; senders disagree on them (reference §1.3 row 21). */
export const licenceStatus = recordStatus(readLicenceStatus);

/** 登记状态. */
export const registrationStatus: Rule<Coded> = remembered((clean) => {
  const status = readStatus(clean);
  return status.code === "unknown"
    ? { value: status, notes: [{ code: "unknown_status", text: clean }] }
    : { value: status };
});

/** 市场主体类型, by code or name. */
export const enterpriseType: Rule<Coded> = remembered((clean) => {
  const type = readEnterpriseType(clean.replace(/\.0$/, ""));
  return type === null ? { empty: true } : { value: type };
});

/** 变更事项. */
export const changeItem: Rule<Coded> = remembered((clean) => ({
  value: readChangeItem(clean.replace(/\.0$/, "")),
}));

/** 五级分类. */
export const loanGrade: Rule<Coded> = remembered((clean) => {
  const grade = readLoanGrade(clean.replace(/\.0$/, ""));
  return grade === null
    ? { problem: "unknown_grade", expected: "正常、关注、次级、可疑、损失" }
    : { value: grade };
});

/** 行政相对人类别 (reference §1.2 and §1.3): `person`, `trader` or `organisation`. */
export const partyKind: Rule<string> = remembered((clean) => {
  if (/个体/.test(clean) || /^0?4$/.test(clean)) return { value: "trader" };
  if (/非法人|法人|组织|企业|单位/.test(clean) || /^0?[23]$/.test(clean)) return { value: "organisation" };
  if (/自然人|个人/.test(clean) || /^0?1$/.test(clean)) return { value: "person" };
  return {
    problem: "unknown_party_kind",
    expected: "法人及非法人组织、自然人、个体工商户",
  };
});

/** A flag of the sender's database that takes a row back; every other text says nothing. 0 is a text here, not an empty cell. */
function flag(takesBack: RegExp, reason: string): Rule<string> {
  return (cell) => (takesBack.test(cell.normalize("NFKC").trim()) ? { value: reason } : { empty: true });
}

/** S_EXT_VALIDFLAG, IsValid (reference §3.3). */
export const validFlag = flag(/^(0(\.0)?|N|NO|F|FALSE|否|无效|失效|作废)$/i, "invalid");
/** delflag, CancelStatus (reference §10). */
export const deleteFlag = flag(/^(1(\.0)?|Y|YES|T|TRUE|D|是|已?删除|已?撤销|已?取消)$/i, "deleted");
/** IsMove of the 经营异常名录: 1 移出, 2 撤销. The listing was wrong, so the entry must go (reference §3.2). */
export const moveFlag = flag(/^(2(\.0)?|已?撤销)$/, "revoked");
