import { readEnterpriseType } from "../../src/enterprise/enterpriseTypes.ts";
import { orgCodeOf } from "../../src/enterprise/identifiers.ts";
import { readMoney } from "../../src/enterprise/money.ts";
import { nameKey } from "../../src/enterprise/nameKey.ts";
import {
  type Conflict,
  type FieldSource,
  IDENTITY_FIELDS,
  type Identity,
  type IdentityField,
} from "../../src/enterprise/profile.ts";
import { FIELD_RULES } from "./fieldRules.ts";
import { formerCodes, formerNames } from "./formerIdentity.ts";
import {
  type BaseBodyType,
  byId,
  type GroupedCode,
  type LinkedRecord,
  type Parsed,
  type ParsedChange,
  parsedBase,
  parsedChange,
  type SeenName,
} from "./linkedRecord.ts";

type FieldValue = BaseBodyType[Exclude<IdentityField, "district">] | BaseBodyType["district"];

interface Candidate {
  value: FieldValue;
  source: FieldSource;
}

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

function candidates(field: IdentityField, base: Parsed<BaseBodyType>, changes: readonly ParsedChange[]) {
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
function sortedChanges(records: readonly LinkedRecord[]): ParsedChange[] {
  return records
    .filter((record) => record.kind === "change")
    .map(parsedChange)
    .sort((a, b) => {
      const [dayA, dayB] = [a.body.changedOn ?? "", b.body.changedOn ?? ""];
      return dayA === dayB ? byId(a.record, b.record) : dayA < dayB ? 1 : -1;
    });
}

interface Chosen {
  value: Partial<Record<IdentityField, FieldValue>>;
  fieldSources: Partial<Record<IdentityField, FieldSource>>;
  conflicts: Conflict[];
}

/** Each field from the base record or from the changes, and what lost against it. */
function chooseFields(base: Parsed<BaseBodyType>, changes: readonly ParsedChange[]): Chosen {
  const chosen: Chosen = { value: {}, fieldSources: {}, conflicts: [] };
  for (const field of IDENTITY_FIELDS) {
    const [a, b] = candidates(field, base, changes);
    if (a === undefined) continue;
    const changeWins =
      b !== undefined && FIELD_RULES[field].by === "recency" && b.source.asOf > a.source.asOf;
    const winner = changeWins ? b : a;
    const loser = changeWins ? a : b;
    chosen.value[field] = winner.value;
    chosen.fieldSources[field] = winner.source;
    if (loser !== undefined && !same(field, winner.value, loser.value))
      chosen.conflicts.push({ field, value: plain(loser.value), ...loser.source });
  }
  return chosen;
}

/** The fields that are shown as they are, in the order of a profile. */
const plainFields = (value: Partial<BaseBodyType>) => ({
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
});

/**
 * Merges the base record and the changes of one enterprise, field by field, as `FIELD_RULES` say. Of several codes that are
 * one enterprise, only `uscc` speaks for what it is now: what the others say is what it was.
 * @returns null when there is no base record: then there is no profile
 */
export function mergeIdentity(
  uscc: string,
  of: {
    records: readonly LinkedRecord[];
    seenNames: readonly SeenName[];
    formerCodes: readonly GroupedCode[];
  },
): Identity | null {
  const bases = of.records
    .filter((record) => record.kind === "base")
    .sort(byId)
    .map(parsedBase);
  const base = bases.find(({ record }) => record.enterprise === uscc);
  if (base === undefined) return null;
  const others = bases.filter((other) => other !== base);
  const changes = sortedChanges(of.records);
  const own = changes.filter(({ record }) => record.enterprise === uscc);
  const { value: chosen, fieldSources, conflicts } = chooseFields(base, own);
  // Each field's value comes from the same field of a cleaned body, so it has that field's type.
  const value = chosen as Partial<BaseBodyType>;
  const name = value.name ?? base.body.name;
  const codes = { uscc, orgCode: value.orgCode ?? orgCodeOf(uscc), regNo: value.regNo ?? null };
  const former = formerCodes(codes, { grouped: of.formerCodes, others, changes });
  return {
    name,
    formerNames: formerNames(name, { others, changes, seen: of.seenNames }),
    codes: former.length === 0 ? codes : { ...codes, former },
    status: base.body.status,
    statusText: base.body.statusText,
    ...plainFields(value),
    fieldSources,
    conflicts,
  };
}
