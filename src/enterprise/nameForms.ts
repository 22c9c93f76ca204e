import { FORMS } from "./nameFormWords.ts";
import { tradeWordBefore } from "./nameTrades.ts";

/** 组织形式 of companies, longest first by the order of the alternatives. */
const COMPANY = /(?:（集团）|集团)?(?:股份有限责任|股份有限|有限责任|股份|有限|无限责任|总|责任)?公司/g;
const STRONG = /(?:（集团）|集团)?(?:股份有限|有限责任|有限)公司/;

const PARTNERS =
  "有限合伙|普通合伙|特殊普通合伙|特殊的普通合伙|合伙|个人独资|独资|个体工商户|个体|外商投资|中外合资";
const IN_BRACKETS = new RegExp(`(?:合伙企业|企业|中心|事务所|工作室|合伙)?（(?:${PARTNERS})）$`);

const FORM_SET: ReadonlySet<string> = new Set(FORMS);
const LONGEST = Math.max(...FORMS.map((form) => form.length));

const NUMBER = "[〇零一二三四五六七八九十百两0-9]";
const BRANCHES =
  "分公司|子公司|分行|支行|分理处|储蓄所|分店|支店|分厂|分部|分社|分所|分院|分校|分中心|分会|分局|分园|分场|分站|支公司|办事处|代表处|联络处|营业部|营业厅|营业所|营业室|营业处|服务部|经营部|门市部|销售部|项目部|网点|加油站|加气站|专卖店|直营店|连锁店|便利店|店|门店|部|处|站|所|厂|中心|超市|酒店|车间|仓库|矿|药房|大药房";
const BRANCH_END = new RegExp(`(?:${BRANCHES})$`);
/** The branch of a name that says no 公司 before it, with its number. */
const BARE_BRANCH = new RegExp(
  `(?:第?${NUMBER}+)?(?:分公司|支公司|分行|支行|分店|支店|分理处|储蓄所|营业部|办事处|代表处)$`,
);
const HEAD_OF_BRANCH =
  /^.{2,}?(?:银行|信用社|信用联社|邮政局|事务所|集团|（(?:有限|普通|特殊普通)合伙）)(?=.)/;

/** Half-open. */
export interface Span {
  start: number;
  end: number;
}

export interface FormAndBranch {
  form: Span | null;
  branch: Span | null;
}

function companyForm(name: string): FormAndBranch | null {
  const strong = STRONG.exec(name);
  if (strong !== null) {
    const end = strong.index + strong[0].length;
    return { form: { start: strong.index, end }, branch: branchIn(name, end) };
  }
  for (const { index, 0: form } of name.matchAll(COMPANY)) {
    const end = index + form.length;
    if (/[分子支]$/.test(name.slice(0, index))) continue;
    if (end === name.length) return { form: { start: index, end }, branch: null };
    if (BRANCH_END.test(name)) return { form: { start: index, end }, branch: branchIn(name, end) };
  }
  return null;
}

/** What stands behind the form, brackets around it left out; a mere note in brackets is no branch. */
function branchIn(name: string, from: number): Span | null {
  let start = from;
  let end = name.length;
  if (name.charAt(start) === "（" && name.charAt(end - 1) === "）" && name.indexOf("）", start) === end - 1) {
    start++;
    end--;
    if (!BRANCH_END.test(name.slice(start, end))) return null;
  }
  return start < end ? { start, end } : null;
}

function bareBranch(name: string, placeBefore: (text: string, end: number) => number): Span | null {
  const head = HEAD_OF_BRANCH.exec(name)?.[0];
  if (head !== undefined && BRANCH_END.test(name.slice(head.length)))
    return { start: head.length, end: name.length };
  const found = BARE_BRANCH.exec(name);
  if (found === null || found.index < 2) return null;
  return { start: placeBefore(name, found.index), end: name.length };
}

function endForm(name: string, to: number): Span | null {
  const noted = IN_BRACKETS.exec(name.slice(0, to));
  if (noted !== null) return { start: noted.index, end: to };
  for (let length = Math.min(LONGEST, to); length > 0; length--)
    if (FORM_SET.has(name.slice(to - length, to)))
      return { start: to - shorterForm(name, to, length), end: to };
  return null;
}

/** 图书店 is a 店 of 图书, not a 书店: a trade word that reaches into the form takes its share. */
function shorterForm(name: string, to: number, length: number): number {
  for (let shorter = length - 1; shorter > 0; shorter--)
    if (FORM_SET.has(name.slice(to - shorter, to)) && tradeWordBefore(name, to - shorter) > length - shorter)
      return shorter;
  return length;
}

/**
 * Where form and branch of a normal name stand.
 * @param placeBefore where a region that ends at a place begins; the place itself when none does
 */
export function formAndBranch(
  name: string,
  placeBefore: (text: string, end: number) => number,
): FormAndBranch {
  const company = companyForm(name);
  if (company !== null) return company;
  const branch = bareBranch(name, placeBefore);
  const form = endForm(name, branch?.start ?? name.length);
  return { form, branch };
}
