import { type DateForm, type Day, monthWrittenOut } from "./days.ts";
import { dateText, maybeBroken, nothing } from "./dirt.ts";
import type { Cause } from "./listCauses.ts";
import { serialOf, yearOf } from "./penalties.ts";
import { personOf } from "./people.ts";
import { type DemoFeed, decidedOn, type FileForm, type Scene, type Sink, sinkAt } from "./scene.ts";
import { naturalPersonOf, onceMore, type Subject, subjectOf } from "./subjects.ts";

/** One entry of a list before it is written down. */
export interface Entry {
  listedOn: Day;
  /** Null while it stands. */
  removedOn: Day | null;
  removalReason: string;
  documentNo: string;
  cause: Cause;
  subject: Subject;
  /** The id of a natural person on the list, or ''. */
  personId: string;
}

interface ListForm {
  source: string;
  feed: string;
  share: number;
  file: FileForm;
  habit: DateForm;
  columns: { orgCode?: boolean; regNo?: boolean; authority?: boolean };
  causes: readonly Cause[];
  mark: string;
  /** How long an entry stands at most, and how many of a hundred have ended. */
  days: number;
  ended: number;
  /** Of a hundred entries, so many are natural persons'. */
  persons?: number;
  /** Its layout has a place to say that a listing was wrong. */
  revokes?: true;
  row(scene: Scene, entry: Entry, habit: DateForm): string[];
}

function makeEntry(scene: Scene, form: ListForm, nth: number): Entry {
  const { random, firm, today } = scene;
  const person = random.chance((form.persons ?? 0) / 100) ? naturalPersonOf(scene) : null;
  const subject = person ?? subjectOf(scene, form.columns);
  const listedOn = decidedOn(scene, form.days);
  const removed = random.chance(form.ended / 100) && listedOn < today - 60;
  const place = subject.byCity ? firm.city : firm.place;
  const cause = random.pick(form.causes);
  return {
    listedOn,
    removedOn: removed ? random.between(listedOn + 30, today - 3) : null,
    removalReason: random.pick(cause.removals),
    documentNo: `${place.mark}${form.mark}〔${yearOf(listedOn)}〕${serialOf(scene, nth)}号`,
    cause,
    subject,
    personId: person?.id ?? "",
  };
}

/**
 * An entry that has ended is delivered twice as often as not: first as it came on the list, later with its removal.
 * A few listings turn out to have been wrong (撤销).
 */
function writeEntries(form: ListForm, scene: Scene, sinks: readonly Sink[], count: number): void {
  for (let nth = 0; nth < count; nth++) {
    const entry = makeEntry(scene, form, nth);
    const standing = { ...entry, removedOn: null };
    const put = (one: Entry) => sinkAt(sinks, 0).put(form.row(scene, one, form.habit), one.subject.truth);
    const before = entry.removedOn !== null && scene.random.chance(0.6);
    if (before) put(standing);
    if (entry.subject.truth.expect === "rejected") {
      if (!before) put(entry);
      continue;
    }
    if (!before) put(entry);
    else if (form.revokes === true && scene.random.chance(0.03)) {
      const subject = onceMore(entry.subject, "withdrawn");
      put({ ...entry, removalReason: "列入决定被依法撤销", subject });
    } else put({ ...entry, subject: onceMore(entry.subject, "removed") });
  }
}

export function listFeed(form: ListForm): DemoFeed {
  return {
    source: form.source,
    feed: form.feed,
    kind: "list",
    share: form.share,
    files: [form.file],
    write: (scene, sinks, count) => writeEntries(form, scene, sinks, count),
  };
}

/** Where the authority of an entry sits. */
export const placeOf = (scene: Scene, entry: Entry) =>
  entry.subject.byCity ? scene.firm.city : scene.firm.place;

/** 移出日期, or an empty cell in one of its spellings. */
export const endText = (scene: Scene, entry: Entry, habit: DateForm) =>
  entry.removedOn === null
    ? nothing(scene.random, entry.subject.truth)
    : dateText(scene.random, entry.removedOn, habit, entry.subject.truth);

/** 列入事由 with its figures filled in. */
export const reasonText = (scene: Scene, entry: Entry) => {
  const { firm, random } = scene;
  const text = entry.cause.text
    .replace("{month}", monthWrittenOut(entry.listedOn - 40))
    .replace("{year}", yearOf(entry.listedOn - 300))
    .replace("{value}", String(random.between(2, 900)))
    .replace("{count}", String(random.between(3, 60)))
    .replace("{address}", firm.address);
  return maybeBroken(random, text, entry.subject.truth);
};

/** An id of the representative, mostly masked, as some keepers send it. */
export const representativeId = (scene: Scene, entry: Entry) => {
  if (entry.subject.representative === "" || !scene.random.chance(0.6)) return "";
  const { id } = personOf(scene.seed, scene.firm.index, 0);
  return scene.random.chance(0.5) ? id : `${id.slice(0, 4)}${"*".repeat(11)}${id.slice(15)}`;
};

/** A cell that only an ended entry has. */
export const removal = (entry: Entry, text: string) => (entry.removedOn === null ? "" : text);
