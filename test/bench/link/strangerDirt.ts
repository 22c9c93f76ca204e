import { enterpriseCode } from "../../../ingest/demo/codes.ts";
import { otherCharacter } from "./characters.ts";
import { type DirtClass, isCompany, named, type Scene } from "./dirtClass.ts";
import { formClass, type Parts } from "./nameParts.ts";
import { slipped } from "./slips.ts";

/** Half of the records about strangers say who represents them. */
const itsPerson = ({ random, stranger }: Scene) => ({ representative: random.chance(0.5) ? stranger : "" });

/** A code that no firm of the register has; others begin at the register's size. */
const nobodysCode = ({ world, firm, random }: Scene) =>
  enterpriseCode({
    prefix: "91",
    district: firm.district,
    index: world.size + 10_000_000 + random.int(400_000_000),
  });

/** A stranger whose name is a known firm's but for one part. */
function stranger(
  about: Pick<DirtClass, "id" | "title" | "share">,
  change: (scene: Scene) => Partial<Parts> | null,
): DirtClass {
  return {
    ...about,
    by: "stranger",
    make: (scene) => {
      const changed = change(scene);
      return changed === null ? null : { ...named({ ...scene.firm.parts, ...changed }), ...itsPerson(scene) };
    },
  };
}

const otherBrand =
  (kind: "sound" | "look") =>
  ({ firm, random }: Scene): Partial<Parts> | null => {
    const { brand } = firm.parts;
    if (!isCompany(firm) || brand === "") return null;
    const at = random.int(brand.length);
    const other = otherCharacter(brand.charAt(at), kind, random);
    return other === null ? null : { brand: brand.slice(0, at) + other + brand.slice(at + 1) };
  };

const OTHER_REGIONS = [..."杭州 温州 绍兴 台州 上海 苏州 嘉兴 金华".split(" ")];
const OTHER_TRADES = ["咨询", "投资", "餐饮管理", "物流", "置业", "教育科技", "电子商务", "劳务"];

export const STRANGER_DIRT: readonly DirtClass[] = [
  stranger(
    { id: "stranger.sound", title: "stranger, brand that sounds alike", share: 25 },
    otherBrand("sound"),
  ),
  stranger({ id: "stranger.look", title: "stranger, brand that looks alike", share: 15 }, otherBrand("look")),
  stranger(
    { id: "stranger.region", title: "stranger, same name in another city", share: 15 },
    ({ firm, random }) => {
      const region = random.pick(OTHER_REGIONS);
      return isCompany(firm) ? { region, place: `~${region}` } : null;
    },
  ),
  stranger(
    { id: "stranger.trade", title: "stranger, same brand in another trade", share: 10 },
    ({ firm, random }) => {
      const trade = random.pick(OTHER_TRADES);
      return isCompany(firm) && firm.parts.trade !== trade ? { trade } : null;
    },
  ),
  stranger(
    { id: "stranger.branch", title: "stranger, another branch of a known parent", share: 5 },
    ({ firm, random }) =>
      firm.parts.branch === "" ? null : { branch: `${random.pick(["舟山", "台州", "温州", "绍兴"])}分公司` },
  ),
  {
    ...stranger({ id: "form", title: "another legal form, no former name", share: 4 }, ({ firm }) =>
      isCompany(firm) && formClass(firm.parts.form) === "有限公司" ? { form: "股份有限公司" } : null,
    ),
    by: "never",
  },
  {
    id: "brand.alone",
    title: "brand with a slip and nothing to support it",
    share: 4,
    by: "never",
    itsOwn: true,
    make: ({ firm, random }) => {
      if (!isCompany(firm) || firm.parts.brand === "") return null;
      const brand = slipped(firm.parts.brand, "wrong", random);
      return brand === null ? null : named({ ...firm.parts, brand });
    },
  },
  {
    id: "parent.unknown",
    title: "parent's name where only the branch is known",
    share: 4,
    by: "never",
    make: ({ firm }) => (firm.strangeParent === null ? null : named(firm.strangeParent)),
  },
  {
    id: "code.nobody",
    title: "sound code that nobody has",
    share: 10,
    by: "stranger",
    needs: ["code"],
    make: (scene) => {
      const changed = otherBrand("sound")(scene);
      return changed === null
        ? null
        : { code: nobodysCode(scene), ...named({ ...scene.firm.parts, ...changed }) };
    },
  },
  {
    id: "code.nobody.name",
    title: "sound code that nobody has, known name",
    share: 3,
    by: "contrary",
    needs: ["code"],
    make: (scene) =>
      isCompany(scene.firm) ? { code: nobodysCode(scene), ...named(scene.firm.parts) } : null,
  },
  {
    id: "code.other",
    title: "code of one, name of another",
    share: 4,
    by: "contrary",
    needs: ["code"],
    make: ({ firm, world, random }) => {
      const other = world.at(random.int(world.size));
      const clear = isCompany(firm) && other.parts.brand !== firm.parts.brand;
      return clear ? { code: other.uscc, ...named(firm.parts) } : null;
    },
  },
  {
    id: "person",
    title: "natural person",
    share: 10,
    by: "stranger",
    make: ({ stranger }) => ({ name: stranger }),
  },
];
