import { describe, expect, test } from "vitest";
import {
  compareDecimal,
  confiscationsInText,
  finesInText,
  multiplyDecimal,
  readCurrency,
  readMoney,
} from "../../../src/enterprise/money.ts";

const inWan = (text: string) => readMoney(text, { unit: "wan" });
const inYuan = (text: string) => readMoney(text, { unit: "yuan" });

describe("an amount", () => {
  test.each([
    ["1000", "1000", "10000000"],
    ["0.2", "0.2", "2000"],
    ["0.00001", "0.00001", "0.1"],
    ["000100.50", "100.5", "1005000"],
    [".5", "0.5", "5000"],
    ["5.", "5", "50000"],
    ["1,234.50", "1234.5", "12345000"],
    ["1，234，567", "1234567", "12345670000"],
    ["１２．５", "12.5", "125000"],
    ["1 000", "1000", "10000000"],
    ["1.0E2", "100", "1000000"],
    ["1E-4", "0.0001", "1"],
    ["0", "0", "0"],
    ["０.00", "0", "0"],
    ["¥0.20", "0.2", "2000"],
    ["500人民币", "500", "5000000"],
  ])("%s without a unit is %s in a column of 元 and %s in one of 万元", (text, yuan, wan) => {
    expect(inYuan(text)).toEqual({ amount: yuan, currency: "CNY", unit: "column" });
    expect(inWan(text)).toEqual({ amount: wan, currency: "CNY", unit: "column" });
  });

  test.each([
    ["2000元", "2000", "CNY"],
    ["2000元整", "2000", "CNY"],
    ["100万", "1000000", "CNY"],
    ["1000万元人民币", "10000000", "CNY"],
    ["1000.000000万人民币", "10000000", "CNY"],
    ["人民币 1,000 万元", "10000000", "CNY"],
    ["1000万元整人民币", "10000000", "CNY"],
    ["1.5亿元", "150000000", "CNY"],
    ["2亿3000万元", "230000000", "CNY"],
    ["1万5千元", "15000", "CNY"],
    ["1000(万元)", "10000000", "CNY"],
    ["（万元）1000", "10000000", "CNY"],
    ["5000万美元", "50000000", "USD"],
    ["500万元美元", "5000000", "USD"],
    ["1000（万美元）", "10000000", "USD"],
    ["港币100万", "1000000", "HKD"],
    ["100.5万港元", "1005000", "HKD"],
    ["HK$100万", "1000000", "HKD"],
    ["20万欧元", "200000", "EUR"],
    ["1000万日元", "10000000", "JPY"],
    ["30万新加坡元", "300000", "SGD"],
    ["30万英镑", "300000", "GBP"],
    ["1000万新台币", "10000000", "TWD"],
    ["50万加拿大元", "500000", "CAD"],
    ["50万澳大利亚元", "500000", "AUD"],
    ["9万瑞士法郎", "90000", "CHF"],
    ["9亿韩元", "900000000", "KRW"],
    ["一万二千元", "12000", "CNY"],
    ["壹拾万元整", "100000", "CNY"],
    ["壹佰贰拾叁万肆仟伍佰陆拾柒元", "1234567", "CNY"],
    ["人民币（大写）贰仟元整", "2000", "CNY"],
    ["贰仟元整（¥2000.00）", "2000", "CNY"],
    ["贰仟叁佰元零伍分", "2300.05", "CNY"],
    ["2300元5角6分", "2300.56", "CNY"],
    ["一百零五万", "1050000", "CNY"],
    ["十二亿元", "1200000000", "CNY"],
    ["二〇〇〇元", "2000", "CNY"],
  ])("%s with a unit is %s %s whatever the column", (text, amount, currency) => {
    expect(inWan(text)).toEqual({ amount, currency, unit: "cell" });
    expect(inYuan(text)).toEqual({ amount, currency, unit: "cell" });
  });

  test("is in the column's currency when it names none", () => {
    expect(readMoney("100万", { unit: "wan", currency: "USD" })).toMatchObject({ currency: "USD" });
    expect(readMoney("100", { unit: "wan", currency: "USD" })).toMatchObject({ currency: "USD" });
    expect(readMoney("100万人民币", { unit: "wan", currency: "USD" })).toMatchObject({ currency: "CNY" });
  });

  test.each(["", " ", "无", "/", "--", "null", "NaN", "不详", "暂无"])("%j is none", (text) => {
    expect(inWan(text)).toEqual({ empty: true });
  });

  test.each([
    ...[
      "元",
      "万元",
      "人民币",
      "abc",
      "100-200万",
      "1.2.3",
      "一万二",
      "三百五",
      "5千1万",
      "贰仟元（¥3000）",
      "1000件",
      "百万",
    ],
    ...["12345678901234567890", "1E30", "一二万", "万万万"],
  ])("%s is unreadable", (text) => {
    expect(inWan(text)).toEqual({ problem: "unreadable_amount" });
  });

  test.each(["-5", "−5万元", "-0.5", "负5万元", "(500)"])("%s is negative", (text) => {
    expect(inWan(text)).toEqual({ problem: "negative_amount" });
  });

  test("is exact where floating point is not", () => {
    expect(inWan("0.070001")).toMatchObject({ amount: "700.01" });
    expect(inWan("123456789012.345678")).toMatchObject({ amount: "1234567890123456.78" });
    expect(inYuan("900719925474099.31")).toMatchObject({ amount: "900719925474099.31" });
  });
});

describe("fines and confiscations in a text", () => {
  test.each([
    ["罚款2000元", ["2000"]],
    ["处以罚款人民币贰仟元整（¥2000.00）", ["2000"]],
    ["处罚款人民币20，000元", ["20000"]],
    ["1、警告；2、罚款人民币壹万元整（￥10000.00）", ["10000"]],
    ["处以人民币5000元罚款", ["5000"]],
    ["给予5000元的行政罚款", ["5000"]],
    ["罚款0.2万元", ["2000"]],
    ["罚款1万5千元", ["15000"]],
    ["罚款（大写）贰仟元整", ["2000"]],
    ["处货值金额5倍罚款，即人民币25000元", ["25000"]],
    ["罚款：2000", ["2000"]],
    ["并处罚款壹万贰仟叁佰元伍角", ["12300.5"]],
    ["对单位罚款10万元，对法定代表人罚款1万元", ["100000", "10000"]],
    ["罚款3000元；没收违法所得500元；再处2000元罚款", ["3000", "2000"]],
    ["甬市监处罚〔2019〕12号", []],
    ["处一万元以上十万元以下罚款", []],
    ["罚款人民币5000元以上", []],
    ["没收违法所得1234元", []],
    ["罚没款合计5000元", []],
    ["没收违法所得和罚款共计5000元", []],
    ["逾期每日按罚款数额的百分之三加处罚款", []],
    ["警告", []],
    ["注册资本100万元", []],
  ])("%s names fines of %j", (text, fines) => {
    expect(finesInText(text)).toEqual(fines);
  });

  test.each([
    ["没收违法所得1234.5元，并处罚款3000元", ["1234.5"]],
    ["没收违法所得：1,234.50元", ["1234.5"]],
    ["没收违法所得人民币壹仟元整", ["1000"]],
    ["违法所得1234元予以没收", ["1234"]],
    ["没收违法所得，处2000元罚款", []],
    ["没收违法所得，并给予2000元罚款", []],
    ["没收违法所得、非法财物共计2万元", ["20000"]],
    ["没收非法财物（香烟20条）价值500元", []],
    ["罚款2000元", []],
  ])("%s names confiscations of %j", (text, confiscations) => {
    expect(confiscationsInText(text)).toEqual(confiscations);
  });

  test("are found in no time in a text made to be slow", () => {
    const start = performance.now();
    for (const text of [
      `处1元${"(整)".repeat(3_000)}`,
      `罚款${"、:人民币".repeat(20_000)}`,
      `罚款${"1".repeat(50_000)}`,
      "处罚款没收".repeat(20_000),
    ]) {
      finesInText(text);
      confiscationsInText(text);
    }
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

describe("decimal text", () => {
  test("is multiplied and compared exactly", () => {
    expect(multiplyDecimal("0.2", 10_000)).toBe("2000");
    expect(multiplyDecimal("12.345678", 10_000)).toBe("123456.78");
    expect(multiplyDecimal("1", 100_000_000)).toBe("100000000");
    expect(compareDecimal("10", "9.99")).toBe(1);
    expect(compareDecimal("2000.0", "2000")).toBe(0);
    expect(compareDecimal("0.1", "0.10001")).toBe(-1);
    expect(compareDecimal("900719925474099.31", "900719925474099.32")).toBe(-1);
  });
});

test("currencies are read by name, code and number", () => {
  expect(["人民币", "美元", "usd", "港币", "欧元", "156", "JPY", "新元"].map(readCurrency)).toEqual([
    ...["CNY", "USD", "USD", "HKD", "EUR", "CNY", "JPY", "SGD"],
  ]);
  expect(readCurrency("贝壳")).toBeNull();
});
