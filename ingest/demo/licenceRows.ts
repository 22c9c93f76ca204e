import { authorityCode } from "./codes.ts";
import { type DateForm, type Day, formatted, isoOf } from "./days.ts";
import { bracketed, dateText, decisiveDate, nothing, permanentText } from "./dirt.ts";
import type { Permit } from "./permits.ts";
import type { Place } from "./places.ts";
import { REMARK, type Scene } from "./scene.ts";
import type { Subject } from "./subjects.ts";

/** Column names of 行政许可: generation A, generation B and Chinese (reference §1.1, §1.3). */
const A =
  "XK_WSH XK_XMMC XK_SPLB XK_NR XK_XDR XK_XDR_SHXYM XK_XDR_ZDM XK_XDR_GSDJ XK_XDR_SWDJ XK_XDR_SFZ XK_FR XK_JDRQ XK_JZQ XK_XZJG XK_ZT XK_DFBM XK_SJC BZ";
const B =
  "XK_XDR_MC XK_XDR_LB XK_XDR_SHXYM XK_XDR_GSZC XK_XDR_ZZJG XK_XDR_SWDJ XK_XDR_SYDW XK_XDR_SHZZ XK_FRDB XK_FR_ZJHM XK_XDR_ZJLX XK_XDR_ZJHM XK_XKWS XK_WSH XK_XKLB XK_XKZS XK_XKBH XK_NR XK_JDRQ XK_YXQZ XK_YXQZI XK_XKJG XK_XKJGDM XK_ZT XK_LYDW XK_LYDWDM BZ";
const ZH =
  "行政相对人名称|行政相对人类别|行政相对人代码_1(统一社会信用代码)|行政相对人代码_2(工商注册号)|行政相对人代码_3(组织机构代码)|行政相对人代码_4(税务登记号)|行政相对人代码_5(事业单位证书号)|行政相对人代码_6(社会组织登记证号)|法定代表人|法定代表人证件号码|证件类型|证件号码|行政许可决定文书名称|行政许可决定文书号|许可类别|许可证书名称|许可编号|许可内容|许可决定日期|有效期自|有效期至|许可机关|许可机关统一社会信用代码|当前状态|数据来源单位|数据来源单位统一社会信用代码|备注";

export const LICENCE_HEADERS = { a: A.split(" "), b: B.split(" "), zh: ZH.split("|") } as const;

export interface LicenceRow {
  permit: Permit;
  documentNo: string;
  licenceNo: string;
  decidedOn: Day;
  subject: Subject;
  /** The id of a natural person, or ''. */
  personId: string;
  authority: (place: Place) => string;
  /** Tells the codes of two offices of one place apart. */
  office: number;
  /** XK_ZT / 当前状态. */
  state: string;
}

const placeOf = (scene: Scene, row: LicenceRow) => (row.subject.byCity ? scene.firm.city : scene.firm.place);

function endText(scene: Scene, row: LicenceRow, habit: DateForm): string {
  const { days } = row.permit;
  if (days === null) return permanentText(scene.random, row.subject.truth);
  return dateText(scene.random, row.decidedOn + days, habit, row.subject.truth);
}

/** The row by generation A. */
export function licenceRowA(scene: Scene, row: LicenceRow): string[] {
  const { permit, subject } = row;
  const { truth } = subject;
  const place = placeOf(scene, row);
  return [
    bracketed(scene.random, row.documentNo, truth),
    permit.document,
    permit.kind,
    permit.content,
    subject.name,
    subject.code,
    subject.orgCode,
    subject.regNo,
    nothing(scene.random, truth),
    row.personId,
    subject.representative,
    decisiveDate(scene, row.decidedOn, "slashes", truth),
    endText(scene, row, "slashes"),
    row.authority(place),
    row.state,
    place.code,
    `${isoOf(row.decidedOn + 2)} 02:00:00`,
    REMARK,
  ];
}

function classOf(scene: Scene, subject: Subject): string {
  if (subject.truth.naturalPerson) return "自然人";
  return scene.firm.kind === "individual" ? "个体工商户" : "法人及非法人组织";
}

/** The row by generation B; its Chinese template has the same columns. */
export function licenceRowB(scene: Scene, row: LicenceRow, habit: DateForm): string[] {
  const { permit, subject } = row;
  const { truth } = subject;
  const place = placeOf(scene, row);
  const authority = [row.authority(place), authorityCode(place.code, row.office)] as const;
  return [
    subject.name,
    classOf(scene, subject),
    subject.code,
    subject.regNo,
    subject.orgCode,
    nothing(scene.random, truth),
    "",
    "",
    subject.representative,
    "",
    truth.naturalPerson ? "身份证" : "",
    row.personId,
    permit.document,
    bracketed(scene.random, row.documentNo, truth),
    permit.kind,
    permit.certificate,
    row.licenceNo,
    permit.content,
    decisiveDate(scene, row.decidedOn, habit, truth),
    formatted(row.decidedOn, habit),
    endText(scene, row, habit),
    ...authority,
    row.state,
    ...authority,
    REMARK,
  ];
}
