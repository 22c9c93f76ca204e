import { describe, expect, test } from "vitest";
import type { Feed } from "../../../ingest/feed.ts";
import { matchHeader } from "../../../ingest/validate/layout.ts";
import { rowCleaner } from "../../../ingest/validate/rowCleaner.ts";
import { feedNamed, judge, penaltyRow, RESIDENT_ID, TODAY } from "../judging.ts";

const feed = feedNamed("registration/penalties");
function cleanerFor(header: string[], of: Feed = feed) {
  const layout = matchHeader(of, header);
  if (layout === null) throw new Error("unknown layout");
  return rowCleaner(of, header, layout, { today: TODAY });
}
const header = Object.keys(penaltyRow());
const cells = Object.values(penaltyRow());

describe("a row", () => {
  test("that can't be read is rejected with what was wrong", () => {
    expect(cleanerFor(header)([], "the line is no JSON")).toEqual({
      rejected: { code: "malformed_row", field: null, expected: null, message: "the line is no JSON" },
    });
  });

  test("with more cells than the header is rejected: its columns have moved", () => {
    expect(cleanerFor(header)([...cells, "000元"])).toMatchObject({ rejected: { code: "malformed_row" } });
    expect(cleanerFor(header)([...cells, "", " "])).toHaveProperty("accepted");
  });

  test("with fewer cells lacks its last fields", () => {
    expect(cleanerFor(header)(cells.slice(0, 11))).toMatchObject({
      accepted: { body: { deliveredUntil: null } },
    });
  });

  test("is judged the same whatever was judged before it", () => {
    const clean = cleanerFor(header);
    const first = JSON.stringify(clean(cells));
    clean(Object.values(penaltyRow({ CF_NR_FK: "123456", CF_XDR_SHXYM: "bad", CF_GSJZQ: "从无" })));
    expect(JSON.stringify(clean(cells))).toBe(first);
  });

  test("keeps its body when the next one is read", () => {
    const clean = cleanerFor(header);
    const verdict = clean(Object.values(penaltyRow({ CF_YXQ: "", CF_GSJZQ: "从无" })));
    const before = JSON.stringify(verdict);
    clean(cells);
    expect(JSON.stringify(verdict)).toBe(before);
  });
});

describe("a field", () => {
  test("is read from the first of its columns that says something", () => {
    const { CF_WFXW: _, ...rest } = penaltyRow();
    expect(judge("registration/penalties", { ...rest, CF_CFMC: "旧名", CF_WFXW: "无" })).toMatchObject({
      accepted: { body: { title: "旧名" } },
    });
  });

  test("that can't be read is quoted without ids and not for ever", () => {
    const verdict = judge(
      "registration/penalties",
      penaltyRow({ CF_YXQ: `${RESIDENT_ID}${"长".repeat(500)}` }),
    );
    expect(JSON.stringify(verdict)).not.toContain(RESIDENT_ID);
    if (!("accepted" in verdict)) throw new Error("rejected");
    expect(verdict.accepted.body).toHaveProperty("notes.0.code", "unreadable_date");
    expect(JSON.stringify(verdict.accepted.body).length).toBeLessThan(1_500);
  });

  test("with a rule of the wrong type is a bug in its feed, and said so", () => {
    const { decidedOn } = feed.fields;
    if (decidedOn === undefined) throw new Error("no decidedOn");
    const wrong: Feed = {
      ...feed,
      fields: { ...feed.fields, fine: { ...decidedOn, aliases: ["CF_NR_FK"] } },
    };
    const clean = cleanerFor(header, wrong);
    expect(() => clean(Object.values(penaltyRow({ CF_NR_FK: "2024-01-01" })))).toThrow(
      "rule for fine does not read an amount",
    );
  });
});

test("a rejection names the column as delivered, and no cell of it", () => {
  const { CF_JDRQ: _, ...rest } = penaltyRow();
  expect(judge("registration/penalties", { ...rest, 处罚决定日期: "2025-02-30" })).toEqual({
    rejected: {
      code: "impossible_date",
      field: "decidedOn",
      expected: "a day of the calendar from 1949 on",
      message: "处罚决定日期 is no possible date",
    },
  });
});
