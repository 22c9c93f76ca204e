/** A code inside a pasted line. */
const CODE = /(?<![0-9A-Za-z])[0-9A-Za-z]{18}(?![0-9A-Za-z])/;
const CODES = new RegExp(CODE, "g");
/** What forms, decisions and tables write before a name. */
const NAME_LABEL =
  /(?:(?:企业|单位|公司|机构|当事人|纳税人|申请人|投标人|供应商|经营者|商户|主体|被处罚(?:单位|人|者)?|被执行人|行政相对人)(?:名称|全称)|被处罚(?:单位|人|者)|(?:名称|全称|字号|单位|企业|公司|甲方|乙方|丙方|买方|卖方|当事人|被执行人|失信被执行人|纳税人|户名|开户名|抬头|发票抬头|收款人|付款人|供应商|商户))(?:[（(][^）)]{0,8}[）)])?/;
/** What stands in such a line beside the name. */
const OTHER_LABEL =
  /(?:统一)?社会信用代码(?:\/?注册号)?|信用代码|组织机构代码|注册号|税号|纳税人识别号|法定代表人|法人代表|法人|负责人|经营者|联系人|(?:联系|办公|注册|企业|单位)?(?:地址|电话)|住所|经营场所|手机号?|传真|邮编|日期|序号|编号|文号|备注|开户行|账号/;
const COLON = "\\s*[:：]\\s*";
const LABELLED = new RegExp(`(?:^|[\\s,，;；。、|｜（(\\d])${NAME_LABEL.source}(?:${COLON}|\\s+(?=\\S{4}))`);
const OTHER_LABELLED = new RegExp(
  `[\\s,，;；。、|｜（(]*(?:${OTHER_LABEL.source})(?:${COLON}|\\s+|(?=[0-9A-Za-z]{6})|$)`,
);
/** Any other label: short, and a colon behind it. */
const ANY_LABEL = /^[\s\d.、,，]*[\p{Script=Han}（）()]{1,12}\s*[:：]\s*(?=\S)/u;
const NUMBERED_LINE = /^\s*(?:序号|第)?\s*\d{1,4}\s*[、.．)）]\s*(?=\p{Script=Han})/u;
const PHONE = /(?<![0-9A-Za-z])(?:\+?86[- ]?)?(?:0\d{2,3}[- ]?\d{7,8}|1[3-9]\d{9}|\d{7,8})(?![0-9A-Za-z])/g;
const BETWEEN = /[\s,，;；、|｜。]+/g;

/** The codes in a line, in capitals. */
export function codesIn(text: string): string[] {
  return [...text.matchAll(CODES)].map(([code]) => code.toUpperCase());
}

const isPasted = (text: string) =>
  /[:：]/.test(text) || CODE.test(text) || OTHER_LABELLED.test(text) || LABELLED.test(text);

/**
 * The name in a pasted line: what stands behind its label, without the codes, phone numbers and other labelled things around it.
 * A text without any of these comes back as it is.
 * @param text NFKC
 */
export function nameInLine(text: string): string {
  const bare = text
    .replace(NUMBERED_LINE, "")
    .replace(PHONE, (digits) => (/\p{Script=Han}/u.test(text) ? " " : digits));
  if (!isPasted(bare)) return bare === text || bare.trim() === "" ? text : bare.trim();
  const label = LABELLED.exec(bare);
  let rest = label === null ? bare.replace(CODES, " ") : bare.slice(label.index + label[0].length);
  rest = rest.replace(ANY_LABEL, "");
  const other = OTHER_LABELLED.exec(rest);
  if (other !== null && other.index > 0) rest = rest.slice(0, other.index);
  rest = rest.replace(CODES, " ").replace(/[（(]\s*[）)]/g, " ");
  const trimmed = rest.replace(/^[\s,，;；、|｜。:：]+|[\s,，;；、|｜。:：]+$/g, "");
  return /[\p{L}\p{N}]/u.test(trimmed) ? trimmed.replace(BETWEEN, " ") : text;
}
