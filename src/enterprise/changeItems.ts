import { codeTable } from "./codeTable.ts";
import type { Coded } from "./record.ts";

/** 变更事项 (reference §9.4); the texts are those of registers of other provinces too. */
export const CHANGE_ITEMS = codeTable([
  {
    code: "01",
    zh: "名称",
    en: "Name",
    also: [
      "1",
      "名称变更",
      "企业名称变更",
      "企业名称",
      "字号名称变更",
      "公司名称变更",
      "名称变更字号名称集团名称等",
    ],
  },
  {
    code: "02",
    zh: "住所",
    en: "Address",
    also: [
      "2",
      "住所变更",
      "地址变更",
      "经营场所变更",
      "经营场所",
      "注册地址变更",
      "地址",
      "住所地址变更",
      "地址变更住所地址经营场所驻在地址等变更",
    ],
  },
  {
    code: "03",
    zh: "法定代表人",
    en: "Legal representative",
    also: [
      "3",
      "法定代表人变更",
      "负责人变更",
      "负责人",
      "投资人变更",
      "执行事务合伙人变更",
      "负责人变更法定代表人负责人首席代表合伙事务执行人等变更",
    ],
  },
  {
    code: "04",
    zh: "企业类型",
    en: "Type",
    also: ["4", "企业类型变更", "类型变更", "市场主体类型变更", "公司类型变更"],
  },
  {
    code: "05",
    zh: "注册资本",
    en: "Registered capital",
    also: ["5", "注册资本变更", "注册资本金变更", "注册资本金额变更", "出资额变更"],
  },
  { code: "06", zh: "许可经营项目", en: "Licensed business", also: ["6"] },
  { code: "07", zh: "一般经营项目", en: "General business", also: ["7"] },
  {
    code: "08",
    zh: "营业期限",
    en: "Term of operation",
    also: ["8", "营业期限变更", "经营期限变更", "经营期限"],
  },
  { code: "09", zh: "经营方式", en: "Mode of operation", also: ["9"] },
  {
    code: "10",
    zh: "投资人（股权）",
    en: "Shareholders",
    also: ["投资人变更包括出资额出资方式出资日期投资人名称等", "股东变更", "投资人股权变更", "股权变更"],
  },
  { code: "11", zh: "行业代码", en: "Industry", also: ["行业代码变更", "行业变更"] },
  { code: "12", zh: "经营范围", en: "Business scope", also: ["经营范围变更", "业务范围变更"] },
  { code: "14", zh: "登记机关", en: "Registration authority", also: ["登记机关变更"] },
  { code: "15", zh: "出资方式", en: "Form of contribution", also: [] },
  { code: "20", zh: "从业人数", en: "Employees", also: [] },
  { code: "21", zh: "分支机构", en: "Branches", also: ["分支机构备案"] },
  { code: "22", zh: "一般代表", en: "Representatives", also: [] },
  {
    code: "23",
    zh: "组织机构",
    en: "Organs",
    also: ["高级管理人员备案董事监事经理等", "董事备案", "章程备案"],
  },
  { code: "24", zh: "个体其他形式", en: "Other form of sole trader", also: [] },
  { code: "25", zh: "变更注册号", en: "Registration number", also: ["注册号变更"] },
  { code: "26", zh: "改制", en: "Restructuring", also: [] },
  { code: "27", zh: "实收资本", en: "Paid-in capital", also: ["实收资本变更"] },
  { code: "19", zh: "其他", en: "Other", also: ["其他事项备案", "其他变更"] },
]);

/** An item in no table keeps its text under the code of 其他. */
export function readChangeItem(text: string): Coded {
  return CHANGE_ITEMS.read(text) ?? { code: "19", label: text };
}
