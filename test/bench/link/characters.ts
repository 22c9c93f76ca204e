import type { Random } from "../../../ingest/demo/random.ts";
import {
  FIRST,
  POPULAR_FIRST,
  POPULAR_SECOND,
  SECOND,
  STRAY_CHARACTERS,
} from "../../../ingest/demo/words.ts";
import { nameSyllables } from "../../../src/enterprise/pinyin.ts";

/** Groups of characters that one is taken for the other, in print or in handwriting. */
const LOOKALIKES = [
  ..."亿忆 大太天 末未 土士 己已 利和 达迭 恒桓 晋普 泰秦 佳住 博搏 华毕 金全 东车 新薪 盛成 永水 瑞端 海诲 宏宠 兴光 德得 通迪 富宫 嘉喜 源原 丰半 隆降 昌晶 润闰 辉晖 信倍 诚城 安妥 康庚 顺须 悦说 宇字 翔祥 鸿鸠 立丘 远运 柳柏 双又 力刀 千干 凯剀 明朋 林材 清青 杰态 锦绵 铭络 俊峻 朗郎 惠慧 景影 健建 辰晨 丽两 贝见 冠寇".split(
    " ",
  ),
];
/** Characters as they are written in Hong Kong and Taiwan, and on old seals. */
const TRADITIONAL = [
  ..."东東 华華 兴興 达達 机機 电電 业業 贸貿 国國 进進 设設 备備 实實 发發 环環 荣榮 龙龍 丰豐 万萬 润潤 辉輝 诚誠 顺順 悦悅 鸿鴻 远遠 贸貿 纺紡 织織 饰飾 轮輪 轴軸 农農 产產 鞋鞵 乐樂 凯凱 庆慶 阳陽 云雲 亚亞 运運 汇匯 赞贊 杰傑 锦錦 铭銘 键鍵 兰蘭 贵貴 广廣 风風 飞飛 宁寧".split(
    " ",
  ),
];

const lookalikes = new Map<string, string[]>();
for (const group of LOOKALIKES)
  for (const one of group)
    lookalikes.set(
      one,
      [...(lookalikes.get(one) ?? []), ...group].filter((c) => c !== one),
    );
const traditional = new Map(TRADITIONAL.map((pair) => [pair.charAt(0), pair.charAt(1)]));

const COMMON = [
  ...new Set([
    ...[...POPULAR_FIRST, ...POPULAR_SECOND, ...FIRST, ...SECOND],
    ..."机械电子商贸易工业科技材料建设装饰服饰纺织品饮食农产运输物流仓储汽车配件模具塑料橡胶五金制造智能信息网络软件文化传媒广告",
  ]),
];

let homophones: Map<string, string[]> | undefined;
const soundOf = (character: string) => nameSyllables(character)[0]?.[0] ?? "";

function homophonesOf(character: string): readonly string[] {
  if (homophones === undefined) {
    homophones = new Map();
    for (const one of COMMON) {
      const sound = soundOf(one);
      homophones.set(sound, [...(homophones.get(sound) ?? []), one]);
    }
  }
  return (homophones.get(soundOf(character)) ?? []).filter((one) => one !== character);
}

/** Another character in its place: one that sounds like it, looks like it, or any; null when the kind has none for it. */
export function otherCharacter(
  character: string,
  kind: "sound" | "look" | "any",
  random: Random,
): string | null {
  const found =
    kind === "sound"
      ? homophonesOf(character)
      : kind === "look"
        ? (lookalikes.get(character) ?? [])
        : [...STRAY_CHARACTERS, ...COMMON].filter((one) => one !== character);
  return found.length === 0 ? null : random.pick(found);
}

/** The text with every character that has one in its traditional form. */
export const toTraditional = (text: string) => [...text].map((c) => traditional.get(c) ?? c).join("");
