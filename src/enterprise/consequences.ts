import { LISTS } from "./lists.ts";
import type { AskedRecords, Consequences } from "./question.ts";
import type { RecordKind } from "./record.ts";

/** What a record of a kind is called: in Chinese, in English, and in English for several. */
const KINDS: Readonly<Record<RecordKind, readonly [zh: string, one: string, many: string]>> = {
  base: ["登记信息", "base record", "base records"],
  change: ["变更登记", "change of registration", "changes of registration"],
  list: ["名单记录", "list entry", "list entries"],
  penalty: ["行政处罚", "penalty", "penalties"],
  licence: ["行政许可", "licence", "licences"],
  case: ["公安立案信息", "police case", "police cases"],
  credit: ["银行授信信息", "bank credit record", "bank credit records"],
};

interface Told {
  zh: string;
  en: string;
}

function told({ kind, list }: AskedRecords, count: number): Told {
  const [zh, one, many] = KINDS[kind];
  if (list === null) return { zh: `${count} 条${zh}`, en: `${count} ${count === 1 ? one : many}` };
  const { title } = LISTS[list];
  return {
    zh: `${count} 条${title.zh}记录`,
    en: `${count} ${count === 1 ? "entry" : "entries"} of “${title.en}”`,
  };
}

/** The records of one kind or list in one term each, with `and` before the last. */
function together(records: readonly AskedRecords[]): Told {
  const counts = new Map<string, { of: AskedRecords; count: number }>();
  for (const of of records) {
    const key = of.list ?? of.kind;
    counts.set(key, { of, count: of.count + (counts.get(key)?.count ?? 0) });
  }
  const all = [...counts.values()].map(({ of, count }) => told(of, count));
  const [last] = all.slice(-1);
  const head = all.slice(0, -1);
  if (last === undefined || head.length === 0) return last ?? { zh: "", en: "" };
  return {
    zh: `${head.map(({ zh }) => zh).join("、")}和 ${last.zh}`,
    en: `${head.map(({ en }) => en).join(", ")} and ${last.en}`,
  };
}

/** What follows when the records are judged to be an enterprise's, in words. @param name as registered, or its code */
export function consequencesOf(records: readonly AskedRecords[], name: string): Consequences {
  const open = records.filter((record) => !record.restricted);
  const held = records.filter((record) => record.restricted);
  const linked = records.reduce((sum, record) => sum + record.linked, 0);
  const said: Told[] = [];
  if (open.length > 0) {
    const { zh, en } = together(open);
    said.push({
      zh: `${zh}将在“${name}”的公开档案中公示（以各自的公示期为限）。`,
      en: `${en} would be shown on the public profile of ${name}, each as long as it may be published.`,
    });
  }
  if (held.length > 0) {
    const { zh, en } = together(held);
    said.push({
      zh: `${zh}将归入“${name}”，不公开，只供依法授权的查询。`,
      en: `${en} would be kept with ${name}: not public, for authorised readers only.`,
    });
  }
  if (linked > 0)
    said.push({
      zh: `其中 ${linked} 条目前已经归在该企业名下。`,
      en: `${linked} of these ${linked === 1 ? "is" : "are"} with that enterprise now.`,
    });
  if (said.length === 0)
    said.push({ zh: "目前没有记录与此有关。", en: "No record is concerned at present." });
  return {
    records: [...records],
    zh: said.map(({ zh }) => zh).join(""),
    en: said.map(({ en }) => en).join(" "),
  };
}
