import { bracketed, decisiveDate } from "./dirt.ts";
import { ABNORMAL_REASONS, SERIOUS_CAUSES } from "./listCauses.ts";
import { type Entry, endText, listFeed, placeOf, reasonText, removal } from "./lists.ts";
import { REMARK, type Scene } from "./scene.ts";

const market = (scene: Scene, entry: Entry) => `${placeOf(scene, entry).label}市场监督管理局`;
const words = (text: string) => text.split(" ");

export const ABNORMAL = listFeed({
  source: "registration",
  feed: "abnormal",
  share: 0.05,
  file: {
    name: "abnormal",
    format: "tsv",
    header: words(
      "企业名称 统一社会信用代码 注册号 法定代表人 列入决定书文号 列入原因 列入日期 列入决定机关 移出原因 移出日期 移出决定机关 备注",
    ),
  },
  habit: "dashes",
  columns: { regNo: true, authority: true },
  causes: ABNORMAL_REASONS,
  mark: "市监异列",
  days: 1_500,
  ended: 45,
  revokes: true,
  row: (scene, entry, habit) => [
    entry.subject.name,
    entry.subject.code,
    entry.subject.regNo,
    entry.subject.representative,
    bracketed(scene.random, entry.documentNo, entry.subject.truth),
    reasonText(scene, entry),
    decisiveDate(scene, entry.listedOn, habit, entry.subject.truth),
    market(scene, entry),
    removal(entry, entry.removalReason),
    endText(scene, entry, habit),
    removal(entry, market(scene, entry)),
    REMARK,
  ],
});

export const SERIOUS = listFeed({
  source: "registration",
  feed: "serious",
  share: 0.008,
  file: {
    name: "serious",
    format: "csv",
    encoding: "utf-8-bom",
    header: words(
      "企业名称 统一社会信用代码 注册号 法定代表人 列入事由 列入日期 列入机关 列入文号 移出事由 移出日期 移出机关 移出文号 备注",
    ),
  },
  habit: "han",
  columns: { regNo: true, authority: true },
  causes: SERIOUS_CAUSES,
  mark: "市监严列",
  days: 1_050,
  ended: 12,
  row: (scene, entry, habit) => [
    entry.subject.name,
    entry.subject.code,
    entry.subject.regNo,
    entry.subject.representative,
    reasonText(scene, entry),
    decisiveDate(scene, entry.listedOn, habit, entry.subject.truth),
    market(scene, entry),
    bracketed(scene.random, entry.documentNo, entry.subject.truth),
    removal(entry, entry.removalReason),
    endText(scene, entry, habit),
    removal(entry, market(scene, entry)),
    removal(entry, entry.documentNo.replace("严列", "严移")),
    REMARK,
  ],
});
