/** A permit as an office gives it out. */
export interface Permit {
  /** 许可证书名称 */
  certificate: string;
  /** 行政许可决定文书名称 */
  document: string;
  kind: "普通" | "认可" | "核准" | "登记" | "其他";
  content: string;
  /** What licence numbers begin with. */
  number: string;
  /** Days it holds; null for good. */
  days: number | null;
  /** Sections of GB/T 4754 that need it; any, when it has none. */
  fits?: string;
}

const YEAR = 365;

export const MARKET_PERMITS: readonly Permit[] = [
  {
    certificate: "食品经营许可证",
    document: "食品经营许可决定书",
    fits: "FH",
    kind: "普通",
    content: "食品销售（含冷藏冷冻食品）；热食类食品制售",
    number: "JY1",
    days: 5 * YEAR,
  },
  {
    certificate: "食品生产许可证",
    document: "食品生产许可决定书",
    fits: "C",
    kind: "普通",
    content: "食品类别：糕点；速冻食品；水产制品",
    number: "SC1",
    days: 5 * YEAR,
  },
  {
    certificate: "小餐饮店登记证",
    document: "小餐饮店登记决定书",
    fits: "FH",
    kind: "登记",
    content: "小餐饮：热食类食品制售",
    number: "CY",
    days: 3 * YEAR,
  },
  {
    certificate: "药品经营许可证",
    document: "药品经营许可决定书",
    fits: "FQ",
    kind: "普通",
    content: "经营方式：零售；处方药、非处方药",
    number: "浙DA",
    days: 5 * YEAR,
  },
  {
    certificate: "医疗器械经营许可证",
    document: "第三类医疗器械经营许可决定书",
    fits: "FQ",
    kind: "普通",
    content: "第三类医疗器械批发",
    number: "浙甬械经许",
    days: 5 * YEAR,
  },
  {
    certificate: "第二类医疗器械经营备案凭证",
    document: "第二类医疗器械经营备案决定",
    fits: "FQ",
    kind: "其他",
    content: "第二类医疗器械零售",
    number: "浙甬械经备",
    days: null,
  },
  {
    certificate: "特种设备生产许可证",
    document: "特种设备生产单位许可决定书",
    fits: "CE",
    kind: "核准",
    content: "电梯安装（含修理）；压力管道安装",
    number: "TS3",
    days: 4 * YEAR,
  },
  {
    certificate: "特种设备使用登记证",
    document: "特种设备使用登记决定",
    fits: "CGE",
    kind: "登记",
    content: "叉车使用登记",
    number: "车",
    days: null,
  },
  {
    certificate: "检验检测机构资质认定证书",
    document: "检验检测机构资质认定决定书",
    fits: "M",
    kind: "认可",
    content: "机动车检验；环境检测",
    number: "CMA",
    days: 6 * YEAR,
  },
  {
    certificate: "全国工业产品生产许可证",
    document: "工业产品生产许可决定书",
    fits: "C",
    kind: "普通",
    content: "产品名称：电线电缆；危险化学品包装物",
    number: "浙XK",
    days: 5 * YEAR,
  },
  {
    certificate: "计量标准考核证书",
    document: "计量标准考核决定书",
    fits: "CM",
    kind: "核准",
    content: "压力表检定装置",
    number: "甬量标企证",
    days: 5 * YEAR,
  },
  {
    certificate: "营业执照",
    document: "准予变更登记通知书",
    kind: "登记",
    content: "准予变更登记",
    number: "登记",
    days: null,
  },
];

export const POLICE_PERMITS: readonly Permit[] = [
  {
    certificate: "特种行业许可证",
    document: "旅馆业特种行业许可决定书",
    fits: "H",
    kind: "普通",
    content: "旅馆业",
    number: "特旅",
    days: null,
  },
  {
    certificate: "特种行业许可证",
    document: "公章刻制业特种行业许可决定书",
    fits: "LO",
    kind: "普通",
    content: "公章刻制业",
    number: "特章",
    days: null,
  },
  {
    certificate: "保安服务许可证",
    document: "保安服务许可决定书",
    fits: "L",
    kind: "普通",
    content: "门卫、巡逻、守护、安全检查",
    number: "浙公保服",
    days: null,
  },
  {
    certificate: "第二类易制毒化学品购买备案证明",
    document: "易制毒化学品购买备案证明",
    fits: "CFM",
    kind: "其他",
    content: "第二类、第三类易制毒化学品购买备案",
    number: "毒备",
    days: 90,
  },
  {
    certificate: "剧毒化学品购买许可证",
    document: "剧毒化学品购买许可决定书",
    fits: "C",
    kind: "普通",
    content: "剧毒化学品购买",
    number: "剧购",
    days: 30,
  },
  {
    certificate: "大型群众性活动安全许可决定书",
    document: "大型群众性活动安全许可决定书",
    kind: "普通",
    content: "准予举办展览展销活动",
    number: "大活",
    days: 7,
  },
  {
    certificate: "特种行业许可证",
    document: "典当业特种行业许可决定书",
    fits: "F",
    kind: "普通",
    content: "典当业",
    number: "特典",
    days: null,
  },
  {
    certificate: "爆破作业单位许可证",
    document: "爆破作业单位许可决定书",
    fits: "E",
    kind: "普通",
    content: "非营业性爆破作业",
    number: "爆",
    days: 3 * YEAR,
  },
  {
    certificate: "互联网上网服务营业场所信息网络安全审核意见",
    document: "信息网络安全审核决定书",
    kind: "核准",
    content: "网络安全技术措施审核合格",
    number: "网安",
    days: null,
  },
];
