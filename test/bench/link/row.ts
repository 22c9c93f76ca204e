import type { Day } from "../../../ingest/demo/days.ts";
import type { Parts } from "./nameParts.ts";

/** What one record says of its subject; '' where it says nothing. */
export interface Stated {
  code: string;
  orgCode: string;
  regNo: string;
  /** As written. */
  name: string;
  /** What the writer meant by it, for the judge; null when there is no name. */
  parts: Parts | null;
  representative: string;
  address: string;
  /** Four digits of GB/T 2260: the city of whoever wrote it. */
  city: string;
  decidedOn: Day;
}

/** `never`: must not be linked automatically, whoever it is. */
export type Linkable = "yes" | "no" | "never";

export type Need = "code" | "orgCode" | "regNo" | "representative" | "authority" | "address";

export interface Draft {
  class: string;
  stated: Stated;
  /** Index of the firm whose record it is; null when it is nobody's of the register. */
  firm: number | null;
  /**
   * `code`: a sound code or number settles it. `judge`: yes or no by what the whole register leaves possible. `stranger`: about
   * somebody who is not in the register. `never`: see `Linkable`. `contrary`: what it says contradicts itself, never linked.
   */
  by: "code" | "judge" | "stranger" | "never" | "contrary";
  /** What the layout must have room for. */
  needs: readonly Need[];
  naturalPerson: boolean;
  /** Index in LAYOUTS. */
  layout: number;
}
