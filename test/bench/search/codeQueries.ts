import { fullWidth } from "../../../ingest/demo/codes.ts";
import { USCC_CHARSET } from "../../../src/enterprise/checkDigits.ts";
import { isUscc } from "../../../src/enterprise/identifiers.ts";
import { soleBearer } from "./nameQueries.ts";
import type { From, QueryClass } from "./queryClass.ts";

const few = (text: string) => [{ sought: { by: "code", text }, most: 10 } as const];
const sole = (text: string) => [{ sought: { by: "code", text }, most: 1 } as const];

const code: QueryClass = {
  id: "code",
  title: "code, in any writing",
  meant: "one",
  draft({ company: { uscc }, random }) {
    const spaced = uscc.replace(/(.{4})(?=.)/g, "$1 ");
    return { q: random.pick([uscc, uscc.toLowerCase(), fullWidth(uscc), spaced]), fair: sole(uscc) };
  },
};

/** A piece of the code that few have. */
function piece(id: string, title: string, take: (uscc: string) => string): QueryClass {
  return {
    ...{ id, title, meant: "ten" },
    draft({ company }) {
      const q = take(company.uscc);
      return { q, fair: few(q) };
    },
  };
}

const organisation: QueryClass = {
  id: "orgCode",
  title: "organisation code",
  meant: "one",
  draft({ company: { uscc }, random }) {
    const org = uscc.slice(8, 17);
    return { q: random.chance(0.5) ? org : `${org.slice(0, 8)}-${org.slice(8)}`, fair: sole(org) };
  },
};

const oldNumber: QueryClass = {
  id: "regNo",
  title: "old registration number",
  meant: "one",
  draft: ({ company: { regNo } }) =>
    regNo === null || regNo.length < 10 ? null : { q: regNo, fair: sole(regNo) },
};

/** The code with one character replaced, that no longer is a code, and is like one code only. */
function spoilt(from: From, replace: (character: string) => string | undefined) {
  const { uscc } = from.company;
  const places = [...Array(uscc.length).keys()].filter((at) => replace(uscc.charAt(at)) !== undefined);
  if (places.length === 0) return null;
  const at = from.random.pick(places);
  const q = uscc.slice(0, at) + (replace(uscc.charAt(at)) ?? "") + uscc.slice(at + 1);
  if (q === uscc || isUscc(q)) return null;
  return { q, fair: [{ sought: { by: "likeCode", text: q }, most: 1 } as const] };
}

const wrong: QueryClass = {
  id: "codeWrong",
  title: "code, one character wrong",
  meant: "one",
  draft: (from) => spoilt(from, () => USCC_CHARSET.charAt(from.random.int(USCC_CHARSET.length))),
};

const LOOK_ALIKE: Readonly<Record<string, readonly string[]>> = {
  ...{ "0": ["O", "Q", "D"], "1": ["I", "L", "7"], "2": ["Z"], "5": ["S"], "8": ["B"], B: ["8"] },
  ...{ U: ["V"], D: ["0"], Q: ["O"], G: ["6"], "6": ["G"] },
};

const confused: QueryClass = {
  id: "codeConfused",
  title: "code, one character misread",
  meant: "one",
  draft: (from) =>
    spoilt(from, (character) => {
      const alike = LOOK_ALIKE[character];
      return alike === undefined ? undefined : from.random.pick(alike);
    }),
};

const LINES: readonly ((uscc: string, name: string, person: string) => string)[] = [
  (uscc, name) => `统一社会信用代码：${uscc} 企业名称：${name}`,
  (uscc, name) => `企业名称：${name}，统一社会信用代码：${uscc}`,
  (uscc, name) => `${name}（${uscc}）`,
  (uscc, name) => `${uscc}\t${name}`,
  (uscc, name) => `名称:${name}  信用代码:${uscc.toLowerCase()}`,
  (uscc, name, person) => `甲方：${name} 法定代表人：${person} 统一社会信用代码 ${uscc}`,
  (uscc, name) => `序号1、${name}、统一社会信用代码/注册号：${fullWidth(uscc)}`,
  (uscc, name, person) => `企业名称 ${name}\n统一社会信用代码 ${uscc}\n法定代表人 ${person}\n`,
];

const pasted: QueryClass = {
  id: "pasted",
  title: "pasted line with code and name",
  meant: "one",
  draft({ company, key, random }) {
    const q = random.pick(LINES)(company.uscc, company.name, company.representative ?? "");
    return q.length > 200 ? null : { q, fair: soleBearer(key) };
  },
};

const labelled: QueryClass = {
  id: "labelled",
  title: "pasted line with a name only",
  meant: "one",
  draft({ company, key, random }) {
    const label = random.pick(["企业名称：", "名称: ", "单位名称：", "公司名称 ", "被处罚单位：", "甲方："]);
    return { q: label + company.name, fair: soleBearer(key) };
  },
};

export const CODE_QUERIES: readonly QueryClass[] = [
  code,
  piece("codeHead", "first 13 characters of the code", (uscc) => uscc.slice(0, 13)),
  piece("codeTail", "last 7 characters of the code", (uscc) => uscc.slice(-7)),
  ...[organisation, oldNumber, wrong, confused, pasted, labelled],
];
