import { defineFeed } from "../feed.ts";
import { subjectFields } from "../kinds/subjectLayout.ts";
import { changeItem } from "../validate/codedRules.ts";
import { pastDate } from "../validate/dateRules.ts";
import { documentNo, name, text } from "../validate/textRules.ts";

export const feed = defineFeed({
  source: "registration",
  feed: "changes",
  kind: "change",
  title: { zh: "变更登记", en: "Changes of registration" },
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
    ...subjectFields,
    item: {
      aliases: ["变更事项", "变更项目", "AltItem", "AltItem_CN"],
      rule: changeItem,
      required: true,
    },
    before: { aliases: ["变更前内容", "变更前", "AltBe"], rule: text },
    after: { aliases: ["变更后内容", "变更后", "AltAf"], rule: text },
    changedOn: {
      aliases: ["变更日期", "核准日期", "AltDate"],
      rule: pastDate,
      required: true,
    },
    documentNo: {
      aliases: ["核准文号", "变更核准文号", "准予变更文号"],
      rule: documentNo,
    },
    authority: {
      aliases: ["登记机关", "核准机关", "RegOrg_CN", "RegOrgName"],
      rule: name,
    },
  },
});
