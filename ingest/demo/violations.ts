/** A kind of case, as an authority of its field decides it. `{month}`, `{value}`, `{count}` are filled in. */
export interface Violation {
  /** 违法行为类型 */
  type: string;
  facts: string;
  basis: string;
  kinds: readonly string[];
  /** From, to, in yuan. */
  fine?: readonly [number, number];
  /** Gains are confiscated, up to so many yuan. */
  gains?: number;
  /** 暂扣或吊销证照名称 */
  withheld?: string;
  /** Sections of GB/T 4754 in which it happens; any, when it has none. */
  fits?: string;
}

export const FINE = "罚款";
const TAKE = "没收违法所得、没收非法财物";
export const WARN = "警告";

export const MARKET_VIOLATIONS: readonly Violation[] = [
  {
    type: "经营超过保质期的食品",
    fits: "FH",
    facts: "经查，当事人于{month}在其经营场所销售超过保质期的预包装食品{count}件，货值金额{value}元",
    basis: "《中华人民共和国食品安全法》第三十四条第（十）项、第一百二十四条第一款第（五）项",
    kinds: [FINE, TAKE],
    fine: [5_000, 60_000],
    gains: 800,
  },
  {
    type: "经营标签不符合规定的预包装食品",
    fits: "FH",
    facts: "经查，当事人于{month}购进并销售标签未标明生产日期的预包装食品{count}件，货值金额{value}元",
    basis: "《中华人民共和国食品安全法》第六十七条第一款、第一百二十五条第一款第（二）项",
    kinds: [FINE, TAKE],
    fine: [2_000, 30_000],
    gains: 500,
  },
  {
    type: "未履行食品进货查验义务",
    fits: "FH",
    facts: "经查，当事人于{month}购进食品{count}批次，未查验供货者的许可证和食品合格证明文件",
    basis: "《中华人民共和国食品安全法》第五十三条第一款、第一百二十六条第一款第（三）项",
    kinds: [WARN],
  },
  {
    type: "未取得许可从事食品经营",
    fits: "FH",
    facts: "经查，当事人自{month}起在未取得食品经营许可的情况下从事餐饮服务，货值金额{value}元",
    basis: "《中华人民共和国食品安全法》第三十五条第一款、第一百二十二条第一款",
    kinds: [FINE, TAKE],
    fine: [50_000, 100_000],
    gains: 9_000,
  },
  {
    type: "发布虚假广告",
    facts: "经查，当事人自{month}起在自有网站发布与实际情况不符的产品性能宣传内容，广告费用{value}元",
    basis: "《中华人民共和国广告法》第二十八条第二款、第五十五条第一款",
    kinds: [FINE],
    fine: [6_000, 120_000],
  },
  {
    type: "广告使用绝对化用语",
    facts: "经查，当事人自{month}起在商品介绍页面使用“最佳”等用语，涉及商品{count}种",
    basis: "《中华人民共和国广告法》第九条第（三）项、第五十七条第（一）项",
    kinds: [FINE],
    fine: [5_000, 200_000],
  },
  {
    type: "虚假或者引人误解的商业宣传",
    facts: "经查，当事人自{month}起对其商品的销售状况作引人误解的商业宣传，涉及订单{count}笔",
    basis: "《中华人民共和国反不正当竞争法》",
    kinds: [FINE],
    fine: [20_000, 250_000],
  },
  {
    type: "未按规定明码标价",
    facts: "经查，当事人于{month}销售商品{count}种，未标明价格",
    basis: "《中华人民共和国价格法》第十三条第一款、第四十二条",
    kinds: [FINE],
    fine: [500, 5_000],
  },
  {
    type: "销售不合格产品",
    fits: "F",
    facts: "经抽样检验，当事人于{month}销售的产品{count}件不符合国家标准，货值金额{value}元",
    basis: "《中华人民共和国产品质量法》第三十九条、第五十条",
    kinds: [FINE, TAKE],
    fine: [3_000, 90_000],
    gains: 6_000,
  },
  {
    type: "生产以不合格产品冒充合格产品",
    fits: "C",
    facts: "经查，当事人于{month}生产的产品{count}件经检验不合格，已出厂销售，货值金额{value}元",
    basis: "《中华人民共和国产品质量法》第三十二条、第五十条",
    kinds: ["责令停产停业", FINE, TAKE],
    fine: [10_000, 300_000],
    gains: 20_000,
  },
  {
    type: "使用未经定期检验的特种设备",
    fits: "CGE",
    facts: "经查，当事人于{month}使用未经定期检验的叉车{count}台",
    basis: "《中华人民共和国特种设备安全法》第四十条第三款、第八十四条第（一）项",
    kinds: [FINE],
    fine: [30_000, 200_000],
  },
  {
    type: "销售侵犯注册商标专用权的商品",
    fits: "F",
    facts: "经查，当事人于{month}销售侵犯他人注册商标专用权的商品{count}件，违法经营额{value}元",
    basis: "《中华人民共和国商标法》第五十七条第（三）项、第六十条第二款",
    kinds: [TAKE, FINE],
    fine: [2_000, 150_000],
    gains: 3_000,
  },
  {
    type: "使用未经检定的计量器具",
    fits: "FH",
    facts: "经查，当事人于{month}使用未经检定的电子秤{count}台用于贸易结算",
    basis: "《中华人民共和国计量法》第九条第一款、第二十五条",
    kinds: [FINE],
    fine: [200, 1_000],
  },
  {
    type: "提交虚假材料取得市场主体登记",
    facts: "经查，当事人于{month}办理变更登记时提交的住所使用证明与事实不符",
    basis: "《中华人民共和国市场主体登记管理条例》第四十条、第四十四条",
    kinds: [FINE],
    fine: [50_000, 200_000],
  },
  {
    type: "未按规定办理变更登记",
    facts: "经查，当事人自{month}起变更住所，经责令改正逾期仍未办理变更登记",
    basis: "《中华人民共和国市场主体登记管理条例》第四十六条",
    kinds: [FINE],
    fine: [10_000, 50_000],
  },
  {
    type: "长期停业未经营",
    facts: "经查，当事人自{month}起自行停业连续六个月以上，且未办理歇业备案",
    basis: "《中华人民共和国公司法》第二百六十条第一款",
    kinds: ["吊销许可证件"],
    withheld: "营业执照",
  },
  {
    type: "经营未备案的普通化妆品",
    fits: "FO",
    facts: "经查，当事人于{month}经营未备案的普通化妆品{count}件，货值金额{value}元",
    basis: "《化妆品监督管理条例》第六十一条第一款",
    kinds: [TAKE, FINE],
    fine: [10_000, 30_000],
    gains: 2_000,
  },
  {
    type: "未在首页显著位置公示营业执照信息",
    fits: "FI",
    facts: "经查，当事人自{month}起通过网络销售商品，未在首页显著位置持续公示营业执照信息",
    basis: "《中华人民共和国电子商务法》第十五条第一款、第七十六条第一款第（一）项",
    kinds: [FINE],
    fine: [1_000, 10_000],
  },
  {
    type: "侵害消费者合法权益",
    fits: "FHOPR",
    facts: "经查，当事人于{month}对消费者提出的退货要求故意拖延，涉及消费者{count}人",
    basis: "《中华人民共和国消费者权益保护法》第五十六条第一款第（八）项",
    kinds: [WARN, FINE],
    fine: [5_000, 80_000],
  },
  {
    type: "销售未经认证的列入目录产品",
    fits: "F",
    facts: "经查，当事人于{month}销售未经强制性产品认证的电器产品{count}件，货值金额{value}元",
    basis: "《中华人民共和国认证认可条例》第二十七条、第六十六条",
    kinds: [FINE, TAKE],
    fine: [50_000, 150_000],
    gains: 4_000,
  },
];
