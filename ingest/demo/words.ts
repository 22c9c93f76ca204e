/**
 * Parts of invented names. Brands are put together at random, so that none of them stands for a real firm.
 * The sets of characters share none: a brand of the popular kind is never one of the others.
 */
export const POPULAR_FIRST = [..."恒华金东新盛永瑞天海宏兴大德和通富嘉佳博"];
export const POPULAR_SECOND = [..."达泰源丰成隆昌润辉信诚安康顺悦宇翔鸿立远"];

export const FIRST = [
  ..."埃艾昂奥柏邦宝贝本碧彬斌冰秉伯铂卜步采灿沧畅超朝辰晨程澄驰川传春纯词聪翠丹得登帝典鼎定冬栋渡铎恩尔凡梵方芳飞菲",
  ..."斐奋风枫锋凤福甫格歌耕冠光广贵桂国果涵翰航豪浩禾赫鹤衡弘洪虹厚湖虎桦欢环焕徽惠慧霍基吉季继骥加迦",
  ..."坚简健剑键匠娇捷杰洁结桀锦劲京晶菁精景敬靖久巨聚君俊骏凯铠楷珂科可坤阔朗乐磊黎力励利联良亮林霖凌铃岭龙陆鹿路",
  ..."伦洛满曼茂美萌蒙梦米妙民名明铭墨牧穆楠能尼年欧攀鹏品平朴普齐奇启起迁谦乔勤青清庆秋全泉群仁荣如锐森",
];
export const SECOND = [
  ..."彩策昶乘崇楚创存迪叠铎蒂动岱飞锋枫帆凡菲格谷观冠贯瀚航豪赫桦惠轩汇霍佶迹济加建杰津晋晶竞玖卡凯轲科可克",
  ..."来蓝朗乐磊莱雷里力励联良琳灵岭龙旅绿伦曼茂美梦米铭沐内宁诺欧派朋频品普启奇琪企千侨勤擎庆曲全确然荣若萨赛",
  ..."三森尚申升胜石时思特腾田图途拓威维伟文沃希熙先贤祥向效欣鑫星旭炫雅亚扬阳耀业依亿易益逸意毅英盈映优友裕煜元",
  ..."圆越运赞泽展哲真正志致智中舟洲卓子自宗尊佐",
];
export const THIRD = [..."尔斯特诺亚欧尼克莱曼维奇顿伦登洛森迪索帝"];

/** In no brand: a name with one of these in its brand's place is nobody's. */
export const STRAY_CHARACTERS = [..."垣桓炬烨珑瑄琰璟皓睿祺筠"];

/** What shops of sole traders deal in; the sign's last word comes after it. */
export const SHOP_GOODS = [
  ..."副食 烟酒 水果 蔬菜 粮油 水产 卤味 面点 早餐 小吃 海鲜 茶叶 糕点 熟食 冷饮 服装 鞋帽 童装 布艺 窗帘".split(
    " ",
  ),
  ..."家纺 饰品 化妆品 理发 美甲 洗衣 足浴 五金 水暖 灯具 家电 手机 电脑 文具 图文 花卉 宠物 玩具 眼镜 钟表".split(
    " ",
  ),
  ..."汽配 摩托车 电动车 轮胎 洗车 建材 涂料 门窗 木器 卫浴 石材 不锈钢 模具 塑料 包装 纸箱 针织 渔具".split(
    " ",
  ),
];
export const SHOP_WORDS = ["店", "商行", "经营部"];
export const WORKSHOP_WORDS = ["厂", "加工厂", "制品厂"];

/** What co-operatives grow or raise. */
export const CROPS = [
  ..."蔬菜 水稻 杨梅 茶叶 葡萄 草莓 水蜜桃 柑橘 西瓜 花木 竹笋 雪菜 榨菜 食用菌 番茄 甘蓝 芋艿 番薯 蓝莓 梨".split(
    " ",
  ),
  ..."樱桃 猕猴桃 枇杷 桑葚 火龙果 土豆 毛豆 玉米 油菜 大豆 莲藕 茭白 黄瓜 辣椒 南瓜 生姜 药材 铁皮石斛 浙贝母 苗木".split(
    " ",
  ),
  ..."生猪 肉鸡 蛋鸭 白鹅 湖羊 奶牛 蜜蜂 泥鳅 甲鱼 青蟹 南美白对虾 蛏子 泥蚶 紫菜 梭子蟹 大黄鱼 河蟹 黑鱼".split(
    " ",
  ),
];
export const COOPERATIVE_WORDS = ["专业合作社", "农产品专业合作社", "农业专业合作社"];

export const PARTNERSHIP_TRADES =
  "企业管理 企业管理咨询 股权投资 创业投资 投资管理 商务信息咨询 信息咨询 财务咨询 科技咨询 文化创意".split(
    " ",
  );
export const PARTNERSHIP_NUMBERS = [
  "",
  ..."壹 贰 叁 肆 伍 陆 柒 捌 玖 拾 甲 乙 丙 丁 戊 己 庚".split(" ").map((n) => `${n}号`),
];

/** Where the parents of branches are registered, whose base record the city does not hold. */
export const OTHER_CITIES = [..."上海 杭州 苏州 南京 北京 深圳 广州 温州 绍兴 嘉兴 台州 合肥".split(" ")];

export const LEGAL_FORMS: readonly (readonly [string, number])[] = [
  ["有限公司", 82],
  ["有限责任公司", 8],
  ["股份有限公司", 7],
  ["集团有限公司", 3],
];

export const SURNAMES = [
  ..."王王王陈陈陈张张张李李李林林徐徐周周黄黄吴吴胡胡郑朱叶毛何杨沈方刘金应赵俞董孙邵蒋鲍邬史杜竺施励许冯钱夏余江丁傅",
  ..."童谢葛袁姚任包戴潘柴罗屠虞郭马邱龚裘范翁洪楼祝倪韩舒曹严陆",
];
export const GIVEN_FIRST = [
  ..."建国志文海晓小明永军伟利亚春红美丽雪秀玉金云光立正宏忠德维仁成启家世东宇子思雨佳嘉俊浩泽梓欣静敏慧惠燕飞",
];
export const GIVEN_SECOND = [
  ..."军平华明国强波伟峰辉芳英萍敏霞燕红丽娟琴飞杰斌勇刚涛鹏超龙达康宁安生根法祥良才芬菊仙珍妹君儿娜莹洁婷怡轩涵然豪",
];
