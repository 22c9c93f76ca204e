import { authorityCode } from "./codes.ts";
import { type DateForm, isoOf } from "./days.ts";
import { bracketed, dateText, decisiveDate, maybeBroken, nothing, permanentText } from "./dirt.ts";
import { columnSum, type Office, type Penalty } from "./penalties.ts";
import { REMARK, type Scene } from "./scene.ts";
import type { Subject } from "./subjects.ts";

/** Column names of 行政处罚 by what stands in them: generation A, generation B and Chinese (reference §1.2, §1.4). */
const A =
  "CF_WSH CF_CFMC CF_CFLB1 CF_CFLB2 CF_SY CF_YJ CF_XDR_MC CF_XDR_SHXYM CF_XDR_ZDM CF_XDR_GSDJ CF_XDR_SWDJ CF_XDR_SFZ CF_FR CF_JG CF_JDRQ CF_XZJG CF_ZT DFBM SJC BZ";
const B =
  "CF_XDR_MC CF_XDR_LB CF_XDR_SHXYM CF_XDR_GSZC CF_XDR_ZZJG CF_XDR_SWDJ CF_XDR_SYDW CF_XDR_SHZZ CF_FRDB CF_FR_ZJLX CF_FR_ZJHM CF_XDR_ZJLX CF_XDR_ZJHM CF_WSH CF_WFXW CF_SY CF_YJ CF_CFLB CF_NR CF_NR_FK CF_NR_WFFF CF_NR_ZKDX CF_JDRQ CF_YXQ CF_GSJZQ CF_CFJG CF_CFJGDM CF_SJLY CF_SJLYDM BZ";
const ZH =
  "行政相对人名称|行政相对人类别|行政相对人代码_1(统一社会信用代码)|行政相对人代码_2(工商注册号)|行政相对人代码_3(组织机构代码)|法定代表人|法定代表人证件号码|证件类型|证件号码|行政处罚决定书文号|违法行为类型|违法事实|处罚依据|处罚类别|处罚内容|罚款金额(万元)|没收违法所得、没收非法财物的金额(万元)|暂扣或吊销证照名称及编号|处罚决定日期|处罚有效期|公示截止期|处罚机关|处罚机关统一社会信用代码|数据来源单位|数据来源单位统一社会信用代码|当前状态|备注";

export const PENALTY_HEADERS = {
  a: A.split(" "),
  b: B.split(" "),
  /** The same keys as programs of other makes write them. */
  bSmall: B.toLowerCase().split(" "),
  zh: ZH.split("|"),
} as const;

export interface PenaltyRow {
  penalty: Penalty;
  subject: Subject;
  /** The id of a natural person, or ''. */
  personId: string;
  office: Office;
  /** CF_ZT / 当前状态. */
  state: string;
}

const SEPARATORS = ["；", ";", ",", "，", "|"];

function kindsText(scene: Scene, row: PenaltyRow): string {
  const { kinds } = row.penalty;
  if (kinds.length === 1) return kinds[0] ?? "";
  row.subject.truth.dirt.push("several_kinds");
  if (kinds.length === 2 && kinds.includes("警告") && scene.random.chance(0.2)) return kinds.join("-");
  return kinds.join(scene.random.pick(SEPARATORS));
}

/** The fine as the column has it: in 万元, as it should be, or in one of the ways it is got wrong. */
function fineText(scene: Scene, row: PenaltyRow): string {
  const { fine } = row.penalty;
  const { random } = scene;
  const { dirt } = row.subject.truth;
  if (fine === null) return nothing(random, row.subject.truth);
  const u = random.share();
  if (u < 0.03) {
    dirt.push("amount_in_yuan");
    return String(fine);
  }
  if (u < 0.05) {
    dirt.push("amount_unit_in_cell");
    return random.chance(0.5) ? `${fine}元` : `${columnSum(fine)}万元`;
  }
  if (u < 0.07) {
    dirt.push("amount_only_in_text");
    return "";
  }
  return columnSum(fine);
}

function officeOf(scene: Scene, row: PenaltyRow) {
  const place = row.subject.byCity ? scene.firm.city : scene.firm.place;
  return { place, name: row.office.nameOf(place), code: authorityCode(place.code, row.office.number) };
}

function classOf(scene: Scene, row: PenaltyRow): string {
  if (row.subject.truth.naturalPerson) return "自然人";
  return scene.firm.kind === "individual" ? "个体工商户" : "法人及非法人组织";
}

/** Ends of the penalty and of its publication; permanent for a licence that is gone. */
function ends(scene: Scene, row: PenaltyRow, habit: DateForm): { valid: string; shown: string } {
  const { penalty, subject } = row;
  const { random } = scene;
  const valid =
    penalty.violation.withheld !== undefined
      ? permanentText(random, subject.truth)
      : dateText(random, penalty.decidedOn + 365, habit, subject.truth);
  const shown = random.chance(0.5) ? dateText(random, penalty.decidedOn + 3 * 365, habit, subject.truth) : "";
  return { valid, shown };
}

const personOnly = (row: PenaltyRow, text: string) => (row.subject.truth.naturalPerson ? text : "");

/** The row by generation A. */
export function rowA(scene: Scene, row: PenaltyRow): string[] {
  const { penalty, subject } = row;
  const { truth } = subject;
  const { random } = scene;
  const office = officeOf(scene, row);
  const [first = "", ...others] = penalty.kinds;
  return [
    bracketed(random, penalty.documentNo, truth),
    penalty.title,
    first,
    others.join("；"),
    maybeBroken(random, penalty.facts, truth),
    penalty.violation.basis,
    subject.name,
    subject.code,
    subject.orgCode,
    subject.regNo,
    nothing(random, truth),
    row.personId,
    subject.representative,
    penalty.content,
    decisiveDate(scene, penalty.decidedOn, "slashes", truth),
    office.name,
    row.state,
    office.place.code,
    `${isoOf(penalty.decidedOn + 2)} 02:00:00`,
    REMARK,
  ];
}

/** The row by generation B, all 30 columns of both its templates. */
export function rowB(scene: Scene, row: PenaltyRow): string[] {
  const { penalty, subject } = row;
  const { truth } = subject;
  const { random } = scene;
  const office = officeOf(scene, row);
  const until = ends(scene, row, "dashes");
  return [
    subject.name,
    classOf(scene, row),
    subject.code,
    subject.regNo,
    subject.orgCode,
    nothing(random, truth),
    "",
    "",
    subject.representative,
    "",
    "",
    personOnly(row, "身份证"),
    row.personId,
    bracketed(random, penalty.documentNo, truth),
    penalty.violation.type,
    maybeBroken(random, penalty.facts, truth),
    penalty.violation.basis,
    kindsText(scene, row),
    penalty.content,
    fineText(scene, row),
    columnSum(penalty.gains),
    penalty.violation.withheld ?? "",
    decisiveDate(scene, penalty.decidedOn, "dashes", truth),
    until.valid,
    until.shown,
    office.name,
    office.code,
    office.name,
    office.code,
    REMARK,
  ];
}

/** The row under Chinese names. */
export function rowZh(scene: Scene, row: PenaltyRow): string[] {
  const { penalty, subject } = row;
  const { truth } = subject;
  const { random } = scene;
  const office = officeOf(scene, row);
  const until = ends(scene, row, "han");
  return [
    subject.name,
    classOf(scene, row),
    subject.code,
    subject.regNo,
    subject.orgCode,
    subject.representative,
    "",
    personOnly(row, "身份证"),
    row.personId,
    bracketed(random, penalty.documentNo, truth),
    penalty.violation.type,
    maybeBroken(random, penalty.facts, truth),
    penalty.violation.basis,
    kindsText(scene, row),
    penalty.content,
    fineText(scene, row),
    columnSum(penalty.gains),
    penalty.violation.withheld ?? "",
    decisiveDate(scene, penalty.decidedOn, "han", truth),
    until.valid,
    until.shown,
    office.name,
    office.code,
    office.name,
    office.code,
    row.state,
    REMARK,
  ];
}
