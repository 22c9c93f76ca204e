/** Why an entry came on a list, and how it may leave it. */
export interface Cause {
  text: string;
  removals: readonly string[];
}

/** 列入原因 and 移出原因 of the 经营异常名录 (reference §3.2). */
export const ABNORMAL_REASONS: readonly Cause[] = [
  {
    text: "未依照《企业信息公示暂行条例》第八条规定的期限公示{year}年度报告的",
    removals: ["补报未报年份年度报告并公示后申请移出"],
  },
  {
    text: "未依照《企业信息公示暂行条例》第八条规定的期限公示年度报告的",
    removals: ["补报未报年份年度报告并公示后申请移出"],
  },
  {
    text: "未在《企业信息公示暂行条例》第十条规定责令的期限内公示有关企业信息的",
    removals: ["履行公示义务后申请移出"],
  },
  { text: "公示企业信息隐瞒真实情况、弄虚作假的", removals: ["更正公示的信息后申请移出"] },
  {
    text: "通过登记的住所或者经营场所无法联系的",
    removals: ["依法办理住所/经营场所变更登记后申请移出", "通过登记的住所可以重新取得联系"],
  },
];

export const SERIOUS_CAUSES: readonly Cause[] = [
  {
    text: "提交虚假材料取得市场主体登记，情节严重",
    removals: ["列入严重违法失信名单期限届满", "符合提前移出条件"],
  },
  { text: "生产经营不符合食品安全标准的食品，受到较重行政处罚", removals: ["列入严重违法失信名单期限届满"] },
  { text: "侵犯商标专用权，受到较重行政处罚，涉案{count}件", removals: ["符合提前移出条件"] },
  { text: "拒不履行行政处罚决定", removals: ["已履行行政处罚决定确定的义务，符合提前移出条件"] },
];

export const EVASION_CAUSES: readonly Cause[] = [
  { text: "自{month}起以转移资产方式逃避归还金融机构贷款{value}万元", removals: [""] },
  { text: "隐瞒关联交易，悬空金融机构债权{value}万元", removals: [""] },
  { text: "提供虚假财务报表取得贷款{value}万元，到期拒不归还", removals: [""] },
];

export const DISHONEST_CAUSES: readonly Cause[] = [
  { text: "支付货款{value}000元及逾期付款利息", removals: [""] },
  { text: "归还借款本金{value}000元并支付利息", removals: [""] },
  { text: "支付工程款{value}000元", removals: [""] },
  { text: "支付劳动报酬{value}00元", removals: [""] },
];

export const WAGE_CAUSES: readonly Cause[] = [
  { text: "拖欠{count}名农民工工资{value}00元，经责令限期支付逾期未支付", removals: [""] },
  { text: "拖欠工资引发群体性事件，涉及农民工{count}人", removals: [""] },
];

export const TAX_CAUSES: readonly Cause[] = [
  { text: "虚开增值税专用发票", removals: [""] },
  { text: "偷税", removals: [""] },
  { text: "逃避追缴欠税", removals: [""] },
  { text: "骗取出口退税", removals: [""] },
];

export const BAN_CAUSES: readonly Cause[] = [
  { text: "提供虚假材料谋取中标、成交", removals: [""] },
  { text: "与其他供应商恶意串通", removals: [""] },
  { text: "中标后无正当理由拒不与采购人签订政府采购合同", removals: [""] },
  { text: "拒绝有关部门监督检查或者提供虚假情况", removals: [""] },
];
