import { defineFeed } from "../feed.ts";
import { subjectFields, withdrawalFields } from "../kinds/subjectLayout.ts";
import { enterpriseType, registrationStatus } from "../validate/codedRules.ts";
import { subjectCode, uscc } from "../validate/codeRules.ts";
import { date, pastDate, until } from "../validate/dateRules.ts";
import { currency, money } from "../validate/moneyRules.ts";
import { name, personalId, text } from "../validate/textRules.ts";

const { remark: _, ...flags } = withdrawalFields;

/** The 工商 base record: 工商 names, their older ones, the Chinese ones (reference §9.8), and those of open exports. */
export const feed = defineFeed({
  source: "registration",
  feed: "enterprises",
  kind: "base",
  title: { zh: "企业登记信息", en: "Register of enterprises" },
  keeper: {
    zh: "宁波市市场监督管理局",
    en: "Ningbo Administration for Market Regulation",
  },
  disclosure: "public",
  retention: {
    years: 30,
    basis: "浙江省公共信用信息管理条例第九条（未设期限，平台自定）",
  },
  expect: { everyDays: 1, atLeastRows: 0 },
  rejection: { share: 0.2, of: 50 },
  fields: {
    ...flags,
    uscc: {
      aliases: subjectFields.uscc?.aliases ?? [],
      rule: uscc,
      required: true,
    },
    name: {
      aliases: [...(subjectFields.name?.aliases ?? []), "name"],
      rule: name,
      required: true,
    },
    regNo: {
      aliases: ["RegNO", "ZCH", "注册号", "工商注册号", "reg_no"],
      rule: subjectCode("regNo"),
    },
    orgCode: {
      aliases: ["OrgCode", "ZZJGDM", "组织机构代码"],
      rule: subjectCode("orgCode"),
    },
    legalRepresentative: {
      aliases: ["LeRep", "FDDBR", "法定代表人", "法定代表人(负责人)", "负责人", "legal_rep"],
      rule: name,
    },
    legalRepresentativeId: {
      aliases: [
        "CerNO",
        "SFZJHM",
        "身份证件号码",
        "法定代表人身份证件号码",
        "法定代表人证件号码",
        "法定代表人身份证号",
        "身份证号",
      ],
      rule: personalId,
      personal: true,
    },
    status: {
      aliases: ["RegState_CN", "RegState", "ZT", "登记状态", "经营状态", "企业状态", "status"],
      rule: registrationStatus,
    },
    type: {
      aliases: ["EntType", "QYLX", "EntType_CN", "市场主体类型", "企业类型", "主体类型", "type"],
      rule: enterpriseType,
    },
    // 万元 by the habit of 工商 systems [GK]; a unit in the cell or in the header wins.
    capital: {
      aliases: ["RegCap", "ZCZB", "注册资本", "注册资本(万元)", "注册资金", "reg_capital"],
      rule: money({ unit: "wan", zero: "none" }),
    },
    currency: {
      aliases: ["Currency", "BZ", "币种", "注册资本币种"],
      rule: currency,
    },
    established: {
      aliases: ["EstDate", "CLRQ", "成立日期", "注册日期", "start_date"],
      rule: pastDate,
    },
    approved: { aliases: ["ApprDate", "ZHRQ", "核准日期"], rule: pastDate },
    operatingFrom: {
      aliases: ["OpFrom", "JYQSRQ", "经营期限自", "营业期限自", "经营(驻在)期限自"],
      rule: date,
    },
    operatingTo: {
      aliases: ["OpTo", "JYJZRQ", "经营期限至", "营业期限至", "经营(驻在)期限至"],
      rule: until,
    },
    closed: {
      aliases: ["注销日期", "吊销日期", "CanDate", "RevDate"],
      rule: pastDate,
    },
    changedOrClosed: {
      aliases: ["AltDate", "BGZXRQ", "变更注销日期"],
      rule: pastDate,
    },
    address: {
      aliases: ["Dom", "ZS", "住所", "注册地址", "地址", "企业地址", "address"],
      rule: text,
    },
    premises: {
      aliases: ["ProLoc", "JYCS", "生产经营地", "经营场所"],
      rule: text,
    },
    district: {
      aliases: ["DomDistrict", "ZSDJJG", "住所区划", "住所所在行政区划", "行政区划", "area_code"],
      rule: text,
    },
    industrySection: { aliases: ["IndustryPhy", "行业门类"], rule: text },
    industry: {
      aliases: ["IndustryCo", "HY", "行业代码", "所属行业", "industry"],
      rule: text,
    },
    scope: { aliases: ["OpScope", "JYFW", "经营范围", "scope"], rule: text },
    authority: {
      aliases: ["RegOrgName", "RegOrg_CN", "RegOrg", "DJJG", "登记机关", "reg_authority"],
      rule: name,
    },
  },
});
