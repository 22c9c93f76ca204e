import type { Firm } from "./firms.ts";
import { personOf } from "./people.ts";
import type { RowTruth, Scene } from "./scene.ts";
import { type Columns, drawSlip } from "./slips.ts";

/** Who a row speaks of, as the row says it; empty text where it says nothing. */
export interface Subject {
  code: string;
  orgCode: string;
  regNo: string;
  name: string;
  representative: string;
  /** The row comes from an authority of the city, not of a district. */
  byCity: boolean;
  truth: RowTruth;
  /** The classes of dirt that come from here, not from the other cells of a row. */
  own: readonly string[];
}

const BRACKETS = [
  ["(", ")"],
  ["〔", "〕"],
  ["【", "】"],
  ["( ", " )"],
] as const;

/** How the name is written down, beside whatever else is wrong. */
function respell(subject: Subject, scene: Scene): void {
  const { random } = scene;
  const { name } = subject;
  if (/[（）()]/.test(name) && random.chance(0.35)) {
    const [open, close] = random.pick(BRACKETS);
    subject.name = name.replace(/[（(]/g, open).replace(/[）)]/g, close);
    if (subject.name !== name) subject.truth.dirt.push("wrong_brackets");
  } else if (name !== "" && random.chance(0.012)) {
    subject.name = `${name.slice(0, 2)} ${name.slice(2)}　`;
    subject.truth.dirt.push("spaced_name");
  }
}

function plain(firm: Firm, dirt: string[]): Subject {
  return {
    code: firm.uscc,
    orgCode: "",
    regNo: "",
    name: firm.name,
    representative: firm.representative,
    byCity: false,
    truth: { uscc: firm.uscc, dirt, expect: "accepted", linkable: true, naturalPerson: false },
    own: [...dirt],
  };
}

/** The scene's firm as one row names it: mostly as it should. */
export function subjectOf(scene: Scene, columns: Columns): Subject {
  const { firm, random } = scene;
  const subject = plain(firm, []);
  if (columns.regNo === true && random.chance(0.2)) subject.regNo = firm.regNo ?? "";
  const slip = drawSlip(scene, columns);
  if (slip !== null) {
    const { linkable, nobody, rejected, ...written } = slip.slipped;
    Object.assign(subject, written);
    subject.truth.dirt.push(...slip.names);
    if (linkable !== undefined) subject.truth.linkable = linkable;
    if (nobody === true) Object.assign(subject.truth, { uscc: null, linkable: false });
    if (rejected === true) subject.truth.expect = "rejected";
  }
  respell(subject, scene);
  return { ...subject, own: [...subject.truth.dirt] };
}

/** The same subject, written down once more in another row. */
export function onceMore(subject: Subject, dirt: string): Subject {
  return { ...subject, truth: { ...subject.truth, dirt: [...subject.own, dirt] } };
}

/** Another firm of the base, cleanly named: the second party of a document. */
export function partnerOf(scene: Scene): Subject {
  return plain(scene.firms.at((scene.firm.index + 1) % scene.firms.size), ["shared_document"]);
}

/** A natural person as the counterparty of a decision, with an id that is nobody's. */
export function naturalPersonOf(scene: Scene): Subject & { id: string } {
  const person = personOf(scene.seed, scene.firm.index, 2);
  return {
    code: "",
    orgCode: "",
    regNo: "",
    name: person.name,
    representative: "",
    byCity: false,
    id: person.id,
    truth: { uscc: null, dirt: ["natural_person"], expect: "accepted", linkable: false, naturalPerson: true },
    own: ["natural_person"],
  };
}
