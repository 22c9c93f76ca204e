import type { ISql } from "../src/db/client.ts";
import { inventedUscc } from "./ingest/merge/records.ts";
import { FIRMS } from "./publishedNights.ts";

/** Whose party it is, in tests: any short text. */
const partyOf = (sql: ISql, party: string) => sql`md5(${party})::uuid`;

export async function questionId(sql: ISql, party: string, uscc: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select substr(md5(${partyOf(sql, party)}::text || ${uscc}), 1, 16) as id`;
  return row?.id ?? "";
}

export async function insertKnownParty(
  sql: ISql,
  of: { uscc: string; name: string; former?: string[]; rep?: string | null; address?: string | null },
): Promise<void> {
  await sql`
    insert into ledger.known_party (uscc, name, former, rep, district, address, reg_no, established, closed, format)
    values (${of.uscc}, ${of.name}, ${of.former ?? []}, ${of.rep ?? null}, '330212', ${of.address ?? null}, null, '2010-03-01', null, 1)`;
}

interface Asked {
  party: string;
  uscc: string;
  probability: number;
  why?: string;
  stated?: object;
  evidence?: object | null;
}

/** A question as a night asks it. @returns its id */
export async function insertQuestion(sql: ISql, of: Asked): Promise<string> {
  const id = await questionId(sql, of.party, of.uscc);
  await sql`
    insert into ledger.question (id, party, uscc, probability, why, stated, evidence, asked_in)
    values (${id}, ${partyOf(sql, of.party)}, ${of.uscc}, ${of.probability}, ${of.why ?? "name_of_several"},
      ${JSON.stringify(of.stated ?? { name: of.party })}, ${of.evidence == null ? null : JSON.stringify(of.evidence)}, 3)`;
  return id;
}

interface AskedRecord {
  party: string;
  /** `source/feed`. */
  feed: string;
  kind: string;
  restricted?: boolean;
  outcome?: string;
  enterprise?: string;
  count?: number;
}

/** Records of a party, in review unless said otherwise. */
export async function insertRecords(sql: ISql, of: AskedRecord): Promise<void> {
  const [source = "", feed = ""] = of.feed.split("/");
  await sql`
    insert into ledger.record (restricted, id, source, feed, kind, delivery, line, content, name, name_keys, enterprise, outcome, rule,
      why, rivals, party, body)
    select ${of.restricted ?? false}, gen_random_uuid(), ${source}, ${feed}, ${of.kind}, 1, n, gen_random_uuid(), ${of.party}, '{}',
      ${of.enterprise ?? null}, ${of.outcome ?? "review"}, '', 'name_of_several', '{}', ${partyOf(sql, of.party)}, '{}'
    from generate_series(1, ${of.count ?? 1}::int) as n`;
}

export const EVIDENCE = {
  version: "2026-11-28",
  probability: 0.81,
  features: [
    {
      feature: "core",
      level: "brand_slip",
      weight: 0,
      left: "宁波恒哒精密机械有限公司",
      right: "宁波恒达精密机械有限公司",
    },
    {
      feature: "region",
      level: "same",
      weight: 3,
      left: "宁波恒哒精密机械有限公司",
      right: "宁波恒达精密机械有限公司",
    },
    { feature: "representative", level: "different", weight: -3, left: "李四", right: "张安" },
    {
      feature: "address",
      level: "same",
      weight: 7.25,
      left: "鄞州区首南街道1号",
      right: "宁波市鄞州区首南街道1号",
    },
  ],
  zh: "“宁波恒哒精密机械有限公司”与“宁波恒达精密机械有限公司”：字号差一个字；行政区划一致。需要人工核对。",
  en: "“宁波恒哒精密机械有限公司” and “宁波恒达精密机械有限公司”: the brand is one character off. Left to people to decide.",
};

/** Enterprises that the questions of `fillReview` ask about. */
export const ASKED = {
  hengda: FIRMS.full,
  double: inventedUscc(501),
  blank: FIRMS.bare,
  hostile: inventedUscc(502),
};

export const HOSTILE_NAME = `<script>alert("1")</script><img src=x onerror='alert(2)'>`;

/** Four questions about three parties. @returns their ids: a party with two enterprises, one alone, and one that is hostile */
export async function fillReview(sql: ISql) {
  await insertKnownParty(sql, {
    uscc: ASKED.hengda,
    name: "宁波恒达精密机械有限公司",
    former: ["宁波恒达五金机械有限公司"],
    rep: "张安",
    address: "宁波市鄞州区首南街道1号",
  });
  await insertKnownParty(sql, { uscc: ASKED.double, name: "宁波恒达精密机械有限公司慈溪分公司" });
  await insertKnownParty(sql, { uscc: ASKED.blank, name: "慈溪市空白商贸有限公司" });
  await insertKnownParty(sql, {
    uscc: ASKED.hostile,
    name: HOSTILE_NAME,
    former: [HOSTILE_NAME],
    rep: HOSTILE_NAME,
  });
  const stated = {
    ...{
      name: "宁波恒哒精密机械有限公司",
      uscc: null,
      badCode: "91330212100000014M",
      orgCode: null,
      regNo: null,
    },
    ...{ legalRepresentative: "李四", region: "330212", address: "鄞州区首南街道1号" },
  };
  await insertRecords(sql, { party: "恒哒", feed: "registration/penalties", kind: "penalty", count: 2 });
  await insertRecords(sql, { party: "恒哒", feed: "court/dishonest", kind: "list" });
  await insertRecords(sql, { party: "恒哒", feed: "police/cases", kind: "case", restricted: true });
  await insertRecords(sql, { party: "空白", feed: "registration/penalties", kind: "penalty" });
  await insertRecords(sql, { party: "hostile", feed: "registration/licences", kind: "licence" });
  const hostile = Object.fromEntries(Object.keys(stated).map((part) => [part, HOSTILE_NAME]));
  return {
    hengda: await insertQuestion(sql, {
      ...{ party: "恒哒", uscc: ASKED.hengda, probability: 0.81, stated, evidence: EVIDENCE },
    }),
    branch: await insertQuestion(sql, { party: "恒哒", uscc: ASKED.double, probability: 0.4, stated }),
    blank: await insertQuestion(sql, { party: "空白", uscc: ASKED.blank, probability: 0.6 }),
    hostile: await insertQuestion(sql, {
      ...{ party: "hostile", uscc: ASKED.hostile, probability: 0.5, why: HOSTILE_NAME, stated: hostile },
      evidence: {
        ...{ version: HOSTILE_NAME, zh: HOSTILE_NAME, en: HOSTILE_NAME },
        features: [
          { feature: HOSTILE_NAME, level: HOSTILE_NAME, weight: 1, left: HOSTILE_NAME, right: HOSTILE_NAME },
        ],
      },
    }),
  };
}
