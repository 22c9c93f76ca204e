import type { Caller } from "../../auth/caller.ts";
import type { QueuePage } from "../../db/review.ts";
import type { Question } from "../../enterprise/question.ts";
import { Chinese } from "../elements.tsx";
import { formatCount } from "../format.ts";
import { page } from "../layout.tsx";
import { href, type View } from "../view.ts";
import { percentOf } from "./evidence.tsx";
import { SignedIn } from "./signedIn.tsx";

interface QueueProps {
  view: View;
  caller: Caller;
  queue: QueuePage;
  counts: { open: number; unsure: number };
  /** Whether this is a page behind the first. */
  turned: boolean;
  /** The question that was decided a moment ago. */
  decided: string | null;
}

/** What a question is called: both names, or what stands for them. */
export function nameOf(view: View, { stated, enterprise, uscc }: Question): string {
  const { queue, nameless } = view.words.review;
  const left = stated.name ?? stated.uscc ?? stated.badCode ?? stated.orgCode ?? stated.regNo ?? nameless;
  return queue.question(left, enterprise?.name ?? uscc);
}

/** Said once, on the page that comes after a decision. */
export function Recorded({ view, decided }: { view: View; decided: string | null }) {
  const { review } = view.words;
  if (decided === null) return null;
  return (
    <div class="notice" role="status">
      <p>
        {review.recorded} <a href={href(view.lang, `/review/${decided}`)}>{review.recordedLook}</a>
      </p>
    </div>
  );
}

function QuestionItem({ view, question }: { view: View; question: Question }) {
  const { queue } = view.words.review;
  const { id, probability, whyWords, consequences, siblings, judgement } = question;
  const count = consequences.records.reduce((sum, record) => sum + record.count, 0);
  return (
    <li>
      <h3>
        <a href={href(view.lang, `/review/${id}`)}>
          <Chinese view={view}>{nameOf(view, question)}</Chinese>
        </a>
      </h3>
      <dl class="inline-facts">
        <div>
          <dt>{queue.likelihood}</dt>
          <dd class="number">{percentOf(probability)}</dd>
        </div>
        <div>
          <dt>{queue.records}</dt>
          <dd>{queue.count(formatCount(count))}</dd>
        </div>
        <div>
          <dt>{queue.why}</dt>
          <dd>{whyWords[view.lang]}</dd>
        </div>
      </dl>
      {siblings.length > 0 && <p class="small">{queue.others(formatCount(siblings.length))}</p>}
      {judgement !== null && (
        <p class="small">
          <span class="tag">{queue.markedUnsure}</span> {judgement.reason}
        </p>
      )}
    </li>
  );
}

function Turning({ view, queue, turned }: Pick<QueueProps, "view" | "queue" | "turned">) {
  const { review } = view.words;
  if (queue.next === null && !turned) return null;
  return (
    <nav class="paging" aria-label={review.queue.paging}>
      {turned && (
        <a class="button plain" href={href(view.lang, "/review")}>
          {review.queue.first}
        </a>
      )}
      {queue.next !== null && (
        <a class="button plain" rel="next" href={`${href(view.lang, "/review")}?after=${queue.next}`}>
          {review.queue.next}
        </a>
      )}
    </nav>
  );
}

/** The open questions, the likeliest first. */
export function queuePage({ view, caller, queue, counts, turned, decided }: QueueProps) {
  const { review } = view.words;
  const words = review.queue;
  return page({
    view,
    title: review.title,
    crumbs: [{ label: review.title }],
    indexed: false,
    children: (
      <div class="wrap">
        <SignedIn view={view} caller={caller} />
        <Recorded view={view} decided={decided} />
        <div class="title">
          <h1>{review.title}</h1>
          <p class="lead">{review.lead}</p>
        </div>
        <p>
          <strong>{words.open(formatCount(counts.open))}</strong>
          {counts.unsure > 0 && `${view.words.site.unit.clause}${words.unsure(formatCount(counts.unsure))}`}
        </p>
        {queue.questions.length === 0 ? (
          <p class="empty">{counts.open === 0 ? words.none : words.noneHere}</p>
        ) : (
          <>
            <h2 class="vh">{words.list}</h2>
            <ol class="questions">
              {queue.questions.map((question) => (
                <QuestionItem view={view} question={question} />
              ))}
            </ol>
          </>
        )}
        <Turning view={view} queue={queue} turned={turned} />
      </div>
    ),
  });
}
