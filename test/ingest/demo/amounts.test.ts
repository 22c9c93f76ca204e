import { describe, expect, it } from "vitest";
import { exactSum, hanCapitals, inTenThousands, roundSum } from "../../../ingest/demo/amounts.ts";
import { Random } from "../../../ingest/demo/random.ts";
import { finesInText, readMoney } from "../../../src/enterprise/money.ts";

describe("amounts of the demo", () => {
  it.each([
    [200, "贰佰"],
    [1_005, "壹仟零伍"],
    [35_000, "叁万伍仟"],
    [100_500, "壹拾万零伍佰"],
    [1_200_000, "壹佰贰拾万"],
  ])("write %i in capitals", (sum, text) => {
    expect(hanCapitals(sum)).toBe(text);
  });

  it("are read back from capitals", () => {
    const random = new Random(3, 0, 0);
    for (let i = 0; i < 300; i++) {
      const sum = roundSum(random, 200, 500_000);
      expect(finesInText(`罚款人民币${hanCapitals(sum)}元整。`)).toEqual([String(sum)]);
    }
  });

  it("are brought to 万元 exactly", () => {
    expect([2_000, 123_456, "130.61", 90_000].map(inTenThousands)).toEqual([
      "0.2",
      "12.3456",
      "0.013061",
      "9",
    ]);
    const random = new Random(4, 0, 0);
    for (let i = 0; i < 300; i++) {
      const sum = exactSum(random, 9_000_000);
      const read = readMoney(inTenThousands(sum), { unit: "wan" });
      expect("amount" in read && Number(read.amount)).toBe(Number(sum));
    }
  });

  it("stay within their bounds", () => {
    const random = new Random(5, 0, 0);
    const sums = Array.from({ length: 2_000 }, () => roundSum(random, 5_000, 60_000));
    expect(Math.min(...sums)).toBeGreaterThanOrEqual(5_000);
    expect(Math.max(...sums)).toBeLessThanOrEqual(60_000);
  });
});
