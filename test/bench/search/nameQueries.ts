import { Converter } from "opencc-js";
import { withoutForm } from "./companies.ts";
import type { Draft, From, QueryClass } from "./queryClass.ts";

/** The query means the bearer of that name and nobody else. */
export const soleBearer = (key: string) => [{ sought: { by: "name", key }, most: 1 } as const];
/** At most ten have that in a name. */
export const fewHave = (...parts: string[]) => [{ sought: { by: "parts", parts }, most: 10 } as const];

const full: QueryClass = {
  id: "full",
  title: "full name",
  meant: "one",
  draft: ({ company, key }) => ({ q: company.name, fair: soleBearer(key) }),
};

const bare: QueryClass = {
  id: "bare",
  title: "without the legal form",
  meant: "one",
  draft({ company, key }) {
    const without = withoutForm(key);
    const cut = company.name.slice(0, company.name.length - (key.length - without.length));
    if (without === key || cut.length < 4) return null;
    return {
      q: cut,
      fair: [{ sought: { by: "near", key: without, edits: 1, bare: true }, most: 1 }, ...fewHave(without)],
    };
  },
};

/** Characters from the middle: neither the first nor the last of the name. */
function middle(length: number): QueryClass {
  return {
    id: `middle${length}`,
    title: `${length} characters from the middle`,
    meant: "ten",
    draft({ key, random }) {
      if (key.length < length + 3) return null;
      const at = random.between(1, key.length - length - 1);
      const q = key.slice(at, at + length);
      return /\p{Script=Han}/u.test(q) ? { q, fair: fewHave(q) } : null;
    },
  };
}

const TO_TRADITIONAL = [
  Converter({ from: "cn", to: "t" }),
  Converter({ from: "cn", to: "hk" }),
  Converter({ from: "cn", to: "tw" }),
];

const traditional: QueryClass = {
  id: "traditional",
  title: "traditional characters",
  meant: "one",
  draft({ company, key, random }) {
    const q = random.pick(TO_TRADITIONAL)(company.name);
    return q === company.name ? null : { q, fair: soleBearer(key) };
  },
};

const wide = (text: string) =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).replaceAll(" ", "\u3000");

const width: QueryClass = {
  id: "width",
  title: "full-width letters, digits, spaces",
  meant: "one",
  draft({ company, key, random }) {
    const wider = wide(company.name);
    const q = wider === company.name ? `${random.chance(0.5) ? "\u3000" : ""}${wider}\u3000` : wider;
    return { q, fair: soleBearer(key) };
  },
};

const BRACKETS = ["()", "[]", "【】", "〔〕", "（）", "  ", ""] as const;

const brackets: QueryClass = {
  id: "brackets",
  title: "other brackets, or none",
  meant: "one",
  draft({ company, key, random }) {
    const kind = random.pick(BRACKETS);
    const q = company.name.replace(/[（(]/g, kind.charAt(0)).replace(/[）)]/g, kind.charAt(1));
    return q === company.name ? null : { q, fair: soleBearer(key) };
  },
};

const spaces: QueryClass = {
  id: "spaces",
  title: "spaces put in",
  meant: "one",
  draft({ company, key, random }) {
    const letters = [...company.name];
    const at = new Set([random.between(1, letters.length - 1), random.between(1, letters.length - 1)]);
    return { q: letters.map((one, i) => (at.has(i) ? ` ${one}` : one)).join(""), fair: soleBearer(key) };
  },
};

/** Two to three pieces of the name, in any order. */
function wordsOf({ key, random }: From): Draft | null {
  const core = withoutForm(key);
  if (core.length < 6) return null;
  const cut = random.between(2, core.length - 4);
  const pieces = [core.slice(0, cut), core.slice(cut, cut + 2), core.slice(cut + 2)].filter(
    (one) => one.length > 1,
  );
  for (let i = pieces.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [pieces[i], pieces[j]] = [pieces[j] ?? "", pieces[i] ?? ""];
  }
  const words = random.chance(0.5) ? pieces.slice(0, 2) : pieces;
  return words.length < 2 ? null : { q: words.join(" "), fair: fewHave(...words) };
}

const words: QueryClass = { id: "words", title: "words in any order", meant: "ten", draft: wordsOf };

const former: QueryClass = {
  id: "former",
  title: "former name",
  meant: "one",
  draft({ company, world, index }) {
    const { formerName } = company;
    const key = world.formerKeys[index] ?? "";
    if (formerName === null || key === "") return null;
    return { q: formerName, fair: [{ sought: { by: "near", key, edits: 1 }, most: 1 }] };
  },
};

export const NAME_QUERIES: readonly QueryClass[] = [
  ...[full, bare, middle(2), middle(3), middle(4)],
  ...[traditional, width, brackets, spaces, words, former],
];
