import { defineFeed } from "../feed.ts";
import { listFields } from "../kinds/listLayout.ts";
import { date } from "../validate/dateRules.ts";
import { name, personalId, text } from "../validate/textRules.ts";

export const feed = defineFeed({
  source: "registration",
  feed: "serious",
  kind: "list",
  list: "serious",
  title: { zh: "严重违法失信名单", en: "Serious violations list" },
  keeper: {
    zh: "宁波市市场监督管理局",
    en: "Ningbo Administration for Market Regulation",
  },
  disclosure: "public",
  retention: { years: 5, basis: "浙江省公共信用信息管理条例第十六条" },
  expect: { everyDays: 7, atLeastRows: 0 },
  rejection: { share: 0.2, of: 50 },
  fields: {
    ...listFields({
      documentNo: ["列入文号", "列入决定书文号", "列入决定文号", "InDecNo"],
      reason: [
        "列入事由",
        "列入严重违法失信名单事由",
        "列入严重违法失信名单原因",
        "SerIllRea_CN",
        "SerIllRea",
      ],
      listedOn: ["列入日期", "列入时间", "InDate", "AbnTime"],
      authority: ["列入机关", "列入决定机关", "作出决定机关", "DecOrg_CN", "DecOrg"],
    }),
    legalRepresentativeId: {
      aliases: ["法定代表人证件号码", "法定代表人身份证号", "证件号码", "CerNO"],
      rule: personalId,
      personal: true,
    },
    removedOn: {
      aliases: ["移出日期", "移出时间", "OutDate", "RemDate"],
      rule: date,
    },
    removalReason: {
      aliases: ["移出事由", "移出严重违法失信名单事由", "RemExcpres_CN", "RemExcpres"],
      rule: text,
    },
    removalAuthority: {
      aliases: ["移出机关", "移出决定机关", "ReDecOrg_CN", "ReDecOrg"],
      rule: name,
    },
  },
});
