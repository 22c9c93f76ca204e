import {
  Profile,
  type PublishedLicence,
  type PublishedListEntry,
  type PublishedPenalty,
} from "../src/enterprise/profile.ts";
import type { ListId } from "../src/enterprise/record.ts";
import { regionLabel } from "../src/enterprise/regions.ts";
import { summarise } from "../src/enterprise/summary.ts";
import { inventedUscc } from "./ingest/merge/records.ts";

/** The day on which the last snapshot of the fixture was published, and tests read. */
export const TODAY = "2026-11-24";

/** A record id that is the same in every run. Ids are hashes, so their bits of version and variant say nothing. */
export const recordId = (number: number) => `00000000-0000-e000-0000-${String(number).padStart(12, "0")}`;

const authority = { code: null, name: "宁波市鄞州区市场监督管理局" };
const origin = (number: number, source: string, feed: string) => ({
  id: recordId(number),
  receivedAt: "2026-11-19",
  publishedAt: "2026-11-20",
  notes: [],
  source,
  feed,
  delivery: "d000000000000001",
});

export function penalty(number: number, over: Partial<PublishedPenalty> = {}): PublishedPenalty {
  return {
    ...origin(number, "registration", "penalties"),
    documentNo: `甬鄞市监处罚〔2026〕${number}号`,
    title: "生产不符合保障安全标准的产品",
    authority,
    decidedOn: "2026-06-01",
    validFrom: null,
    validTo: null,
    status: { code: "valid", label: "有效" },
    kinds: [{ code: "fine", label: "罚款" }],
    facts: "当事人生产的一批零件未按标准检验。",
    basis: "《中华人民共和国产品质量法》第四十九条",
    content: "罚款2000元",
    fine: { amount: "2000", currency: "CNY" },
    confiscated: null,
    withheld: null,
    publicUntil: "2027-06-01",
    ...over,
  };
}

export function licence(number: number, over: Partial<PublishedLicence> = {}): PublishedLicence {
  return {
    ...origin(number, "registration", "licences"),
    documentNo: `甬鄞食许〔2025〕${number}号`,
    title: "食品经营许可",
    authority,
    decidedOn: "2025-03-10",
    validFrom: "2025-03-10",
    validTo: "2030-03-09",
    status: { code: "valid", label: "有效" },
    kinds: [{ code: "ordinary", label: "普通" }],
    facts: null,
    basis: null,
    content: "热食类食品制售",
    certificate: "食品经营许可证",
    licenceNo: `JY133021200${number}`,
    publicUntil: null,
    ...over,
  };
}

const LIST_FEEDS: Record<ListId, string> = {
  abnormal: "registration/abnormal",
  serious: "registration/serious",
  evasion: "banking/evasion",
  dishonest: "court/dishonest",
  "tax-major": "tax/major",
  "procurement-ban": "finance/procurement-ban",
  "wage-arrears": "labour/wage-arrears",
};

export function listEntry(
  number: number,
  list: ListId,
  over: Partial<PublishedListEntry> = {},
): PublishedListEntry {
  const [source = "", feed = ""] = LIST_FEEDS[list].split("/");
  return {
    ...origin(number, source, feed),
    list,
    documentNo: `（2026）浙0212执${number}号`,
    authority: { code: null, name: "宁波市鄞州区人民法院" },
    listedOn: "2026-05-01",
    reason: "有履行能力而拒不履行生效法律文书确定义务",
    content: null,
    basis: null,
    endsOn: null,
    removedOn: null,
    removalReason: null,
    removalAuthority: null,
    publicUntil: null,
    ...over,
  };
}

export interface FirmOptions {
  number: number;
  name: string;
  district?: string;
  identity?: Partial<Profile["identity"]>;
  lists?: PublishedListEntry[];
  abnormal?: PublishedListEntry[];
  penalties?: PublishedPenalty[];
  licences?: PublishedLicence[];
}

/** A whole, valid profile of an invented enterprise. */
export function firm(options: FirmOptions): Profile {
  const { number, name, district = "330212" } = options;
  const uscc = inventedUscc(number);
  const fieldSource = {
    source: "registration",
    feed: "enterprises",
    delivery: "d000000000000001",
    asOf: "2026-11-19",
  };
  const records = {
    lists: options.lists ?? [],
    abnormal: options.abnormal ?? [],
    penalties: options.penalties ?? [],
    licences: options.licences ?? [],
  };
  return Profile.parse({
    uscc,
    name,
    identity: {
      name,
      formerNames: [],
      codes: { uscc, orgCode: uscc.slice(8, 17), regNo: null },
      status: { code: "active", label: "存续" },
      statusText: "存续",
      type: { code: "1130", label: "私营有限责任公司(自然人控股或私营性质企业控股)" },
      legalRepresentative: "陈安",
      capital: { amount: "1000000", currency: "CNY" },
      established: `20${String(10 + (number % 10))}-03-01`,
      approved: "2020-01-01",
      operatingFrom: null,
      operatingTo: "permanent",
      closed: null,
      address: `宁波市${regionLabel(district)}示范路${number}号`,
      district: { code: district, label: regionLabel(district) },
      industry: { code: "C", label: "制造业" },
      industryText: null,
      scope: "机械零件的制造、加工。",
      authority: "宁波市市场监督管理局",
      fieldSources: { name: fieldSource, status: fieldSource, address: fieldSource },
      conflicts: [],
      ...options.identity,
    },
    summary: summarise(records, TODAY),
    ...records,
  });
}
