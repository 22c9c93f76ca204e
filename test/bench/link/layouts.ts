import { isoOf } from "../../../ingest/demo/days.ts";
import { placesOf } from "../../../ingest/demo/places.ts";
import { REMARK } from "../../../ingest/demo/scene.ts";
import type { Need, Stated } from "./row.ts";

/** A feed's own columns, as a department fills them. */
export interface Layout {
  source: string;
  feed: string;
  /** Of a hundred records, about so many. */
  share: number;
  has: readonly Need[];
  header: string;
  cells(stated: Stated, number: number): string[];
}

const cityOf = ({ city }: Stated) => placesOf(`${city.padEnd(4, "0")}00`).city.label;
const document = (mark: string, stated: Stated, number: number) =>
  `${mark}〔${isoOf(stated.decidedOn).slice(0, 4)}〕${number}号`;

const PENALTY_HEADER =
  "CF_XDR_MC,CF_XDR_SHXYM,CF_XDR_ZZJG,CF_XDR_GSZC,CF_FRDB,CF_WSH,CF_WFXW,CF_CFLB,CF_NR,CF_NR_FK,CF_JDRQ,CF_CFJG,备注";
const penalty =
  (mark: string, office: string) =>
  (of: Stated, number: number): string[] => [
    ...[of.name, of.code, of.orgCode, of.regNo, of.representative, document(mark, of, number)],
    ...["未按规定备案", "罚款", "罚款2000元", "0.2", isoOf(of.decidedOn), cityOf(of) + office, REMARK],
  ];

export const LAYOUTS: readonly Layout[] = [
  {
    source: "police",
    feed: "penalties",
    share: 20,
    has: ["code", "orgCode", "regNo", "representative", "authority"],
    header: PENALTY_HEADER,
    cells: penalty("甬公行罚决字", "公安局"),
  },
  {
    source: "registration",
    feed: "penalties",
    share: 15,
    has: ["code", "orgCode", "regNo", "representative", "authority"],
    header: PENALTY_HEADER,
    cells: penalty("甬市监处罚", "市场监督管理局"),
  },
  {
    source: "police",
    feed: "cases",
    share: 12,
    has: ["code", "representative", "authority"],
    header: "案件编号,案件名称,单位名称,统一社会信用代码,法定代表人,案件类别,立案日期,立案单位,案件状态,备注",
    cells: (of, number) => [
      ...[`A3302${String(number).padStart(10, "0")}`, "合同诈骗案", of.name, of.code, of.representative],
      ...["经济犯罪", isoOf(of.decidedOn), `${cityOf(of)}公安局`, "立案侦查", REMARK],
    ],
  },
  {
    source: "banking",
    feed: "credit",
    share: 25,
    has: ["code"],
    header:
      "统一社会信用代码,企业名称,授信机构,统计月份,授信协议编号,授信额度(万元),贷款余额(万元),五级分类,备注",
    cells: (of, number) => [
      ...[of.code, of.name, `中国工商银行${cityOf(of)}分行`, isoOf(of.decidedOn).slice(0, 7)],
      ...[`SX${String(number).padStart(9, "0")}`, "500", "320", "正常", REMARK],
    ],
  },
  {
    source: "banking",
    feed: "evasion",
    share: 6,
    has: ["code", "representative", "authority"],
    header: "企业名称,统一社会信用代码,法定代表人,逃废债事实,认定文号,认定日期,认定机构,备注",
    cells: (of, number) => [
      ...[of.name, of.code, of.representative, "转移资产逃避债务", document("甬金逃", of, number)],
      ...[isoOf(of.decidedOn), `${cityOf(of)}金融工作办公室`, REMARK],
    ],
  },
  {
    source: "court",
    feed: "dishonest",
    share: 10,
    has: ["code", "orgCode", "representative", "authority"],
    header:
      "被执行人姓名/名称,身份证号码/组织机构代码,法定代表人,案号,失信被执行人行为具体情形,发布时间,执行法院,备注",
    cells: (of, number) => [
      ...[of.name, of.code || of.orgCode, of.representative],
      ...[`（${isoOf(of.decidedOn).slice(0, 4)}）浙02执${number}号`, "有履行能力而拒不履行"],
      ...[isoOf(of.decidedOn), `${cityOf(of)}中级人民法院`, REMARK],
    ],
  },
  {
    source: "tax",
    feed: "major",
    share: 6,
    has: ["code", "orgCode", "representative", "authority", "address"],
    header:
      "纳税人名称,统一社会信用代码,组织机构代码,法定代表人或者负责人姓名,注册地址,案件性质,主要违法事实,案件上报期,认定机关,备注",
    cells: (of) => [
      ...[of.name, of.code, of.orgCode, of.representative, of.address, "虚开增值税专用发票"],
      ...["虚开增值税专用发票12份", isoOf(of.decidedOn), `国家税务总局${cityOf(of)}税务局`, REMARK],
    ],
  },
  {
    source: "labour",
    feed: "wage-arrears",
    share: 6,
    has: ["code", "representative", "authority"],
    header: "单位名称,统一社会信用代码,法定代表人,列入事由,列入决定书文号,列入日期,列入机关,备注",
    cells: (of, number) => [
      ...[of.name, of.code, of.representative, "拖欠农民工工资", document("甬人社列", of, number)],
      ...[isoOf(of.decidedOn), `${cityOf(of)}人力资源和社会保障局`, REMARK],
    ],
  },
];
