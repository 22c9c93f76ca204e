import type { ListId } from "./record.ts";

interface Words {
  zh: string;
  en: string;
}

/** What a list is, who keeps it, on what basis and with what effect: only what the reference confirms (§3.1). */
export interface ListFacts {
  title: Words;
  keeper: Words;
  basis: Words;
  effects: readonly Words[];
  /** How long an entry stands. */
  period: Words;
  removal: Words;
}

export const LISTS: Readonly<Record<ListId, ListFacts>> = {
  // GS-TL art. 17 and 18, §3.1, §3.2. The law of 2014 was amended in 2024; only its first articles were seen.
  abnormal: {
    title: { zh: "经营异常名录", en: "Register of abnormal operations" },
    keeper: { zh: "市场监督管理部门", en: "Market regulation authorities" },
    basis: {
      zh: "《企业信息公示暂行条例》第十七条",
      en: "Interim Regulations on Enterprise Information Disclosure, art. 17",
    },
    effects: [
      {
        zh: "政府采购、工程招投标、国有土地出让、授予荣誉称号时依法予以限制或者禁入（同条例第十八条）",
        en: "Limited or barred in government procurement, tenders, grants of state land and honours (art. 18)",
      },
    ],
    period: { zh: "至列入事由消除", en: "Until its cause is removed" },
    removal: {
      zh: "补报年报、更正信息、变更住所或者重新取得联系后申请移出",
      en: "On application, once reports are filed, facts corrected, the address changed or contact restored",
    },
  },
  // Name of SAMR Order 44 only: its articles, and a draft's list of effects, are no basis for what is said here.
  serious: {
    title: { zh: "严重违法失信名单", en: "Serious violations list" },
    keeper: { zh: "市场监督管理部门", en: "Market regulation authorities" },
    basis: { zh: "《市场监督管理严重违法失信名单管理办法》（总局令第44号）", en: "SAMR Order 44" },
    effects: [{ zh: "以列入机关依法公布的措施为准", en: "The measures that the keeper publishes" }],
    period: { zh: "以列入决定为准", en: "As the decision says" },
    removal: {
      zh: "届满移出或者经列入机关决定提前移出",
      en: "At its term, or earlier by the keeper's decision",
    },
  },
  // ZJ2020 (金融逃废债 as an indicator), §5.3. Who makes the finding stands in each entry.
  evasion: {
    title: { zh: "金融逃废债名单", en: "Evasion of bank debts" },
    keeper: { zh: "认定机构（见各条目）", en: "The body that made the finding, named in each entry" },
    basis: {
      zh: "浙江省企业公共信用评价指标（2020版）“金融逃废债”",
      en: "Zhejiang public credit indicators of 2020, evasion of bank debts",
    },
    effects: [{ zh: "以认定机构公布的措施为准", en: "As published by the body that made the finding" }],
    period: { zh: "以认定机构的决定为准", en: "As the finding says" },
    removal: { zh: "由认定机构移出", en: "By the body that made the finding" },
  },
  // SPC13, the text of 2013; that of 2017 and its two years are [GK].
  dishonest: {
    title: { zh: "失信被执行人名单", en: "Dishonest judgment debtors" },
    keeper: { zh: "人民法院", en: "People's courts" },
    basis: {
      zh: "《最高人民法院关于公布失信被执行人名单信息的若干规定》",
      en: "Provisions of the Supreme People's Court on publishing dishonest judgment debtors",
    },
    effects: [
      {
        zh: "政府采购、招标投标、行政审批、政府扶持、融资信贷、市场准入、资质认定等方面予以信用惩戒（第六条）",
        en: "Restrictions in procurement, tenders, approvals, support, credit, market access and qualifications (art. 6)",
      },
    ],
    period: { zh: "以执行法院的决定为准", en: "As the court decides" },
    removal: {
      zh: "全部履行、达成执行和解并履行完毕或者终结执行后删除（第七条）",
      en: "On full performance, a settlement performed, or the end of enforcement (art. 7)",
    },
  },
  // TAX54; the three years after which publication stops are [GK].
  "tax-major": {
    title: { zh: "重大税收违法失信主体", en: "Major tax violations" },
    keeper: { zh: "税务机关", en: "Tax authorities" },
    basis: {
      zh: "《重大税收违法失信主体信息公布管理办法》（国家税务总局令第54号）",
      en: "State Taxation Administration Order 54",
    },
    effects: [{ zh: "纳税信用级别判为D级，并实施联合惩戒措施", en: "Tax credit grade D and joint measures" }],
    period: { zh: "以税务机关公布的期限为准", en: "As the tax authority publishes" },
    removal: { zh: "期满停止公布或者经申请提前停止公布", en: "At its term, or earlier on application" },
  },
  // LAW 政府采购法 art. 77, 78; CG526.
  "procurement-ban": {
    title: { zh: "政府采购严重违法失信行为记录名单", en: "Barred from government procurement" },
    keeper: { zh: "财政部门", en: "Finance departments" },
    basis: {
      zh: "《中华人民共和国政府采购法》第七十七条、第七十八条；财办库〔2014〕526号",
      en: "Government Procurement Law, art. 77 and 78",
    },
    effects: [
      {
        zh: "一至三年内禁止参加政府采购活动（政府采购法第七十七条）",
        en: "Barred from government procurement for one to three years (art. 77)",
      },
    ],
    period: {
      zh: "处罚期限届满即删除，一般不超过三年",
      en: "Until the penalty's term, as a rule three years at most",
    },
    removal: { zh: "处罚期限届满删除", en: "Deleted when the term ends" },
  },
  // LAW 保障农民工工资支付条例 art. 48; MOHRSS45.
  "wage-arrears": {
    title: { zh: "拖欠农民工工资失信联合惩戒对象名单", en: "Arrears of migrant workers' wages" },
    keeper: { zh: "人力资源社会保障部门", en: "Human resources and social security departments" },
    basis: {
      zh: "《保障农民工工资支付条例》第四十八条；人力资源社会保障部令第45号",
      en: "Regulations on Wage Payment to Migrant Workers, art. 48",
    },
    effects: [
      {
        zh: "政府资金支持、政府采购、招投标、融资贷款、市场准入、税收优惠、评优评先、交通出行等方面依法限制",
        en: "Limits on public funds, procurement, tenders, loans, market access, tax relief, honours and travel",
      },
    ],
    period: { zh: "三年", en: "Three years" },
    removal: {
      zh: "期满移出；改正满六个月并作出信用承诺的可以申请提前移出",
      en: "At its term, or on application six months after putting it right",
    },
  },
};

/** 列入原因 of the 经营异常名录 (reference §3.2, codes of ZME); the table is open: an unknown code keeps its text. */
export const ABNORMAL_REASONS: Readonly<Record<string, string>> = {
  "1": "未依照《企业信息公示暂行条例》第八条规定的期限公示年度报告的",
  "2": "未在《企业信息公示暂行条例》第十条规定责令的期限内公示有关企业信息的",
  "3": "公示企业信息隐瞒真实情况、弄虚作假的",
  "4": "通过登记的住所或者经营场所无法联系的",
};

/** 移出原因 of the 经营异常名录 (reference §3.2). */
export const REMOVAL_REASONS: Readonly<Record<string, string>> = {
  "1": "补报未报年份年度报告并公示后申请移出",
  "2": "履行公示义务后申请移出",
  "3": "更正公示的信息后申请移出",
  "4": "依法办理住所或者经营场所变更登记后申请移出",
  "5": "通过登记的住所或者经营场所可以重新取得联系",
  "6": "列入满三年仍未履行公示义务，移入严重违法名单",
  "7": "企业注销，自动移出",
};
