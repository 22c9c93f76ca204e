import { LINK_WORDS } from "../../src/enterprise/linking/linkWords.ts";
import { SAME_WORDS } from "../../src/enterprise/sameWords.ts";

const WORDS = { ...LINK_WORDS, ...SAME_WORDS };

/** Where a row went, as the ledger has it, with what it says of its subject beside what its enterprise is known by. */
export interface StoredLink {
  delivery: string;
  source: string;
  feed: string;
  file: string;
  line: number;
  record: string;
  outcome: string;
  /** Where it is shown. */
  uscc: string | null;
  /** The code that the evidence points at, when it is a former one of that enterprise. */
  formerCode: string | null;
  rule: string | null;
  score: number | null;
  code: string;
  rivals: string[];
  evidence: string | null;
  stated: { uscc: string | null; org_code: string | null; reg_no: string | null; name: string | null };
  known: { uscc: string | null; name: string | null; reg_no: string | null };
}

interface Feature {
  feature: string;
  level: string;
  left: string | null;
  right: string | null;
}

/** What exact evidence compared: the key that its rule is named after, and the names. */
function exactFeatures({ rule, stated, known }: StoredLink): Feature[] {
  const same = (feature: string, left: string | null, right: string | null) => ({
    feature,
    level: "same",
    left,
    right,
  });
  const names = { feature: "name", level: "stated", left: stated.name, right: known.name };
  if (rule === "uscc") return [same("code", stated.uscc, known.uscc), names];
  if (rule === "org_code") return [same("orgCode", stated.org_code, known.uscc?.slice(8, 17) ?? null), names];
  if (rule === "reg_no") return [same("regNo", stated.reg_no, known.reg_no), names];
  if (rule === "name") return [same("name", stated.name, known.name)];
  return rule === "former_name" ? [same("formerName", stated.name, known.name)] : [];
}

/**
 * One line of `links`: `why` and `whyEn` are sentences, `code` is their stable name. Of a link that was weighed, `version` is that of
 * its parameters and `features` have their weights in bits; an exact one has version `exact`.
 */
export function linkAnswer(link: StoredLink): object {
  const { code, evidence, stated: _stated, known: _known, ...where } = link;
  const words = { why: WORDS[code]?.zh ?? code, whyEn: WORDS[code]?.en ?? code, code };
  if (evidence === null) return { ...where, ...words, version: "exact", features: exactFeatures(link) };
  const [{ version, zh, en, features }] = JSON.parse(evidence);
  return { ...where, ...words, why: zh, whyEn: en, version, features };
}
