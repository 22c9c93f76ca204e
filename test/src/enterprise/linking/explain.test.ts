import { describe, expect, test } from "vitest";
import { explain } from "../../../../src/enterprise/linking/explain.ts";
import { NOBODY, type Party } from "../../../../src/enterprise/linking/party.ts";
import { PARAMETERS } from "../../../../src/enterprise/linking/weights.ts";
import { inventedUscc } from "../../../ingest/merge/records.ts";

const pair = (left: string | Partial<Party>, right: string | Partial<Party>) => {
  const party = (side: string | Partial<Party>) => ({
    ...NOBODY,
    ...(typeof side === "string" ? { name: side } : side),
  });
  return explain(party(left), party(right));
};
const outcome = (left: string | Partial<Party>, right: string | Partial<Party>) => pair(left, right).outcome;

describe("two names of one enterprise", () => {
  test.each([
    ["宁波恒达精密机械有限公司", "宁波市恒达精密机械有限责任公司"],
    ["宁波恒达精密机械", "宁波恒达精密机械有限公司"],
    ["恒达精密机械有限公司", "宁波恒达精密机械有限公司"],
    ["寧波恆達精密機械有限公司", "宁波恒达精密机械有限公司"],
    ["宁波恒达(集团)有限公司", "宁波恒达集团有限公司"],
    ["宁波恒达精蜜机械有限公司", "宁波恒达精密机械有限公司"],
    ["宁波恒达机械精密有限公司", "宁波恒达精密机械有限公司"],
    ["建行宁波鄞州支行", "中国建设银行股份有限公司宁波鄞州支行"],
    ["农业银行宁波市分行", "中国农业银行股份有限公司宁波分行"],
    ["慈溪农商行", "慈溪农村商业银行股份有限公司"],
    ["恒达证券股份有限责任公司", "恒达证券股份有限公司"],
    ["宁波恒达大酒店", "宁波恒达大酒店有限公司"],
    ["中国工商银行上海分行浦东支行", "中国工商银行股份有限公司上海浦东支行"],
  ])("%s is %s", (left, right) => {
    expect(outcome(left, right)).toBe("same");
    expect(outcome(right, left)).toBe("same");
  });
});

describe("what is like a name is not that name", () => {
  test.each([
    ["宁波恒达精密机械有限公司", "宁波亨达精密机械有限公司", "sounds alike"],
    ["宁波双利食品有限公司", "宁波双柳食品有限公司", "looks alike"],
    ["山西晋南天然气有限公司", "山西晋西南天然气有限公司", "a character more"],
    ["宁波合众创世咨询有限公司", "宁波合创盛世咨询有限公司", "words of the brand swapped"],
    ["宁波恒达贸易有限公司", "温州恒达贸易有限公司", "another city"],
    ["宁波恒达有限公司", "宁波恒达投资有限公司", "no trade"],
    ["宁波恒达食品有限公司", "宁波恒达药品有限公司", "another trade"],
    ["中行宁波鄞州支行", "中国农业银行股份有限公司宁波鄞州支行", "another bank"],
    ["慈溪市商业银行股份有限公司", "慈溪农村商业银行股份有限公司", "another kind of bank"],
    ["宁波恒达机械有限公司鄞州分公司", "宁波恒达机械有限公司", "the parent"],
    ["宁波恒达机械有限公司鄞州分公司", "宁波恒达机械有限公司慈溪分公司", "another branch"],
    ["宁波恒达机械有限公司", "宁波恒达机械合伙企业（有限合伙）", "another form"],
    ["宁波恒达机械厂", "宁波恒达机械有限公司", "a works and a company"],
  ])("%s is not taken for %s: %s", (left, right) => {
    expect(outcome(left, right)).not.toBe("same");
    expect(outcome(right, left)).not.toBe("same");
  });

  test("people are never enough by themselves", () => {
    const person = { legalRepresentative: "欧阳建国" };
    expect(
      outcome({ name: "宁波恒达机械有限公司", ...person }, { name: "宁波远景食品有限公司", ...person }),
    ).toBe("different");
    expect(outcome(person, { name: "宁波远景食品有限公司", ...person })).not.toBe("same");
  });
});

describe("codes beside names", () => {
  const [A, B] = [inventedUscc(1), inventedUscc(2)];
  const name = "宁波恒达精密机械有限公司";

  test("two sound codes that differ are never overruled by one name", () => {
    const found = pair({ name, uscc: A }, { name, uscc: B });
    expect(found.outcome).toBe("different");
    expect(found.zh).toContain("双方的有效代码不同");
  });

  test("the same code decides whatever the names are", () => {
    expect(outcome({ name, uscc: A }, { name: "宁波恒达智能装备有限公司", uscc: A })).toBe("same");
  });

  test("a code with one slip speaks for a name with one, and for no other name", () => {
    const slip = `${A.slice(0, 12)}${A[12] === "7" ? "1" : "7"}${A.slice(13)}`;
    expect(outcome({ name: "宁波亨达精密机械有限公司", badCode: slip }, { name, uscc: A })).toBe("same");
    expect(outcome({ name: "温州远景食品厂", badCode: slip }, { name, uscc: A })).not.toBe("same");
  });

  test("an organisation code that differs is never overruled", () => {
    expect(outcome({ name, orgCode: B.slice(8, 17) }, { name, uscc: A })).not.toBe("same");
  });

  test("the same representative speaks for a brand one character off, another one against it", () => {
    const known = { name, legalRepresentative: "欧阳建国" };
    expect(outcome({ name: "宁波亨达精密机械有限公司", legalRepresentative: "欧阳建国" }, known)).toBe(
      "same",
    );
    expect(outcome({ name: "宁波亨达精密机械有限公司", legalRepresentative: "王小明" }, known)).not.toBe(
      "same",
    );
    expect(outcome({ name: "宁波亨达精密机械有限公司", legalRepresentative: "欧阳**" }, known)).toBe("same");
  });

  test("a former name counts as a name", () => {
    const found = pair("宁波双力贸易有限公司", {
      name: "宁波恒达贸易有限公司",
      formerNames: ["宁波双力贸易有限公司"],
    });
    expect(found.outcome).toBe("same");
    expect(found.features.find((one) => one.feature === "core")?.right).toBe("宁波双力贸易有限公司");
    expect(found.zh).toContain("曾用名");
  });
});

describe("what is said of a comparison", () => {
  test("each feature has its two values and what it weighs, and both languages a sentence", () => {
    const found = pair(
      { name: "宁波亨达精密机械有限公司", legalRepresentative: "王小明" },
      { name: "宁波恒达精密机械有限公司", legalRepresentative: "欧阳建国" },
    );
    expect(found.version).toBe(PARAMETERS.version);
    expect(found.features).toContainEqual({
      ...{
        feature: "representative",
        level: "different",
        weight: PARAMETERS.weights.representative.different,
      },
      ...{ left: "王小明", right: "欧阳建国" },
    });
    expect(found.zh).toBe(
      "“宁波亨达精密机械有限公司”与“宁波恒达精密机械有限公司”：字号有一字同音不同字；行政区划一致；组织形式一致；法定代表人不同。需要人工核对。",
    );
    expect(found.en).toMatch(/one character of the brand sounds alike.*Left to people to decide\.$/);
  });

  test("probability grows with the evidence and stays between 0 and 1", () => {
    const name = "宁波恒达精密机械有限公司";
    const [none, some, all] = [
      pair("温州远景食品厂", name),
      pair("宁波亨达精密机械有限公司", name),
      pair("宁波恒达精密机械", name),
    ].map((found) => found.probability);
    expect(none).toBeGreaterThanOrEqual(0);
    expect(some).toBeGreaterThan(none ?? 1);
    expect(all).toBeGreaterThan(some ?? 1);
    expect(all).toBeLessThanOrEqual(1);
  });

  test("parties that say nothing, or nonsense, are nobody's", () => {
    for (const text of ["", " ", "（）", "有限公司", "x".repeat(5_000), "\u0000\ud800"])
      expect(outcome(text, "宁波恒达精密机械有限公司")).not.toBe("same");
    expect(outcome({}, {})).not.toBe("same");
  });
});
