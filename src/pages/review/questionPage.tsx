import type { Caller } from "../../auth/caller.ts";
import type { QuestionDetail } from "../../db/judgements.ts";
import { Chinese } from "../elements.tsx";
import { page } from "../layout.tsx";
import { href, type View } from "../view.ts";
import { ConsequencesSection, HistorySection, OthersSection } from "./about.tsx";
import { type Attempt, DecideForm, Refused } from "./decideForm.tsx";
import { EvidenceSection, percentOf } from "./evidence.tsx";
import { nameOf, Recorded } from "./queuePage.tsx";
import { Sides } from "./sides.tsx";
import { SignedIn } from "./signedIn.tsx";

interface QuestionProps {
  view: View;
  caller: Caller;
  question: QuestionDetail;
  attempt: Attempt | null;
  /** The question that was decided a moment ago. */
  decided: string | null;
}

/** One question: both sides, the evidence, what follows, who decided what, and the form. */
export function questionPage({ view, caller, question, attempt, decided }: QuestionProps) {
  const { review } = view.words;
  const title = nameOf(view, question);
  return page({
    view,
    title,
    crumbs: [{ label: review.title, path: "/review" }, { label: <Chinese view={view}>{title}</Chinese> }],
    indexed: false,
    children: (
      <div class="wrap">
        <SignedIn view={view} caller={caller} />
        <Recorded view={view} decided={decided} />
        <Refused view={view} question={question} attempt={attempt} />
        <div class="title">
          <h1 class="name">
            <Chinese view={view}>{title}</Chinese>
          </h1>
          <p class="subtitle">
            <span>
              {review.queue.likelihood} {percentOf(question.probability)}
            </span>
            <span>{question.whyWords[view.lang]}</span>
          </p>
        </div>
        {!question.open && (
          <p class="notice">
            <strong>{review.answered}</strong>
            {view.words.site.unit.colon}
            {review.answeredMeans}
          </p>
        )}
        <Sides view={view} question={question} />
        <EvidenceSection view={view} evidence={question.evidence} />
        <ConsequencesSection view={view} of={question.consequences} />
        <OthersSection view={view} siblings={question.siblings} />
        <HistorySection view={view} question={question} />
        <DecideForm view={view} question={question} attempt={attempt} />
        <p>
          <a href={href(view.lang, "/review")}>{review.back}</a>
        </p>
      </div>
    ),
  });
}
