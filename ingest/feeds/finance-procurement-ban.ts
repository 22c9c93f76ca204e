import { defineFeed } from "../feed.ts";
import { listFields } from "../kinds/listLayout.ts";
import { date } from "../validate/dateRules.ts";
import { documentNo, text } from "../validate/textRules.ts";

export const feed = defineFeed({
  source: "finance",
  feed: "procurement-ban",
  kind: "list",
  list: "procurement-ban",
  title: {
    zh: "政府采购严重违法失信行为记录名单",
    en: "Barred from government procurement",
  },
  keeper: { zh: "宁波市财政局", en: "Ningbo Finance Bureau" },
  disclosure: "public",
  retention: { years: 5, basis: "浙江省公共信用信息管理条例第十六条" },
  expect: { everyDays: 31, atLeastRows: 0 },
  rejection: { share: 0.2, of: 50 },
  fields: {
    ...listFields({
      reason: ["不良行为的具体情形", "严重违法失信行为的具体情形"],
      listedOn: ["记录日期", "处罚日期"],
      authority: ["执法单位", "执法机关"],
    }),
    documentNo: { aliases: ["处罚文号", "处罚决定书文号"], rule: documentNo },
    basis: { aliases: ["处罚依据"], rule: text },
    content: { aliases: ["处罚结果"], rule: text },
    endsOn: { aliases: ["处罚截止日期", "处罚结束日期"], rule: date },
    removedOn: { aliases: ["移出日期"], rule: date },
  },
});
