import type { AcceptedRow, Feed } from "../feed.ts";
import { jsonField, listField, textField } from "./copyText.ts";
import { uuidOf } from "./deliveryId.ts";

export const RECEIVED_COLUMNS = [
  "restricted",
  "delivery",
  "line",
  "record",
  "content",
  "natural_person",
  "withdrawn",
  "uscc",
  "org_code",
  "reg_no",
  "name",
  "name_keys",
  "rep",
  "cells",
  "body",
] as const;

/** Whether a row goes to the restricted side of the archive. */
export function isRestricted(feed: Feed, accepted: AcceptedRow): boolean {
  return feed.disclosure !== "public" || accepted.restricted || accepted.naturalPerson;
}

/**
 * The archive's line for one accepted row: as received and cleaned, side by side. Put together field by field and not by
 * `copyLine`, because it is written for every row: codes, ids and keys hold letters and digits only, so nothing to escape.
 */
export function receivedLine(of: {
  feed: Feed;
  delivery: number;
  row: { line: number; cells: readonly string[] };
  accepted: AcceptedRow;
}): string {
  const { feed, delivery, row, accepted } = of;
  const { uscc, orgCode, regNo, name, nameKeys, legalRepresentative } = accepted.subject;
  const restricted = isRestricted(feed, accepted);
  const withdrawn = accepted.withdrawn ?? "";
  const body = JSON.stringify(accepted.body);
  const record = uuidOf(`${feed.source}\u001f${feed.feed}\u001f${accepted.identity.join("\u001f")}`);
  const who = `${uscc ?? ""}\u001f${orgCode ?? ""}\u001f${regNo ?? ""}\u001f${name ?? ""}\u001f${nameKeys.join("\u001f")}`;
  const content = uuidOf(`${withdrawn}\u001f${restricted}\u001f${who}\u001f${body}`);
  const place = `${restricted ? "t" : "f"}\t${delivery}\t${row.line}\t${record}\t${content}`;
  const state = `${accepted.naturalPerson ? "t" : "f"}\t${accepted.withdrawn ?? "\\N"}`;
  const codes = `${uscc ?? "\\N"}\t${orgCode ?? "\\N"}\t${regNo ?? "\\N"}`;
  const names = `${textField(name)}\t${listField(nameKeys)}\t${textField(legalRepresentative)}`;
  return `${place}\t${state}\t${codes}\t${names}\t${jsonField(JSON.stringify(row.cells))}\t${jsonField(body)}\n`;
}
