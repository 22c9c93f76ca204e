import {
  DATE_FORMS,
  type DateForm,
  type Day,
  formatted,
  impossibleDate,
  isoOf,
  PERMANENT_TEXTS,
} from "./days.ts";
import type { Random } from "./random.ts";
import type { RowTruth, Scene } from "./scene.ts";

/** A date as the file writes it, or now and then in another of the usual forms. */
export function dateText(random: Random, day: Day, habit: DateForm, truth: RowTruth): string {
  if (!random.chance(0.1)) return formatted(day, habit);
  const form = random.pick(DATE_FORMS);
  if (form !== habit && !truth.dirt.includes("date_form")) truth.dirt.push("date_form");
  return formatted(day, form);
}

/** The date a record stands or falls with: one row in 200 has a day that no calendar has, or that is still to come. */
export function decisiveDate(scene: Scene, day: Day, habit: DateForm, truth: RowTruth): string {
  const { random } = scene;
  const u = random.share();
  if (u > 0.005) return dateText(random, day, habit, truth);
  truth.expect = "rejected";
  truth.linkable = false;
  truth.dirt.push(u < 0.0025 ? "impossible_date" : "future_date");
  return u < 0.0025 ? impossibleDate(random, day) : isoOf(scene.today + random.between(20, 400));
}

/** An end that never comes, in one of its spellings. */
export function permanentText(random: Random, truth: RowTruth): string {
  truth.dirt.push("permanent_date");
  return random.pick(PERMANENT_TEXTS);
}

/** An optional cell with nothing in it, as some clerks fill it. */
export function nothing(random: Random, truth: RowTruth): string {
  if (!random.chance(0.06)) return "";
  if (!truth.dirt.includes("null_text")) truth.dirt.push("null_text");
  return random.pick(["无", "/", "-", "--", "null", "不详"]);
}

/** A long text broken into lines in the cell. */
export function maybeBroken(random: Random, text: string, truth: RowTruth): string {
  if (!random.chance(0.02) || text.length < 12) return text;
  const at = Math.floor(text.length / 2);
  truth.dirt.push("line_break");
  return `${text.slice(0, at)}${random.chance(0.5) ? "\r\n" : "\n"}${text.slice(at)}`;
}

const BRACKETS = [
  ["〔", "〕"],
  ["【", "】"],
  ["[", "]"],
  ["(", ")"],
] as const;

/** A document number `甬市监处罚〔2026〕100017号` with one of the brackets that are about. */
export function bracketed(random: Random, documentNo: string, truth: RowTruth): string {
  if (!random.chance(0.2)) return documentNo;
  const [open, close] = random.pick(BRACKETS);
  if (open !== "〔") truth.dirt.push("document_brackets");
  return documentNo.replace("〔", open).replace("〕", close);
}
