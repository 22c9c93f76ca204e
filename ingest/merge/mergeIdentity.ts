import { readEnterpriseType } from "../../src/enterprise/enterpriseTypes.ts";
import { orgCodeOf } from "../../src/enterprise/identifiers.ts";
import { readMoney } from "../../src/enterprise/money.ts";
import { nameKey } from "../../src/enterprise/nameKey.ts";
import {
  type Conflict,
  type FieldSource,
  type FormerName,
  IDENTITY_FIELDS,
  type Identity,
  type IdentityField,
} from "../../src/enterprise/profile.ts";
import type { BaseBody, ChangeBody } from "../../src/enterprise/record.ts";
import { FIELD_RULES } from "./fieldRules.ts";
import { byId, type LinkedRecord, type SeenName } from "./linkedRecord.ts";

type BaseBodyType = ReturnType<typeof BaseBody.parse>;
type FieldValue = BaseBodyType[Exclude<IdentityField, "district">] | BaseBodyType["district"];

interface Candidate {
  value: FieldValue;
  source: FieldSource;
}

interface Parsed<T> {
  record: LinkedRecord;
  body: T;
}

const parsedBase = (record: LinkedRecord): Parsed<BaseBodyType> => ({
  record,
  body: JSON.parse(record.body),
});
const parsedChange = (record: LinkedRecord): Parsed<ReturnType<typeof ChangeBody.parse>> => ({
  record,
  body: JSON.parse(record.body),
});

function sourceOf(record: LinkedRecord, asOf: string): FieldSource {
  return { source: record.source, feed: record.feed, delivery: record.delivery.id, asOf };
}

/** The value a change record gives a field; text that can't be read as the field's type gives none. */
function changedValue(field: IdentityField, text: string): FieldValue {
  if (field === "type") return readEnterpriseType(text);
  if (field !== "capital") return text;
  const money = readMoney(text, { unit: "wan" });
  return "amount" in money ? { amount: money.amount, currency: money.currency } : null;
}

function candidates(
  field: IdentityField,
  base: Parsed<BaseBodyType>,
  changes: Parsed<ReturnType<typeof ChangeBody.parse>>[],
) {
  const found: Candidate[] = [];
  const own = base.body[field];
  if (own !== null && own !== undefined)
    found.push({
      value: own,
      source: sourceOf(base.record, base.body.approved ?? base.record.delivery.receivedOn),
    });
  const items = FIELD_RULES[field].changeItems ?? [];
  for (const { record, body } of changes) {
    if (!items.includes(body.item.code) || body.after === null || body.changedOn === null) continue;
    const value = changedValue(field, body.after);
    if (value === null) continue;
    found.push({ value, source: sourceOf(record, body.changedOn) });
    break; // changes stand newest first: the newest speaks for all of them
  }
  return found;
}

const plain = (value: FieldValue): string =>
  value === null || typeof value === "string"
    ? (value ?? "")
    : "label" in value
      ? value.label
      : `${value.amount} ${value.currency}`;

const same = (field: IdentityField, a: FieldValue, b: FieldValue): boolean =>
  field === "name"
    ? nameKey(plain(a)) === nameKey(plain(b))
    : plain(a).replace(/\s/g, "") === plain(b).replace(/\s/g, "");

/** Newest first; the id breaks ties, so that the order of arrival never shows. */
function sortedChanges(records: readonly LinkedRecord[]) {
  return records
    .filter((record) => record.kind === "change")
    .map(parsedChange)
    .sort((a, b) => {
      const [dayA, dayB] = [a.body.changedOn ?? "", b.body.changedOn ?? ""];
      return dayA === dayB ? byId(a.record, b.record) : dayA < dayB ? 1 : -1;
    });
}

/**
 * Merges the base record and the changes of one enterprise, field by field, as `FIELD_RULES` say.
 * @returns null when there is no base record: then there is no profile
 */
export function mergeIdentity(
  uscc: string,
  records: readonly LinkedRecord[],
  seen: readonly SeenName[],
): Identity | null {
  const bases = records.filter((record) => record.kind === "base").sort(byId);
  const first = bases[0];
  if (first === undefined) return null;
  const base = parsedBase(first);
  const changes = sortedChanges(records);
  const chosen: Partial<Record<IdentityField, FieldValue>> = {};
  const fieldSources: Partial<Record<IdentityField, FieldSource>> = {};
  const conflicts: Conflict[] = [];
  for (const field of IDENTITY_FIELDS) {
    const [a, b] = candidates(field, base, changes);
    if (a === undefined) continue;
    const changeWins =
      b !== undefined && FIELD_RULES[field].by === "recency" && b.source.asOf > a.source.asOf;
    const winner = changeWins ? b : a;
    const loser = changeWins ? a : b;
    chosen[field] = winner.value;
    fieldSources[field] = winner.source;
    if (loser !== undefined && !same(field, winner.value, loser.value))
      conflicts.push({ field, value: plain(loser.value), ...loser.source });
  }
  // Each field's value comes from the same field of a cleaned body, so it has that field's type.
  const value = chosen as Partial<BaseBodyType>;
  const name = value.name ?? base.body.name;
  return {
    name,
    formerNames: formerNames(name, changes, seen),
    codes: { uscc, orgCode: value.orgCode ?? orgCodeOf(uscc), regNo: value.regNo ?? null },
    status: base.body.status,
    statusText: base.body.statusText,
    type: value.type ?? null,
    legalRepresentative: value.legalRepresentative ?? null,
    capital: value.capital ?? null,
    established: value.established ?? null,
    approved: value.approved ?? null,
    operatingFrom: value.operatingFrom ?? null,
    operatingTo: value.operatingTo ?? null,
    closed: value.closed ?? null,
    address: value.address ?? null,
    district: value.district ?? null,
    industry: value.industry ?? null,
    industryText: value.industryText ?? null,
    scope: value.scope ?? null,
    authority: value.authority ?? null,
    fieldSources,
    conflicts,
  };
}

function formerNames(
  current: string,
  changes: Parsed<ReturnType<typeof ChangeBody.parse>>[],
  seen: readonly SeenName[],
): FormerName[] {
  const found = new Map<string, FormerName>();
  const currentKey = nameKey(current);
  const add = (former: FormerName) => {
    const key = nameKey(former.name);
    if (key !== "" && key !== currentKey && !found.has(key)) found.set(key, former);
  };
  for (const { record, body } of changes) {
    if (body.item.code !== "01" || body.before === null) continue;
    add({
      name: body.before,
      until: body.changedOn,
      source: record.source,
      feed: record.feed,
      delivery: record.delivery.id,
    });
  }
  const bySpelling = [...seen].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const name of bySpelling) add({ ...name, until: null });
  return [...found.values()];
}
