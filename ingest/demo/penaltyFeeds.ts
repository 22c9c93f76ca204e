import { makePenalty, type Office, type Penalty } from "./penalties.ts";
import { PENALTY_HEADERS, type PenaltyRow, rowA, rowB, rowZh } from "./penaltyRows.ts";
import { policeOf } from "./places.ts";
import { POLICE_VIOLATIONS } from "./policeViolations.ts";
import { type DemoFeed, type FileForm, type Scene, type Sink, sinkAt } from "./scene.ts";
import { naturalPersonOf, onceMore, partnerOf, type Subject, subjectOf } from "./subjects.ts";
import { MARKET_VIOLATIONS } from "./violations.ts";

const COLUMNS = { orgCode: true, regNo: true, authority: true } as const;

const MARKET: Office = {
  nameOf: (place) => `${place.label}市场监督管理局`,
  mark: "市监处罚",
  number: 1,
  violations: MARKET_VIOLATIONS,
};
const POLICE: Office = { nameOf: policeOf, mark: "公行罚决字", number: 2, violations: POLICE_VIOLATIONS };

type ToRow = (scene: Scene, row: PenaltyRow) => string[];

interface Form {
  file: FileForm;
  row: ToRow;
  /** It has a column for the state of the decision. */
  withdraws: boolean;
}

const MARKET_FORMS: readonly Form[] = [
  {
    file: { name: "penalties-a", format: "csv", header: PENALTY_HEADERS.a },
    row: rowA,
    withdraws: true,
  },
  {
    file: { name: "penalties-b", format: "csv", encoding: "utf-8-bom", header: PENALTY_HEADERS.bSmall },
    row: rowB,
    withdraws: false,
  },
  {
    file: {
      name: "penalties-template",
      format: "csv",
      above: ["填报说明：演示数据。请勿改动表头，日期请按年月日填写，罚款金额单位为万元。"],
      header: PENALTY_HEADERS.zh,
    },
    row: rowZh,
    withdraws: true,
  },
];

const POLICE_FORMS: readonly Form[] = [
  {
    file: { name: "penalties", format: "csv", encoding: "gb18030", header: PENALTY_HEADERS.zh },
    row: rowZh,
    withdraws: true,
  },
  {
    file: { name: "penalties-b", format: "csv", encoding: "gb18030", header: PENALTY_HEADERS.b },
    row: rowB,
    withdraws: false,
  },
];

interface Target {
  scene: Scene;
  sinks: readonly Sink[];
  forms: readonly Form[];
  office: Office;
}

/** Puts one row into file `at` of the feed. Truth is the subject's, and grows as the cells are written. */
function put(target: Target, at: number, row: Omit<PenaltyRow, "office">): void {
  const form = target.forms[at];
  if (form === undefined) throw new RangeError(`No form ${at}`);
  const cells = form.row(target.scene, { ...row, office: target.office });
  sinkAt(target.sinks, at).put(cells, row.subject.truth);
}

/** What now and then follows a decision: sent twice, sent again in another layout, mended, taken back, a second party. */
function aftermath(target: Target, at: number, penalty: Penalty, subject: Subject): void {
  const { random } = target.scene;
  const u = random.share();
  const base = { penalty, personId: "", state: "有效" };
  if (subject.truth.expect === "rejected") return;
  if (u < 0.006) put(target, at, { ...base, subject: onceMore(subject, "duplicate") });
  else if (u < 0.012) {
    const other = (at + 1) % target.forms.length;
    put(target, other, { ...base, subject: onceMore(subject, "duplicate_across_files") });
  } else if (u < 0.018) {
    const mended = { ...penalty, facts: `${penalty.facts}。当事人已改正` };
    put(target, at, { ...base, penalty: mended, subject: onceMore(subject, "corrected") });
  } else if (u < 0.024 && target.forms[at]?.withdraws === true)
    put(target, at, { ...base, state: "撤销", subject: onceMore(subject, "withdrawn") });
  else if (u < 0.03 && target.scene.firms.size > 1)
    put(target, at, { ...base, subject: partnerOf(target.scene) });
}

function writePenalties(target: Target, count: number): void {
  const { scene, office } = target;
  const { random } = scene;
  for (let nth = 0; nth < count; nth++) {
    const at = random.int(target.forms.length);
    const person = random.chance(0.05) ? naturalPersonOf(scene) : null;
    const subject = person ?? subjectOf(scene, COLUMNS);
    const capitals = random.chance(0.03);
    const penalty = makePenalty(scene, office, { nth, byCity: subject.byCity, capitals });
    if (capitals && penalty.fine !== null) subject.truth.dirt.push("amount_in_capitals");
    put(target, at, { penalty, subject, personId: person?.id ?? "", state: "有效" });
    if (person === null) aftermath(target, at, penalty, subject);
  }
}

function penaltyFeed(source: string, share: number, office: Office, forms: readonly Form[]): DemoFeed {
  return {
    source,
    feed: "penalties",
    kind: "penalty",
    share,
    files: forms.map((form) => form.file),
    write: (scene, sinks, count) => writePenalties({ scene, sinks, forms, office }, count),
  };
}

export const MARKET_PENALTIES = penaltyFeed("registration", 0.16, MARKET, MARKET_FORMS);
export const POLICE_PENALTIES = penaltyFeed("police", 0.05, POLICE, POLICE_FORMS);
