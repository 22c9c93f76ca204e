import type { Coded } from "../enterprise/record.ts";
import type { SearchDocument } from "../enterprise/searchDocument.ts";

type Pair = [code: string, label: string];
const pairOf = (coded: Coded | null): Pair | null => (coded === null ? null : [coded.code, coded.label]);
const codedOf = ([code, label]: Pair): Coded => ({ code, label });
const perhaps = (pair: Pair | null): Coded | null => (pair === null ? null : codedOf(pair));

/** The values of a document, without their names. */
type Row = [
  ...[uscc: string, name: string, formerNames: string[], orgCode: string | null, regNo: string | null],
  ...[legalRepresentative: string | null, status: Pair],
  ...[type: Pair | null, district: Pair | null, industry: Pair | null],
  ...[established: string | null, address: string | null, lists: SearchDocument["lists"]],
  ...[counts: [lists: number, abnormal: number, penalties: number, licences: number]],
  ...[formerCodes?: string[]],
];

/** Quotes would be escaped, each of sixty, where the text is a value of JSON itself. Twice is the text again. */
function otherQuotes(text: string): string {
  // Few texts have both, and what does that is ten times as slow.
  if (!text.includes("'")) return text.replaceAll('"', "'");
  if (!text.includes('"')) return text.replaceAll("'", '"');
  return text.replace(/["']/g, (quote) => (quote === '"' ? "'" : '"'));
}

/**
 * A document as one text: its values in order, without their names. Meilisearch looks at each member of what it keeps, three times,
 * and builds each anew for each answer.
 */
export function packed(document: SearchDocument): string {
  const { status, type, district, industry, counts, formerCodes } = document;
  const row: Row = [
    document.uscc,
    document.name,
    document.formerNames,
    document.orgCode,
    document.regNo,
    document.legalRepresentative,
    [status.code, status.label],
    pairOf(type),
    pairOf(district),
    pairOf(industry),
    document.established,
    document.address,
    document.lists,
    [counts.lists, counts.abnormal, counts.penalties, counts.licences],
  ];
  if (formerCodes !== undefined) row.push(formerCodes);
  return otherQuotes(JSON.stringify(row));
}

/** Whether values are a row of ours, of this version, as all are that we put there; what each value is, is known then. */
function isRow(values: unknown): values is Row {
  if (!Array.isArray(values) || values.length < 14 || values.length > 15) return false;
  const [uscc, name, formerNames, , , , status] = values;
  const [lists, counts] = values.slice(12);
  const isLists = [formerNames, status, lists, counts].every(Array.isArray);
  return typeof uscc === "string" && typeof name === "string" && isLists && counts.length === 4;
}

/** @throws when the text is not made by `packed` */
export function unpacked(text: string): SearchDocument {
  const row: unknown = JSON.parse(otherQuotes(text));
  if (!isRow(row)) throw new TypeError("A packed document is a row of values");
  const [uscc, name, formerNames, orgCode, regNo, legalRepresentative, status, ...others] = row;
  const [type, district, industry, established, address, lists, counts, formerCodes] = others;
  const [listCount, abnormal, penalties, licences] = counts;
  return {
    uscc,
    name,
    formerNames,
    ...(formerCodes === undefined ? {} : { formerCodes }),
    orgCode,
    regNo,
    legalRepresentative,
    status: codedOf(status),
    type: perhaps(type),
    district: perhaps(district),
    industry: perhaps(industry),
    established,
    address,
    lists,
    counts: { lists: listCount, abnormal, penalties, licences },
  };
}

/** The document of one of Meilisearch's hits. @throws when there is none */
export function documentIn(hit: object): SearchDocument {
  const text = "document" in hit ? hit.document : null;
  if (typeof text !== "string") throw new TypeError("Meilisearch answers without a document");
  return unpacked(text);
}
