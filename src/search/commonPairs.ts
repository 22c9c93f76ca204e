import { TRADE_WORDS } from "../enterprise/nameTradeWords.ts";
import { LABELS } from "../enterprise/regionPlaces.ts";
import { pairsOf } from "./grams.ts";
import { soundsGram } from "./letterGrams.ts";
import { soundsOf } from "./sounds.ts";

const placePairs = () =>
  [...LABELS].flatMap(([code, name]) => (code.length <= 4 ? pairsOf(name.normalize("NFKC")) : []));
const tradePairs = () => TRADE_WORDS.split(/\s+/).filter((word) => word.length === 2);

/**
 * Pairs of characters that very many names share: words of trades (科技), and what provinces and prefectures are called (宁波, 波市). Of
 * eight pairs of a name beside its form three are among them.
 */
export const COMMON_PAIRS: ReadonlySet<string> = new Set([...placePairs(), ...tradePairs()]);

/** A hundred of the commonest trades, after 35,459 real names, and of Ningbo's: six in seven of the characters that stand in any. */
const COMMONEST_TRADES = `
科技 管理 服务 贸易 工程 商贸 咨询 电子 文化 建筑 商务 信息 实业 企业 餐饮 网络 传媒 装饰 发展 技术 教育 汽车 劳务 建材 投资 设备 农业 设计
中心 销售 传播 广告 地产 物业 国际 机械 建设 生物 开发 物流 智能 租赁 食品 材料 酒店 健康 能源 环保 培训 医疗 服饰 经纪 艺术 养殖 经营 资源
运输 策划 制品 酒业 药房 供应 种植 珠宝 营销 集团 服装 美容 体育 机电 代理 旅行 连锁 旅游 用品 生态 人力 器械 产业 医药 家居 产品 五金 商业
加工 化工 家具 园林 精密 通信 安装 包装 物资 互联 电器 模具 塑料 制造 纺织 橡塑
`;

/** Of the common pairs those whose characters need no words of their own: the commonest trades, and all places. */
export const COMMONEST_PAIRS: readonly string[] = [
  ...new Set([...COMMONEST_TRADES.trim().split(/\s+/), ...placePairs()]),
];

let bySound: ReadonlyMap<string, readonly string[]> | undefined;

function soundsOfCommonPairs(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const pair of COMMON_PAIRS) {
    const [first = [], second = []] = soundsOf(pair);
    for (const one of first)
      for (const other of second) {
        const gram = soundsGram(one, other);
        found.set(gram, [...(found.get(gram) ?? []), pair]);
      }
  }
  return found;
}

/** The common pairs that can be read so, four at most: 实业, 事业, 食业 and 石业 by the gram of "shi ye". */
export function commonPairsOf(gram: string): readonly string[] {
  bySound ??= soundsOfCommonPairs();
  return bySound.get(gram) ?? [];
}
