import { defineFeed } from "../feed.ts";
import { subjectFields } from "../kinds/subjectLayout.ts";
import { pastDate } from "../validate/dateRules.ts";
import { documentNo, name, personalId, text } from "../validate/textRules.ts";

const { legalRepresentativeId: _, ...subject } = subjectFields;

export const feed = defineFeed({
  source: "police",
  feed: "cases",
  kind: "case",
  title: { zh: "公安立案信息", en: "Police cases opened" },
  keeper: { zh: "宁波市公安局", en: "Ningbo Public Security Bureau" },
  // 立案 is no 不良信息 (浙江省公共信用信息管理条例 art. 11): for departments' duties only.
  disclosure: "government",
  retention: { years: 5, basis: "浙江省公共信用信息管理条例第十六条" },
  expect: { everyDays: 7, atLeastRows: 0 },
  rejection: { share: 0.2, of: 50 },
  fields: {
    ...subject,
    caseNo: {
      aliases: ["案件编号", "案号", "立案编号", "AJBH"],
      rule: documentNo,
    },
    title: { aliases: ["案件名称", "AJMC"], rule: text },
    // Beside a firm it is its legal representative's.
    legalRepresentativeId: {
      aliases: ["身份证号", "身份证号码", "法定代表人身份证号"],
      rule: personalId,
      personal: true,
    },
    category: { aliases: ["案件类别", "案件类型", "AJLB"], rule: text },
    filedOn: { aliases: ["立案日期", "立案时间", "LARQ"], rule: pastDate },
    authority: {
      aliases: ["立案单位", "立案机关", "办案单位", "LADW"],
      rule: name,
    },
    summary: { aliases: ["简要案情", "案情", "JYAQ"], rule: text },
    status: { aliases: ["案件状态", "案件进展", "AJZT"], rule: text },
  },
});
