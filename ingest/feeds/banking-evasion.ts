import { defineFeed } from "../feed.ts";
import { listFields } from "../kinds/listLayout.ts";
import { date } from "../validate/dateRules.ts";
import { text } from "../validate/textRules.ts";

export const feed = defineFeed({
  source: "banking",
  feed: "evasion",
  kind: "list",
  list: "evasion",
  title: { zh: "金融逃废债名单", en: "Evasion of bank debts" },
  keeper: { zh: "宁波市金融管理部门", en: "Financial authorities of Ningbo" },
  disclosure: "public",
  retention: { years: 5, basis: "浙江省公共信用信息管理条例第十六条" },
  expect: { everyDays: 92, atLeastRows: 0 },
  rejection: { share: 0.2, of: 50 },
  fields: {
    ...listFields({
      documentNo: ["认定文号", "认定书文号"],
      reason: ["逃废债事实", "逃废债务事实", "逃废金融债务事实"],
      listedOn: ["认定日期", "认定时间"],
      authority: ["认定机构", "认定单位", "认定机关"],
    }),
    removedOn: { aliases: ["移出日期", "解除日期"], rule: date },
    removalReason: { aliases: ["移出原因", "解除原因"], rule: text },
  },
});
