import { codeChange } from "../../src/enterprise/codeChange.ts";
import { nameKey } from "../../src/enterprise/nameKey.ts";
import { type FormerCode, type FormerName, type Identity, SAME_BASES } from "../../src/enterprise/profile.ts";
import type {
  BaseBodyType,
  GroupedCode,
  LinkedRecord,
  Parsed,
  ParsedChange,
  SeenName,
} from "./linkedRecord.ts";

const provenance = ({ source, feed, delivery }: LinkedRecord) => ({ source, feed, delivery: delivery.id });
const NOWHERE = { source: null, feed: null, delivery: null };

/**
 * The names that an enterprise gave up: by its change records, newest first, then those of its other codes, then those that an
 * older version of a base record had. Each name once.
 */
export function formerNames(
  current: string,
  of: {
    others: readonly Parsed<BaseBodyType>[];
    changes: readonly ParsedChange[];
    seen: readonly SeenName[];
  },
): FormerName[] {
  const found = new Map<string, FormerName>();
  const currentKey = nameKey(current);
  const add = (former: FormerName) => {
    const key = nameKey(former.name);
    if (key !== "" && key !== currentKey && !found.has(key)) found.set(key, former);
  };
  for (const { record, body } of of.changes) {
    if (body.item.code !== "01" || body.before === null) continue;
    add({ name: body.before, until: body.changedOn, ...provenance(record) });
  }
  for (const { record, body } of of.others) add({ name: body.name, until: null, ...provenance(record) });
  const bySpelling = [...of.seen].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const name of bySpelling) add({ ...name, until: null });
  return [...found.values()];
}

/** The other codes of an enterprise with their registration numbers, then the numbers that its change records give up. */
export function formerCodes(
  codes: Identity["codes"],
  of: {
    grouped: readonly GroupedCode[];
    others: readonly Parsed<BaseBodyType>[];
    changes: readonly ParsedChange[];
  },
): FormerCode[] {
  const found = new Map<string, FormerCode>();
  const add = (former: FormerCode) => {
    if (former.code !== codes.uscc && former.code !== codes.regNo && !found.has(former.code))
      found.set(former.code, former);
  };
  const given = of.changes.flatMap(({ record, body }) => {
    const change = codeChange(body);
    return change === null ? [] : [{ ...change, record, on: body.changedOn }];
  });
  for (const { code, bases: why } of of.grouped) {
    const base = of.others.find(({ body }) => body.uscc === code);
    const change = given.find(({ before }) => before === code);
    const bases = SAME_BASES.filter((basis) => why.includes(basis)).sort();
    const record = base?.record ?? change?.record;
    const until = change?.on ?? base?.body.closed ?? null;
    const origin = record === undefined ? NOWHERE : provenance(record);
    add({ code, kind: "uscc", bases, until, ...origin });
    const regNo = base?.body.regNo ?? null;
    if (regNo !== null) add({ code: regNo, kind: "regNo", bases, until, ...origin });
  }
  for (const { before, on, record } of given)
    if (before.length === 15)
      add({ code: before, kind: "regNo", bases: ["change"], until: on, ...provenance(record) });
  return [...found.values()];
}
