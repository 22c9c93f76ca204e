import type { Company } from "./bench/search/companies.ts";
import { inventedUscc } from "./ingest/merge/records.ts";

interface Known {
  former?: string;
  regNo?: string;
  representative?: string;
  address?: string;
}

/** Invented, each with what makes it hard to find or easy to mistake. Their order gives them their codes. */
const FIRMS: readonly (readonly [string, Known?])[] = [
  [
    "宁波恒迦精密机械有限公司",
    {
      former: "宁波恒迦五金机械厂",
      regNo: "330212000088881",
      representative: "陈安邦",
      address: "宁波市鄞州区首南街道示范路188号",
    },
  ],
  ["宁波恒迦贸易有限公司", { representative: "林若水" }],
  ["浙江恒迦精密机械股份有限公司", { representative: "陈安邦" }],
  ["宁波恒迦精密机械有限公司余姚分公司"],
  ["宁波恒葭精密机械有限公司"],
  ["宁波横迦精密机具有限公司"],
  ["宁波海曙甬潮酒店管理有限公司", { address: "宁波市海曙区试验大道9号甬潮楼3层" }],
  ["宁波乐谱音乐器材有限公司"],
  ["宁波重明起重设备有限公司"],
  ["宁波长亭物流有限公司"],
  ["宁波单行道文化传播有限公司"],
  ["余姚市双柳溪食品厂", { representative: "王二小" }],
  ["余姚双柳溪食品有限公司", { former: "余姚市柳溪饮料有限公司" }],
  ["宁波（高新区）云帆迦信息科技有限公司"],
  ["云帆迦（宁波）智能科技有限公司"],
  ["慈溪市万发葭电器有限公司", { former: "慈溪市旺发葭电器厂", regNo: "330282000099992" }],
  ["宁波昇腾葭船务有限公司"],
  ["宁波升腾葭船务有限公司"],
  ["宁波乾元葭投资管理有限公司"],
  ["象山港湾葭渔业专业合作社"],
  ["宁波甬葭农村合作银行股份有限公司"],
  ["宁波甬葭农村合作银行股份有限公司鄞州支行"],
  ["宁波K58葭网络科技有限公司"],
  ["宁波三六五葭家政服务有限公司"],
  ["宁波保税区环葭国际贸易有限责任公司"],
  ["宁波大榭开发区信葭物流有限公司"],
  ["宁波市鄞州第二葭建筑工程有限公司"],
  ["宁波市鄞州第三葭建筑工程有限公司"],
  ["宁海𠮷祥葭木业有限责任公司"],
  ["宁波梅山保税港区澜葭股权投资合伙企业（有限合伙）"],
  ["海曙区阿旺葭小吃店", { representative: "周阿旺" }],
  ["宁波葭江集团有限公司"],
  ["宁波葭江集团置业有限公司"],
  ["宁波葭江旅游投资开发股份有限公司"],
  ["奉化区溪口葭花千层饼厂", { address: "宁波市奉化区溪口镇样板村27号" }],
  ["宁波北仑葭港国际集装箱码头有限公司"],
  ["宁波六安茶葭贸易有限公司"],
  ["上海浦葭发展银行宁波分行"],
  ["宁波葭石化工销售有限公司"],
  ["中葭石化炼化有限责任公司镇海分公司"],
  ["中国渔业银行股份有限公司"],
  ["中国渔业银行股份有限公司宁波鄞州支行"],
  ["象山葭老渔行水产店"],
  ["中国煤炭化工股份有限公司"],
  ["中煤化葭能源销售有限公司"],
  ["中国葭南航空股份有限公司"],
  ["宁波云葭航运有限公司"],
];

export const JUDGED_FIRMS: readonly Company[] = FIRMS.map(([name, known = {}], i) => ({
  ...{ uscc: inventedUscc(8_000 + i), name, stockName: null },
  formerName: known.former ?? null,
  regNo: known.regNo ?? null,
  representative: known.representative ?? null,
  address: known.address ?? null,
  established: `20${String(10 + (i % 12)).padStart(2, "0")}-03-01`,
}));
