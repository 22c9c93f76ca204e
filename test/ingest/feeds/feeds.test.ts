import { describe, expect, test } from "vitest";
import { loadFeeds } from "../../../ingest/feedRegistry.ts";
import { matchHeader } from "../../../ingest/validate/layout.ts";
import { acceptLicence, acceptPenalty, feedNamed, judge, RESIDENT_ID, USCC } from "../judging.ts";

const feeds = await loadFeeds();

/** The columns that the contract fixes, by feed. */
const CONTRACT: Readonly<Record<string, string>> = {
  "registration/changes": "统一社会信用代码, 企业名称, 变更事项, 变更前内容, 变更后内容, 变更日期, 核准文号",
  "registration/abnormal":
    "企业名称, 统一社会信用代码, 注册号, 法定代表人, 列入决定书文号, 列入原因, 列入日期, 列入决定机关, 移出原因, 移出日期, 移出决定机关",
  "police/cases":
    "案件编号, 案件名称, 单位名称, 统一社会信用代码, 法定代表人, 身份证号, 案件类别, 立案日期, 立案单位, 简要案情, 案件状态",
  "banking/credit":
    "统一社会信用代码, 企业名称, 授信机构, 统计月份, 授信协议编号, 授信额度(万元), 贷款余额(万元), 五级分类, 逾期总额(万元), 逾期月数, 欠息余额(万元), 对外担保余额(万元), 币种, 备注",
  "banking/evasion": "企业名称, 统一社会信用代码, 法定代表人, 逃废债事实, 认定文号, 认定日期, 认定机构",
  "tax/major":
    "纳税人名称, 统一社会信用代码, 组织机构代码, 法定代表人或者负责人姓名, 法定代表人证件号码, 案件性质, 主要违法事实, 相关法律依据及税务处理处罚情况, 案件上报期, 认定机关",
  "finance/procurement-ban":
    "机构名称, 统一社会信用代码/组织机构代码, 不良行为的具体情形, 处罚依据, 处罚结果, 记录日期, 处罚截止日期, 执法单位",
  "labour/wage-arrears":
    "单位名称, 统一社会信用代码, 法定代表人, 法定代表人身份证号, 列入事由, 列入决定书文号, 列入日期, 列入机关, 移出日期",
  // 双公示 generation B, legal persons and natural persons (reference §1.2, §1.3)
  "police/penalties":
    "CF_XDR_MC, CF_XDR_LB, CF_XDR_SHXYM, CF_XDR_GSZC, CF_XDR_ZZJG, CF_XDR_SWDJ, CF_XDR_SYDW, CF_XDR_SHZZ, CF_FRDB, CF_FR_ZJHM, CF_XDR_ZJHM, CF_WSH, CF_WFXW, CF_SY, CF_YJ, CF_CFLB, CF_NR, CF_NR_FK, CF_NR_WFFF, CF_NR_ZKDX, CF_JDRQ, CF_YXQ, CF_GSJZQ, CF_CFJG, CF_CFJGDM, CF_SJLY, CF_SJLYDM, BZ",
  "police/licences":
    "XK_XDR_MC, XK_XDR_LB, XK_XDR_SHXYM, XK_XDR_GSZC, XK_XDR_ZZJG, XK_XDR_SWDJ, XK_XDR_SYDW, XK_XDR_SHZZ, XK_FRDB, XK_FR_SFZH, XK_XDR_ZJHM, XK_XKWS, XK_WSH, XK_XKLB, XK_XKZS, XK_XKBH, XK_NR, XK_JDRQ, XK_YXQZ, XK_YXQZI, XK_XKJG, XK_XKJGDM, XK_ZT, XK_LYDW, XK_LYDWDM, BZ",
  "registration/enterprises":
    "UniCode, EntName, RegNO, LeRep, CerNO, EntType, IndustryPhy, IndustryCo, EstDate, ApprDate, OpFrom, OpTo, AltDate, RegOrg, OpScope, RegState, DomDistrict, Dom, ProLoc, RegCap, Currency",
  "court/dishonest":
    "IName, CardNum, CaseCode, SexName, Age, BuesinessEntity, CourtName, PartyTypeName, GistCID, GistUnit, Duty, Performance, DisReputTypeName, PublishDate, RegDate, S_EXT_VALIDFLAG",
};
const CHINESE: readonly (readonly [string, string])[] = [
  [
    "registration/penalties",
    "行政相对人名称, 行政相对人类别, 行政相对人代码_1(统一社会信用代码), 行政相对人代码_2(工商注册号), 行政相对人代码_3(组织机构代码), 行政相对人代码_4(税务登记号), 行政相对人代码_5(事业单位证书号), 行政相对人代码_6(社会组织登记证号), 法定代表人, 法定代表人证件号码, 行政处罚决定书文号, 违法行为类型, 违法事实, 处罚依据, 处罚类别, 处罚内容, 罚款金额（万元）, 没收违法所得、没收非法财物的金额（万元）, 暂扣或吊销证照名称及编号, 处罚决定日期, 处罚有效期, 公示截止期, 处罚机关, 处罚机关统一社会信用代码, 数据来源单位, 数据来源单位统一社会信用代码, 备注",
  ],
  [
    "registration/licences",
    "行政相对人名称, 行政相对人类别, 行政相对人代码_1(统一社会信用代码), 法定代表人, 行政许可决定文书名称, 行政许可决定文书号, 许可类别, 许可证书名称, 许可编号, 许可内容, 许可决定日期, 有效期自, 有效期至, 许可机关, 许可机关统一社会信用代码, 当前状态, 数据来源单位, 数据来源单位统一社会信用代码, 备注",
  ],
];
const split = (columns: string) => columns.split(/, /);

describe("the feeds", () => {
  test("are those of the contract, restricted where it says so", () => {
    expect([...feeds].map(([name, feed]) => `${name} ${feed.disclosure}`)).toEqual([
      "banking/credit consent",
      "banking/evasion public",
      "court/dishonest public",
      "finance/procurement-ban public",
      "labour/wage-arrears public",
      "police/cases government",
      "police/licences public",
      "police/penalties public",
      "registration/abnormal public",
      "registration/changes public",
      "registration/enterprises public",
      "registration/licences public",
      "registration/penalties public",
      "registration/serious public",
      "tax/major public",
    ]);
  });

  test.each([...Object.entries(CONTRACT), ...CHINESE])(
    "%s knows every column of its layout",
    (name, columns) => {
      const layout = matchHeader(feedNamed(name), split(columns));
      const indexes = [...(layout?.columns.values() ?? [])].flat().map((column) => column.index);
      expect(split(columns).filter((_, at) => !indexes.includes(at))).toEqual([]);
    },
  );

  test("hold every column for ids of persons to be personal", () => {
    for (const feed of feeds.values())
      for (const [field, { personal }] of Object.entries(feed.fields))
        if (/Id$/.test(field)) expect([feed.source, feed.feed, field, personal]).toContain(true);
  });
});

describe("the 工商 templates", () => {
  test("of the shared platform: penalties with few columns", () => {
    const { body, subject } = acceptPenalty("registration/penalties", {
      "": "",
      处罚决定书文号: "甬鄞市监处罚[2016]413号",
      处罚决定书签发日期: "2016-04-13",
      违法行为类型: "无照经营",
      处罚种类: "罚款",
      处罚机关: "宁波市鄞州区市场监督管理局",
      企业名称: "宁波澄碧轴承有限公司",
      注册号: "330282602082220",
      统一社会信用代码: "ARBG48543289076GFE",
    });
    expect(subject).toMatchObject({ uscc: null, regNo: "330282602082220" });
    expect(body).toMatchObject({ decidedOn: "2016-04-13", kinds: [{ code: "fine" }] });
  });

  test("of the shared platform: licences without a day of decision", () => {
    const { body } = acceptLicence("registration/licences", {
      许可文件编号: "201312142.0",
      许可文件名称: "食品流通许可证",
      有效期自: "41621",
      有效期至: "长期",
      许可机关: "宁波市鄞州区市场监督管理局",
      登记状态: "有效",
      企业名称: "宁波澄碧轴承有限公司",
      注册号: "",
      统一社会信用代码: USCC,
    });
    expect(body).toMatchObject({
      documentNo: "201312142",
      decidedOn: null,
      validFrom: "2013-12-13",
      validTo: "permanent",
      status: { code: "valid" },
    });
  });

  test("of uploads: 处罚类型, 罚款金额 and 没收金额", () => {
    const { body } = acceptPenalty("registration/penalties", {
      注册号: "330282602082220",
      企业名称: "宁波澄碧轴承有限公司",
      处罚决定书文号: "甬鄞市监处罚〔2016〕413号",
      违法类型: "无照经营",
      处罚类型: "2,3",
      行政处罚内容: "罚款5000元，没收违法所得200元",
      处罚决定日期: "20160413",
      处罚决定机关: "宁波市鄞州区市场监督管理局",
      罚款金额: "5000",
      没收金额: "0.02",
    });
    expect(body).toMatchObject({
      kinds: [{ code: "fine" }, { code: "confiscation" }],
      fine: { amount: "5000" },
      confiscated: { amount: "200" },
      notes: [{ field: "fine", code: "unit_from_text", text: "5000" }],
    });
    const licence = acceptLicence("registration/licences", {
      注册号: "330282602082220",
      企业名称: "宁波澄碧轴承有限公司",
      许可文件编号: "甬鄞食〔2016〕1号",
      许可文件名称: "食品经营许可证",
      有效期始: "2016-04-13",
      有效期至: "2021-04-12",
      许可机关: "宁波市鄞州区市场监督管理局",
      许可内容: "预包装食品",
    });
    expect(licence.body).toMatchObject({ title: "食品经营许可证", validTo: "2021-04-12" });
  });

  test("and tables: CASE_PUB_BASEINFO with its party", () => {
    const { body, subject } = acceptPenalty("registration/penalties", {
      CaseNO: "33020000001",
      PENDECNO: "甬市监处罚〔2024〕1号",
      ILLEGACTTYPE: "虚假宣传",
      PENTYPE: "2",
      PENAM: "1.500000",
      FORFAM: "0.000000",
      PENCONTENT: "罚款15000元",
      PENAUTH_CN: "宁波市市场监督管理局",
      PENDECISSDATE: "2024-05-06",
      UNITNAME: "宁波澄碧轴承有限公司",
      UniCode: USCC,
      REGNO: "",
      LEREP: "周某文",
    });
    expect(subject).toMatchObject({ uscc: USCC, legalRepresentative: "周某文" });
    expect(body).toMatchObject({ fine: { amount: "15000" }, confiscated: null, notes: [] });
  });
});

describe("rows as they come", () => {
  test("the natural-person template is kept apart", () => {
    const verdict = judge("police/penalties", {
      CF_XDR_MC: "张某某",
      CF_XDR_ZJLX: "身份证",
      CF_XDR_ZJHM: RESIDENT_ID,
      CF_WSH: "甬公（鄞）行罚决字〔2025〕1号",
      CF_WFXW: "赌博",
      CF_CFLB: "行政拘留;罚款",
      CF_NR: "行政拘留五日，并处罚款500元",
      CF_JDRQ: "2025-03-04",
      CF_CFJG: "宁波市公安局鄞州分局",
    });
    expect(verdict).toMatchObject({ accepted: { naturalPerson: true, restricted: true } });
    expect(JSON.stringify(verdict)).not.toContain(RESIDENT_ID);
  });

  test("one record with the keys of both generations is read once", () => {
    const { body } = acceptPenalty("registration/penalties", {
      cfWsh: "",
      cf_WSH: "甬市监处罚〔2024〕1号",
      cfCfmc: "虚假宣传案",
      cf_WFXW: "虚假宣传",
      cfXdrMc: "宁波澄碧轴承有限公司",
      cf_XDR_MC: "宁波澄碧轴承有限公司",
      cfXdrShxym: USCC,
      cfJdrq: "2024/05/06",
      cf_JDRQ: "2024/05/06",
      cfCflb1: "罚款",
      cf_CFLB: "罚款",
      cfJg: "罚款2000元",
      cf_NR: "",
      cf_NR_FK: "0.2",
      repairState: "0",
      typeVersion: "2",
    });
    expect(body).toMatchObject({
      documentNo: "甬市监处罚〔2024〕1号",
      title: "虚假宣传",
      kinds: [{ code: "fine" }],
      content: "罚款2000元",
      fine: { amount: "2000" },
      notes: [],
    });
  });

  test("the xy keys of the same standard are known", () => {
    const { body, subject } = acceptPenalty("registration/penalties", {
      xy010101: "宁波澄碧轴承有限公司",
      xy010133: USCC,
      xy020102: "甬市监处罚〔2024〕1号",
      xy020103: "罚款",
      xy020107: "2024-05-06",
      xy020109: "虚假宣传",
      xy020116: "0.2",
      xy020130: "罚款2000元",
      xy020134: "",
      xy020135: "宁波市市场监督管理局",
      xy020136: "",
    });
    expect(subject.uscc).toBe(USCC);
    expect(body).toMatchObject({ title: "虚假宣传", fine: { amount: "2000" }, decidedOn: "2024-05-06" });
  });
});
