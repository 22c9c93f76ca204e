import type { Field } from "../feed.ts";
import { penaltyKinds, penaltyStatus } from "../validate/codedRules.ts";
import { date, pastDate, until } from "../validate/dateRules.ts";
import { confiscation, fine } from "../validate/moneyRules.ts";
import { documentNo, text } from "../validate/textRules.ts";
import { partyFields } from "./subjectLayout.ts";

/**
 * The columns of 行政处罚: generation B and A of 双公示, the xy keys, the Chinese names, the 工商 templates and tables
 * (reference §1.2, §1.4, §1.5, §3.3).
 * @param sender.kindNumbers what this sender's numbers of 处罚类别 mean (reference §9.6), when it uses any
 */
export function penaltyFields(
  sender: { kindNumbers?: Readonly<Record<string, string>> } = {},
): Readonly<Record<string, Field>> {
  return {
    ...partyFields("CF"),
    documentNo: {
      aliases: [
        ...["CF_WSH", "xy020102", "行政处罚决定书文号", "处罚决定书文号", "处罚决定文书号", "处罚决定书编号"],
        ...["行政处罚文书号", "处罚文号", "PenDecNo"],
      ],
      rule: documentNo,
    },
    title: {
      aliases: [
        "CF_WFXW",
        "xy020109",
        "违法行为类型",
        "违法类型",
        "CF_CFMC",
        "处罚名称",
        "案件名称",
        "IllegActType",
      ],
      rule: text,
    },
    facts: {
      aliases: ["CF_SY", "违法事实", "处罚事由", "主要违法事实"],
      rule: text,
    },
    basis: {
      aliases: ["CF_YJ", "CF_CFYJ", "F_CFYJ", "处罚依据", "行政处罚依据"],
      rule: text,
    },
    kinds: {
      aliases: [
        ...[
          "CF_CFLB",
          "CF_CFLB1",
          "xy020103",
          "处罚类别",
          "处罚种类",
          "处罚类型",
          "行政处罚种类",
          "处罚类别1",
        ],
        ...["PenType_CN", "PenType"],
      ],
      rule: penaltyKinds(sender.kindNumbers),
    },
    kinds2: {
      aliases: ["CF_CFLB2", "处罚类别2"],
      rule: penaltyKinds(sender.kindNumbers),
    },
    content: {
      aliases: [
        "CF_NR",
        "xy020130",
        "处罚内容",
        "行政处罚内容",
        "CF_JG",
        "处罚结果",
        "行政处罚结果",
        "PenContent",
      ],
      rule: text,
    },
    fine: {
      aliases: ["CF_NR_FK", "xy020116", "罚款金额(万元)", "罚款数额", "PenAm"],
      rule: fine,
    },
    confiscated: {
      aliases: [
        ...["CF_NR_WFFF", "没收违法所得、没收非法财物的金额(万元)", "没收金额", "没收违法所得金额"],
        ...["没收违法所得、没收非法财物金额", "没收违法所得、没收非法财物价值", "ForfAm"],
      ],
      rule: confiscation,
    },
    withheld: {
      aliases: ["CF_NR_ZKDX", "暂扣或吊销证照名称及编号"],
      rule: text,
    },
    decidedOn: {
      aliases: [
        ...["CF_JDRQ", "xy020107", "处罚决定日期", "行政处罚决定日期", "处罚决定书签发日期", "处罚日期"],
        ...["作出行政处罚决定日期", "PenDecIssDate"],
      ],
      rule: pastDate,
      required: true,
    },
    validTo: { aliases: ["CF_YXQ", "处罚有效期", "CF_QX"], rule: until },
    deliveredUntil: {
      aliases: ["CF_GSJZQ", "公示截止期", "公示截止日期", "公示截止期限"],
      rule: date,
    },
    status: {
      aliases: ["CF_ZT", "当前状态", "处罚状态", "PUNISH_STATUS"],
      rule: penaltyStatus,
    },
  };
}
