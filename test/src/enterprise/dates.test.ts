import { describe, expect, test } from "vitest";
import { addDays, addMonths, addYears, dayInShanghai, readDate } from "../../../src/enterprise/dates.ts";
import { seeded } from "./seeded.ts";

describe("a date", () => {
  test.each([
    ...[
      "2016-04-13",
      "2016/04/13",
      "2016/4/13",
      "2016-4-13",
      "2016.4.13",
      "2016.04.13",
      "20160413",
      "20160413153012",
    ],
    ...[
      "201604131530",
      "2016-04-13 15:30:12",
      "2016/4/13 0:00",
      "2016-04-13 00:00:00.0",
      "2016-04-13T15:30:12",
    ],
    ...[
      "2016-04-13T15:30:12.123+08:00",
      "2016-04-12T16:00:00.000Z",
      "2016-04-12T18:30:00+0000",
      "2016-04-13T00:00:00Z",
    ],
    ...[
      "2016年4月13日",
      "2016年04月13日",
      "2016 年 4 月 13 日",
      "2016年4月13号",
      "2016年4月13日 15时30分",
      "二〇一六年四月十三日",
    ],
    ...[
      "二零一六年四月十三日",
      "二○一六年四月十三日",
      "二O一六年四月十三日",
      "42473",
      "42473.0",
      "42473.64",
      "２０１６－０４－１３",
    ],
    ...[
      "２０１６年４月１３日",
      " 2016-04-13 ",
      "20160413.0",
      "2016-04-13\r\n",
      "\ufeff2016-04-13",
      "2016-04-13 上午 9:30",
    ],
  ])("as %j is read", (text) => {
    expect(readDate(text)).toEqual({ date: "2016-04-13" });
  });

  test.each([
    ["二〇一九年十月二十五日", "2019-10-25"],
    ["二〇二〇年十二月三十一日", "2020-12-31"],
    ["二〇一九年一月一日", "2019-01-01"],
    ["二〇一九年十一月十日", "2019-11-10"],
    ["二〇一九年十月廿五日", "2019-10-25"],
    ["17899", "1949-01-01"],
    ["73415", "2100-12-31"],
    ["2020-02-29", "2020-02-29"],
    ["1949/1/1", "1949-01-01"],
  ])("%s is %s", (text, date) => {
    expect(readDate(text)).toEqual({ date });
  });

  test.each([
    ...[
      "2099/12/31",
      "2099-12-31",
      "20991231",
      "9999-12-31",
      "9999/12/31 00:00:00",
      "99991231",
      "长期",
      "永久",
      "长 期",
    ],
    ...["无固定期限", "长期有效", "永久有效", "至长期", "2099年12月31日"],
  ])("%s is permanent", (text) => {
    expect(readDate(text)).toEqual({ permanent: true });
  });

  test.each([
    "",
    " ",
    "无",
    "/",
    "--",
    "null",
    "不详",
    "0",
    "0000-00-00",
    "0000-00-00 00:00:00",
    "00000000",
    "暂无",
  ])("%j is none", (text) => {
    expect(readDate(text)).toEqual({ empty: true });
  });

  test.each([
    ...[
      "2019-02-29",
      "2019-02-30T00:00:00Z",
      "2019-13-01",
      "2019-00-10",
      "2019-10-00",
      "20190431",
      "2101-01-01",
      "2019年2月30日",
    ],
  ])("%s is impossible", (text) => {
    expect(readDate(text)).toEqual({ problem: "impossible_date" });
  });

  test.each(["1948-12-31", "1900-01-01", "1899/12/30", "0001-01-01", "18991230"])(
    "%s is too early",
    (text) => {
      expect(readDate(text)).toEqual({ problem: "too_early" });
    },
  );

  test.each([
    "17898",
    "73416",
    "2019",
    "201910",
    "2019-10",
    "19-10-10",
    "10/16/2019",
    "昨天",
    "2019-10-10至2020-10-10",
    "123",
  ])("%s is unreadable", (text) => {
    expect(readDate(text)).toEqual({ problem: "unreadable_date" });
  });

  test("in any form is the same day, for any day of the calendar", () => {
    const random = seeded(1949);
    for (let n = 0; n < 400; n++) {
      const date = addDays("1949-01-01", Math.floor(random() * 54_000));
      const [year = "", month = "", day = ""] = date.split("-");
      const serial = Math.round((Date.parse(date) - Date.parse("1899-12-30")) / 86_400_000);
      for (const text of [
        date,
        `${year}/${Number(month)}/${Number(day)}`,
        `${year}${month}${day}`,
        `${year}年${month}月${day}日`,
        `${serial}.0`,
        `${date} 23:59:59`,
      ])
        expect(readDate(text)).toEqual({ date });
    }
  });
});

describe("reckoning with days", () => {
  test("keeps to the calendar and stops at the end of a month", () => {
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2023-01-31", 1)).toBe("2023-02-28");
    expect(addMonths("2023-11-30", 3)).toBe("2024-02-29");
    expect(addMonths("2024-03-31", -1)).toBe("2024-02-29");
    expect(addMonths("2024-12-15", 1)).toBe("2025-01-15");
    expect(addYears("2024-02-29", 1)).toBe("2025-02-28");
    expect(addYears("2024-02-29", 4)).toBe("2028-02-29");
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(addDays("2024-01-01", -1)).toBe("2023-12-31");
  });

  test("a day in Shanghai begins eight hours before that of UTC", () => {
    expect(dayInShanghai(new Date("2026-11-23T15:59:59Z"))).toBe("2026-11-23");
    expect(dayInShanghai(new Date("2026-11-23T16:00:00Z"))).toBe("2026-11-24");
  });
});
