import { defineFeed } from "../feed.ts";
import { listFields } from "../kinds/listLayout.ts";
import { date, reportPeriod } from "../validate/dateRules.ts";
import { name, personalId, text } from "../validate/textRules.ts";

const fields = listFields({
  name: ["纳税人名称"],
  reason: ["主要违法事实"],
  listedOn: ["案件上报期"],
  authority: ["认定机关", "税务机关", "检查机关"],
});

export const feed = defineFeed({
  source: "tax",
  feed: "major",
  kind: "list",
  list: "tax-major",
  title: { zh: "重大税收违法失信主体", en: "Major tax violations" },
  keeper: {
    zh: "国家税务总局宁波市税务局",
    en: "Ningbo Tax Service, State Taxation Administration",
  },
  disclosure: "public",
  retention: { years: 5, basis: "浙江省公共信用信息管理条例第十六条" },
  expect: { everyDays: 92, atLeastRows: 0 },
  rejection: { share: 0.2, of: 50 },
  fields: {
    ...fields,
    listedOn: {
      aliases: ["案件上报期", "案件上报期间", "公布日期"],
      rule: reportPeriod,
    },
    legalRepresentative: {
      aliases: ["法定代表人或者负责人姓名", "法定代表人或负责人姓名", "法定代表人姓名", "法定代表人"],
      rule: name,
    },
    legalRepresentativeId: {
      aliases: ["法定代表人证件号码", "法定代表人或者负责人证件号码"],
      rule: personalId,
      personal: true,
    },
    reasonKind: { aliases: ["案件性质"], rule: text },
    content: {
      aliases: ["相关法律依据及税务处理处罚情况", "相关法律依据及税务处理处罚决定"],
      rule: text,
    },
    removedOn: { aliases: ["移出日期", "停止公布日期"], rule: date },
  },
});
