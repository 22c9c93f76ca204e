import { enterpriseCode } from "../../../ingest/demo/codes.ts";
import { districtOf, plain, withoutForm } from "./companies.ts";
import type { Draft, From, QueryClass } from "./queryClass.ts";
import type { Sought } from "./sought.ts";
import { syllables } from "./world.ts";

const nobody = (sought: Sought) => ({ sought, most: 0 });

/** A name made of one company's region and form and another's brand and trade, or null. */
function inventedName({ company, world, random, other }: From): string | null {
  const own = world.parts(company.name);
  const [first, second] = [world.parts(other().name), world.parts(other().name)];
  if (own === null || first === null || second === null) return null;
  const brand = random.chance(0.5) ? first.brand : first.brand.slice(0, 1) + second.brand.slice(-1);
  return own.region + brand + second.trade + own.form;
}

const absent: QueryClass = {
  id: "absent",
  title: "names that aren't there, nor anything like them",
  meant: "none",
  whole: true,
  nothingNear: true,
  draft(from) {
    const q = inventedName(from);
    if (q === null) return null;
    const key = plain(q);
    const bare: Sought = { by: "near", key: withoutForm(key), edits: 2, bare: true };
    return { q, fair: [nobody({ by: "near", key, edits: 2 }), nobody(bare)] };
  },
};

/** One or two characters of the brand are others: a relaxed answer is right, one as typed is not. */
function nearly({ key, company, world, random, other }: From): Draft | null {
  const parts = world.parts(company.name);
  if (parts === null) return null;
  const strange = plain(other().name);
  const at = parts.region.length + random.int(Math.max(1, parts.brand.length - 1));
  const length = random.between(1, 2);
  const from = random.int(Math.max(1, strange.length - 2));
  const q = key.slice(0, at) + strange.slice(from, from + length) + key.slice(at + length);
  return { q, fair: [nobody({ by: "parts", parts: [q] })], measured: q };
}

const absentNear: QueryClass = {
  id: "absentNear",
  title: "names that aren't there, one or two characters from one that is",
  meant: "none",
  whole: true,
  draft: nearly,
};

const absentPart: QueryClass = {
  id: "absentPart",
  title: "parts of a name that nobody has",
  meant: "none",
  draft(from) {
    const name = inventedName(from);
    const parts = name === null ? null : from.world.parts(name);
    if (parts === null) return null;
    const q = parts.brand + parts.trade.slice(0, 2);
    return {
      q,
      fair: [nobody({ by: "parts", parts: [parts.brand, parts.trade.slice(0, 2)], inOrder: true })],
    };
  },
};

const absentLetters: QueryClass = {
  id: "absentLetters",
  title: "first letters that nobody's name has",
  meant: "none",
  draft(from) {
    const name = inventedName(from);
    if (name === null) return null;
    const q = syllables(plain(name))
      .map((one) => one.charAt(0))
      .join("");
    return q.length < 6 ? null : { q, fair: [nobody({ by: "initials", text: q })] };
  },
};

/** Beyond the numbers of all generated codes that are loaded. */
const FIRST_ABSENT_CODE = 200_000_000;

const absentCode: QueryClass = {
  id: "absentCode",
  title: "sound codes of nobody",
  meant: "none",
  nothingNear: true,
  draft({ company, index }) {
    const q = enterpriseCode({
      prefix: "91",
      district: districtOf(company),
      index: FIRST_ABSENT_CODE + index,
    });
    return { q, fair: [nobody({ by: "likeCode", text: q })] };
  },
};

const nonsense: QueryClass = {
  id: "nonsense",
  title: "characters at random",
  meant: "none",
  nothingNear: true,
  draft({ random, other }) {
    const q = Array.from({ length: random.between(7, 12) }, () => random.pick([...plain(other().name)])).join(
      "",
    );
    return { q, fair: [nobody({ by: "parts", parts: [q] })] };
  },
};

export const ABSENT_QUERIES: readonly QueryClass[] = [
  ...[absent, absentNear, absentPart, absentLetters, absentCode, nonsense],
];
