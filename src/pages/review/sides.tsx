import type { Child } from "hono/jsx";
import type { QuestionDetail } from "../../db/judgements.ts";
import { regionLabel } from "../../enterprise/regions.ts";
import { Chinese, Code, Day } from "../elements.tsx";
import { DataTable } from "../table.tsx";
import { href, type View } from "../view.ts";
import { differences, type Piece } from "./difference.ts";

type Standing = "same" | "within" | "differs" | "oneSide";

/** One item of both sides; null where a side says nothing. */
interface Item {
  label: string;
  record: string | null;
  register: string | null;
  /** Codes stand in groups. */
  code?: boolean;
  standing?: Standing;
  /** Shows what differs whatever the standing is. */
  marked?: boolean;
  note?: string | undefined;
}

const folded = (text: string) => text.normalize("NFKC").replace(/\s/g, "").toUpperCase();

function standingOf({ record, register, standing }: Item): Standing {
  if (record === null || register === null) return "oneSide";
  return standing ?? (folded(record) === folded(register) ? "same" : "differs");
}

/** GB/T 2260 without the zeros of a city or province: a region within another begins with it. */
const placeOf = (code: string) => code.replace(/(00)+$/, "");

function regionItem(label: string, region: string | null, district: string | null): Item {
  const named = (code: string | null) => (code === null ? null : (regionLabel(code) ?? code));
  const item: Item = { label, record: named(region), register: named(district) };
  if (region === null || district === null || !/^\d{2,6}$/.test(region)) return item;
  const [a, b] = [placeOf(region), placeOf(district)];
  const standing = a === b ? "same" : a.startsWith(b) || b.startsWith(a) ? "within" : "differs";
  return { ...item, standing };
}

/** City and district are left out more often than not. */
function addressItem(label: string, record: string | null, register: string | null): Item {
  const item: Item = { label, record, register };
  if (record === null || register === null) return item;
  const [a, b] = [folded(record), folded(register)];
  return a !== b && (a.includes(b) || b.includes(a)) ? { ...item, standing: "within", marked: true } : item;
}

function itemsOf(view: View, { stated, enterprise, uscc }: QuestionDetail): Item[] {
  const { sides } = view.words.review;
  const { rows } = sides;
  const code = stated.uscc ?? stated.badCode;
  const items: Item[] = [
    { label: rows.name, record: stated.name, register: enterprise?.name ?? null },
    {
      ...{ label: rows.code, record: code, register: uscc, code: true },
      note: stated.uscc === null && stated.badCode !== null ? sides.unsound : undefined,
    },
    {
      label: rows.orgCode,
      record: stated.orgCode,
      register: stated.orgCode && uscc.slice(8, 17),
      code: true,
    },
    { label: rows.regNo, record: stated.regNo, register: enterprise?.regNo ?? null, code: true },
    {
      label: rows.legalRepresentative,
      record: stated.legalRepresentative,
      register: enterprise?.legalRepresentative ?? null,
    },
    regionItem(rows.region, stated.region, enterprise?.district?.code ?? null),
    addressItem(rows.address, stated.address, enterprise?.address ?? null),
  ];
  return items.filter(({ record, register }) => record !== null || register !== null);
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, shared }) => (shared ? text : <mark>{text}</mark>))}</>;
}

function valueCells(view: View, item: Item): [Child, Child] {
  const { record, register, code, note } = item;
  const shown = (text: string | null, pieces: readonly Piece[] | null) => {
    if (text === null) return <span class="muted">{view.words.site.notDelivered}</span>;
    if (pieces !== null) return <Chinese view={view}>{<Pieces pieces={pieces} />}</Chinese>;
    return code ? <Code code={text} /> : <Chinese view={view}>{text}</Chinese>;
  };
  const marked =
    item.marked || standingOf(item) === "differs" ? differences(record ?? "", register ?? "") : null;
  return [
    <span class="differs">
      {shown(record, marked?.left ?? null)} {note !== undefined && <span class="tag adverse">{note}</span>}
    </span>,
    <span class="differs">{shown(register, marked?.right ?? null)}</span>,
  ];
}

function StandingTag({ view, standing }: { view: View; standing: Standing }) {
  const tone = { same: " good", within: "", differs: " adverse", oneSide: "" }[standing];
  return <span class={`tag${tone}`}>{view.words.review.sides[standing]}</span>;
}

/** What only the register knows. */
function registerRows(view: View, { enterprise }: QuestionDetail): Child[][] {
  if (enterprise === null) return [];
  const { rows } = view.words.review.sides;
  const known: [string, Child][] = [];
  const { formerNames, established, closed } = enterprise;
  if (formerNames.length > 0)
    known.push([
      rows.former,
      <Chinese view={view}>
        {formerNames.map((name) => (
          <span class="under">{name}</span>
        ))}
      </Chinese>,
    ]);
  if (established !== null) known.push([rows.established, <Day view={view} day={established} />]);
  if (closed !== null) known.push([rows.closed, <Day view={view} day={closed} />]);
  return known.map(([label, value]) => [label, null, value, null]);
}

/** What the records say beside what the register says, with what differs marked, and said in words. */
export function Sides({ view, question }: { view: View; question: QuestionDetail }) {
  const { review } = view.words;
  const { sides } = review;
  return (
    <section class="section" id="sides">
      <h2>{sides.title}</h2>
      {question.enterprise === null && <p class="notice">{review.noEnterprise}</p>}
      <DataTable
        caption={sides.caption}
        columns={[
          { head: sides.item },
          { head: sides.record },
          { head: sides.register },
          { head: sides.compared },
        ]}
        rows={[
          ...itemsOf(view, question).map((item) => [
            item.label,
            ...valueCells(view, item),
            <StandingTag view={view} standing={standingOf(item)} />,
          ]),
          ...registerRows(view, question),
        ]}
      />
      <p>
        <a href={href(view.lang, `/enterprise/${question.uscc}`)}>{sides.profile}</a>
      </p>
    </section>
  );
}
