import { z } from "zod";
import { PublishedListEntry } from "./profile.ts";
import { Coded } from "./record.ts";

/** Whose entry it is. `uscc` null: no base record of it here; `code` is then what was delivered, when it is sound. */
export const ListSubject = z.object({
  uscc: z.string().nullable(),
  code: z.string().nullable(),
  name: z.string(),
  district: Coded.nullable(),
});
export type ListSubject = z.infer<typeof ListSubject>;

/** An entry as it stands on its list. */
export const ListedEntry = z.object({ subject: ListSubject, ...PublishedListEntry.shape });
export type ListedEntry = z.infer<typeof ListedEntry>;

/** Columns of a list as a table, in order. */
export const LIST_COLUMNS = [
  ...["list", "id", "uscc", "code", "name", "district", "districtLabel", "documentNo"],
  ...["authority", "authorityCode", "listedOn", "reason", "content", "basis", "endsOn", "removedOn"],
  ...["removalReason", "removalAuthority", "receivedAt", "publishedAt", "publicUntil"],
  ...["source", "feed", "delivery"],
] as const;

/** The cells of one entry, in the order of `LIST_COLUMNS`; an absent value is an empty cell. */
export function listCells(entry: ListedEntry): string[] {
  const { subject, authority } = entry;
  const cells = [
    ...[entry.list, entry.id, subject.uscc, subject.code, subject.name],
    ...[subject.district?.code ?? null, subject.district?.label ?? null, entry.documentNo],
    ...[authority.name, authority.code, entry.listedOn, entry.reason, entry.content, entry.basis],
    ...[entry.endsOn, entry.removedOn, entry.removalReason, entry.removalAuthority],
    ...[entry.receivedAt, entry.publishedAt, entry.publicUntil],
    ...[entry.source, entry.feed, entry.delivery],
  ];
  return cells.map((cell) => cell ?? "");
}

/**
 * One line of CSV (RFC 4180), with its line break. A cell that a spreadsheet would run as a formula is defused with a
 * leading apostrophe.
 */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${quoted.join(",")}\r\n`;
}
