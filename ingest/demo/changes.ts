import { type Day, isoOf } from "./days.ts";
import { decisiveDate } from "./dirt.ts";
import { serialOf, yearOf } from "./penalties.ts";
import { personOf } from "./people.ts";
import { type DemoFeed, decidedOn, REMARK, type Scene, type Sink, sinkAt } from "./scene.ts";
import { subjectOf } from "./subjects.ts";

interface Change {
  items: readonly string[];
  before(scene: Scene): string;
  after(scene: Scene): string;
}

const CAPITALS = ["10万元", "50万元", "100万元", "200万元", "500万元", "1000万元"];
const LEADER: Change = {
  items: ["法定代表人", "法定代表人变更", "负责人变更（法定代表人、负责人、首席代表、合伙事务执行人等变更）"],
  before: ({ seed, firm }) => personOf(seed, firm.index, 1).name,
  after: ({ firm }) => firm.representative,
};

const CHANGES: readonly Change[] = [
  LEADER,
  {
    items: ["住所", "住所变更", "地址变更（住所地址、经营场所、驻在地址等变更）"],
    before: ({ firm, random }) => firm.address.replace(/\d+号.*$/, `${random.between(1, 900)}号`),
    after: ({ firm }) => firm.address,
  },
  {
    items: ["注册资本", "注册资本变更"],
    before: ({ random }) => random.pick(CAPITALS),
    after: ({ random }) => random.pick(["1000万元", "2000万元", "5000万元"]),
  },
  {
    items: ["经营范围", "经营范围变更"],
    before: () => "一般项目：国内贸易代理；信息咨询服务。",
    after: () => "一般项目：国内贸易代理；信息咨询服务；货物进出口；技术进出口。",
  },
  {
    items: ["营业期限", "经营期限变更"],
    before: ({ firm }) => isoOf(firm.established + 7_300),
    after: () => "长期",
  },
];

const noteOf = (scene: Scene, day: Day, nth: number) =>
  `${scene.firm.place.mark}市监登变〔${yearOf(day)}〕${serialOf(scene, nth)}号`;

/** The change of name: delivered clean, once, for every firm that has a former name. */
function writeRename(scene: Scene, sink: Sink): void {
  const { firm } = scene;
  if (firm.formerName === null || firm.renamedOn === null) return;
  const truth = {
    uscc: firm.uscc,
    dirt: [],
    expect: "accepted" as const,
    linkable: true,
    naturalPerson: false,
  };
  sink.put(
    [
      firm.uscc,
      firm.name,
      scene.random.pick(["名称", "名称变更", "企业名称变更", "名称变更（字号名称、集团名称等）"]),
      firm.formerName,
      firm.name,
      isoOf(firm.renamedOn),
      noteOf(scene, firm.renamedOn, 31),
      REMARK,
    ],
    truth,
  );
}

function writeChange(scene: Scene, sink: Sink, nth: number): void {
  const { random } = scene;
  const subject = subjectOf(scene, {});
  const change = random.pick(CHANGES);
  const day = decidedOn(scene, 1_500);
  sink.put(
    [
      subject.code,
      subject.name,
      random.pick(change.items),
      change.before(scene),
      change.after(scene),
      decisiveDate(scene, day, "dashes", subject.truth),
      noteOf(scene, day, nth),
      REMARK,
    ],
    subject.truth,
  );
}

export const CHANGE_FEED: DemoFeed = {
  source: "registration",
  feed: "changes",
  kind: "change",
  share: 0.12,
  files: [
    {
      name: "changes",
      format: "csv",
      encoding: "utf-8-bom",
      header: [
        "统一社会信用代码",
        "企业名称",
        "变更事项",
        "变更前内容",
        "变更后内容",
        "变更日期",
        "核准文号",
        "备注",
      ],
    },
  ],
  write(scene, sinks, count) {
    const sink = sinkAt(sinks, 0);
    writeRename(scene, sink);
    for (let nth = 0; nth < count; nth++) writeChange(scene, sink, nth);
  },
};
