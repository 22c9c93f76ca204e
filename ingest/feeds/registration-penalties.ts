import { defineFeed } from "../feed.ts";
import { penaltyFields } from "../kinds/penaltyLayout.ts";

export const feed = defineFeed({
  source: "registration",
  feed: "penalties",
  kind: "penalty",
  title: { zh: "市场监管行政处罚", en: "Penalties by market regulation" },
  keeper: {
    zh: "宁波市市场监督管理局",
    en: "Ningbo Administration for Market Regulation",
  },
  disclosure: "public",
  retention: { years: 5, basis: "浙江省公共信用信息管理条例第十六条" },
  expect: { everyDays: 7, atLeastRows: 0 },
  rejection: { share: 0.2, of: 50 },
  fields: penaltyFields({
    // PenType of Zhejiang's 工商 system (reference §9.6).
    kindNumbers: {
      "1": "警告",
      "2": "罚款",
      "3": "没收违法所得和非法财物",
      "4": "责令停产停业",
      "5": "暂扣许可证",
      "6": "暂扣执照(登记证)",
      "7": "吊销许可证",
      "8": "吊销执照(登记证)",
      "9": "其他",
    },
  }),
});
