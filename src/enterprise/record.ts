import { z } from "zod";

/** `YYYY-MM-DD`. */
export const IsoDate = z.string().regex(/^\d{4}-\d\d-\d\d$/);
export type IsoDate = z.infer<typeof IsoDate>;

/** A coded value: a stable code of ours and its label in Chinese. */
export const Coded = z.object({ code: z.string(), label: z.string() });
export type Coded = z.infer<typeof Coded>;

/** `amount` is exact decimal text in yuan (or the currency's own unit), as `2000` or `123456.78`. */
export const Money = z.object({ amount: z.string().regex(/^\d+(\.\d+)?$/), currency: z.string().length(3) });
export type Money = z.infer<typeof Money>;

/** What was noticed while a row was cleaned: which field, a stable code, and the text it was read from. */
export const Note = z.object({ field: z.string(), code: z.string(), text: z.string() });
export type Note = z.infer<typeof Note>;

/** `code` is the authority's unified social credit code, null when it was not delivered or is unsound. */
export const Authority = z.object({ code: z.string().nullable(), name: z.string().nullable() });
export type Authority = z.infer<typeof Authority>;

/** An open end: `permanent` for 长期, 2099-12-31 and their kin, null when nothing was delivered. */
export const Until = z.union([IsoDate, z.literal("permanent")]).nullable();
export type Until = z.infer<typeof Until>;

const decision = {
  documentNo: z.string().nullable(),
  title: z.string().nullable(),
  authority: Authority,
  decidedOn: IsoDate.nullable(),
  validFrom: IsoDate.nullable(),
  validTo: Until,
  status: Coded,
  kinds: z.array(Coded),
  facts: z.string().nullable(),
  basis: z.string().nullable(),
  content: z.string().nullable(),
  notes: z.array(Note),
};

/** 行政处罚, cleaned. `deliveredUntil` is the delivered 公示截止期; the period itself is computed at each merge. */
export const PenaltyBody = z.object({
  ...decision,
  fine: Money.nullable(),
  confiscated: Money.nullable(),
  /** 暂扣或吊销证照名称及编号 */
  withheld: z.string().nullable(),
  deliveredUntil: IsoDate.nullable(),
});
export type PenaltyBody = z.infer<typeof PenaltyBody>;

/** 行政许可, cleaned. */
export const LicenceBody = z.object({
  ...decision,
  /** 许可证书名称 */
  certificate: z.string().nullable(),
  /** 许可编号 */
  licenceNo: z.string().nullable(),
});
export type LicenceBody = z.infer<typeof LicenceBody>;

export const LIST_IDS = [
  "abnormal",
  "serious",
  "evasion",
  "dishonest",
  "tax-major",
  "procurement-ban",
  "wage-arrears",
] as const;
export const ListId = z.enum(LIST_IDS);
export type ListId = z.infer<typeof ListId>;

/** An entry of a list (名单), the 经营异常名录 included, cleaned. */
export const ListBody = z.object({
  list: ListId,
  documentNo: z.string().nullable(),
  authority: Authority,
  listedOn: IsoDate.nullable(),
  reason: z.string().nullable(),
  /** The duty, the measure or the treatment the keeper publishes, where its layout has one. */
  content: z.string().nullable(),
  basis: z.string().nullable(),
  /** The day on which the entry ends by its own term (处罚截止日期), when delivered. */
  endsOn: IsoDate.nullable(),
  removedOn: IsoDate.nullable(),
  removalReason: z.string().nullable(),
  removalAuthority: z.string().nullable(),
  notes: z.array(Note),
});
export type ListBody = z.infer<typeof ListBody>;

/** The 工商 base record, cleaned. Names of the legal representative are public; ids never come this far. */
export const BaseBody = z.object({
  name: z.string(),
  uscc: z.string(),
  orgCode: z.string().nullable(),
  regNo: z.string().nullable(),
  status: Coded,
  statusText: z.string().nullable(),
  type: Coded.nullable(),
  legalRepresentative: z.string().nullable(),
  capital: Money.nullable(),
  established: IsoDate.nullable(),
  approved: IsoDate.nullable(),
  operatingFrom: IsoDate.nullable(),
  operatingTo: Until,
  closed: IsoDate.nullable(),
  address: z.string().nullable(),
  /** GB/T 2260, six digits, as in force today where that can be told. */
  district: Coded.nullable(),
  /** The GB/T 4754 section letter and its label. */
  industry: Coded.nullable(),
  /** The delivered industry class or text beneath the section. */
  industryText: z.string().nullable(),
  scope: z.string().nullable(),
  authority: z.string().nullable(),
  notes: z.array(Note),
});
export type BaseBody = z.infer<typeof BaseBody>;

/** 变更: one changed item of a base record. `item.code` is the code of 变更事项 (01 名称 …). */
export const ChangeBody = z.object({
  item: Coded,
  before: z.string().nullable(),
  after: z.string().nullable(),
  changedOn: IsoDate.nullable(),
  documentNo: z.string().nullable(),
  notes: z.array(Note),
});
export type ChangeBody = z.infer<typeof ChangeBody>;

/** 立案, not final: government only. */
export const CaseBody = z.object({
  caseNo: z.string().nullable(),
  title: z.string().nullable(),
  category: z.string().nullable(),
  filedOn: IsoDate.nullable(),
  authority: Authority,
  summary: z.string().nullable(),
  status: z.string().nullable(),
  notes: z.array(Note),
});
export type CaseBody = z.infer<typeof CaseBody>;

/** 授信 of one bank in one month: with the enterprise's consent only. `month` is `YYYY-MM`. */
export const CreditBody = z.object({
  bank: z.string().nullable(),
  month: z.string().nullable(),
  agreementNo: z.string().nullable(),
  granted: Money.nullable(),
  balance: Money.nullable(),
  /** 五级分类 */
  grade: Coded.nullable(),
  overdue: Money.nullable(),
  overdueMonths: z.number().int().nullable(),
  interestArrears: Money.nullable(),
  guaranteed: Money.nullable(),
  remark: z.string().nullable(),
  notes: z.array(Note),
});
export type CreditBody = z.infer<typeof CreditBody>;

/** The kinds of record a feed may deliver; each has one file in `ingest/kinds/`. */
export const RECORD_KINDS = ["base", "change", "list", "penalty", "licence", "case", "credit"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
