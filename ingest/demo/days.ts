import type { Random } from "./random.ts";

/** Days are whole numbers counted from 1970-01-01. */
export type Day = number;

/** Texts of the days from 1950 on, as they are asked for. */
const texts: string[] = [];
const FIRST_KEPT = -7_305;

/** `YYYY-MM-DD`. */
export function isoOf(day: Day): string {
  const kept = texts[day - FIRST_KEPT];
  if (kept !== undefined) return kept;
  const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
  if (day >= FIRST_KEPT) texts[day - FIRST_KEPT] = text;
  return text;
}

export function dayOf(iso: string): Day {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
}

/** `2026年3月5日`, as documents write it. */
export function writtenOut(day: Day): string {
  const iso = isoOf(day);
  return `${iso.slice(0, 4)}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8))}日`;
}

/** The months of days, written `2026年3月`. */
export function monthWrittenOut(day: Day): string {
  const iso = isoOf(day);
  return `${iso.slice(0, 4)}年${Number(iso.slice(5, 7))}月`;
}

export const DATE_FORMS = ["dashes", "slashes", "compact", "han", "instant"] as const;
export type DateForm = (typeof DATE_FORMS)[number];

/** One of the forms that departments write (reference §10). */
export function formatted(day: Day, form: DateForm): string {
  const iso = isoOf(day);
  switch (form) {
    case "dashes":
      return iso;
    case "slashes":
      return `${iso.slice(0, 4)}/${Number(iso.slice(5, 7))}/${Number(iso.slice(8))}`;
    case "compact":
      return iso.replaceAll("-", "");
    case "han":
      return writtenOut(day);
    case "instant":
      return `${iso.replaceAll("-", "")}093000`;
  }
}

/** No calendar has these days. */
export function impossibleDate(random: Random, day: Day): string {
  const year = isoOf(day).slice(0, 4);
  return year + random.pick(["-02-30", "-13-05", "-06-31", "-00-12"]);
}

export const PERMANENT_TEXTS = [
  "2099/12/31",
  "2099-12-31",
  "9999-12-31",
  "长期",
  "永久",
  "无固定期限",
] as const;
