import type { ListSubject } from "../src/enterprise/listEntry.ts";
import type { Profile, PublishedListEntry, SourceCoverage } from "../src/enterprise/profile.ts";
import { inventedUscc } from "./ingest/merge/records.ts";
import { firm, licence, listEntry, penalty, recordId, TODAY } from "./inventedFirms.ts";

export const OPEN = 2_147_483_647;

/** The three nights of the fixture; the last one is today. */
export const NIGHTS = [
  { id: 1, day: "2026-11-20", publishedAt: "2026-11-19T18:30:00.000Z" },
  { id: 2, day: "2026-11-22", publishedAt: "2026-11-21T18:30:00.000Z" },
  { id: 3, day: TODAY, publishedAt: "2026-11-23T18:30:00.000Z" },
] as const;

/** Codes of the enterprises that tests speak of. */
export const FIRMS = {
  /** Has everything: records of each kind, a former name, a version for each night. */
  full: inventedUscc(1),
  /** A base record and nothing else. */
  bare: inventedUscc(2),
  /** A penalty and a list entry end on the day after TODAY. */
  ending: inventedUscc(3),
  /** First published in the second night. */
  late: inventedUscc(4),
  /** Withdrawn in the third night. */
  gone: inventedUscc(5),
  cancelled: inventedUscc(6),
  /** Sound, and never delivered. */
  unknown: inventedUscc(9_999),
};

/** Ids of the records of `FIRMS.full` that tests speak of. */
export const RECORDS = {
  /** Stood in the first night only; removed since. */
  removedEntry: recordId(101),
  serious: recordId(102),
  abnormalOpen: recordId(103),
  abnormalRemoved: recordId(104),
  /** Stood in the first two nights; withdrawn since. */
  withdrawnPenalty: recordId(201),
  /** Its fine was corrected in the third night. */
  correctedPenalty: recordId(202),
  endingPenalty: recordId(204),
  endingEntry: recordId(105),
};

const FULL_NAME = "宁波恒达精密机械有限公司";
const FORMER_NAME = "宁波恒达五金机械有限公司";

function fullFirm(night: 1 | 2 | 3): Profile {
  const removed = listEntry(101, "dishonest");
  const serious = listEntry(102, "serious", { listedOn: "2026-04-02", reason: "提交虚假材料取得登记" });
  const abnormal = [
    listEntry(103, "abnormal", { listedOn: "2026-07-10", reason: "通过登记的住所无法联系" }),
    listEntry(104, "abnormal", {
      listedOn: "2024-07-10",
      removedOn: "2025-02-01",
      removalReason: "补报年报",
    }),
  ];
  const corrected = penalty(202, {
    decidedOn: "2026-08-01",
    publicUntil: "2027-08-01",
    fine: { amount: night < 3 ? "20000" : "2000", currency: "CNY" },
    content: night < 3 ? "罚款20000元" : "罚款2000元",
    ...(night < 3 ? {} : { delivery: "d000000000000003" }),
  });
  const former = { source: "registration", feed: "changes", delivery: "d000000000000002" };
  return firm({
    number: 1,
    name: night === 1 ? FORMER_NAME : FULL_NAME,
    identity: {
      formerNames: night === 1 ? [] : [{ name: FORMER_NAME, until: "2026-11-15", ...former }],
      conflicts: night === 1 ? [] : [{ field: "name", value: FORMER_NAME, ...former, asOf: "2026-11-15" }],
      scope: "精密机械、零件的制造、加工、批发、零售。",
      ...(night === 1 ? {} : { fieldSources: { name: { ...former, asOf: "2026-11-15" } } }),
    },
    lists: night === 1 ? [removed, serious] : [serious],
    abnormal,
    penalties: [...(night === 1 ? [] : [corrected]), ...(night < 3 ? [penalty(201)] : [])],
    licences: [licence(301), licence(302, { decidedOn: "2024-03-10", title: "特种设备生产许可" })],
  });
}

export interface Version {
  profile: Profile;
  from: number;
  to: number;
}

const DISTRICTS = ["330203", "330205", "330206", "330211", "330212", "330213", "330281", "330282"];
const BRANDS = ["甬江", "东海", "月湖", "天童", "象山港", "四明", "姚江", "北仑", "杭州湾", "东钱湖"];
const TRADES = ["电器", "服装", "食品"];

/** Thirty ordinary firms; every third has a licence, every fifth a penalty. */
function ordinaryFirms(): Version[] {
  return Array.from({ length: 30 }, (_, i) => ({
    profile: firm({
      number: 20 + i,
      name: `宁波${BRANDS[i % 10]}${TRADES[Math.floor(i / 10)]}有限公司`,
      district: DISTRICTS[i % DISTRICTS.length] ?? "330212",
      identity: {
        industry: i % 2 === 0 ? { code: "C", label: "制造业" } : { code: "F", label: "批发和零售业" },
      },
      licences: i % 3 === 0 ? [licence(400 + i)] : [],
      penalties: i % 5 === 0 ? [penalty(500 + i)] : [],
    }),
    from: 1,
    to: OPEN,
  }));
}

export function versions(): Version[] {
  const ending = firm({
    number: 3,
    name: "宁波天童食品有限公司余姚分公司",
    district: "330281",
    penalties: [penalty(204, { publicUntil: "2026-11-25" }), penalty(205)],
    lists: [listEntry(105, "wage-arrears", { publicUntil: "2026-11-25", listedOn: "2023-11-25" })],
  });
  return [
    { profile: fullFirm(1), from: 1, to: 2 },
    { profile: fullFirm(2), from: 2, to: 3 },
    { profile: fullFirm(3), from: 3, to: OPEN },
    { profile: firm({ number: 2, name: "慈溪市空白商贸有限公司", district: "330282" }), from: 1, to: OPEN },
    { profile: ending, from: 1, to: OPEN },
    { profile: firm({ number: 4, name: "宁波晚到网络科技有限公司", district: "330206" }), from: 2, to: OPEN },
    { profile: firm({ number: 5, name: "宁波撤回贸易有限公司" }), from: 1, to: 3 },
    {
      profile: firm({
        number: 6,
        name: "宁波注销塑料制品厂",
        identity: { status: { code: "cancelled", label: "注销" }, closed: "2025-12-31" },
      }),
      from: 1,
      to: OPEN,
    },
    ...ordinaryFirms(),
  ];
}

export interface EntryVersion {
  entry: PublishedListEntry;
  subject: ListSubject;
  from: number;
  to: number;
}

/** Entries about firms without a base record here, enough of them for several pages. */
export function strangers(): EntryVersion[] {
  return Array.from({ length: 25 }, (_, i) => ({
    entry: listEntry(600 + i, "dishonest", { listedOn: `2026-0${1 + (i % 5)}-1${i % 3}` }),
    subject: {
      uscc: null,
      code: i % 2 === 0 ? inventedUscc(700 + i) : null,
      name: i === 0 ? '=HYPERLINK("http://example.com")公司' : `余姚市无名第${i}厂`,
      district: { code: "330281", label: "余姚市" },
    },
    from: i === 24 ? 3 : 1,
    to: i === 23 ? 3 : OPEN,
  }));
}

export function entriesOf(all: readonly Version[]): EntryVersion[] {
  const found = new Map<string, EntryVersion>();
  for (const { profile, from, to } of all)
    for (const entry of [...profile.lists, ...profile.abnormal]) {
      const key = JSON.stringify([profile.name, entry]);
      const { uscc, name, identity } = profile;
      const earlier = found.get(key);
      const subject = { uscc, code: uscc, name, district: identity.district };
      found.set(key, { entry, subject, from: earlier?.from ?? from, to });
    }
  return [...found.values()];
}

export const FEEDS = [
  {
    name: "registration/enterprises",
    zh: "企业登记基本信息",
    en: "Base records",
    keeper: "市场监督管理局",
    kind: "base",
    everyDays: 1,
    list: null,
  },
  {
    name: "registration/penalties",
    zh: "行政处罚",
    en: "Penalties",
    keeper: "市场监督管理局",
    kind: "penalty",
    everyDays: 7,
    list: null,
  },
  {
    name: "registration/abnormal",
    zh: "经营异常名录",
    en: "Abnormal operations",
    keeper: "市场监督管理局",
    kind: "list",
    everyDays: 7,
    list: "abnormal",
  },
  {
    name: "court/dishonest",
    zh: "失信被执行人",
    en: "Dishonest debtors",
    keeper: "中级人民法院",
    kind: "list",
    everyDays: 7,
    list: "dishonest",
  },
  {
    name: "tax/major",
    zh: "重大税收违法",
    en: "Major tax violations",
    keeper: "税务局",
    kind: "list",
    everyDays: 31,
    list: "tax-major",
  },
  {
    name: "banking/credit",
    zh: "授信",
    en: "Bank credit",
    keeper: "金融管理部门",
    kind: "credit",
    everyDays: 31,
    list: null,
  },
] as const;
export const disclosureOf = (name: string) => (name === "banking/credit" ? "consent" : "public");

/** `registration/enterprises` came yesterday, the lists long ago; `tax/major` never came. */
export const DELIVERIES = [
  {
    id: "d000000000000001",
    name: "registration/enterprises",
    at: "2026-11-19T10:00:00.000Z",
    accepted: 36,
    night: 1,
  },
  {
    id: "d000000000000002",
    name: "registration/penalties",
    at: "2026-11-20T10:00:00.000Z",
    accepted: 8,
    night: 2,
  },
  {
    id: "d000000000000003",
    name: "registration/enterprises",
    at: "2026-11-23T10:00:00.000Z",
    accepted: 2,
    night: 3,
  },
  { id: "d000000000000004", name: "court/dishonest", at: "2026-10-01T10:00:00.000Z", accepted: 26, night: 1 },
  { id: "d000000000000005", name: "banking/credit", at: "2026-11-19T10:00:00.000Z", accepted: 12, night: 1 },
] as const;

export function coverage(night: number): SourceCoverage[] {
  return FEEDS.filter((feed) => disclosureOf(feed.name) === "public").map(({ name, zh, en, keeper }) => {
    const [source = "", feed = ""] = name.split("/");
    const came = DELIVERIES.filter((one) => one.name === name && one.night <= night);
    const last = came.at(-1);
    return {
      ...{
        source,
        feed,
        title: { zh, en },
        keeper: { zh: keeper, en: keeper },
        available: last !== undefined,
      },
      lastReceivedAt: last?.at ?? null,
      lastDelivery: last?.id ?? null,
      records: came.reduce((sum, one) => sum + one.accepted, 0),
    };
  });
}
