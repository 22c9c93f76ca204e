import { exactSum } from "./amounts.ts";
import { isoOf } from "./days.ts";
import { decisiveDate } from "./dirt.ts";
import { BAN_CAUSES, TAX_CAUSES } from "./listCauses.ts";
import { personOf } from "./people.ts";
import { type DemoFeed, decidedOn, REMARK, type Scene, type Sink, sinkAt } from "./scene.ts";
import { subjectOf } from "./subjects.ts";

const words = (text: string) => text.split(" ");

/** 案件上报期 is a month; the day it is counted from is its last. */
function writeTax(scene: Scene, sinks: readonly Sink[], count: number): void {
  const { random, firm } = scene;
  for (let nth = 0; nth < count; nth++) {
    const subject = subjectOf(scene, { orgCode: true });
    const cause = random.pick(TAX_CAUSES).text;
    const month = isoOf(decidedOn(scene, 1_000) - 31).slice(0, 7);
    const sum = exactSum(random, 9_000_000);
    const person = personOf(scene.seed, firm.index, 0);
    const cells = [
      subject.name,
      subject.code,
      subject.orgCode,
      subject.representative,
      subject.representative !== "" && random.chance(0.5)
        ? `${person.id.slice(0, 6)}********${person.id.slice(14)}`
        : "",
      firm.address,
      cause,
      `经国家税务总局${firm.city.label}税务局稽查局检查，发现其存在${cause}的违法事实，涉及税额${sum}元。`,
      `依照《中华人民共和国税收征收管理法》等相关法律法规的有关规定，对其处以追缴税款${sum}元的行政处理。`,
      random.chance(0.5) ? month : month.replace("-", ""),
      `国家税务总局${firm.city.label}税务局`,
      REMARK,
    ];
    sinkAt(sinks, 0).put(cells, subject.truth);
  }
}

export const TAX: DemoFeed = {
  source: "tax",
  feed: "major",
  kind: "list",
  share: 0.003,
  files: [
    {
      name: "major",
      format: "xlsx",
      header: words(
        "纳税人名称 统一社会信用代码 组织机构代码 法定代表人或者负责人姓名 法定代表人证件号码 注册地址 案件性质 主要违法事实 相关法律依据及税务处理处罚情况 案件上报期 认定机关 备注",
      ),
    },
  ],
  write: writeTax,
};

function writeBans(scene: Scene, sinks: readonly Sink[], count: number): void {
  const { random, firm } = scene;
  for (let nth = 0; nth < count; nth++) {
    const subject = subjectOf(scene, { authority: true });
    const day = decidedOn(scene, 900);
    const years = random.between(1, 3);
    const place = subject.byCity ? firm.city : firm.place;
    const cells = [
      subject.name,
      subject.code,
      firm.address,
      `在政府采购活动中${random.pick(BAN_CAUSES).text}`,
      "《中华人民共和国政府采购法》第七十七条第一款",
      `列入不良行为记录名单，在${["一", "二", "三"][years - 1]}年内禁止参加政府采购活动`,
      decisiveDate(scene, day, "dashes", subject.truth),
      isoOf(day + years * 365),
      `${place.label}财政局`,
      REMARK,
    ];
    sinkAt(sinks, 0).put(cells, subject.truth);
  }
}

export const BANS: DemoFeed = {
  source: "finance",
  feed: "procurement-ban",
  kind: "list",
  share: 0.002,
  files: [
    {
      name: "procurement-ban",
      format: "xls",
      header: words(
        "机构名称 统一社会信用代码/组织机构代码 企业地址 不良行为的具体情形 处罚依据 处罚结果 记录日期 处罚截止日期 执法单位 备注",
      ),
    },
  ],
  write: writeBans,
};
