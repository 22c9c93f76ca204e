import { ABNORMAL_REASONS, REMOVAL_REASONS } from "../../src/enterprise/lists.ts";
import { defineFeed } from "../feed.ts";
import { listFields } from "../kinds/listLayout.ts";
import { moveFlag } from "../validate/codedRules.ts";
import { date } from "../validate/dateRules.ts";
import { codedText, name } from "../validate/textRules.ts";

const fields = listFields({
  documentNo: ["列入决定书文号", "列入决定文号", "列入文号", "InDecNo"],
  reason: ["列入原因", "列入经营异常名录原因", "列入异常名录原因", "SpeCause_CN", "SpeCause"],
  reasonCodes: ABNORMAL_REASONS,
  listedOn: ["列入日期", "列入时间", "AbnTime"],
  authority: ["列入决定机关", "作出决定机关", "作出列入决定机关", "列入机关", "DecOrg_CN", "DecOrg"],
});

export const feed = defineFeed({
  source: "registration",
  feed: "abnormal",
  kind: "list",
  list: "abnormal",
  title: { zh: "经营异常名录", en: "Register of abnormal operations" },
  keeper: {
    zh: "宁波市市场监督管理局",
    en: "Ningbo Administration for Market Regulation",
  },
  disclosure: "public",
  retention: { years: 5, basis: "浙江省公共信用信息管理条例第十六条" },
  expect: { everyDays: 1, atLeastRows: 0 },
  rejection: { share: 0.2, of: 50 },
  fields: {
    ...fields,
    removedOn: { aliases: ["移出日期", "移出时间", "RemDate"], rule: date },
    removalReason: {
      aliases: ["移出原因", "移出经营异常名录原因", "移出事由", "RemExcpres_CN", "RemExcpres"],
      rule: codedText(REMOVAL_REASONS),
    },
    removalAuthority: {
      aliases: ["移出决定机关", "作出移出决定机关", "移出机关", "ReDecOrg_CN", "ReDecOrg"],
      rule: name,
    },
    move: { aliases: ["IsMove", "移出状态"], rule: moveFlag },
  },
});
