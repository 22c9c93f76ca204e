import { regionLabel } from "../../../src/enterprise/regions.ts";
import type { SearchDocument } from "../../../src/enterprise/searchDocument.ts";
import type { SearchQuery } from "../../../src/search/engine.ts";
import { inventedUscc } from "../../ingest/merge/records.ts";

export const NAMES = [
  "宁波恒达精密机械有限公司",
  "宁波恒达贸易有限公司",
  "宁波双利贸易有限公司",
  "余姚市双柳食品厂",
  "宁波（高新区）云帆信息科技有限公司",
  "慈溪市万发电器有限公司",
  "象山港湾渔业专业合作社",
  "宁波鄞州百丈恒达五金店",
  "浙江甬江新材料股份有限公司",
  "甬江新材料股份有限公司宁波分公司",
  "宁海𠮷祥木业有限责任公司",
  "宁波Ｋ58网络科技有限公司",
  // Holds the pairs 达云 and 云海, but nowhere 达云海.
  "宁波达云堂云海酒业有限公司",
  "奉化达云海酒业有限公司",
  // Was called as the next one is now: names are given again.
  "宁波老港厂",
  "宁波新港酒业有限公司",
  // Sounds as 科技 does, which is in many names.
  "宁海克己茶社",
  // Holds letters with which others begin.
  "象山UNBOX礼品店",
] as const;
const DISTRICTS = ["330212", "330206", "330281", "330282", "330225"] as const;

function document(index: number, name: string, over: Partial<SearchDocument> = {}): SearchDocument {
  const uscc = inventedUscc(3_000 + index);
  const district = DISTRICTS[index % DISTRICTS.length] ?? "330212";
  return {
    uscc,
    name,
    formerNames: [],
    orgCode: uscc.slice(8, 17),
    regNo: null,
    legalRepresentative: "张安",
    status: index % 3 === 0 ? { code: "cancelled", label: "注销" } : { code: "active", label: "存续" },
    type: index % 7 === 0 ? null : { code: "1190", label: "其他有限责任公司" },
    district: { code: district, label: regionLabel(district) ?? district },
    industry: index % 2 === 0 ? { code: "C", label: "制造业" } : { code: "F", label: "批发和零售业" },
    established: index === 4 ? null : `20${String(10 + (index % 12)).padStart(2, "0")}-03-01`,
    address: "宁波市鄞州区首南街道1号",
    lists: index % 4 === 1 ? ["serious"] : [],
    counts: { lists: index % 4 === 1 ? 1 : 0, abnormal: 0, penalties: index % 5, licences: 1 },
    ...over,
  };
}

/** What `RENAMED` was registered under: another kind and region, another organisation code, and a number. */
export const FORMER_CODE = inventedUscc(2_900, "92330283");
export const FORMER_REG_NO = "330225000051892";
/** A name, two former ones, a registration number, and what it had before. */
const RENAMED = {
  formerNames: ["慈溪市旺发电器厂", "慈溪第二电器社"],
  regNo: "330282602082220",
  formerCodes: [FORMER_CODE, FORMER_REG_NO],
};
const NUMBERED = { regNo: "3302262600018" };
const CALLED_AS_THE_NEXT = { formerNames: ["宁波新港酒业有限公司"] };
/** Nothing that may be unknown is known. */
const BARE = { district: null, industry: null, type: null, established: null, address: null };

/** The named ones, and a hundred more to page through. */
export const DOCUMENTS: SearchDocument[] = [
  ...NAMES.map((name, i) =>
    document(
      i,
      name,
      i === 5 ? RENAMED : i === 12 ? BARE : i === 14 ? CALLED_AS_THE_NEXT : i === 16 ? NUMBERED : {},
    ),
  ),
  ...Array.from({ length: 100 }, (_, i) => document(100 + i, `镇海澥浦第${i + 1}加油站`)),
];

/** A document of this name that is none of those: like the first of them but for its code, which the number gives. */
export function another(number: number, name: string, over: Partial<SearchDocument> = {}): SearchDocument {
  const uscc = inventedUscc(number);
  return { ...document(0, name), uscc, orgCode: uscc.slice(8, 17), ...over };
}

export function named(name: (typeof NAMES)[number]): SearchDocument {
  const found = DOCUMENTS.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no document ${name}`);
  return found;
}

export const query = (over: Partial<SearchQuery> = {}): SearchQuery => ({
  ...{ q: "", district: [], status: [], industry: [], type: [], list: [] },
  ...{ sort: "relevance", page: 1, size: 20 },
  ...over,
});
