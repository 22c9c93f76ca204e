import type { LinkedRecord } from "../../../ingest/merge/linkedRecord.ts";
import { orgCheckCharacter, usccCheckCharacter } from "../../../src/enterprise/identifiers.ts";
import type {
  BaseBody,
  ChangeBody,
  LicenceBody,
  ListBody,
  PenaltyBody,
} from "../../../src/enterprise/record.ts";

/** A sound code of an invented enterprise of 鄞州区, or of another kind and region: with the same organisation code. */
export function inventedUscc(number: number, prefix = "91330212"): string {
  const org = String(10_000_000 + number);
  const body = `${prefix}${org}${orgCheckCharacter(org)}`;
  return body + usccCheckCharacter(body);
}

let next = 0;
/** A linked record around a body; ids count up, so that each is its own. */
export function record(
  kind: LinkedRecord["kind"],
  body: object,
  over: Partial<LinkedRecord> = {},
): LinkedRecord {
  next++;
  return {
    id: `00000000-0000-4000-8000-${String(next).padStart(12, "0")}`,
    kind,
    source: "registration",
    feed: kind === "base" ? "enterprises" : `${kind}s`,
    delivery: { id: "d000000000000001", receivedOn: "2026-11-20" },
    publishedOn: "2026-11-20",
    name: null,
    uscc: null,
    enterprise: inventedUscc(1),
    body: JSON.stringify(body),
    ...over,
  };
}

export function base(over: Partial<BaseBody> = {}): BaseBody {
  return {
    name: "宁波恒达精密机械有限公司",
    uscc: inventedUscc(1),
    orgCode: null,
    regNo: null,
    status: { code: "active", label: "存续" },
    statusText: "存续",
    type: null,
    legalRepresentative: "张安",
    capital: { amount: "1000000", currency: "CNY" },
    established: "2010-03-01",
    approved: "2020-01-01",
    operatingFrom: null,
    operatingTo: "permanent",
    closed: null,
    address: "宁波市鄞州区首南街道1号",
    district: { code: "330212", label: "鄞州区" },
    industry: { code: "C", label: "制造业" },
    industryText: null,
    scope: null,
    authority: null,
    notes: [],
    ...over,
  };
}

export function change(over: Partial<ChangeBody> = {}): ChangeBody {
  return {
    item: { code: "01", label: "名称" },
    before: null,
    after: null,
    changedOn: null,
    documentNo: null,
    notes: [],
    ...over,
  };
}

const decision = {
  documentNo: "甬市监罚〔2026〕1号",
  title: null,
  authority: { code: null, name: "宁波市市场监督管理局" },
  decidedOn: "2026-06-01",
  validFrom: null,
  validTo: null,
  status: { code: "valid", label: "有效" },
  facts: null,
  basis: null,
  content: null,
  notes: [],
};

export function penalty(over: Partial<PenaltyBody> = {}): PenaltyBody {
  const kinds = [{ code: "fine", label: "罚款" }];
  return { ...decision, kinds, fine: null, confiscated: null, withheld: null, deliveredUntil: null, ...over };
}

export function licence(over: Partial<LicenceBody> = {}): LicenceBody {
  return { ...decision, kinds: [], certificate: null, licenceNo: null, ...over };
}

export function entry(over: Partial<ListBody> = {}): ListBody {
  return {
    list: "abnormal",
    documentNo: null,
    authority: { code: null, name: null },
    listedOn: "2026-01-05",
    reason: null,
    content: null,
    basis: null,
    endsOn: null,
    removedOn: null,
    removalReason: null,
    removalAuthority: null,
    notes: [],
    ...over,
  };
}
