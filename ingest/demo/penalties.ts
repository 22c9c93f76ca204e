import { exactSum, hanCapitals, inTenThousands, roundSum } from "./amounts.ts";
import { type Day, monthWrittenOut } from "./days.ts";
import { fitting } from "./firms.ts";
import type { Place } from "./places.ts";
import { decidedOn, type Scene } from "./scene.ts";
import type { Violation } from "./violations.ts";

/** A decision before anyone has written it into a file. Sums in yuan. */
export interface Penalty {
  violation: Violation;
  documentNo: string;
  title: string;
  facts: string;
  /** The operative part, amounts included. */
  content: string;
  kinds: readonly string[];
  fine: number | null;
  gains: string | null;
  decidedOn: Day;
}

/** An office that decides: market regulation or police. */
export interface Office {
  nameOf(place: Place): string;
  /** What document numbers carry after the place's mark: 市监处罚, 公（治）行罚决字. */
  mark: string;
  /** Tells the codes of two offices of one place apart. */
  number: number;
  violations: readonly Violation[];
}

function sentence(
  violation: Violation,
  sums: { fine: number | null; gains: string | null },
  capitals: boolean,
): string {
  const parts: string[] = [];
  if (violation.kinds.includes("警告")) parts.push("警告");
  if (sums.gains !== null) parts.push(`没收违法所得${sums.gains}元`);
  if (sums.fine !== null)
    parts.push(capitals ? `罚款人民币${hanCapitals(sums.fine)}元整` : `罚款${sums.fine}元`);
  if (violation.kinds.includes("责令停产停业")) parts.push("责令停产停业");
  if (violation.withheld !== undefined) parts.push(`吊销${violation.withheld}`);
  return parts.length === 1 ? `${parts[0]}。` : `${parts.map((part, i) => `${i + 1}、${part}`).join("；")}。`;
}

/** Serial numbers begin where no office of a city ever gets to in a year. */
export function serialOf(scene: Scene, nth: number): number {
  return 100_000 + scene.firm.index * 32 + (nth % 32);
}

export function yearOf(day: Day): string {
  return monthWrittenOut(day).slice(0, 4);
}

/**
 * Decision `nth` about the scene's firm.
 * @param options.byCity decided by the city's own office
 * @param options.capitals the sum is written in capital Chinese digits in the text
 */
export function makePenalty(
  scene: Scene,
  office: Office,
  options: { nth: number; byCity: boolean; capitals: boolean },
): Penalty {
  const { random, firm } = scene;
  const violation = random.pick(fitting(office.violations, firm));
  const day = decidedOn(scene, 1_100);
  const fine = violation.fine === undefined ? null : roundSum(random, violation.fine[0], violation.fine[1]);
  const gains = violation.gains === undefined ? null : exactSum(random, violation.gains);
  const place = options.byCity ? firm.city : firm.place;
  return {
    violation,
    documentNo: `${place.mark}${office.mark}〔${yearOf(day)}〕${serialOf(scene, options.nth)}号`,
    title: `${violation.type}案`,
    facts: violation.facts
      .replace("{month}", monthWrittenOut(Math.max(firm.established, day - random.between(30, 200))))
      .replace("{count}", String(random.between(2, 40)))
      .replace("{value}", exactSum(random, 9_000)),
    content: sentence(violation, { fine, gains }, options.capitals),
    kinds: violation.kinds,
    fine,
    gains,
    decidedOn: day,
  };
}

/** The sum as the column 罚款金额(万元) should have it. */
export function columnSum(sum: number | string | null): string {
  return sum === null ? "" : inTenThousands(sum);
}
