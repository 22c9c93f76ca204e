import { fewHave } from "./nameQueries.ts";
import type { Draft, From, QueryClass } from "./queryClass.ts";
import { syllables } from "./world.ts";

const brand: QueryClass = {
  id: "brand",
  title: "brand",
  meant: "ten",
  draft({ company, world }) {
    const parts = world.parts(company.name);
    return parts === null ? null : { q: parts.brand, fair: fewHave(parts.brand) };
  },
};

const inOrder = (parts: readonly string[], most: number) =>
  ({ sought: { by: "parts", parts, inOrder: true }, most }) as const;

/** What is left of a name in speech: pieces of it, in their order. */
const abbreviation: QueryClass = {
  id: "abbreviation",
  title: "abbreviation by rule",
  meant: "ten",
  draft({ company, world, random }) {
    const parts = world.parts(company.name);
    if (parts === null) return null;
    const { shortRegion, brand: own, trade } = parts;
    const pieces = random.pick([
      [shortRegion, own],
      [own, trade.slice(0, 2)],
      [own, trade.slice(-2)],
      [shortRegion, own, trade.slice(-2)],
    ]);
    return { q: pieces.join(""), fair: [inOrder(pieces, 10)] };
  },
};

const OTHER_FORMS: readonly (readonly [string, string])[] = [
  ["有限责任公司", "有限公司"],
  ["股份有限公司", "股份公司"],
  ["集团有限公司", "集团公司"],
  ["有限公司", "有限责任公司"],
];

function otherwise({ company, world, random }: From): Draft | null {
  const parts = world.parts(company.name);
  if (parts === null) return null;
  const { region, shortRegion, brand: own, trade, form } = parts;
  const known = OTHER_FORMS.find(([registered]) => registered === form);
  const byForm = known === undefined ? null : region + own + trade + known[1];
  const byRegion = shortRegion === region ? null : shortRegion + own + trade + form;
  const typed = random.chance(0.5) ? (byForm ?? byRegion) : (byRegion ?? byForm);
  return typed === null ? null : { q: typed, fair: [inOrder([shortRegion, own + trade], 1)] };
}

const otherForm: QueryClass = {
  id: "otherForm",
  title: "legal form or region in other words",
  meant: "one",
  draft: otherwise,
};

const letters = (text: string) =>
  syllables(text)
    .map((one) => one.charAt(0))
    .join("");

/** Characters first and first letters behind them: 宁波hd, 恒达jm. */
const mixed: QueryClass = {
  id: "mixed",
  title: "characters and first letters",
  meant: "ten",
  draft({ company, world, random }) {
    const parts = world.parts(company.name);
    if (parts === null) return null;
    const [head, rest] = random.chance(0.7) ? [parts.shortRegion, parts.brand] : [parts.brand, parts.trade];
    const initials = letters(rest);
    const q = head + (random.chance(0.8) ? initials : initials.toUpperCase());
    return { q, fair: [{ sought: { by: "mixed", head, initials }, most: 10 }] };
  },
};

export const PART_QUERIES: readonly QueryClass[] = [brand, abbreviation, otherForm, mixed];
