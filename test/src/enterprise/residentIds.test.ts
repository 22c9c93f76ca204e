import { describe, expect, test } from "vitest";
import {
  containsResidentId,
  isResidentId,
  maskResidentId,
  maskResidentIds,
  orgCheckCharacter,
  regNoCheckDigit,
  usccCheckCharacter,
} from "../../../src/enterprise/identifiers.ts";

/** The standard's own example (reference §2.4). */
const ID = "11010519491231002X";

describe("the id of a natural person", () => {
  test("has a sound check, a day and any case", () => {
    expect(isResidentId(ID)).toBe(true);
    expect(isResidentId(ID.toLowerCase())).toBe(true);
    expect(isResidentId("110105194912310021")).toBe(false);
    expect(isResidentId("11010519491331002X")).toBe(false);
  });

  test.each(["932682198501010017", "911124198108030024"])(
    "%s of a foreign permanent resident is one",
    (id) => {
      expect(isResidentId(id)).toBe(true);
    },
  );

  test("in the old form has 15 digits, but a registration number with a sound check is none", () => {
    expect(isResidentId("110105491231005")).toBe(true);
    const regNo = `33020349123100${regNoCheckDigit("33020349123100")}`;
    expect(isResidentId(regNo)).toBe(false);
    expect(isResidentId("330203499931002")).toBe(false);
  });

  test("is never an enterprise's code of digits that looks like one", () => {
    const shanghai = (body: string) => {
      const front = `91310120${body}${orgCheckCharacter(body)}`;
      return front + usccCheckCharacter(front);
    };
    const likeDays = Array.from({ length: 400 }, (_, n) =>
      shanghai(`010101${String(n).padStart(2, "0").slice(-2)}`),
    );
    expect(likeDays.filter((code) => /^\d{18}$/.test(code)).length).toBeGreaterThan(0);
    expect(likeDays.filter(isResidentId)).toEqual([]);
  });
});

describe("a mask", () => {
  test("keeps four and three characters, and less of shorter ids", () => {
    expect(maskResidentId(ID)).toBe("1101***********02X");
    expect(maskResidentId("110105491231005")).toBe("1101********005");
    expect(maskResidentId("E12345678")).toBe("E******78");
    expect(maskResidentId("123456")).toBe("******");
  });
});

describe("free text", () => {
  test("loses every id, wherever and however it stands", () => {
    expect(maskResidentIds(`当事人张某（身份证号：${ID}）`)).toBe(
      "当事人张某（身份证号：1101***********02X）",
    );
    expect(maskResidentIds(`${ID}、${ID.toLowerCase()}`)).toBe("1101***********02X、1101***********02x");
    expect(maskResidentIds("１１０１０５１９４９１２３１００２Ｘ")).toBe("１１０１***********０２Ｘ");
    expect(maskResidentIds("ID110105 19491231 002X")).toBe("ID1101*************02X");
    expect(maskResidentIds("旧证110105491231005。")).toBe("旧证1101********005。");
    expect(containsResidentId(`见${ID}`)).toBe(true);
  });

  test("loses mistyped ids too: by their shape, or because the text calls them ids", () => {
    expect(containsResidentId("驾驶员110105194912310021违规")).toBe(true);
    expect(maskResidentIds("身份证号码为 330203201912310021")).toBe("身份证号码为 3302***********021");
    const alsoRegNo = `33020349123100${regNoCheckDigit("33020349123100")}`;
    expect(containsResidentId(`证件号码：${alsoRegNo}`)).toBe(true);
    expect(containsResidentId(`注册号：${alsoRegNo}`)).toBe(false);
  });

  test("keeps codes, registration numbers, document numbers and longer figures", () => {
    for (const text of [
      "统一社会信用代码913302060847515990",
      "证件号码：913302060847515990",
      "注册号330282602082220",
      "许可证330203202301150012号",
      "账号6222021101051949123100212",
      "罚款123456元",
      "无",
    ])
      expect(maskResidentIds(text)).toBe(text);
  });
});
