import type { Field } from "../feed.ts";
import { licenceKinds, licenceStatus } from "../validate/codedRules.ts";
import { date, pastDate, until } from "../validate/dateRules.ts";
import { documentNo, text } from "../validate/textRules.ts";
import { partyFields } from "./subjectLayout.ts";

/**
 * The columns of 行政许可: generation B and A of 双公示, the Chinese names and the 工商 templates
 * (reference §1.3, §1.1, §1.5).
 */
export function licenceFields(): Readonly<Record<string, Field>> {
  return {
    ...partyFields("XK"),
    title: {
      aliases: [
        ...[
          "XK_XKWS",
          "XK_XMMC",
          "行政许可决定文书名称",
          "许可决定文书名称",
          "许可文件名称",
          "项目名称",
          "许可名称",
        ],
        ...["LicName_CN", "LicName"],
      ],
      rule: text,
    },
    documentNo: {
      aliases: [
        ...["XK_WSH", "行政许可决定文书号", "行政许可决定书文号", "许可决定文书号", "许可决定书文号"],
        ...["行政许可决定文书文号", "许可文件编号", "许可文号", "LicNO"],
      ],
      rule: documentNo,
    },
    kinds: {
      aliases: ["XK_XKLB", "XK_SPLB", "许可类别", "审批类别", "行政许可类别"],
      rule: licenceKinds,
    },
    certificate: {
      aliases: ["XK_XKZS", "许可证书名称", "许可证名称"],
      rule: text,
    },
    licenceNo: {
      aliases: ["XK_XKBH", "许可编号", "许可证书编号", "许可证编号", "许可证号"],
      rule: documentNo,
    },
    content: {
      aliases: ["XK_NR", "许可内容", "行政许可内容", "许可事项", "LicItem"],
      rule: text,
    },
    basis: { aliases: ["XK_YJ", "许可依据"], rule: text },
    decidedOn: {
      aliases: ["XK_JDRQ", "许可决定日期", "行政许可决定日期", "许可日期"],
      rule: pastDate,
    },
    validFrom: {
      aliases: ["XK_YXQZ", "有效期自", "有效期始", "有效期起", "ValFrom"],
      rule: date,
    },
    validTo: {
      aliases: [
        "XK_YXQZI",
        "有效期至",
        "有效期止",
        "XK_JZQ",
        "许可截止期",
        "许可截止日期",
        "XK_YXQ",
        "有效期",
        "ValTo",
      ],
      rule: until,
    },
    status: {
      aliases: ["XK_ZT", "当前状态", "登记状态", "许可状态"],
      rule: licenceStatus,
    },
  };
}
