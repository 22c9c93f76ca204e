import { type Random, weighted } from "../../../ingest/demo/random.ts";

/** What firms that stand together in the register have to do with each other. */
export type Family =
  | "singles"
  | "branches"
  | "group"
  | "recycled"
  | "renamed"
  | "forms"
  | "regions"
  | "twins"
  | "foreign";

export const FAMILY_SIZE = 4;

const full = weighted<Family>([
  ["singles", 46],
  ["branches", 12],
  ["group", 12],
  ["recycled", 4],
  ["renamed", 4],
  ["forms", 4],
  ["regions", 12],
  ["twins", 3],
  ["foreign", 3],
]);
const pair = weighted<Family>([
  ["singles", 62],
  ["branches", 13],
  ["group", 13],
  ["recycled", 3],
  ["renamed", 3],
  ["regions", 6],
]);
const alone = weighted<Family>([
  ["singles", 96],
  ["foreign", 4],
]);

/** @param members how many firms there are to share out, one to four */
export function familyOf(random: Random, members: number): Family {
  const draw = members === 1 ? alone : members < FAMILY_SIZE ? pair : full;
  return draw(random.share());
}

/** Members of a family that go their own way: the family is smaller than its four places. */
export function standsAlone(family: Family, member: number): boolean {
  if (family === "foreign") return member > 0;
  return ["recycled", "renamed", "twins"].includes(family) && member > 1;
}
