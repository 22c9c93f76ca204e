import { confused, fullWidth, mistyped } from "./codes.ts";
import type { Firm } from "./firms.ts";
import type { Scene } from "./scene.ts";

/** Which columns a layout has for saying who is meant. */
export interface Columns {
  orgCode?: boolean;
  regNo?: boolean;
  /** The layout names its authority, whose city stands for a region that a name lacks. */
  authority?: boolean;
}

/** What a slip writes in place of the right thing, and what that does to the truth. */
export interface Slipped {
  code?: string;
  orgCode?: string;
  regNo?: string;
  name?: string;
  representative?: string;
  byCity?: boolean;
  linkable?: boolean;
  /** The row is nobody's of the base. */
  nobody?: boolean;
  rejected?: boolean;
}

/** Null where the firm or the layout leaves no room for it. */
type Slip = (scene: Scene, columns: Columns) => Slipped | null;

/** The code is spoilt: only the name can tell. */
const spoilt = (firm: Firm, code: string): Slipped => ({ code, linkable: firm.nameUnique });

const named = (name: string | null, linkable: boolean): Slipped | null =>
  name === null ? null : { code: "", name, linkable };

const spaced = (code: string) => `${code.slice(0, 8)} ${code.slice(8, 17)} ${code.slice(17)}`;

const PLACEHOLDERS = ["无", "/", "--", "null", "000000000000000000", "123456789012345678"];

/** What goes wrong with the subject of a row and how often (reference §10). */
const SLIPS: readonly (readonly [name: string, share: number, Slip])[] = [
  ["full_width_code", 0.012, ({ firm }) => ({ code: fullWidth(firm.uscc) })],
  ["lower_case_code", 0.015, ({ firm }) => ({ code: firm.uscc.toLowerCase() })],
  ["spaced_code", 0.008, ({ firm }) => ({ code: spaced(firm.uscc) })],
  ["confusable_code", 0.012, ({ firm, random }) => spoilt(firm, confused(firm.uscc, random))],
  ["mistyped_code", 0.014, ({ firm, random }) => spoilt(firm, mistyped(firm.uscc, random))],
  ["placeholder_code", 0.008, ({ firm, random }) => spoilt(firm, random.pick(PLACEHOLDERS))],
  [
    "org_code_only",
    0.014,
    ({ firm, random }, { orgCode }) => {
      if (orgCode !== true) return null;
      const hyphenated = `${firm.orgCode.slice(0, 8)}-${firm.orgCode.slice(8)}`;
      return { code: "", regNo: "", orgCode: random.chance(0.5) ? firm.orgCode : hyphenated };
    },
  ],
  [
    "reg_no_only",
    0.012,
    ({ firm }, { regNo }) =>
      regNo === true && firm.regNo !== null && /^\d{15}$/.test(firm.regNo)
        ? { code: "", regNo: firm.regNo }
        : null,
  ],
  ["code_only", 0.008, () => ({ name: "" })],
  ["name_only", 0.045, ({ firm }) => named(firm.name, firm.nameUnique)],
  [
    "no_region",
    0.015,
    ({ firm }, { authority }) => {
      const slip = authority === true ? named(firm.withoutRegion, firm.nameUnique) : null;
      return slip === null ? null : { ...slip, byCity: true };
    },
  ],
  ["wrong_form", 0.004, ({ firm }) => named(firm.otherForm, false)],
  ["brand_typo", 0.006, ({ firm }) => named(firm.misspelt, false)],
  ["short_name", 0.006, ({ firm }) => named(firm.shortName, false)],
  [
    "unknown_code",
    0.005,
    ({ firm, firms }) => {
      const stranger = firms.stranger(firm.index);
      return { code: stranger.uscc, name: stranger.name, nobody: true };
    },
  ],
  [
    "code_of_nobody",
    0.002,
    ({ firm, firms }) => ({ code: firms.stranger(firm.index).uscc, linkable: false }),
  ],
  [
    "code_of_another",
    0.002,
    ({ firm, firms }) =>
      firms.size < 2 ? null : { code: firms.at((firm.index + 1) % firms.size).uscc, linkable: false },
  ],
  [
    "no_subject",
    0.003,
    () => ({ code: "", orgCode: "", name: "", representative: "", nobody: true, rejected: true }),
  ],
];

/** Of a hundred rows of a firm that was renamed, so many still have the old name: half of them nothing else. */
const OLD_NAME = 0.24;
/** Of a hundred rows of a branch, so many name its parent alone. */
const PARENT_NAME = 0.08;

/** The slip of one row, or null for a row without one. */
export function drawSlip(
  scene: Scene,
  columns: Columns,
): { names: readonly string[]; slipped: Slipped } | null {
  const { firm, random } = scene;
  const history = random.share();
  if (firm.formerName !== null && history < OLD_NAME) {
    if (history >= OLD_NAME / 2) return { names: ["former_name"], slipped: { name: firm.formerName } };
    return { names: ["former_name", "name_only"], slipped: { name: firm.formerName, code: "", regNo: "" } };
  }
  if (firm.parentName !== null && history < PARENT_NAME)
    return { names: ["parent_name"], slipped: { code: "", regNo: "", name: firm.parentName, nobody: true } };
  let left = random.share();
  for (const [name, share, slip] of SLIPS) {
    left -= share;
    if (left >= 0) continue;
    const slipped = slip(scene, columns);
    return slipped === null ? null : { names: [name], slipped: { regNo: "", ...slipped } };
  }
  return null;
}
