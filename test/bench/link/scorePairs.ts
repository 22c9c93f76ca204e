import { explain, type Outcome } from "../../../src/enterprise/linking/explain.ts";
import { NOBODY } from "../../../src/enterprise/linking/party.ts";

export interface PairScore {
  outcome: Outcome;
  probability: number;
}

/** What the project's scorer says of two names and nothing else. */
export function scorePair(a: string, b: string): PairScore {
  const { outcome, probability } = explain({ ...NOBODY, name: a }, { ...NOBODY, name: b });
  return { outcome, probability };
}
