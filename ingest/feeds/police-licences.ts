import { defineFeed } from "../feed.ts";
import { licenceFields } from "../kinds/licenceLayout.ts";

export const feed = defineFeed({
  source: "police",
  feed: "licences",
  kind: "licence",
  title: { zh: "公安行政许可", en: "Licences by the police" },
  keeper: { zh: "宁波市公安局", en: "Ningbo Public Security Bureau" },
  disclosure: "public",
  retention: {
    years: 30,
    basis: "浙江省公共信用信息管理条例第九条（未设期限，平台自定）",
  },
  expect: { everyDays: 7, atLeastRows: 0 },
  rejection: { share: 0.2, of: 50 },
  fields: licenceFields(),
});
