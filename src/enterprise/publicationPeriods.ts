/**
 * How long a penalty may be published, by the law in force on the day of its decision (reference §4).
 * Months run from the decision. A new regime is a new row; nothing else changes.
 */
export interface PenaltyRegime {
  from: string;
  basis: string;
  /** Kinds that make a penalty 严重 (codes of penaltyKinds). */
  severeKinds: readonly string[];
  maxMonths: { ordinary: number; severe: number };
}

/** Newest first. */
export const PENALTY_REGIMES: readonly PenaltyRegime[] = [
  {
    from: "2026-04-01",
    basis: "信用修复管理办法（国家发展改革委令第36号）",
    // 巨额罚款 makes a penalty 严重 too, but each ministry sets its own amount and none was found: such a fine counts as 一般,
    // the shorter period.
    severeKinds: ["revocation", "ban"],
    maxMonths: { ordinary: 12, severe: 36 },
  },
  {
    from: "2023-05-01",
    basis: "失信行为纠正后的信用信息修复管理办法（试行）（国家发展改革委令第58号）",
    severeKinds: [],
    maxMonths: { ordinary: 36, severe: 36 },
  },
  {
    from: "0001-01-01",
    basis: "市场监督管理行政处罚信息公示规定（总局令第45号）第十三条",
    severeKinds: [],
    maxMonths: { ordinary: 36, severe: 36 },
  },
];

/** A decision of these kinds alone is not published (O36: 轻微; SAMR45 art. 2: 警告). */
export const MINOR_KINDS: ReadonlySet<string> = new Set(["warning", "criticism"]);

/** 浙江省公共信用信息管理条例 art. 16: adverse information is shown and kept five years from the finding at most. */
export const ADVERSE_YEARS = 5;

/** Terms of lists that the law sets and the reference confirms (§3.1), in months from the listing. */
export const LIST_MAX_MONTHS: Readonly<Record<string, { months: number; basis: string }>> = {
  "wage-arrears": { months: 36, basis: "拖欠农民工工资失信联合惩戒对象名单管理暂行办法（人社部令第45号）" },
  "procurement-ban": { months: 36, basis: "财办库〔2014〕526号" },
};

/** Permits whose existence touches public safety (reference §6, 政府信息公开条例 art. 14): kept from the public. */
export const GUARDED_PERMITS = /剧毒|爆破作业|民用爆炸|易制爆|枪支|弹药/;
