import { PLACE_POLYPHONES } from "./placePolyphones.ts";

/**
 * Characters that are read in more than one way in names, and places where pinyin-pro's reading of a character by itself is
 * not that of names. `readings`: the likeliest first; both are indexed unless a word of `words` settles it. Several readings
 * of a word, with a slash, are all indexed.
 */
export interface Polyphone {
  character: string;
  readings: string;
  words?: Readonly<Record<string, string>>;
  reason: string;
}

export const POLYPHONES: readonly Polyphone[] = [
  ...PLACE_POLYPHONES,
  {
    character: "行",
    readings: "xing hang",
    words: {
      hang: "银行 商行 车行 药行 洋行 琴行 镜行 赁行 饰行 材行 金行 粮行 油行 茶行 花行 鞋行 布行 酒行 果行 装行 具行 宝行 表行 讯行 贸行 易行 器行 行业 分行 支行 总行 拍卖行 行情 行家",
      xing: "旅行 出行 行政 行者 步行 运行 发行 飞行 行车 执行 远行 行走 行唐 行动 行星 通行 践行 知行",
    },
    reason: "a shop or bank is a hang, what moves is xing; in brands both are heard",
  },
  {
    character: "乐",
    readings: "le yue",
    words: {
      yue: "音乐 乐器 乐团 乐队 声乐 乐清 民乐县 乐谱 管乐 礼乐",
      le: "快乐 娱乐 俱乐 乐园 欢乐 康乐 游乐 乐天 乐业 乐昌 乐平 乐山 乐都 乐活 乐居 乐购 乐享 长乐 农家乐 可乐 百乐 乐高",
      "lao/le": "乐亭 乐陵",
    },
    reason: "乐清 is Yueqing, 乐亭 Laoting (often typed leting); pinyin-pro says le for both",
  },
  {
    character: "长",
    readings: "chang zhang",
    words: {
      zhang: "成长 增长 生长 家长 校长 会长 院长 事长 长子县 队长 长官",
      chang:
        "长春 长沙 长江 长安 长城 长兴 长治 长海 长葛 长垣 长丰 长宁 长乐 长岛 长白 长阳 长寿 长汀 长泰 长途 长青 长虹 长远 长久 长生 长荣 长街 长河 长征 长期 长风 长龙 长盛 长隆 长顺 天长 长清 长岭 长武 长洲",
    },
    reason: "in brands the reading is its founder's to say",
  },
  {
    character: "重",
    readings: "zhong chong",
    words: {
      chong: "重庆 重阳 重新 双重 多重 九重",
      zhong: "重工 重型 重机 重汽 重点 重卡 起重 载重 贵重 重大 重载 厚重 重钢 重装",
    },
    reason: "重庆 is Chongqing, industry is zhong",
  },
  {
    character: "厦",
    readings: "xia sha",
    words: { xia: "厦门 江厦 厦工 厦航", sha: "大厦 商厦 广厦" },
    reason: "pinyin-pro says sha first; 江厦 of 宁波 is Jiangxia",
  },
  {
    character: "会",
    readings: "hui",
    words: { kuai: "会计 会稽" },
    reason: "会计师 is kuaijishi, all else hui",
  },
  {
    character: "调",
    readings: "tiao diao",
    words: {
      tiao: "调味 空调 调料 调节 调理 协调 调剂 调频 调解 调和 调制",
      diao: "调查 调研 调度 调兵山 调拨 曲调",
    },
    reason: "both in trades",
  },
  {
    character: "模",
    readings: "mo mu",
    words: { mu: "模具 模板 模架 开模", mo: "模型 模特 规模 模拟 模式 模块 模范 模玩 楷模" },
    reason: "tools are mu, models mo",
  },
  {
    character: "畜",
    readings: "xu chu",
    words: { xu: "畜牧 畜产", "chu/xu": "畜禽 牲畜 家畜" },
    reason: "raising is xu, the animals chu; people mix them",
  },
  {
    character: "藏",
    readings: "cang zang",
    words: { zang: "西藏 藏族 藏药 藏医 宝藏 藏文 藏羚 藏红", cang: "收藏 冷藏 储藏 珍藏 贮藏 窖藏 典藏" },
    reason: "Tibet and treasure are zang, keeping is cang",
  },
  {
    character: "参",
    readings: "shen can",
    words: { shen: "人参 参茸 海参 子参 党参 洋参 丹参 参业", can: "参考 参谋 参与" },
    reason: "in names mostly the root; pinyin-pro says can",
  },
  { character: "曾", readings: "zeng ceng", reason: "in names the surname; pinyin-pro says ceng" },
  {
    character: "单",
    readings: "dan shan",
    words: { "shan/dan": "单县 单氏", dan: "单位 简单 单车 单片 单晶 单体 订单 清单" },
    reason: "单县 is Shanxian, and the surname is Shan; pinyin-pro says dan",
  },
  {
    character: "柏",
    readings: "bai bo",
    words: { bo: "柏林" },
    reason: "the tree is bai, Berlin bo; brands have both",
  },
  {
    character: "朝",
    readings: "chao zhao",
    words: { chao: "朝阳 朝鲜 王朝 朝天" },
    reason: "朝阳 is Chaoyang, the morning zhao",
  },
  { character: "晟", readings: "sheng cheng", reason: "dictionaries say sheng, half of the founders cheng" },
  { character: "还", readings: "huan hai", reason: "both in brands" },
  { character: "什", readings: "shi", reason: "什邡 and 喀什; pinyin-pro says shen" },
  { character: "都", readings: "du", reason: "a town is du; pinyin-pro says dou" },
  { character: "盛", readings: "sheng", reason: "in names always sheng" },
  { character: "传", readings: "chuan", reason: "in names always chuan" },
  { character: "校", readings: "xiao", words: { jiao: "校准 校正 校验" }, reason: "a school is xiao" },
  { character: "大", readings: "da", words: { "dai/da": "大城县 大夫" }, reason: "大城县 is Daicheng" },
  {
    character: "解",
    readings: "jie xie",
    words: { jie: "解放 解决 解码 理解", "xie/jie": "解州" },
    reason: "the surname is xie",
  },
  {
    character: "查",
    readings: "cha zha",
    words: { cha: "检查 调查 普查 查询" },
    reason: "the surname is zha",
  },
  { character: "仇", readings: "qiu chou", reason: "in names the surname; pinyin-pro says chou" },
  { character: "缪", readings: "miao mou", reason: "the surname is miao; pinyin-pro says miu" },
  { character: "翟", readings: "zhai di", reason: "the surname is zhai in the north, di in the south" },
  { character: "覃", readings: "qin tan", reason: "the surname is qin in 广西, tan elsewhere" },
  { character: "朴", readings: "pu piao po", reason: "the surname is piao, 厚朴 houpo to pinyin-pro" },
  { character: "召", readings: "zhao shao", reason: "the surname is shao" },
  { character: "隽", readings: "jun juan", reason: "both in brands" },
  { character: "茜", readings: "qian xi", reason: "in women's names xi" },
  { character: "筠", readings: "yun jun", words: { jun: "筠连" }, reason: "筠连 is Junlian" },
  { character: "鹄", readings: "hu gu", reason: "the swan is hu, the target gu" },
  { character: "粘", readings: "zhan nian", reason: "胶粘 is jiaozhan or jiaonian" },
  {
    character: "堡",
    readings: "bao bu pu",
    words: { bao: "城堡 古堡 汉堡" },
    reason: "places in the north are pu or bu",
  },
  { character: "涌", readings: "yong chong", reason: "creeks of 广东 are chong" },
  { character: "泊", readings: "bo po", reason: "a mooring is bo, a lake po" },
  { character: "薄", readings: "bo bao", words: { bo: "薄荷" }, reason: "薄膜 is heard in both" },
  {
    character: "弹",
    readings: "tan dan",
    words: { tan: "弹簧 弹性 弹力" },
    reason: "springs are tan, shots dan",
  },
  { character: "栖", readings: "qi xi", words: { qi: "栖霞" }, reason: "xi in older books" },
  { character: "的", readings: "de di", words: { di: "美的 的士 目的" }, reason: "美的 is Meidi" },
  {
    character: "绿",
    readings: "lv",
    words: { lu: "鸭绿江" },
    reason: "pinyin-pro says lu for 绿林 and the like; input methods take lv",
  },
  { character: "卜", readings: "bu bo", words: { bo: "萝卜" }, reason: "the surname is bu" },
  { character: "万", readings: "wan", words: { mo: "万俟" }, reason: "only the surname 万俟 is mo" },
  { character: "俟", readings: "si", words: { qi: "万俟" }, reason: "the surname is Moqi" },
  { character: "角", readings: "jiao", words: { "jue/jiao": "主角 角色 名角" }, reason: "who plays is jue" },
  {
    character: "裳",
    readings: "shang",
    words: { "shang/chang": "霓裳" },
    reason: "霓裳 is nichang, often shang",
  },
  { character: "壳", readings: "ke qiao", words: { "qiao/ke": "甲壳 地壳" }, reason: "heard in both" },
  { character: "匙", readings: "chi", words: { "shi/chi": "钥匙" }, reason: "a key is yaoshi, a spoon chi" },
  { character: "劲", readings: "jin jing", words: { jin: "干劲" }, reason: "heard in both" },
  { character: "了", readings: "le liao", reason: "at the end le, 了不起 liaobuqi; pinyin-pro says liao" },
  { character: "率", readings: "lv shuai", words: { shuai: "率先" }, reason: "both in brands" },
];
