import type { Field } from "../feed.ts";
import { deleteFlag, partyKind, validFlag } from "../validate/codedRules.ts";
import { authorityCode, type CodeColumn, subjectCode } from "../validate/codeRules.ts";
import { name, personalId, text } from "../validate/textRules.ts";

type Fields = Readonly<Record<string, Field>>;

const code = (column: CodeColumn, ...aliases: string[]): Field => ({
  aliases,
  rule: subjectCode(column),
});

/** Columns by which any sender may take a row back. */
export const withdrawalFields: Fields = {
  remark: {
    aliases: ["BZ", "备注", "REMARK", "REMARKS", "备注说明"],
    rule: text,
  },
  validFlag: {
    aliases: ["S_EXT_VALIDFLAG", "IsValid", "ValidFlag", "是否有效", "有效标志"],
    rule: validFlag,
  },
  deleteFlag: {
    aliases: [
      "DelFlag",
      "del_flag",
      "IsDelete",
      "IsDeleted",
      "CancelStatus",
      "删除标志",
      "是否删除",
      "撤销状态",
    ],
    rule: deleteFlag,
  },
};

/** Whom a row speaks of, as lists and single departments name it. */
export const subjectFields: Fields = {
  name: {
    aliases: [
      "企业名称",
      "单位名称",
      "机构名称",
      "名称",
      "企业(机构)名称",
      "主体名称",
      "当事人名称",
      "EntName",
      "UnitName",
      "QYMC",
    ],
    rule: name,
  },
  uscc: code(
    "uscc",
    ...[
      "统一社会信用代码",
      "社会信用代码",
      "信用代码",
      "统一信用代码",
      "UniCode",
      "UniSCID",
      "USCC",
      "TYSHXYDM",
      "SHXYDM",
    ],
  ),
  regNo: code("regNo", "注册号", "工商注册号", "营业执照注册号", "工商登记号", "RegNO", "ZCH"),
  orgCode: code("orgCode", "组织机构代码", "组织机构代码证号", "机构代码", "OrgCode", "ZZJGDM"),
  code: code(
    "any",
    ...["统一社会信用代码/注册号", "统一社会信用代码(注册号)", "统一社会信用代码/组织机构代码"],
  ),
  taxNo: code("tax", "纳税人识别号", "税务登记号", "税号", "NSRSBH"),
  legalRepresentative: {
    aliases: [
      "法定代表人",
      "法定代表人(负责人)",
      "法定代表人姓名",
      "法人代表",
      "负责人",
      "法人姓名",
      "LeRep",
      "FDDBR",
    ],
    rule: name,
  },
  address: {
    aliases: ["注册地址", "企业地址", "单位地址", "住所", "经营地址", "地址"],
    rule: text,
  },
  legalRepresentativeId: {
    aliases: ["法定代表人证件号码", "法定代表人身份证号", "法定代表人身份证号码", "CerNO", "SFZJHM"],
    rule: personalId,
    personal: true,
  },
  ...withdrawalFields,
};

/** The subject, the authority and the source of a 双公示 row of either generation. @param p `CF` or `XK` */
export function partyFields(p: "CF" | "XK"): Fields {
  const own = p === "CF" ? "处罚" : "许可";
  const agency = p === "CF" ? "CFJG" : "XKJG";
  return {
    name: {
      aliases: [
        ...[
          `${p}_XDR_MC`,
          `${p}_XDR`,
          "xy010101",
          "行政相对人名称",
          "相对人名称",
          "行政相对人",
          "当事人名称",
        ],
        ...["企业名称", "单位名称", "当事人", "EntName", "UnitName", "NAME"],
      ],
      rule: name,
    },
    partyKind: {
      aliases: [`${p}_XDR_LB`, `${p}_XDR_TYPE`, "行政相对人类别", "相对人类别", "当事人类别"],
      rule: partyKind,
    },
    uscc: code(
      "uscc",
      ...[
        `${p}_XDR_SHXYM`,
        "xy010133",
        "行政相对人代码(统一社会信用代码)",
        "行政相对人代码_1",
        "统一社会信用代码",
      ],
      ...["UniCode", "UniSCID", "USCC"],
    ),
    regNo: code(
      "regNo",
      ...[`${p}_XDR_GSZC`, `${p}_XDR_GSDJ`, "行政相对人代码(工商注册号)", "行政相对人代码(工商登记码)"],
      ...["行政相对人代码(工商登记号)", "工商注册号", "工商登记码", "注册号", "RegNO"],
    ),
    orgCode: code(
      "orgCode",
      ...[`${p}_XDR_ZZJG`, `${p}_XDR_ZDM`, "行政相对人代码(组织机构代码)", "组织机构代码"],
    ),
    taxNo: code(
      "tax",
      ...[`${p}_XDR_SWDJ`, "行政相对人代码(税务登记号)", "行政相对人代码(税务登记证号)", "税务登记号"],
    ),
    institutionNo: code(
      "other",
      ...[
        `${p}_XDR_SYDW`,
        "行政相对人代码(事业单位证书号)",
        "行政相对人代码(事业单位登记号)",
        "事业单位证书号",
      ],
    ),
    societyNo: code("other", ...[`${p}_XDR_SHZZ`, "行政相对人代码(社会组织登记证号)", "社会组织登记证号"]),
    code: code("any", ...[2, 3, 4, 5, 6].map((number) => `行政相对人代码_${number}`)),
    legalRepresentative: {
      aliases: [
        ...[
          `${p}_FRDB`,
          `${p}_FDDB`,
          "FRDB",
          `${p}_FR`,
          "法定代表人",
          "法定代表人姓名",
          "法定代表人(负责人)",
        ],
        ...["负责人", "LeRep"],
      ],
      rule: name,
    },
    legalRepresentativeId: {
      aliases: [
        `${p}_FR_ZJHM`,
        `${p}_FR_SFZH`,
        "法定代表人证件号码",
        "法定代表人身份证号",
        "法定代表人身份证号码",
      ],
      rule: personalId,
      personal: true,
    },
    personId: {
      aliases: [
        ...[`${p}_XDR_ZJHM`, `${p}_XDR_SFZ`, "证件号码", "身份证号", "居民身份证号", "自然人身份证号"],
        ...["行政相对人代码(居民身份证号)", "行政相对人证件号码"],
      ],
      rule: personalId,
      personal: true,
    },
    authority: {
      aliases: [
        ...[
          `${p}_${agency}`,
          `${p}_XZJG`,
          `${own}机关`,
          `${own}机关名称`,
          `${own}决定机关`,
          `行政${own}机关`,
        ],
        ...[`${own}部门`, `作出行政${own}决定机关名称`],
        ...(p === "CF" ? ["PenAuth_CN", "PenAuth"] : ["LicAnth_CN", "LicAnth", "发证机关"]),
      ],
      rule: name,
    },
    authorityCode: {
      aliases: [
        ...[`${p}_${agency}DM`, `${own}机关统一社会信用代码`, `${own}机关代码`],
        ...(p === "CF" ? ["xy020134"] : []),
      ],
      rule: authorityCode,
    },
    sourceUnit: {
      aliases: [`${p}_SJLY`, `${p}_SJLYDW`, `${p}_LYDW`, "数据来源单位", ...(p === "CF" ? ["xy020135"] : [])],
      rule: name,
    },
    sourceUnitCode: {
      aliases: [
        ...[`${p}_SJLYDM`, `${p}_SJLYDWDM`, `${p}_LYDWDM`, `${p}_LYDM`, "数据来源单位统一社会信用代码"],
        ...(p === "CF" ? ["xy020136"] : []),
      ],
      rule: authorityCode,
    },
    region: {
      aliases: ["DFBM", `${p}_DFBM`, "地方编码", "AREA_CODE"],
      rule: text,
    },
    ...withdrawalFields,
  };
}
