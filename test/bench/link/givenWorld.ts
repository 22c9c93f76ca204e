import type { BaseFirm } from "../../../ingest/demo/baseFirms.ts";
import { type Day, dayOf } from "../../../ingest/demo/days.ts";
import { baseFeed, givenBase } from "../../../ingest/demo/givenBase.ts";
import { loadFeeds } from "../../../ingest/feedRegistry.ts";
import { readName } from "../../../src/enterprise/companyName.ts";
import { canonicalCode, checkRegNo, isUscc } from "../../../src/enterprise/identifiers.ts";
import type { LinkFirm, LinkWorld } from "./firm.ts";
import { NO_PARTS, type Parts, spell } from "./nameParts.ts";

/** GB/T 2260 without the zeros at its end, as `Parts.place` has it. */
const trimmed = (code: string) => code.replace(/(00)+$/, "");

/** The name in parts; one that does not come together again from them is one brand as a whole. */
function partsOf(name: string): Parts {
  const { region, regionCode, brand, trade, form, branch, normal } = readName(name);
  const parts: Parts = {
    place: trimmed(regionCode ?? "") || (region === null ? "" : `~${region}`),
    ...{
      region: region ?? "",
      brand: brand ?? "",
      trade: trade ?? "",
      form: form ?? "",
      branch: branch ?? "",
    },
    inner: region !== null && !normal.startsWith(region),
  };
  return spell(parts) === normal ? parts : { ...NO_PARTS, brand: normal };
}

function firmOf(base: BaseFirm, index: number, today: Day): LinkFirm {
  const known = /^\d{4}-\d\d-\d\d$/.test(base.established ?? "");
  const parts = partsOf(base.name);
  return {
    index,
    uscc: base.uscc,
    name: base.name,
    parts,
    former: null,
    renamedOn: null,
    regNo: checkRegNo(canonicalCode(base.regNo ?? ""))?.regNo ?? null,
    representative: base.legalRepresentative ?? "",
    district: base.region ?? base.uscc.slice(2, 8),
    address: base.address ?? "",
    established: known ? dayOf(base.established ?? "") : today - 2_000,
    closed: null,
    parent: null,
    strangeParent: null,
  };
}

/** The firms of a given register, with sound codes, each once. They are held in memory; none has a former name. */
export async function givenWorld(
  path: string,
  of: { seed: number; limit: number; today: Day; asOf: string },
): Promise<LinkWorld> {
  const firms: LinkFirm[] = [];
  const seen = new Set<string>();
  for await (const base of givenBase(baseFeed(await loadFeeds()), path, of.asOf)) {
    if (firms.length === of.limit) break;
    if (!isUscc(base.uscc) || base.name.trim() === "" || seen.has(base.uscc)) continue;
    seen.add(base.uscc);
    firms.push(firmOf(base, firms.length, of.today));
  }
  return {
    size: firms.length,
    today: of.today,
    id: `given 1 ${path} ${firms.length}`,
    at(index) {
      const firm = firms[index];
      if (firm === undefined) throw new RangeError(`The register has ${firms.length} firms`);
      return firm;
    },
    cityOf: ({ district }) => district.slice(0, 4),
  };
}
