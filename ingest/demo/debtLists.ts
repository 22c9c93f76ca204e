import { formatted } from "./days.ts";
import { decisiveDate } from "./dirt.ts";
import { DISHONEST_CAUSES, EVASION_CAUSES, WAGE_CAUSES } from "./listCauses.ts";
import { endText, listFeed, placeOf, reasonText, representativeId } from "./lists.ts";
import { serialOf, yearOf } from "./penalties.ts";
import { REMARK } from "./scene.ts";

const words = (text: string) => text.split(" ");

export const EVASION = listFeed({
  source: "banking",
  feed: "evasion",
  share: 0.004,
  file: {
    name: "evasion",
    format: "xlsx",
    above: ["金融逃废债名单（演示数据）"],
    header: words("企业名称 统一社会信用代码 法定代表人 逃废债事实 认定文号 认定日期 认定机构 备注"),
  },
  habit: "dashes",
  columns: {},
  causes: EVASION_CAUSES,
  mark: "金融认",
  days: 1_000,
  ended: 0,
  row: (scene, entry, habit) => [
    entry.subject.name,
    entry.subject.code,
    entry.subject.representative,
    reasonText(scene, entry),
    entry.documentNo,
    decisiveDate(scene, entry.listedOn, habit, entry.subject.truth),
    `${scene.firm.city.label}金融风险处置工作专班（演示）`,
    REMARK,
  ],
});

export const DISHONEST = listFeed({
  source: "court",
  feed: "dishonest",
  share: 0.012,
  file: {
    name: "dishonest",
    format: "ndjson",
    header: words(
      "被执行人名称 统一社会信用代码 法定代表人 法定代表人身份证号 身份证号 执行法院 执行依据文号 案号 立案时间 生效法律文书确定的义务 被执行人的履行情况 失信被执行人行为具体情形 发布时间 备注",
    ),
  },
  habit: "han",
  columns: { authority: true },
  persons: 6,
  causes: DISHONEST_CAUSES,
  mark: "执",
  days: 700,
  ended: 0,
  row: (scene, entry, habit) => {
    const place = placeOf(scene, entry);
    const court = `${place.label}人民法院`;
    const year = yearOf(entry.listedOn);
    return [
      entry.subject.name,
      entry.subject.code,
      entry.subject.representative,
      representativeId(scene, entry),
      entry.personId,
      court,
      `（${year}）浙${place.code.slice(2)}民初${serialOf(scene, 0)}号`,
      `（${year}）浙${place.code.slice(2)}执${serialOf(scene, entry.listedOn % 32)}号`,
      decisiveDate(scene, entry.listedOn, habit, entry.subject.truth),
      reasonText(scene, entry),
      scene.random.pick(["全部未履行", "部分履行"]),
      scene.random.pick(["有履行能力而拒不履行生效法律文书确定义务", "违反财产报告制度", "违反限制消费令"]),
      formatted(Math.min(entry.listedOn + 3, scene.today), habit),
      REMARK,
    ];
  },
});

export const WAGES = listFeed({
  source: "labour",
  feed: "wage-arrears",
  share: 0.005,
  file: {
    name: "wage-arrears",
    format: "tsv",
    encoding: "utf-16le",
    header: words(
      "单位名称 统一社会信用代码 法定代表人 法定代表人身份证号 列入事由 列入决定书文号 列入日期 列入机关 移出日期 备注",
    ),
  },
  habit: "compact",
  columns: { authority: true },
  causes: WAGE_CAUSES,
  mark: "人社列",
  days: 1_000,
  ended: 12,
  row: (scene, entry, habit) => [
    entry.subject.name,
    entry.subject.code,
    entry.subject.representative,
    representativeId(scene, entry),
    reasonText(scene, entry),
    entry.documentNo,
    decisiveDate(scene, entry.listedOn, habit, entry.subject.truth),
    `${placeOf(scene, entry).label}人力资源和社会保障局`,
    endText(scene, entry, habit),
    REMARK,
  ],
});
