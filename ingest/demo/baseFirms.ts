import { canonicalCode, checkRegNo, isUscc } from "../../src/enterprise/identifiers.ts";
import { nameKey, startsWithRegion } from "../../src/enterprise/nameKey.ts";
import { regionLabel } from "../../src/enterprise/regions.ts";
import { enterpriseCode } from "./codes.ts";
import { type Day, dayOf } from "./days.ts";
import { PAIR_BRANDS, pairBrand } from "./firmNames.ts";
import { type Firm, type FirmKind, type FirmSource, withOtherForm, withoutForm } from "./firms.ts";
import { type Place, placesOf } from "./places.ts";
import { Random, scatterer } from "./random.ts";
import { STRAY_CHARACTERS } from "./words.ts";

/** A firm of a given base record: the demo makes records about it, never a base record of its own. */
export interface BaseFirm {
  uscc: string;
  name: string;
  legalRepresentative: string | null;
  address: string | null;
  regNo: string | null;
  /** `YYYY-MM-DD`, or anything else when it is unknown. */
  established: string | null;
  /** GB/T 2260 of where the firm sits; characters 3 to 8 of its code otherwise. */
  region?: string | null;
}

const PURPOSE = 3;
const toBrand = scatterer(PAIR_BRANDS, 6);

function kindOf(name: string, uscc: string): FirmKind {
  if (uscc.startsWith("92")) return "individual";
  if (uscc.startsWith("93")) return "cooperative";
  if (/分公司$/.test(name)) return "branch";
  return name.includes("合伙") ? "partnership" : "company";
}

/** How the city is written at the head of the name, or ''. */
function cityAtHead(name: string, city: Place): string {
  const short = city.label.replace(/市$/, "");
  if (name.startsWith(city.label)) return city.label;
  return short.length >= 2 && name.startsWith(short) ? short : "";
}

/** Changes the character after the region: what a slip of the pen makes of a brand. */
function misspell(name: string, head: number, random: Random): string {
  const at = Math.min(head + 1, name.length - 1);
  return name.slice(0, at) + random.pick(STRAY_CHARACTERS) + name.slice(at + 1);
}

interface Context {
  seed: number;
  today: Day;
  /** How many firms of the base have each name, and each registration number. */
  bearers: ReadonlyMap<string, number>;
}

/** The name, unless some firm of the base bears it. */
const free = (name: string | null, { bearers }: Context) =>
  name !== null && !bearers.has(nameKey(name)) ? name : null;

/** The former name of one company in seven: the same with another brand. */
function formerOf(base: BaseFirm, index: number, head: number): string {
  return base.name.slice(0, head) + pairBrand(toBrand(index)) + base.name.slice(head + 2);
}

/** The name without its city, when nobody else could be meant by it. */
function nameAlone(base: BaseFirm, city: Place, context: Context): string | null {
  const head = cityAtHead(base.name, city);
  const rest = base.name.slice(head.length);
  if (head === "" || rest.length < 6 || startsWithRegion(rest)) return null;
  const bearers = [city.label, city.label.replace(/市$/, ""), ""].map(
    (region) => context.bearers.get(nameKey(region + rest)) ?? 0,
  );
  return bearers.reduce((sum, count) => sum + count, 0) === 1 ? rest : null;
}

function firmOf(base: BaseFirm, index: number, context: Context): Firm {
  const random = new Random(context.seed, index, PURPOSE);
  const { city, place } = placesOf(base.region ?? base.uscc.slice(2, 8));
  const head = cityAtHead(base.name, city).length;
  const kind = kindOf(base.name, base.uscc);
  const known = /^\d{4}-\d\d-\d\d$/.test(base.established ?? "");
  const established = known ? dayOf(base.established ?? "") : context.today - 2_000;
  const renamed = kind === "company" && random.chance(0.14) && established < context.today - 400;
  const formerName = renamed ? free(formerOf(base, index, head), context) : null;
  const regNo = checkRegNo(base.regNo ?? "");
  return {
    index,
    kind,
    uscc: base.uscc,
    orgCode: base.uscc.slice(8, 17),
    regNo: regNo?.verified === true && context.bearers.get(regNo.regNo) === 1 ? regNo.regNo : null,
    name: base.name,
    nameUnique: context.bearers.get(nameKey(base.name)) === 1,
    withoutRegion: nameAlone(base, city, context),
    misspelt: free(misspell(base.name, Math.max(2, head), random), context),
    shortName: free(withoutForm(base.name), context),
    otherForm: free(withOtherForm(base.name), context),
    formerName,
    renamedOn: formerName === null ? null : random.between(established + 60, context.today - 30),
    parentName: null,
    city,
    place,
    address: base.address ?? place.label,
    established,
    industry: null,
    representative: base.legalRepresentative ?? "",
  };
}

/**
 * Firms of a given base, at most `limit` of those with a sound code and a name. All of them are held in memory, so that
 * names that several share are known.
 */
export async function readBaseFirms(
  base: AsyncIterable<BaseFirm>,
  options: { seed: number; today: Day; limit: number },
): Promise<FirmSource> {
  const given: BaseFirm[] = [];
  const bearers = new Map<string, number>();
  const seen = new Set<string>();
  for await (const firm of base) {
    if (!isUscc(firm.uscc) || firm.name.trim() === "" || seen.has(firm.uscc)) continue;
    seen.add(firm.uscc);
    for (const key of [nameKey(firm.name), canonicalCode(firm.regNo ?? "")])
      bearers.set(key, (bearers.get(key) ?? 0) + 1);
    if (given.length < options.limit) given.push(firm);
  }
  const context = { seed: options.seed, today: options.today, bearers };
  const firms = given.map((firm, index) => firmOf(firm, index, context));
  return {
    size: firms.length,
    at(index) {
      const firm = firms[index];
      if (firm === undefined) throw new RangeError(`The base has ${firms.length} firms`);
      return firm;
    },
    stranger(index) {
      const firm = firms[index % firms.length];
      const city = firm?.city ?? placesOf("330200").city;
      const name = `${regionLabel(city.code.slice(0, 4)) ?? city.label}${STRAY_CHARACTERS[index % 12]}${STRAY_CHARACTERS[(index + 5) % 12]}${index}商贸有限公司`;
      return { uscc: enterpriseCode({ prefix: "91", district: city.code, index }), name };
    },
  };
}
