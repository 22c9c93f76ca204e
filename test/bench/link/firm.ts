import type { Day } from "../../../ingest/demo/days.ts";
import type { Parts } from "./nameParts.ts";

/** An enterprise of the bench's register, as far as records about it and the judge need to know it. */
export interface LinkFirm {
  index: number;
  uscc: string;
  name: string;
  parts: Parts;
  /** A name it bore until `renamedOn`. */
  former: Parts | null;
  renamedOn: Day | null;
  /** 15 digits, or the 13 of before 2007. */
  regNo: string | null;
  representative: string;
  /** Six digits. */
  district: string;
  address: string;
  established: Day;
  closed: Day | null;
  /** The firm's parent, when the register has it. */
  parent: number | null;
  /** The parent's name, when the register does not have it. */
  strangeParent: Parts | null;
}

/** Any firm can be asked for at any time and is the same each time. */
export interface LinkWorld {
  readonly size: number;
  readonly today: Day;
  /** What makes the world what it is, as one text. */
  readonly id: string;
  at(index: number): LinkFirm;
  /** Four digits: the city whose authorities write about the firm. */
  cityOf(firm: LinkFirm): string;
}
