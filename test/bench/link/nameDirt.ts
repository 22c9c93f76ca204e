import { fullWidth } from "../../../ingest/demo/codes.ts";
import { toTraditional } from "./characters.ts";
import { type DirtClass, isCompany, maybePerson, named, type Scene } from "./dirtClass.ts";
import { type Parts, spell } from "./nameParts.ts";
import { slipped, type TextSlip } from "./slips.ts";

/** A class of records without code, whose name is changed by `change`. */
function byName(
  about: Pick<DirtClass, "id" | "title" | "share"> & Partial<Pick<DirtClass, "by" | "needs">>,
  change: (scene: Scene) => Partial<Parts> | null,
): DirtClass {
  return {
    by: "judge",
    ...about,
    make: (scene) => {
      const changed = change(scene);
      return changed === null
        ? null
        : { ...named({ ...scene.firm.parts, ...changed }), ...maybePerson(scene) };
    },
  };
}

/** A class of records whose name is written in another spelling. */
function respelled(
  about: Pick<DirtClass, "id" | "title" | "share">,
  respell: (name: string, scene: Scene) => string,
): DirtClass {
  return {
    ...about,
    by: "judge",
    make: (scene) => {
      const name = spell(scene.firm.parts);
      const written = respell(name, scene);
      return written === name ? null : { ...named(scene.firm.parts, written), ...maybePerson(scene) };
    },
  };
}

function tradeSlip(slip: TextSlip, title: string, share: number): DirtClass {
  return byName({ id: `trade.${slip}`, title, share }, ({ firm, random }) => {
    if (!isCompany(firm) || firm.parts.trade.length < 2) return null;
    const trade = slipped(firm.parts.trade, slip, random);
    return trade === null ? null : { trade };
  });
}

const BRACKETS = ["()", "〔〕", "【】", "[]", "「」"];
const withBrackets = (name: string, { random }: Scene) => {
  const [open = "", close = ""] = random.pick(BRACKETS);
  return name.replaceAll("（", open).replaceAll("）", close);
};
/** 宁波 and 宁波市, 浙江 and 浙江省, 余姚 and 余姚市. */
function otherMark({ region, place }: Parts): string | null {
  if (/[市省县区]$/.test(region)) return region.replace(/[市省县区]$/, "");
  const mark = place.length === 2 ? "省" : /^宁波.+/.test(region) ? "区" : place.length === 4 ? "市" : "";
  return mark === "" ? null : region + mark;
}

export const NAME_DIRT: readonly DirtClass[] = [
  byName({ id: "name", title: "full name without code", share: 90 }, ({ firm }) =>
    isCompany(firm) ? {} : null,
  ),
  byName({ id: "name.shop", title: "full name of a sole trader without code", share: 15 }, ({ firm }) =>
    firm.uscc.startsWith("92") ? {} : null,
  ),
  {
    id: "former",
    title: "former name without code",
    share: 35,
    by: "judge",
    make: (scene) => {
      const { former } = scene.firm;
      return former === null ? null : { ...named(former), ...maybePerson(scene) };
    },
  },
  byName({ id: "noForm", title: "name without its form", share: 35 }, ({ firm }) =>
    isCompany(firm) ? { form: "" } : null,
  ),
  byName(
    {
      id: "noRegion",
      title: "name without its region, by an authority of the city",
      share: 30,
      needs: ["authority"],
    },
    ({ firm, world }) =>
      isCompany(firm) && !firm.parts.inner && firm.parts.place === world.cityOf(firm)
        ? { region: "", place: "" }
        : null,
  ),
  respelled({ id: "spelling.brackets", title: "other brackets", share: 15 }, withBrackets),
  respelled(
    { id: "spelling.width", title: "full-width letters, or spaces between", share: 10 },
    (name, { random }) =>
      random.chance(0.5) ? `${name.slice(0, 2)} ${name.slice(2)}　` : fullWidth(` ${name} `),
  ),
  respelled({ id: "spelling.traditional", title: "traditional characters", share: 10 }, toTraditional),
  byName({ id: "llc", title: "有限责任公司 for 有限公司 and back", share: 30 }, ({ firm }) => {
    const { form } = firm.parts;
    if (!isCompany(firm)) return null;
    if (form === "有限公司") return { form: "有限责任公司" };
    return form === "有限责任公司" ? { form: "有限公司" } : null;
  }),
  byName({ id: "mark", title: "市, 省, 区 put in or left out", share: 30 }, ({ firm }) => {
    const region = isCompany(firm) ? otherMark(firm.parts) : null;
    return region === null ? null : { region };
  }),
  respelled({ id: "group", title: "集团 in brackets", share: 10 }, (name) =>
    name.replace(/集团有限公司$/, "（集团）有限公司"),
  ),
  tradeSlip("wrong", "trade with a wrong character", 20),
  tradeSlip("missing", "trade with a character missing", 15),
  tradeSlip("extra", "trade with a character too many", 10),
  tradeSlip("swapped", "trade with neighbours swapped", 10),
  {
    id: "brand.person",
    title: "brand with a slip, with the representative",
    share: 30,
    by: "judge",
    needs: ["representative"],
    make: ({ firm, random }) => {
      if (!isCompany(firm) || firm.parts.brand === "") return null;
      const brand = slipped(firm.parts.brand, random.chance(0.8) ? "wrong" : "extra", random);
      return brand === null
        ? null
        : { ...named({ ...firm.parts, brand }), representative: firm.representative };
    },
  },
  byName({ id: "branch", title: "branch named in full", share: 20 }, ({ firm }) =>
    firm.parts.branch === "" ? null : {},
  ),
  byName(
    { id: "parent", title: "parent's name where parent and branch are known", share: 10 },
    ({ firm, world }) =>
      firm.parent === null && firm.index + 1 < world.size && world.at(firm.index + 1).parent === firm.index
        ? {}
        : null,
  ),
  {
    id: "several.person",
    title: "name of several, with the representative",
    share: 10,
    by: "judge",
    needs: ["representative"],
    make: ({ firm, world }) =>
      sharesName(firm.index, world) ? { ...named(firm.parts), representative: firm.representative } : null,
  },
  {
    id: "several.date",
    title: "name of several, of which one lived on the day",
    share: 10,
    by: "judge",
    make: ({ firm, world }) =>
      sharesName(firm.index, world) && firm.uscc.startsWith("91") ? named(firm.parts) : null,
  },
  {
    id: "several",
    title: "name of several and nothing else",
    share: 3,
    by: "judge",
    make: ({ firm, world }) =>
      sharesName(firm.index, world) && firm.uscc.startsWith("92") ? named(firm.parts) : null,
  },
];

/** Whether a neighbour in the register bears the same name: those that were made to do so stand together. */
function sharesName(index: number, world: Scene["world"]): boolean {
  const own = world.at(index).name;
  return [index - 1, index + 1].some((at) => at >= 0 && at < world.size && world.at(at).name === own);
}
