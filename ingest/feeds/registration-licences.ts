import { defineFeed } from "../feed.ts";
import { licenceFields } from "../kinds/licenceLayout.ts";

export const feed = defineFeed({
  source: "registration",
  feed: "licences",
  kind: "licence",
  title: { zh: "市场监管行政许可", en: "Licences by market regulation" },
  keeper: {
    zh: "宁波市市场监督管理局",
    en: "Ningbo Administration for Market Regulation",
  },
  disclosure: "public",
  // Basic information: the regulation sets no term (art. 9); the archive's own is long.
  retention: {
    years: 30,
    basis: "浙江省公共信用信息管理条例第九条（未设期限，平台自定）",
  },
  expect: { everyDays: 7, atLeastRows: 0 },
  rejection: { share: 0.2, of: 50 },
  fields: licenceFields(),
});
