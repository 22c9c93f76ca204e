import { expect, test } from "vitest";
import { differences } from "../../../src/pages/review/difference.ts";

/** What is not shared between brackets. */
const marked = (left: string, right: string) => {
  const found = differences(left, right);
  const text = (pieces: (typeof found)["left"]) =>
    pieces.map((piece) => (piece.shared ? piece.text : `[${piece.text}]`)).join("");
  return [text(found.left), text(found.right)];
};

test.each([
  ["宁波恒哒有限公司", "宁波恒达有限公司", "宁波恒[哒]有限公司", "宁波恒[达]有限公司"],
  ["恒达机械", "宁波恒达机械厂", "恒达机械", "[宁波]恒达机械[厂]"],
  ["晋南", "晋西南", "晋南", "晋[西]南"],
  ["甲乙", "乙甲", "[甲]乙", "乙[甲]"],
  ["", "甲", "", "[甲]"],
  ["甲", "甲", "甲", "甲"],
  ["𠮷野", "吉野", "[𠮷]野", "[吉]野"],
])("%s against %s marks what the other lacks", (left, right, markedLeft, markedRight) => {
  expect(marked(left, right)).toEqual([markedLeft, markedRight]);
});

test("nothing of a text is lost, however long", () => {
  const [a, b] = ["甲乙丙".repeat(200), "甲丙丁".repeat(200)];
  for (const [left, right] of [
    [a, b],
    [a.slice(0, 150), b.slice(0, 199)],
  ] as const) {
    const found = differences(left, right);
    expect(found.left.map(({ text }) => text).join("")).toBe(left);
    expect(found.right.map(({ text }) => text).join("")).toBe(right);
  }
});
