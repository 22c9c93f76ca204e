import { type Child, Fragment } from "hono/jsx";
import type { Coded, Money, Until } from "../enterprise/record.ts";
import { regionLabel } from "../enterprise/regions.ts";
import { codeGroups, formatDay, formatInstant, formatMoney, markedPieces } from "./format.ts";
import type { View } from "./view.ts";

interface InView {
  view: View;
}

export function Day({ view, day }: InView & { day: string }) {
  return <time datetime={day}>{formatDay(view.lang, day)}</time>;
}

export function Instant({ view, instant }: InView & { instant: string }) {
  return <time datetime={instant}>{formatInstant(view.lang, instant)}</time>;
}

/** The day of an instant, or of a day, when only the day matters. */
export function DayOf({ view, instant }: InView & { instant: string }) {
  return <time datetime={instant}>{formatInstant(view.lang, instant).split(/,? (?=\d\d:)/)[0]}</time>;
}

export function UntilDay({ view, until }: InView & { until: Until }) {
  if (until === null) return <span class="muted">{view.words.site.notDelivered}</span>;
  return until === "permanent" ? view.words.site.permanent : <Day view={view} day={until} />;
}

/** In groups of four for the eye; copied as one text without spaces. */
export function Code({ code }: { code: string }) {
  return (
    <span class="code" translate="no">
      {codeGroups(code).map((group, index) => [index > 0 && <wbr />, <span>{group}</span>])}
    </span>
  );
}

/** Text that is Chinese whatever the language of the page: names, authorities, facts. */
export function Chinese({ view, children }: InView & { children?: Child }) {
  return view.lang === "zh" ? <Fragment>{children}</Fragment> : <span lang="zh-CN">{children}</span>;
}

interface Labels {
  labels(code: string): { zh: string; en: string } | null;
}

/** The label of a coded value in the page's language where its table has one, else as delivered. */
export function CodedText({ view, coded, table }: InView & { coded: Coded; table?: Labels }) {
  const known = view.lang === "en" ? table?.labels(coded.code)?.en : undefined;
  return known === undefined || coded.code === "other" ? <Chinese view={view}>{coded.label}</Chinese> : known;
}

/** Names of Ningbo's districts; others stay Chinese. */
const DISTRICTS_EN: Readonly<Record<string, string>> = {
  "330203": "Haishu",
  "330205": "Jiangbei",
  "330206": "Beilun",
  "330211": "Zhenhai",
  "330212": "Yinzhou",
  "330213": "Fenghua",
  "330225": "Xiangshan",
  "330226": "Ninghai",
  "330281": "Yuyao",
  "330282": "Cixi",
};

export const DISTRICTS: Labels = {
  labels(code) {
    const en = DISTRICTS_EN[code];
    return en === undefined ? null : { zh: regionLabel(code) ?? en, en };
  },
};

export function MoneyText({ view, money }: InView & { money: Money }) {
  return <span class="number">{formatMoney(view.lang, money)}</span>;
}

const LONG = 120;
const HEAD = 60;

/** A text from a source: short ones stand open, long ones show their beginning and unfold. */
export function LongText({ view, text, open }: InView & { text: string; open: boolean }) {
  if (text.length <= LONG)
    return (
      <Chinese view={view}>
        <span class="cut">{text}</span>
      </Chinese>
    );
  return (
    <details class="long" open={open}>
      <summary>
        <Chinese view={view}>{`${text.slice(0, HEAD)}……`}</Chinese> {view.words.site.showAll}
      </summary>
      <Chinese view={view}>
        <span class="cut">{text}</span>
      </Chinese>
    </details>
  );
}

/** A text with what matched between « and ». */
export function MarkedText({ text }: { text: string }) {
  return <>{markedPieces(text).map((piece) => (piece.marked ? <mark>{piece.text}</mark> : piece.text))}</>;
}

/** One line of a `dl`; nothing when there is no value. */
export function Fact({ label, children }: { label: string; children?: Child }) {
  if (children === null || children === undefined || children === false || children === "") return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Items with the language's comma between them. */
export function Joined({ view, items }: InView & { items: Child[] }) {
  return <>{items.map((item, index) => [index === 0 ? null : view.words.site.unit.comma, item])}</>;
}
