import type { Coded } from "../enterprise/record.ts";
import { SearchDocument } from "../enterprise/searchDocument.ts";

type Pair = [code: string, label: string] | null;
const pairOf = (coded: Coded | null): Pair => (coded === null ? null : [coded.code, coded.label]);
const codedOf = (pair: Pair): Coded | null => (pair === null ? null : { code: pair[0], label: pair[1] });

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
  const values = [
    ...[document.uscc, document.name, document.formerNames, document.orgCode, document.regNo],
    ...[document.legalRepresentative, pairOf(status), pairOf(type), pairOf(district), pairOf(industry)],
    ...[document.established, document.address, document.lists],
    [counts.lists, counts.abnormal, counts.penalties, counts.licences],
    ...(formerCodes === undefined ? [] : [formerCodes]),
  ];
  return otherQuotes(JSON.stringify(values));
}

/** @throws when the text is not made by `packed` */
export function unpacked(text: string): SearchDocument {
  const values: unknown = JSON.parse(otherQuotes(text));
  if (!Array.isArray(values)) throw new TypeError("A packed document is a row of values");
  const [uscc, name, formerNames, orgCode, regNo, legalRepresentative, ...others] = values;
  const [status, type, district, industry, established, address, lists, counts, formerCodes] = others;
  const [listCount, abnormal, penalties, licences] = counts;
  return SearchDocument.parse({
    ...{ uscc, name, formerNames },
    ...(formerCodes === undefined ? {} : { formerCodes }),
    ...{ orgCode, regNo, legalRepresentative },
    ...{
      status: codedOf(status),
      type: codedOf(type),
      district: codedOf(district),
      industry: codedOf(industry),
    },
    ...{ established, address, lists },
    counts: { lists: listCount, abnormal, penalties, licences },
  });
}

/** The document of one of Meilisearch's hits. @throws when there is none */
export function documentIn(hit: object): SearchDocument {
  const text = "document" in hit ? hit.document : null;
  if (typeof text !== "string") throw new TypeError("Meilisearch answers without a document");
  return unpacked(text);
}
