import { enterpriseCode, registrationNumber } from "../../../ingest/demo/codes.ts";
import type { Day } from "../../../ingest/demo/days.ts";
import { personName } from "../../../ingest/demo/people.ts";
import { ningboDistricts } from "../../../ingest/demo/places.ts";
import { mix, Random } from "../../../ingest/demo/random.ts";
import { brandOf, brandShares } from "./brands.ts";
import { FAMILY_SIZE, type Family, familyOf, standsAlone } from "./families.ts";
import type { LinkFirm, LinkWorld } from "./firm.ts";
import { type Parts, spell } from "./nameParts.ts";
import {
  branchName,
  formerName,
  groupName,
  headName,
  type Member,
  otherFormName,
  regionName,
  shopName,
  singleName,
  strangeParentName,
} from "./naming.ts";

const PURPOSE = 61;
const ROADS = [
  ..."中山 人民 解放 兴宁 环城 通途 百丈 民安 江南 新河 长江 黄山 学府 创业 科技 工业".split(" "),
];

interface Seen {
  seed: number;
  today: Day;
  placed: ReturnType<typeof brandShares>;
}

interface Kin {
  seed: number;
  family: Family;
  member: number;
  /** Index of the family's first firm. */
  start: number;
  member0: Member;
  own: Member;
}

function kinOf({ seed, placed }: Seen, index: number): Kin {
  const { rank, at, of } = placed(index);
  const member = at % FAMILY_SIZE;
  const start = index - member;
  const size = Math.min(FAMILY_SIZE, of - (at - member));
  const family = familyOf(new Random(seed, start, PURPOSE), size);
  const brand = brandOf(rank);
  const shared = { brand, rank, family };
  return {
    seed,
    family,
    member,
    start,
    member0: { ...shared, at: at - member, member: 0, random: new Random(seed, start, PURPOSE + 1) },
    own: { ...shared, at, member, random: new Random(seed, index, PURPOSE + 2) },
  };
}

interface Named {
  parts: Parts;
  strangeParent: Parts | null;
  parent: number | null;
}

function nameOf({ family, member, start, member0, own }: Kin): Named {
  const plain = (parts: Parts): Named => ({ parts, strangeParent: null, parent: null });
  if (family === "singles" || standsAlone(family, member)) return plain(singleName(own));
  if (family === "foreign") {
    const strangeParent = strangeParentName(member0);
    return { parts: { ...strangeParent, branch: "宁波分公司" }, strangeParent, parent: null };
  }
  if (family === "twins") return plain(shopName(member0));
  const head = headName(member0);
  if (family === "branches")
    return member === 0
      ? plain(head)
      : { ...plain(branchName(head, head.trade.charCodeAt(0) + member * 3)), parent: start };
  if (family === "group") return plain(groupName(head, member));
  if (family === "forms") return plain(otherFormName(head, member));
  if (family === "regions") return plain(regionName(head, member, own.random));
  // 'recycled': both bear the head's name. 'renamed': the first bore it once, the second bears it now.
  return plain(family === "renamed" && member === 0 ? formerName(head, own.random) : head);
}

interface Life {
  established: Day;
  closed: Day | null;
  renamedOn: Day | null;
  former: Parts | null;
}

function lifeOf(kin: Kin, named: Named, today: Day): Life {
  const { family, member, member0 } = kin;
  const random = kin.own.random;
  const established = today - 60 - Math.floor(random.share() ** 1.5 * 8_000);
  if (family === "recycled" && member < 2) {
    const turn = today - 900 - (member0.rank % 700);
    return member === 0
      ? { established: turn - 3_000, closed: turn - 300, renamedOn: null, former: null }
      : { established: turn, closed: null, renamedOn: null, former: null };
  }
  if (family === "renamed" && member < 2) {
    const turn = today - 1_100 - (member0.rank % 600);
    return member === 0
      ? { established: turn - 2_500, closed: null, renamedOn: turn - 250, former: headName(kinHead(kin)) }
      : { established: turn, closed: null, renamedOn: null, former: null };
  }
  const closed = random.chance(0.08) ? established + Math.floor((today - established) * 0.8) : null;
  const renamed = named.parts.branch === "" && established < today - 700 && random.chance(0.1);
  return {
    established,
    closed,
    renamedOn: renamed ? established + Math.floor((today - established) * 0.5) : null,
    former: renamed ? formerName(named.parts, random) : null,
  };
}

/** The family's first member anew: its draws begin again. */
const kinHead = ({ seed, start, member0 }: Kin): Member => ({
  ...member0,
  random: new Random(seed, start, PURPOSE + 1),
});

function makeFirm(seen: Seen, index: number): LinkFirm {
  const kin = kinOf(seen, index);
  const named = nameOf(kin);
  const { random } = kin.own;
  const life = lifeOf(kin, named, seen.today);
  const { place, form } = named.parts;
  const seat = ningboDistricts().find(({ code }) => code === place) ?? random.pick(ningboDistricts());
  const shop = /店$|商行$|经营部$/.test(form);
  const registry = place === "33" ? "330000" : place === "3302" && random.chance(0.3) ? "330200" : seat.code;
  const uscc = enterpriseCode({ prefix: shop ? "92" : "91", district: registry, index });
  const old = life.established < seen.today - 7_100;
  const serial = 10_000_000 + (index % 90_000_000);
  const sharesHead = kin.family === "group" || (kin.family === "branches" && random.chance(0.4));
  const regNo = random.chance(0.7)
    ? old
      ? `33020${serial}`
      : registrationNumber({ district: registry, form: shop ? 6 : 2, index: mix(index) % 4_999_999 })
    : null;
  return {
    index,
    uscc,
    name: spell(named.parts),
    ...named,
    ...life,
    regNo,
    representative: personName(seen.seed, (sharesHead ? kin.start : index) * 3),
    district: seat.code,
    address: `${seat.label}${random.pick(seat.streets)}${random.pick(ROADS)}路${random.between(1, 1_999)}号`,
  };
}

/** The invented register: firm `index` follows from (seed, size, today, index); nothing is kept. */
export function inventedWorld(options: { seed: number; size: number; today: Day }): LinkWorld {
  const { seed, size, today } = options;
  const seen: Seen = { seed, today, placed: brandShares(size) };
  return {
    size,
    today,
    id: `invented 1 ${seed} ${size} ${today}`,
    at: (index) => makeFirm(seen, index),
    cityOf: () => "3302",
  };
}
