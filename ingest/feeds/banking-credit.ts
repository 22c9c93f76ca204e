import { defineFeed } from "../feed.ts";
import { subjectFields } from "../kinds/subjectLayout.ts";
import { loanGrade } from "../validate/codedRules.ts";
import { month } from "../validate/dateRules.ts";
import { currency, money } from "../validate/moneyRules.ts";
import { documentNo, name, wholeNumber } from "../validate/textRules.ts";

const wan = money({ unit: "wan" });

export const feed = defineFeed({
  source: "banking",
  feed: "credit",
  kind: "credit",
  title: { zh: "银行授信信息", en: "Bank credit" },
  keeper: { zh: "授信银行", en: "The lending banks" },
  disclosure: "consent",
  retention: { years: 5, basis: "浙江省公共信用信息管理条例第十六条" },
  expect: { everyDays: 31, atLeastRows: 0 },
  rejection: { share: 0.2, of: 50 },
  fields: {
    ...subjectFields,
    bank: {
      aliases: ["授信机构", "授信银行", "银行名称", "金融机构"],
      rule: name,
      required: true,
    },
    month: {
      aliases: ["统计月份", "统计年月", "数据月份"],
      rule: month,
      required: true,
    },
    agreementNo: {
      aliases: ["授信协议编号", "协议编号", "授信协议号"],
      rule: documentNo,
    },
    granted: { aliases: ["授信额度(万元)", "授信总额"], rule: wan },
    balance: { aliases: ["贷款余额(万元)", "借贷余额"], rule: wan },
    grade: { aliases: ["五级分类", "贷款五级分类"], rule: loanGrade },
    overdue: { aliases: ["逾期总额(万元)", "逾期金额"], rule: wan },
    overdueMonths: { aliases: ["逾期月数"], rule: wholeNumber },
    interestArrears: { aliases: ["欠息余额(万元)", "欠息金额"], rule: wan },
    guaranteed: { aliases: ["对外担保余额(万元)", "对外担保金额"], rule: wan },
    currency: { aliases: ["币种"], rule: currency },
  },
});
