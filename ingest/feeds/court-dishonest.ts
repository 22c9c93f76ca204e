import { defineFeed, type Rule } from "../feed.ts";
import { listFields } from "../kinds/listLayout.ts";
import { partyKind } from "../validate/codedRules.ts";
import { subjectCode } from "../validate/codeRules.ts";
import { date, pastDate } from "../validate/dateRules.ts";
import { documentNo, name, personalId, text } from "../validate/textRules.ts";

/** Ages of persons; firms are delivered with 0 or nothing. */
const age: Rule<string> = (cell) =>
  /^[1-9]\d?\d?(\.0)?岁?$/.test(cell.trim()) ? { value: "given" } : { empty: true };
const gender: Rule<string> = (cell) =>
  /^(男|女)性?$/.test(cell.trim()) ? { value: "given" } : { empty: true };

const fields = listFields({
  name: [
    "被执行人姓名/名称",
    "被执行人姓名",
    "被执行人名称",
    "被执行人",
    "失信被执行人名称",
    "失信被执行人",
    "姓名/名称",
    "姓名",
    "IName",
  ],
  documentNo: ["案号", "执行案号", "CaseCode"],
  reason: [
    "失信被执行人行为具体情形",
    "失信被执行人具体情形",
    "失信具体情形",
    "失信行为具体情形",
    "DisReputTypeName",
  ],
  listedOn: ["发布时间", "发布日期", "公布日期", "PublishDate"],
  authority: ["执行法院", "法院名称", "CourtName"],
});

/** The court's list as its feed names it (reference §3.1, §3.3) and as 信用宁波 labels it. Persons are on it too. */
export const feed = defineFeed({
  source: "court",
  feed: "dishonest",
  kind: "list",
  list: "dishonest",
  title: { zh: "失信被执行人名单", en: "Dishonest judgment debtors" },
  keeper: {
    zh: "宁波市中级人民法院",
    en: "Ningbo Intermediate People's Court",
  },
  disclosure: "public",
  retention: { years: 5, basis: "浙江省公共信用信息管理条例第十六条" },
  expect: { everyDays: 1, atLeastRows: 0 },
  rejection: { share: 0.2, of: 50 },
  fields: {
    ...fields,
    // One column for a firm's code and for a person's id.
    code: {
      aliases: ["身份证号码/组织机构代码", "组织机构代码/身份证号", "证件号码", "CardNum"],
      rule: subjectCode("any"),
      personal: true,
    },
    personId: {
      aliases: ["居民身份证号", "身份证号", "身份证号码"],
      rule: personalId,
      personal: true,
    },
    gender: { aliases: ["性别", "SexName"], rule: gender },
    age: { aliases: ["年龄", "Age"], rule: age },
    partyKind: {
      aliases: ["被执行人类型", "当事人类型", "PartyTypeName"],
      rule: partyKind,
    },
    legalRepresentative: {
      aliases: [
        "法定代表人",
        "法定代表人或者负责人姓名",
        "企业法人姓名",
        "BuesinessEntity",
        "BusinessEntity",
      ],
      rule: name,
    },
    filedOn: { aliases: ["立案时间", "立案日期", "RegDate"], rule: pastDate },
    basis: { aliases: ["执行依据文号", "GistCID", "GistID"], rule: documentNo },
    basisUnit: {
      aliases: ["执行依据制作单位", "作出执行依据单位", "GistUnit"],
      rule: name,
    },
    content: { aliases: ["生效法律文书确定的义务", "Duty"], rule: text },
    performance: {
      aliases: ["履行情况", "被执行人的履行情况", "Performance"],
      rule: text,
    },
    removedOn: { aliases: ["移出日期", "屏蔽日期", "撤下日期"], rule: date },
    removalReason: { aliases: ["移出原因", "屏蔽原因"], rule: text },
  },
});
