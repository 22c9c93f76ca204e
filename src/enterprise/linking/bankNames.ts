/** What clerks write for banks of the whole country, and what it stands for. Only in front, or behind a place. */
const SHORT: Readonly<Record<string, string>> = {
  ...{ 工行: "中国工商银行", 农行: "中国农业银行", 中行: "中国银行", 建行: "中国建设银行" },
  ...{ 交行: "交通银行", 招行: "招商银行", 邮储银行: "中国邮政储蓄银行", 邮储: "中国邮政储蓄银行" },
  ...{ 浦发银行: "上海浦东发展银行", 广发银行: "广发银行", 民生银行: "中国民生银行" },
  ...{
    光大银行: "中国光大银行",
    工商银行: "中国工商银行",
    农业银行: "中国农业银行",
    建设银行: "中国建设银行",
  },
};
const PATTERN = new RegExp(`^([\\p{Script=Han}]{2,3}[省市]?)?(${Object.keys(SHORT).join("|")})(?!业)`, "u");

/** The name with the bank's own in place of its short one: 杭州建行宝石支行 is 中国建设银行杭州宝石支行, 农商行 农村商业银行. */
export function withBankName(written: string): string {
  const name = written.replace(/农商银?行/, "农村商业银行");
  const found = PATTERN.exec(name);
  const full = SHORT[found?.[2] ?? ""];
  if (found === null || full === undefined) return name;
  const [whole, place = ""] = found;
  return place === "中国" ? full + name.slice(whole.length) : full + place + name.slice(whole.length);
}
