import { defineFeed } from "../feed.ts";
import { penaltyFields } from "../kinds/penaltyLayout.ts";

export const feed = defineFeed({
  source: "police",
  feed: "penalties",
  kind: "penalty",
  title: { zh: "公安行政处罚", en: "Penalties by the police" },
  keeper: { zh: "宁波市公安局", en: "Ningbo Public Security Bureau" },
  disclosure: "public",
  retention: { years: 5, basis: "浙江省公共信用信息管理条例第十六条" },
  expect: { everyDays: 7, atLeastRows: 0 },
  rejection: { share: 0.2, of: 50 },
  fields: penaltyFields(),
});
