import { defineFeed } from "../feed.ts";
import { listFields } from "../kinds/listLayout.ts";
import { date } from "../validate/dateRules.ts";
import { name, text } from "../validate/textRules.ts";

export const feed = defineFeed({
  source: "labour",
  feed: "wage-arrears",
  kind: "list",
  list: "wage-arrears",
  title: {
    zh: "拖欠农民工工资失信联合惩戒对象名单",
    en: "Arrears of migrant workers' wages",
  },
  keeper: {
    zh: "宁波市人力资源和社会保障局",
    en: "Ningbo Human Resources and Social Security Bureau",
  },
  disclosure: "public",
  retention: { years: 5, basis: "浙江省公共信用信息管理条例第十六条" },
  expect: { everyDays: 31, atLeastRows: 0 },
  rejection: { share: 0.2, of: 50 },
  fields: {
    ...listFields({
      documentNo: ["列入决定书文号", "列入文号"],
      reason: ["列入事由", "列入原因"],
      listedOn: ["列入日期", "列入时间"],
      authority: ["列入机关", "列入决定机关"],
    }),
    removedOn: { aliases: ["移出日期", "移出时间"], rule: date },
    removalReason: { aliases: ["移出事由", "移出原因"], rule: text },
    removalAuthority: { aliases: ["移出机关", "移出决定机关"], rule: name },
  },
});
