import { enterpriseCode, registrationNumber } from "../../../ingest/demo/codes.ts";
import { personName } from "../../../ingest/demo/people.ts";
import { Random, scatterer } from "../../../ingest/demo/random.ts";
import { type Company, districtOf, plain } from "./companies.ts";
import { type Parts, partsReader } from "./nameParts.ts";

const PURPOSE = 41;
const RENAMED_PURPOSE = 42;
/** As in a register: one company in ten has had another name. */
const RENAMED = 0.1;
/** Most brands of a large city are its own: of two in five, both halves come from one name. */
const WHOLE_BRAND = 0.4;
const NUMBERED = 0.3;

/** Generated codes begin here, beyond those of invented companies, of firms of short names, and of what is absent. */
const FIRST_CODE = 300_000_000;

interface Pattern {
  company: Company;
  parts: Parts;
}

const patternsOf = (companies: readonly Company[]): Pattern[] => {
  const read = partsReader(companies.map((company) => company.name));
  return companies.flatMap((company) => {
    const parts = read(company.name);
    return parts === null ? [] : [{ company, parts }];
  });
};

/** Gives some companies that have none a former name: their own with another's brand, that nobody bears. */
export function withFormerNames(companies: readonly Company[], seed: number): Company[] {
  const patterns = patternsOf(companies);
  const borne = new Set(companies.map((company) => plain(company.name)));
  const random = new Random(seed, 0, RENAMED_PURPOSE);
  const formerOf = new Map<string, string>();
  for (const { company, parts } of patterns) {
    if (company.formerName !== null || !random.chance(RENAMED)) continue;
    const former = parts.region + random.pick(patterns).parts.brand + parts.trade + parts.form;
    if (borne.has(former)) continue;
    borne.add(former);
    formerOf.set(company.uscc, former);
  }
  return companies.map((company) => {
    const former = formerOf.get(company.uscc);
    return former === undefined ? company : { ...company, formerName: former };
  });
}

function brandOf(random: Random, patterns: readonly Pattern[]): string {
  const { brand } = random.pick(patterns).parts;
  if (random.chance(WHOLE_BRAND)) return brand;
  return brand.slice(0, Math.ceil(brand.length / 2)) + random.pick(patterns).parts.brand.slice(-1);
}

/** A plausible company: where one sits, what another is called and does, numbers drawn anew. */
function inventedCompany(
  random: Random,
  patterns: readonly Pattern[],
  of: { seed: number; index: number },
): Company {
  const { seed, index } = of;
  const { company: near, parts } = random.pick(patterns);
  const { trade, form } = random.pick(patterns).parts;
  const district = districtOf(near);
  return {
    uscc: enterpriseCode({ prefix: "91", district, index: FIRST_CODE + index }),
    name: parts.region + brandOf(random, patterns) + trade + form,
    formerName: null,
    regNo: random.chance(NUMBERED) ? registrationNumber({ district, form: 2, index }) : null,
    representative: personName(seed, index),
    address:
      near.address?.replace(/\d+/g, (digits) =>
        String(random.between(1, 10 ** Math.min(4, digits.length))),
      ) ?? null,
    established: near.established,
    stockName: null,
  };
}

/**
 * So many companies: some of those given, or all of them and others made by recombining the parts of their names, all
 * different and under sound generated codes. Memory: some 500 bytes a company.
 */
export function sized(companies: readonly Company[], of: { names: number; seed: number }): Company[] {
  const { names, seed } = of;
  if (names <= companies.length) {
    const place = scatterer(companies.length, seed);
    return Array.from({ length: names }, (_, i) => companies[place(i)]).filter((one) => one !== undefined);
  }
  const patterns = patternsOf(companies);
  const borne = new Set(companies.map((company) => plain(company.name)));
  const random = new Random(seed, 0, PURPOSE);
  const all = [...companies];
  for (let index = 0; all.length < names; index++) {
    const company = inventedCompany(random, patterns, { seed, index });
    if (borne.has(company.name)) continue;
    borne.add(company.name);
    all.push(company);
  }
  return all;
}
