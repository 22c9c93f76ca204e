import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { FORMAT, MEILISEARCH_SETTINGS } from "../../search-config/meilisearch.ts";
import { SYNONYMS } from "../../search-config/synonyms.ts";
import { meilisearchDocument } from "../../src/search/meilisearchDocument.ts";
import { thisVersion } from "../../src/search/meilisearchState.ts";
import { DOCUMENTS } from "../src/search/engineDocuments.ts";

test("every setting has its reason", () => {
  for (const { reason } of Object.values(MEILISEARCH_SETTINGS)) expect(reason.length).toBeGreaterThan(20);
  for (const { reason } of SYNONYMS) expect(reason.length).toBeGreaterThan(10);
});

test("a change of the settings or of what is indexed has a new format, so that the index is built anew", () => {
  const [document] = DOCUMENTS;
  if (document === undefined) throw new Error("no document");
  const branch = { ...document, name: "中国渔业银行股份有限公司宁波鄞州支行" };
  const indexed = [...DOCUMENTS.slice(0, 14), branch].map(meilisearchDocument);
  const digest = createHash("sha256")
    .update(JSON.stringify([Object.entries(thisVersion().settings), indexed]))
    .digest("hex")
    .slice(0, 16);
  // When this fails, count FORMAT up and write the new digest here.
  expect({ format: FORMAT, digest }).toEqual({ format: 13, digest: "1cc9a14cf710db10" });
});
