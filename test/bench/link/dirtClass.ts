import type { Random } from "../../../ingest/demo/random.ts";
import type { LinkFirm, LinkWorld } from "./firm.ts";
import { type Parts, spell } from "./nameParts.ts";
import type { Draft, Need, Stated } from "./row.ts";

export interface Scene {
  world: LinkWorld;
  firm: LinkFirm;
  random: Random;
  /** A person who has nothing to do with the firm. */
  stranger: string;
}

/** One kind of dirt: how records of it are made from a firm. */
export interface DirtClass {
  id: string;
  title: string;
  /** Of 1,000 records, about so many. */
  share: number;
  by: Draft["by"];
  needs?: readonly Need[];
  /** It is the firm's record, though nothing may link it. */
  itsOwn?: true;
  /** What the record says; null where the firm leaves no room for it. What is left out says nothing. */
  make(scene: Scene): Partial<Stated> | null;
}

/** The name in these parts, as written or respelled. */
export const named = (parts: Parts, name = spell(parts)): Pick<Stated, "name" | "parts"> => ({ name, parts });

/** Half of the records say who represents the firm. */
export const maybePerson = ({ firm, random }: Scene): Pick<Stated, "representative"> => ({
  representative: random.chance(0.5) ? firm.representative : "",
});

/** Companies, whose names have region, brand, trade and form. */
export const isCompany = ({ parts }: LinkFirm) =>
  parts.form.endsWith("公司") && parts.branch === "" && parts.region !== "" && parts.trade !== "";
