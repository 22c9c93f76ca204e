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
  /** A restriction that lasts longer than the maximum is shown as long as it lasts (SAMR45 art. 13). */
  whileRestricted: boolean;
}

/** Newest first. */
export const PENALTY_REGIMES: readonly PenaltyRegime[] = [
  {
    from: "2026-04-01",
    basis: "信用修复管理办法（国家发展改革委令第36号）", // [O36] 一般 one year, 严重 three years
    // 巨额罚款 makes a penalty 严重 too, but each ministry sets its own amount and none was found: such a fine counts as 一般,
    // the shorter period.
    severeKinds: ["revocation", "ban"],
    maxMonths: { ordinary: 12, severe: 36 },
    whileRestricted: false,
  },
  {
    from: "2023-05-01",
    basis: "失信行为纠正后的信用信息修复管理办法（试行）（国家发展改革委令第58号）", // [O58] three years at most
    severeKinds: [],
    maxMonths: { ordinary: 36, severe: 36 },
    whileRestricted: false,
  },
  {
    from: "0001-01-01",
    // [SAMR45] art. 13; 较低数额罚款 end after three months there, but the amount was not found.
    basis: "市场监督管理行政处罚信息公示规定（总局令第45号）第十三条",
    severeKinds: [],
    maxMonths: { ordinary: 36, severe: 36 },
    whileRestricted: true,
  },
];

/** Kinds that run for a time (codes of penaltyKinds). */
export const RESTRICTIONS: ReadonlySet<string> = new Set(["restriction", "ban"]);

/** A decision of these kinds alone is not published (O36: 轻微; SAMR45 art. 2: 警告). */
export const MINOR_KINDS: ReadonlySet<string> = new Set(["warning", "criticism"]);

/** Statuses under which a decision is no adverse information, or none any more (ZJ-TL art. 11; 行政处罚法 art. 48). */
export const NOT_SHOWN: Readonly<Record<string, "not_final" | "withdrawn">> = {
  not_final: "not_final",
  withdrawn: "withdrawn",
};

/** 浙江省公共信用信息管理条例 art. 16: adverse information is shown and kept five years from the finding at most. */
export const ADVERSE_YEARS = 5;

/** Terms of lists that the law sets and the reference confirms (§3.1), in months from the listing. */
export const LIST_MAX_MONTHS: Readonly<Record<string, { months: number; basis: string }>> = {
  "wage-arrears": { months: 36, basis: "拖欠农民工工资失信联合惩戒对象名单管理暂行办法（人社部令第45号）" }, // [MOHRSS45]
  "procurement-ban": { months: 36, basis: "财办库〔2014〕526号" }, // [CG526]
};

/** Permits that touch public safety (reference §6; 政府信息公开条例 art. 14). `hides`: the permit as a whole, or what it says of amounts. */
export const GUARDED_PERMITS: readonly { about: RegExp; hides: "permit" | "content"; basis: string }[] = [
  { about: /剧毒|易制爆/, hides: "permit", basis: "危险化学品安全管理条例第六条、第三十八条至第四十一条" },
  { about: /爆破作业|民用爆炸/, hides: "permit", basis: "民用爆炸物品安全管理条例第三十二条、第三十五条" },
  { about: /枪支|弹药/, hides: "permit", basis: "政府信息公开条例第十四条" }, // [GK] that such permits are delivered at all
  // The permit is public, quantities and flows are not.
  { about: /易制毒/, hides: "content", basis: "易制毒化学品管理条例第十五条至第二十条、第三十六条" },
];
