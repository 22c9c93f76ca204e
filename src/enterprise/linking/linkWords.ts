/** Why a record went where it went, in words a clerk can read. Keyed by the code that the ledger keeps. */
export const LINK_WORDS: Readonly<Record<string, { zh: string; en: string }>> = {
  code: { zh: "代码与登记的企业一致", en: "The code is that of a registered enterprise" },
  code_former_name: {
    zh: "代码一致，名称为该企业的曾用名",
    en: "The code agrees; the name is a former name of that enterprise",
  },
  code_name_differs: {
    zh: "代码一致，名称与登记名称不同，但不属于其他已知企业",
    en: "The code agrees; the name differs, but is no other known enterprise's",
  },
  codes_disagree: { zh: "行内的代码指向不同的企业", en: "The row's codes point at different enterprises" },
  name_is_anothers: {
    zh: "代码属于一家企业，名称属于另一家企业",
    en: "The code is one enterprise's, the name is another's",
  },
  unknown_code_known_name: {
    zh: "代码有效但未登记，名称与登记的企业一致",
    en: "The code is sound but nobody's; the name is that of a registered enterprise",
  },
  unknown_code: {
    zh: "代码有效，但没有登记的企业使用",
    en: "The code is sound, but no registered enterprise bears it",
  },
  name: {
    zh: "无有效代码，名称（含行政区划）与唯一一家企业完全一致",
    en: "No sound code; the name with its region is exactly that of one enterprise",
  },
  former_name: {
    zh: "无有效代码，名称与唯一一家企业的曾用名完全一致",
    en: "No sound code; the name is exactly a former name of one enterprise",
  },
  name_of_several: { zh: "名称与多家企业一致", en: "Several enterprises bear this name" },
  no_match: { zh: "没有企业与所给的代码或者名称一致", en: "No enterprise has this code or name" },
  no_key: { zh: "没有可用于关联的代码或者名称", en: "There is no code or name to link by" },
  weighed: {
    zh: "没有确切的代码或名称，比对各项信息后认定",
    en: "Without an exact code or name; taken as this enterprise after weighing all that is said",
  },
  weighed_review: {
    zh: "没有确切的代码或名称，比对各项信息后仍需人工核对",
    en: "Without an exact code or name; what is said is not enough to decide without people",
  },
  judged_same: { zh: "经人工核对，认定为该企业", en: "People decided that it is this enterprise" },
  judged_different: {
    zh: "经人工核对，不是该企业，也没有其他企业相符",
    en: "People decided that it is not this enterprise, and no other one fits",
  },
  withdrawn: { zh: "基础登记已撤回", en: "The base record was taken back" },
};
