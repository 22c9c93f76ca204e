import { describe, expect, test } from "vitest";
import {
  currentRegion,
  districtsOf,
  isProvince,
  regionLabel,
  regionOfAddress,
  regionOfAuthority,
} from "../../../src/enterprise/regions.ts";

describe("codes of regions", () => {
  test.each([
    ["330201", "330200"],
    ["330202", "330203"],
    ["330204", "330212"],
    ["330221", "330211"],
    ["330222", "330282"],
    ["330223", "330281"],
    ["330224", "330213"],
    ["330227", "330212"],
    ["330283", "330213"],
    ["330212", "330212"],
    ["440305", "440305"],
  ])("%s is %s today", (old, today) => {
    expect(currentRegion(old)).toBe(today);
  });

  test("have labels at two, four and six digits, old ones today's", () => {
    expect(
      ["33", "330000", "3302", "330200", "330212", "330283", "3101", "11", "100000"].map(regionLabel),
    ).toEqual([
      ...[
        "浙江省",
        "浙江省",
        "宁波市",
        "宁波市",
        "鄞州区",
        "奉化区",
        "上海市",
        "北京市",
        "国家市场监督管理总局",
      ],
    ]);
    expect(["330299", "99", "3399", ""].map(regionLabel)).toEqual([null, null, null, null]);
  });

  test("begin with a province or the national register", () => {
    expect(["33", "11", "65", "71", "81", "82", "10"].every(isProvince)).toBe(true);
    expect(["00", "16", "99", "9", "A1"].some(isProvince)).toBe(false);
  });

  test("of Ningbo are ten", () => {
    expect(districtsOf("3302")).toHaveLength(10);
    expect(districtsOf("3302")[0]).toEqual({ code: "330203", label: "海曙区" });
    expect(districtsOf("330212")).toEqual([{ code: "330212", label: "鄞州区" }]);
  });
});

describe("the district of an address", () => {
  test.each([
    ["宁波市鄞州区首南街道1号", "330212"],
    ["浙江省宁波市北仑区新碶街道", "330206"],
    ["浙江宁波鄞州首南中路1号", "330212"],
    ["宁波鄞州首南中路1号", "330212"],
    ["中国浙江省宁波市海曙区中山西路", "330203"],
    ["浙江省余姚市城区", "330281"],
    ["浙江余姚低塘街道", "330281"],
    ["余姚市低塘街道", "330281"],
    ["宁波市高新区聚贤路1号（鄞州区）", "330212"],
    ["宁波市江东区中山东路1号", "330212"],
    ["宁波市鄞县大道", "330212"],
    ["浙江省奉化市锦屏街道", "330213"],
    ["宁波市镇海县", "330211"],
    ["上海市浦东新区世纪大道1号", "310115"],
    ["北京市朝阳区建国路", "110105"],
    ["贵州省遵义市道真自治县三桥镇", "520325"],
    ["贵州省黔东南州凯里市", "522601"],
    ["郑州市高新技术产业开发区电厂路46号", "410172"],
    ["宁 波 市 鄞 州 区", "330212"],
  ])("%s is %s", (address, code) => {
    expect(regionOfAddress(address)).toBe(code);
  });

  test.each([
    "宁波市中山东路100号",
    "宁波市江北大道1号",
    "宁波市象山港路9号",
    "上海路100号",
    "鼓楼区中山路",
    "江北区人民路",
    "南昌市南昌高新技术产业开发区",
    "",
  ])("%s is not told", (address) => {
    expect(regionOfAddress(address)).toBeNull();
  });

  test("without its city is looked for where the caller says", () => {
    expect(regionOfAddress("江北区人民路1号", "3302")).toBe("330205");
    expect(regionOfAddress("鄞州首南中路1号", "3302")).toBe("330212");
    expect(regionOfAddress("杭州市西湖区文三路", "3302")).toBe("330106");
    expect(regionOfAddress("中山东路1号", "3302")).toBeNull();
  });
});

describe("the region of an authority", () => {
  test("is that of its code, in today's digits", () => {
    expect(regionOfAuthority(null, "11330283002982634F")).toBe("330213");
    expect(regionOfAuthority(null, "11230500001755309F")).toBe("230500");
  });

  test.each([
    ["宁波市鄞州区市场监督管理局", "330212"],
    ["宁波市公安局", "330200"],
    ["宁波市公安局鄞州分局", "330212"],
    ["宁波市市场监督管理局海曙分局", "330203"],
    ["宁波海关", "330200"],
    ["慈溪市综合行政执法局", "330282"],
    ["象山县公安局", "330225"],
    ["国家税务总局宁波市税务局第一稽查局", "330200"],
    ["国家税务总局宁波市鄞州区税务局", "330212"],
    ["中国人民银行宁波市分行", "330200"],
    ["浙江省市场监督管理局", "330000"],
    ["双鸭山市公安局", "230500"],
    ["奉化市工商行政管理局", "330213"],
    ["宁波市江东区人民法院", "330212"],
  ])("%s works for %s", (name, code) => {
    expect(regionOfAuthority(name, null)).toBe(code);
  });

  test("is the narrower of code and name when they agree, and that of the code when they don't", () => {
    expect(regionOfAuthority("宁波市公安局鄞州分局", "11330200002981286R")).toBe("330212");
    expect(regionOfAuthority("杭州市公安局", "11330200002981286R")).toBe("330200");
    expect(regionOfAuthority("某某局", "11330200002981286R")).toBe("330200");
  });

  test("is unknown when nothing tells", () => {
    expect(regionOfAuthority("市场监督管理局", null)).toBeNull();
    expect(regionOfAuthority("江北区市场监督管理局", null)).toBeNull();
    expect(regionOfAuthority(null, null)).toBeNull();
  });
});
