import { plain } from "./companies.ts";
import type { QueryClass } from "./queryClass.ts";

const person: QueryClass = {
  id: "person",
  title: "legal representative + two characters of the name",
  meant: "ten",
  draft({ company: { representative }, key, random }) {
    if (representative === null || !/^\p{Script=Han}{2,4}$/u.test(representative) || key.length < 8)
      return null;
    const at = random.between(1, key.length - 6);
    const part = key.slice(at, at + 2);
    if (!/^\p{Script=Han}{2}$/u.test(part)) return null;
    return {
      q: random.chance(0.5) ? `${representative} ${part}` : `${part} ${representative}`,
      fair: [{ sought: { by: "person", name: representative, part }, most: 10 }],
    };
  },
};

/** A road or the like with its number. */
const STREET = /[\p{Script=Han}]{2,6}(?:路|街|大道|巷|弄|村|社区|工业区)\d+(?:-\d+)?号?/u;

const address: QueryClass = {
  id: "address",
  title: "street and number",
  meant: "ten",
  draft({ company }) {
    const [found] = STREET.exec(company.address ?? "") ?? [];
    const q = found?.replace(/^.*(?:[省市区县镇]|街道)(?=.{3})/u, "");
    if (q === undefined || plain(q).length < 5) return null;
    return { q, fair: [{ sought: { by: "address", text: plain(q) }, most: 10 }] };
  },
};

/** A piece of a name, mostly; of a million names many may hold it, and then it means none of them. */
const stock: QueryClass = {
  id: "shortName",
  title: "stock short name",
  meant: "ten",
  draft({ company: { stockName }, key }) {
    if (stockName === null) return null;
    const part = plain(stockName);
    return {
      q: stockName,
      fair: key.includes(part) ? [{ sought: { by: "parts", parts: [part] }, most: 10 }] : [],
    };
  },
};

export const FIELD_QUERIES: readonly QueryClass[] = [person, address, stock];
