import { isoOf } from "./days.ts";
import { type DemoFeed, REMARK, type Scene, type Sink, sinkAt } from "./scene.ts";
import { subjectOf } from "./subjects.ts";

const BANKS = [
  "演示第一商业银行",
  "演示第二商业银行",
  "演示城市商业银行",
  "演示农村商业银行",
  "演示村镇银行",
];
const GRADES = ["正常", "正常", "正常", "正常", "正常", "正常", "关注", "次级", "可疑", "损失"];
const LIMITS = [50, 100, 200, 300, 500, 800, 1_000, 2_000, 5_000];

/** The last `count` months of one loan. Sums in 万元. */
function writeMonths(scene: Scene, sinks: readonly Sink[], count: number): void {
  const { random, firm, today } = scene;
  const bank = `${random.pick(BANKS)}${firm.place.label.replace(/[市区县]$/, "")}支行`;
  const limit = random.pick(LIMITS);
  const grade = random.pick(GRADES);
  const bad = grade !== "正常";
  const first = Number(isoOf(today).slice(0, 4)) * 12 + Number(isoOf(today).slice(5, 7)) - 2;
  for (let back = count - 1; back >= 0; back--) {
    const subject = subjectOf(scene, {});
    const index = first - back;
    const year = Math.floor(index / 12);
    const month = String((index % 12) + 1).padStart(2, "0");
    const balance = (limit * (0.4 + random.share() * 0.6)).toFixed(2);
    sinkAt(sinks, 0).put(
      [
        subject.code,
        subject.name,
        bank,
        random.pick([
          `${year}-${month}`,
          `${year}-${month}`,
          `${year}${month}`,
          `${year}年${Number(month)}月`,
        ]),
        `SX${year - 1}${String(firm.index).padStart(7, "0")}`,
        String(limit),
        balance,
        grade,
        bad ? (Number(balance) * 0.3).toFixed(2) : "0",
        bad ? String(random.between(1, 18)) : "0",
        bad ? (Number(balance) * 0.02).toFixed(2) : "0",
        random.chance(0.2) ? String(random.pick(LIMITS)) : "0",
        random.pick(["人民币", "CNY"]),
        REMARK,
      ],
      subject.truth,
    );
  }
}

export const BANK_CREDIT: DemoFeed = {
  source: "banking",
  feed: "credit",
  kind: "credit",
  share: 0.15,
  files: [
    {
      name: "credit",
      format: "csv",
      gzip: true,
      header:
        "统一社会信用代码 企业名称 授信机构 统计月份 授信协议编号 授信额度(万元) 贷款余额(万元) 五级分类 逾期总额(万元) 逾期月数 欠息余额(万元) 对外担保余额(万元) 币种 备注".split(
          " ",
        ),
    },
  ],
  write: writeMonths,
};
