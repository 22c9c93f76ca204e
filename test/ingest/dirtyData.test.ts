import { describe, expect, test } from "vitest";
import type { AcceptedRow } from "../../ingest/feed.ts";
import { openTable } from "../../ingest/read/openTable.ts";
import { UnreadableFile } from "../../ingest/read/table.ts";
import { type JudgedRow, readRows } from "../../ingest/stage/readRows.ts";
import { matchHeader } from "../../ingest/validate/layout.ts";
import { repairUscc } from "../../src/enterprise/identifiers.ts";
import {
  acceptBase,
  acceptEntry,
  acceptLicence,
  acceptPenalty,
  feedNamed,
  licenceRow,
  notesOn,
  OTHER_USCC,
  penaltyRow,
  reject,
  TODAY,
  USCC,
} from "./judging.ts";
import { bookOf, bytesOfBook, fileOf, gbk } from "./read/files.ts";

// Each test is one line of the checklist of dirty data (reference §10), in its order and under its name.

const penalties = "registration/penalties";
const HEADER = Object.keys(penaltyRow());
const CELLS = Object.values(penaltyRow());
const CSV = `${HEADER.join(",")}\n${CELLS.join(",")}\n`;

async function readFile(content: string | Uint8Array, name = "delivery.csv", feed = penalties) {
  const table = await openTable(await fileOf(content, name));
  const rows: JudgedRow[] = [];
  for await (const batch of readRows(feedNamed(feed), table, TODAY, { header: null, rows: 0 }))
    rows.push(...batch);
  return { encoding: table.encoding, rows, accepted: rows.map(acceptedOf) };
}
function acceptedOf({ verdict }: JudgedRow): AcceptedRow {
  if ("rejected" in verdict) throw new Error(`rejected: ${JSON.stringify(verdict.rejected)}`);
  return verdict.accepted;
}
const sound = { subject: { name: "宁波市鄞州澄碧轴承有限公司", uscc: USCC } };
const penalty = (over: Record<string, string> = {}) => acceptPenalty(penalties, penaltyRow(over));
const yuan = (amount: string) => ({ amount, currency: "CNY" });

describe("files", () => {
  test("GBK/GB18030 vs UTF-8: both are read, and bytes that are neither refuse the file", async () => {
    expect(await readFile(CSV)).toMatchObject({ encoding: "utf-8", accepted: [sound] });
    expect(await readFile(gbk(CSV))).toMatchObject({ encoding: "gb18030", accepted: [sound] });
    const broken = Buffer.concat([Buffer.from(CSV), Buffer.from([0xff, 0xff, 0xff, 0x80, 0x0a])]);
    await expect(readFile(broken)).rejects.toBeInstanceOf(UnreadableFile);
  });

  test("UTF-8 BOM: is no part of the first header", async () => {
    expect(await readFile(`\ufeff${CSV}`)).toMatchObject({ encoding: "utf-8", accepted: [sound] });
  });

  test("header not in row 1 / instruction rows / merged cells: found by its names, an empty lead column is fine", async () => {
    const lead = (cells: string[]) => ["", ...cells];
    const sheet = [["注意：保证数据的准确性，请勿修改表头"], [], lead(HEADER), lead(CELLS)];
    const { rows, accepted } = await readFile(bytesOfBook(bookOf({ 模板: sheet })), "xzcf.xlsx");
    expect(accepted).toMatchObject([sound]);
    expect(rows[0]?.row.line).toBe(4);
  });

  test("wrong sheet name: penalties on a sheet named 行政许可模板 are penalties", async () => {
    for (const [kind, name] of [
      ["xlsx", "xzcf.xlsx"],
      ["biff8", "xzcf.xls"],
    ] as const) {
      const book = bookOf({ 行政许可模板: [HEADER, CELLS] });
      expect(await readFile(bytesOfBook(book, kind), name)).toMatchObject({ accepted: [sound] });
    }
  });
});

describe("cells", () => {
  test("swapped columns in real samples: 处罚种类 and 处罚机关 are put right, with a note", () => {
    const swapped = penalty({ CF_CFLB: "宁波市鄞州区市场监督管理局", CF_CFJG: "罚款" });
    expect(swapped.body).toMatchObject({
      kinds: [{ code: "fine", label: "罚款" }],
      authority: { name: "宁波市鄞州区市场监督管理局" },
      notes: [{ field: "authority", code: "columns_swapped", text: "罚款 | 宁波市鄞州区市场监督管理局" }],
    });
    expect(swapped.identity).toEqual(penalty().identity);
  });

  test("Excel types: serials are dates, 201312142.0 is a number of a document, lost digits are flagged", async () => {
    expect(penalty({ CF_JDRQ: "42473.0" }).body.decidedOn).toBe("2016-04-13");
    expect(penalty({ CF_WSH: "201312142.0" }).body.documentNo).toBe("201312142");
    expect(notesOn(penalty({ CF_XDR_SHXYM: "9.13302E+17" }).body, "uscc")).toEqual(["digits_lost"]);
    const digits = "913302060847515990";
    const at = HEADER.indexOf("CF_XDR_SHXYM");
    const row = CELLS.map((cell, column) => (column === at ? Number(digits) : cell));
    const sheet = bytesOfBook(bookOf({ a: [HEADER, row] }));
    const [accepted] = (await readFile(sheet, "a.xlsx")).accepted;
    expect(accepted?.subject.uscc).toBeNull();
    expect(JSON.stringify(accepted?.body)).toContain("digits_lost");
  });

  test("placeholder USCC: fails its checks and is evidence only; the null-set says nothing", () => {
    for (const code of ["ARBG48543289076GFE", "123456789012345678"]) {
      const { subject, body } = penalty({ CF_XDR_SHXYM: code });
      expect(subject.uscc).toBeNull();
      expect(body.notes).toEqual([{ field: "uscc", code: "bad_code", text: code }]);
    }
    for (const code of [
      "",
      "0",
      "000000000000000000",
      "无",
      "/",
      "-",
      "--",
      "— —",
      "null",
      "NULL",
      "nan",
      "不详",
    ]) {
      const { subject, body } = penalty({ CF_XDR_SHXYM: code });
      expect([subject.uscc, body.notes]).toEqual([null, []]);
    }
  });

  test("only old id present: organisation code, tax number or registration number stand in", () => {
    const subject = (column: string, code: string) => penalty({ CF_XDR_SHXYM: "", [column]: code }).subject;
    expect(subject("CF_XDR_ZZJG", "59467239-9").orgCode).toBe("594672399");
    expect(subject("CF_XDR_SWDJ", "330212594672399").orgCode).toBe("594672399");
    expect(subject("CF_XDR_GSZC", "330282602082220").regNo).toBe("330282602082220");
    expect(subject("CF_XDR_SHZZ", OTHER_USCC).uscc).toBe(OTHER_USCC);
    expect(subject("CF_XDR_SYDW", "133028200001")).toMatchObject({ uscc: null, orgCode: null, regNo: null });
  });

  test("name mismatch: the code and the name as delivered both stay, for the linking to weigh", () => {
    const { subject } = penalty({ CF_XDR_MC: "宁波旧名轴承厂" });
    expect(subject).toMatchObject({ uscc: USCC, name: "宁波旧名轴承厂", nameKeys: ["宁波旧名轴承厂"] });
  });

  test("brackets (), （） in names: one key, and the name as written", () => {
    const keys = ["澄碧（宁波）轴承有限公司", "澄碧(宁波)轴承有限公司", "澄碧【宁波】 轴承有限公司"].map(
      (name) => {
        const { subject } = penalty({ CF_XDR_MC: name, CF_XDR_SHXYM: "" });
        expect(subject.name?.replace(" ", "")).toBe(name.replace(" ", ""));
        return subject.nameKeys[0];
      },
    );
    expect(new Set(keys).size).toBe(1);
  });

  test("full-width digits/letters: folded in codes", () => {
    expect(penalty({ CF_XDR_SHXYM: "９１３５０１００ｍ０００１００ｙ４３" }).subject.uscc).toBe(USCC);
  });

  test("confusable letters in codes: never mended by themselves, but what would mend them is offered", () => {
    const confused = USCC.replace("M000", "MOO0");
    const { subject, body } = penalty({ CF_XDR_SHXYM: confused });
    expect(subject.uscc).toBeNull();
    expect(notesOn(body, "uscc")).toEqual(["bad_code"]);
    expect(repairUscc(USCC.replace("M0001", "MO001"))).toContain(USCC);
  });

  test("date forms: one reader for all of them; impossible, too early or future ones reject", () => {
    for (const cell of [
      ...["2019/10/10", "2019-10-10", "20191010", "20191010093000", "2019年10月10日", "43748", "2019.10.10"],
      ...["2019-10-10 09:30:00", "２０１９-10-10"],
    ])
      expect(penalty({ CF_JDRQ: cell }).body.decidedOn).toBe("2019-10-10");
    for (const cell of ["2019-02-30", "20191310", "1948-12-31", "2027-01-01", "10/10"])
      expect(reject(penalties, penaltyRow({ CF_JDRQ: cell })).field).toBe("decidedOn");
  });

  test("“permanent”: a value of its own", () => {
    for (const cell of ["2099/12/31", "9999-12-31", "长期", "永久", "无固定期限"])
      expect(acceptLicence("registration/licences", licenceRow({ XK_YXQZI: cell })).body.validTo).toBe(
        "permanent",
      );
  });

  test("万元 vs 元: a unit in the cell or the text wins, exactly, Chinese numerals too", () => {
    expect(penalty({ CF_NR_FK: "0.2", CF_NR: "罚款2000元" }).body).toMatchObject({
      fine: yuan("2000"),
      notes: [],
    });
    const mended = penalty({ CF_NR_FK: "123456", CF_NR: "罚款123456元" }).body;
    expect([mended.fine, notesOn(mended, "fine")]).toEqual([yuan("123456"), ["unit_from_text"]]);
    expect(penalty({ CF_NR_FK: "叁仟元整", CF_NR: "见决定书" }).body.fine).toEqual(yuan("3000"));
    expect(penalty({ CF_NR_FK: "0.123457", CF_NR: "见决定书" }).body.fine).toEqual(yuan("1234.57"));
  });

  test("several penalties in one cell: split, but not at 、", () => {
    const kinds = (cell: string) =>
      penalty({ CF_CFLB: cell, CF_NR: "见决定书", CF_NR_FK: "" }).body.kinds.map((kind) => kind.code);
    expect(kinds("警告；罚款")).toEqual(["warning", "fine"]);
    expect(kinds("警告,罚款;暂扣许可证")).toEqual(["warning", "fine", "suspension"]);
    expect(kinds("没收违法所得、没收非法财物")).toEqual(["confiscation"]);
    expect(kinds("罚款-警告")).toEqual(["fine", "warning"]);
    expect(kinds("其他-警告")).toContain("warning");
  });

  test("text breaks: mended inside cells and inside headers", () => {
    expect(penalty({ CF_SY: "当事人使用的叉车\r未经\n定期检验。" }).body.facts).toBe(
      "当事人使用的叉车未经定期检验。",
    );
    const header = [...HEADER.slice(0, -1), "处罚机关统一社会信用代\r\n码"];
    expect(matchHeader(feedNamed(penalties), header)?.columns.has("authorityCode")).toBe(true);
  });

  test("document number brackets/dup: one key for all brackets, one record for each party", () => {
    const identity = (CF_WSH: string) => penalty({ CF_WSH }).identity;
    expect(identity("市场【2019】1号")).toEqual(identity("市场〔2019〕1号"));
    expect(identity("市场[2019] 1号")).toEqual(identity("市场〔2019〕1号"));
    expect(penalty({ CF_XDR_SHXYM: OTHER_USCC }).identity).not.toEqual(penalty().identity);
  });

  test("publication end corrupted: a time stamp is no period, and stays beside as a note", () => {
    const { deliveredUntil, notes } = penalty({ CF_GSJZQ: "2026-11-20 03:12:45" }).body;
    expect(deliveredUntil).toBeNull();
    expect(notes).toEqual([
      { field: "deliveredUntil", code: "implausible_period_end", text: "2026-11-20 03:12:45" },
    ]);
  });

  test("same standard, several key styles: all of them are one column", async () => {
    const styles = [
      (key: string) => key.toLowerCase(),
      (key: string) => key.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      (key: string) => key.slice(0, 3).toLowerCase() + key.slice(3),
    ];
    for (const style of styles) {
      const record = Object.fromEntries(HEADER.map((key, at) => [style(key), CELLS[at]]));
      expect(await readFile(`${JSON.stringify(record)}\n`, "a.ndjson")).toMatchObject({ accepted: [sound] });
      expect(await readFile(JSON.stringify([record]), "a.json")).toMatchObject({ accepted: [sound] });
    }
  });

  test("“removed” rows: taken back with the reason", () => {
    expect(penalty({ CF_ZT: "撤销" }).withdrawn).toBe("revoked");
    expect(penalty({ IsValid: "0" }).withdrawn).toBe("invalid");
    expect(penalty({ S_EXT_VALIDFLAG: "0" }).withdrawn).toBe("invalid");
    expect(penalty({ delflag: "1" }).withdrawn).toBe("deleted");
    expect(penalty({ CancelStatus: "1" }).withdrawn).toBe("deleted");
    const abnormal = (over: Record<string, string>) =>
      acceptEntry("registration/abnormal", {
        企业名称: "宁波澄碧轴承有限公司",
        列入原因: "4",
        列入日期: "2024-07-08",
        移出日期: "2025-01-02",
        ...over,
      });
    expect(abnormal({ IsMove: "1" })).toMatchObject({ withdrawn: null, body: { removedOn: "2025-01-02" } });
    expect(abnormal({ IsMove: "2" }).withdrawn).toBe("revoked");
  });

  test("numeric ids out of order: 330201 is 市本级 and shown as 330200", () => {
    const row = {
      统一社会信用代码: USCC,
      企业名称: "宁波澄碧轴承有限公司",
      登记状态: "存续",
      住所区划: "330201",
    };
    expect(acceptBase("registration/enterprises", row).body.district?.code).toBe("330200");
  });
});
