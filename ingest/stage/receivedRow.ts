import type { AcceptedRow, Feed } from "../feed.ts";
import { copyLine } from "./copyText.ts";
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

/** The archive's line for one accepted row: as received and cleaned, side by side. */
export function receivedLine(of: {
  feed: Feed;
  delivery: number;
  row: { line: number; cells: readonly string[] };
  accepted: AcceptedRow;
}): string {
  const { feed, delivery, row, accepted } = of;
  const { subject } = accepted;
  const restricted = isRestricted(feed, accepted);
  const body = JSON.stringify(accepted.body);
  const keys = [subject.uscc, subject.orgCode, subject.regNo, subject.name, ...subject.nameKeys];
  const content = uuidOf([accepted.withdrawn ?? "", restricted, ...keys, body].join("\u001f"));
  return copyLine([
    restricted,
    delivery,
    row.line,
    uuidOf([feed.source, feed.feed, ...accepted.identity].join("\u001f")),
    content,
    accepted.naturalPerson,
    accepted.withdrawn,
    subject.uscc,
    subject.orgCode,
    subject.regNo,
    subject.name,
    subject.nameKeys,
    subject.legalRepresentative,
    row.cells,
    { json: body },
  ]);
}
