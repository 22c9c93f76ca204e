import { hash } from "node:crypto";
import type { AcceptedRow, Feed } from "../feed.ts";
import type { BinaryRows } from "./copyBinary.ts";
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

/** What a row's content is hashed from; the cleaned form in it is what is stored. Used again for each row. */
let scratch = Buffer.allocUnsafeSlow(65_536);

/** The cleaned form behind what the content's hash takes in beside it, as bytes. @returns where it begins and ends */
function encode(head: string, body: string): { from: number; to: number } {
  const most = 3 * (head.length + body.length); // bytes of UTF-8 that one UTF-16 unit takes
  if (most > scratch.length) scratch = Buffer.allocUnsafeSlow(2 * most);
  const from = scratch.write(head);
  return { from, to: from + scratch.write(body, from) };
}

/** Adds the archive's row for one accepted row: as received and cleaned, side by side. */
export function addReceived(
  rows: BinaryRows,
  of: {
    feed: Feed;
    delivery: number;
    row: { line: number; cells: readonly string[] };
    accepted: AcceptedRow;
  },
): void {
  const { feed, delivery, row, accepted } = of;
  const { uscc, orgCode, regNo, name, nameKeys, legalRepresentative, address } = accepted.subject;
  const restricted = isRestricted(feed, accepted);
  const { withdrawn } = accepted;
  const record = uuidOf(`${feed.source}\u001f${feed.feed}\u001f${accepted.identity.join("\u001f")}`);
  const who = `${uscc ?? ""}\u001f${orgCode ?? ""}\u001f${regNo ?? ""}\u001f${name ?? ""}\u001f${nameKeys.join("\u001f")}`;
  const body = encode(
    `${withdrawn ?? ""}\u001f${restricted}\u001f${who}\u001f`,
    JSON.stringify(address === null ? accepted.body : { ...accepted.body, subjectAddress: address }),
  );

  rows.begin(RECEIVED_COLUMNS.length);
  rows.boolean(restricted);
  rows.integer(delivery);
  rows.integer(row.line);
  rows.uuid(record);
  rows.uuid(hash("sha256", scratch.subarray(0, body.to), "hex").slice(0, 32));
  rows.boolean(accepted.naturalPerson);
  rows.text(withdrawn);
  rows.text(uscc);
  rows.text(orgCode);
  rows.text(regNo);
  rows.text(name);
  rows.texts(nameKeys);
  rows.text(legalRepresentative);
  rows.text(JSON.stringify(row.cells));
  rows.bytes(scratch.subarray(body.from, body.to));
}
