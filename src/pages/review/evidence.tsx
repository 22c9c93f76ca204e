import type { Feature, Evidence as Weighed } from "../../enterprise/question.ts";
import { Chinese } from "../elements.tsx";
import { DataTable } from "../table.tsx";
import type { View } from "../view.ts";

/** Odds of 2 and of 64 to one, in bits. */
const SOME = 1;
const STRONG = 6;

export function percentOf(probability: number): string {
  return `${(probability * 100).toFixed(1)} %`;
}

function meaningOf(view: View, weight: number): string {
  const { evidence } = view.words.review;
  if (Math.abs(weight) < SOME) return evidence.neutral;
  const isStrong = Math.abs(weight) >= STRONG;
  if (weight > 0) return isStrong ? evidence.strongFor : evidence.goodFor;
  return isStrong ? evidence.strongAgainst : evidence.against;
}

function Meaning({ view, weight }: { view: View; weight: number }) {
  const { evidence } = view.words.review;
  const tone = Math.abs(weight) < SOME ? "" : weight > 0 ? " good" : " adverse";
  const bits = `${weight > 0 ? "+" : ""}${Math.round(weight * 10) / 10}`;
  return (
    <>
      <span class={`tag${tone}`}>{meaningOf(view, weight)}</span>{" "}
      <small class="muted number">{evidence.bits(bits.replace("-", "−"))}</small>
    </>
  );
}

/** A word for a code of the evidence, or the code itself: `Object.hasOwn`, because codes come from data. */
const wordFor = (words: Readonly<Record<string, string>>, code: string) =>
  (Object.hasOwn(words, code) ? words[code] : undefined) ?? code;

function featureRow(view: View, { feature, level, weight, left, right }: Feature) {
  const { features, levels } = view.words.review.evidence;
  return [
    wordFor(features, feature),
    wordFor(levels, level),
    left !== null && <Chinese view={view}>{left}</Chinese>,
    right !== null && <Chinese view={view}>{right}</Chinese>,
    <Meaning view={view} weight={weight} />,
  ];
}

/** How the program weighed the pair: in one sentence, then feature by feature. */
export function EvidenceSection({ view, evidence: of }: { view: View; evidence: Weighed | null }) {
  const { evidence } = view.words.review;
  const sentence = of?.[view.lang] ?? "";
  return (
    <section class="section" id="evidence">
      <h2>{evidence.title}</h2>
      {sentence !== "" && <p>{sentence}</p>}
      {of === null || of.features.length === 0 ? (
        <p class="muted">{evidence.none}</p>
      ) : (
        <DataTable
          caption={evidence.caption}
          columns={[
            { head: evidence.feature },
            { head: evidence.finding },
            { head: evidence.record },
            { head: evidence.register },
            { head: evidence.weight },
          ]}
          rows={of.features.map((feature) => featureRow(view, feature))}
        />
      )}
      {of !== null && of.version !== "" && (
        <p class="muted small">
          {of.probability !== null &&
            `${evidence.likelihood(percentOf(of.probability))}${view.words.site.unit.clause}`}
          {evidence.version(of.version)}
        </p>
      )}
    </section>
  );
}
