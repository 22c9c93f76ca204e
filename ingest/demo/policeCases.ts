import { monthWrittenOut } from "./days.ts";
import { decisiveDate, maybeBroken } from "./dirt.ts";
import { serialOf, yearOf } from "./penalties.ts";
import { personOf } from "./people.ts";
import { policeOf } from "./places.ts";
import { type DemoFeed, decidedOn, REMARK, type Scene, type Sink, sinkAt } from "./scene.ts";
import { subjectOf } from "./subjects.ts";

const CATEGORIES = [
  ["虚开增值税专用发票案", "涉嫌为他人虚开增值税专用发票"],
  ["合同诈骗案", "涉嫌在签订、履行合同过程中骗取货款"],
  ["拒不支付劳动报酬案", "涉嫌拒不支付劳动报酬"],
  ["非法吸收公众存款案", "涉嫌向不特定对象吸收资金"],
  ["污染环境案", "涉嫌违规倾倒工业废物"],
  ["假冒注册商标案", "涉嫌在同种商品上使用他人注册商标"],
] as const;

/** 立案, not final: government only. Every word of it is invented. */
function writeCases(scene: Scene, sinks: readonly Sink[], count: number): void {
  const { random, firm } = scene;
  for (let nth = 0; nth < count; nth++) {
    const subject = subjectOf(scene, { authority: true });
    const [category, suspicion] = random.pick(CATEGORIES);
    const day = decidedOn(scene, 900);
    const place = subject.byCity ? firm.city : firm.place;
    const person = personOf(scene.seed, firm.index, 0);
    const summary = `${monthWrittenOut(day - 20)}接到报案，该单位${suspicion}，现已立案侦查。`;
    sinkAt(sinks, 0).put(
      [
        `A${place.code}${yearOf(day)}${serialOf(scene, nth)}`,
        `${subject.name === "" ? firm.name : subject.name}${category}`,
        subject.name,
        subject.code,
        subject.representative,
        subject.representative === "" ? "" : person.id,
        category.slice(0, -1),
        decisiveDate(scene, day, "slashes", subject.truth),
        policeOf(place),
        maybeBroken(random, summary, subject.truth),
        random.pick(["立案侦查", "移送审查起诉", "撤案"]),
        REMARK,
      ],
      subject.truth,
    );
  }
}

export const POLICE_CASES: DemoFeed = {
  source: "police",
  feed: "cases",
  kind: "case",
  share: 0.015,
  files: [
    {
      name: "cases",
      format: "csv",
      encoding: "gb18030",
      header:
        "案件编号 案件名称 单位名称 统一社会信用代码 法定代表人 身份证号 案件类别 立案日期 立案单位 简要案情 案件状态 备注".split(
          " ",
        ),
    },
  ],
  write: writeCases,
};
