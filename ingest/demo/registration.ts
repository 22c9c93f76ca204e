import { fullWidth, mistyped, residentId } from "./codes.ts";
import { isoOf } from "./days.ts";
import { dateText, maybeBroken, nothing, permanentText } from "./dirt.ts";
import type { Firm } from "./firms.ts";
import { weighted } from "./random.ts";
import { type FileForm, REMARK, type RowTruth, type Scene, type Sink } from "./scene.ts";
import { SCOPES } from "./trades.ts";

/** The base record under the names of the register (reference §9.8). */
export const BASE_FILE: FileForm = {
  name: "enterprises",
  format: "csv",
  header:
    "PriPID UniCode EntName RegNO LeRep CerNO EntType IndustryPhy IndustryCo EstDate ApprDate OpFrom OpTo AltDate RegOrg RegOrgName OpScope RegState DomDistrict Dom Street RegCap Currency EmpNum PostalCode 备注".split(
      " ",
    ),
};

const stateOf = weighted([
  ["存续（在营、开业、在册）", 50],
  ["存续", 20],
  ["在业", 6],
  ["开业", 6],
  ["K", 2],
  ["注销", 9],
  ["吊销，未注销", 3],
  ["吊销", 1],
  ["迁出", 1],
  ["歇业", 1],
  ["注销中", 1],
] as const);
const CLOSED = /^(注销|吊销|迁出)/;
const CAPITALS = [3, 5, 10, 10, 30, 50, 50, 100, 100, 200, 300, 500, 500, 1_000, 2_000, 5_000, 10_000];
const TYPES = {
  company: ["1130", "1130", "1130", "1151", "1190", "1140", "5141", "6143"],
  branch: ["2130", "2190"],
  partnership: ["4522", "4521"],
  sole: ["4510"],
  individual: ["4900"],
  cooperative: ["3700"],
} as const;
const UNKNOWN_INDUSTRY = { section: "F", code: "5199" };

function typeOf(firm: Firm, scene: Scene): string {
  if (/股份有限公司$/.test(firm.name)) return scene.random.pick(["1229", "1222"]);
  return scene.random.pick(TYPES[firm.kind]);
}

function scopeOf(scene: Scene, section: string): string {
  const phrases = SCOPES[section] ?? SCOPES.F ?? [];
  const start = scene.random.int(phrases.length);
  const count = Math.min(phrases.length, 3 + scene.random.int(3));
  const chosen = Array.from({ length: count }, (_, i) => phrases[(start + i) % phrases.length] ?? "");
  return `一般项目：${chosen.join("；")}（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）。`;
}

function capitalText(scene: Scene, truth: RowTruth): string {
  const capital = scene.random.pick(CAPITALS);
  if (!scene.random.chance(0.05)) return `${capital}.000000`;
  truth.dirt.push("amount_unit_in_cell");
  return scene.random.chance(0.5) ? `${capital}万元人民币` : `${capital * 10_000}元`;
}

/** A small slip in how the base row names its firm; the code stays sound. */
function named(scene: Scene, truth: RowTruth): { code: string; name: string } {
  const { firm, random } = scene;
  const u = random.share();
  let { uscc: code, name } = firm;
  if (u < 0.004) code = fullWidth(code);
  else if (u < 0.01) code = code.toLowerCase();
  if (code !== firm.uscc) truth.dirt.push(u < 0.004 ? "full_width_code" : "lower_case_code");
  if (name.includes("（") && random.chance(0.2)) {
    name = name.replaceAll("（", "(").replaceAll("）", ")");
    truth.dirt.push("wrong_brackets");
  }
  return { code, name };
}

function cellsOf(scene: Scene, truth: RowTruth): string[] {
  const { firm, random } = scene;
  const { code, name } = named(scene, truth);
  const { section, code: industry } = firm.industry ?? UNKNOWN_INDUSTRY;
  const state = stateOf(random.share());
  const last = firm.renamedOn ?? firm.established + random.int(Math.max(1, scene.today - firm.established));
  const closed = CLOSED.test(state) ? isoOf(last) : "";
  const registry = firm.uscc.slice(2, 8);
  return [
    `3302${String(firm.index).padStart(12, "0")}`,
    code,
    name,
    firm.regNo ?? nothing(random, truth),
    firm.representative,
    random.chance(0.7) ? residentId(firm.index * 3) : "",
    typeOf(firm, scene),
    section,
    industry,
    dateText(random, firm.established, "dashes", truth),
    isoOf(last),
    isoOf(firm.established),
    random.chance(0.5) ? permanentText(random, truth) : isoOf(firm.established + 7_305),
    closed,
    registry,
    `${firm.place.label}市场监督管理局`,
    maybeBroken(random, scopeOf(scene, section), truth),
    state,
    firm.place.code,
    firm.address,
    "",
    firm.kind === "individual" || firm.kind === "branch" ? "" : capitalText(scene, truth),
    random.pick(["156", "CNY", "人民币"]),
    String(random.between(1, 120)),
    firm.place.postcode,
    REMARK,
  ];
}

const fresh = (firm: Firm): RowTruth => ({
  uscc: firm.uscc,
  dirt: [],
  expect: "accepted",
  linkable: true,
  naturalPerson: false,
});

/** A spoilt copy of the row above it: without a name, or with a code that fails its check. It must be rejected. */
function writeSpoilt(scene: Scene, sink: Sink, cells: readonly string[]): void {
  const copy = [...cells];
  const nameless = scene.random.chance(0.4);
  if (nameless) copy[2] = "";
  else copy[1] = scene.random.chance(0.5) ? "" : mistyped(scene.firm.uscc, scene.random);
  sink.put(copy, {
    ...fresh(scene.firm),
    dirt: [nameless ? "no_name" : "unsound_code"],
    expect: "rejected",
    linkable: false,
  });
}

/** The base record of the scene's firm, now and then with a spoilt or a second copy after it. */
export function writeBase(scene: Scene, sink: Sink): void {
  const truth = fresh(scene.firm);
  const cells = cellsOf(scene, truth);
  sink.put(cells, truth);
  const u = scene.random.share();
  if (u < 0.004) writeSpoilt(scene, sink, cells);
  else if (u < 0.007) sink.put(cells, { ...truth, dirt: [...truth.dirt, "duplicate"] });
}
