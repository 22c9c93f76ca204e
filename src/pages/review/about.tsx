import type { QuestionDetail } from "../../db/judgements.ts";
import type { Consequences, Judgement, Sibling } from "../../enterprise/question.ts";
import { Chinese, Code, Instant } from "../elements.tsx";
import { formatCount } from "../format.ts";
import { DataTable } from "../table.tsx";
import { href, type View } from "../view.ts";
import { percentOf } from "./evidence.tsx";

/** What follows from "the same": in words, and by source. */
export function ConsequencesSection({ view, of }: { view: View; of: Consequences }) {
  const { consequences } = view.words.review;
  return (
    <section class="section" id="consequences">
      <h2>{consequences.title}</h2>
      <p>{of[view.lang]}</p>
      {of.records.length > 0 && (
        <DataTable
          caption={consequences.caption}
          columns={[
            { head: consequences.feed },
            { head: consequences.count, number: true },
            { head: consequences.visibility },
            { head: consequences.linked, number: true },
          ]}
          rows={of.records.map(({ source, feed, title, count, restricted, linked }) => [
            title?.[view.lang] ?? `${source}/${feed}`,
            formatCount(count),
            restricted ? (
              <span class="tag adverse">{consequences.restricted}</span>
            ) : (
              <span class="tag">{consequences.shown}</span>
            ),
            formatCount(linked),
          ])}
        />
      )}
    </section>
  );
}

/** Other enterprises that the same records may be about. */
export function OthersSection({ view, siblings }: { view: View; siblings: readonly Sibling[] }) {
  const { others, queue, verdicts } = view.words.review;
  if (siblings.length === 0) return null;
  return (
    <section class="section" id="others">
      <h2>{others.title}</h2>
      <p class="means">{others.means}</p>
      <ul>
        {siblings.map(({ id, uscc, name, probability, verdict }) => (
          <li>
            <a href={href(view.lang, `/review/${id}`)}>
              {name === null ? <Code code={uscc} /> : <Chinese view={view}>{name}</Chinese>}
            </a>{" "}
            <span class="muted">
              {queue.likelihood} {percentOf(probability)}
            </span>{" "}
            <span class="tag">{verdict === null ? others.undecided : verdicts[verdict].label}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function JudgementCard({ view, of, stands }: { view: View; of: Judgement; stands: boolean }) {
  const { history, verdicts } = view.words.review;
  const { seq, verdict, by, at, reason, supersedes, appliedIn } = of;
  return (
    <li class="record">
      <h3>
        {history.seq(String(seq))} {verdicts[verdict].label}
        <span class={stands ? "tag good" : "tag"}>{stands ? history.stands : history.superseded}</span>
      </h3>
      <p class="reason">{reason}</p>
      <p class="origin">
        {history.by} {by}
        {view.words.site.unit.clause}
        <Instant view={view} instant={at} />
        {supersedes !== null && `${view.words.site.unit.clause}${history.supersedes(String(supersedes))}`}
        {view.words.site.unit.clause}
        {appliedIn === null ? history.waiting : history.applied(String(appliedIn))}
      </p>
    </li>
  );
}

/** Everything that was decided on the pair, the last one first. */
export function HistorySection({ view, question }: { view: View; question: QuestionDetail }) {
  const { history } = view.words.review;
  return (
    <section class="section" id="history">
      <h2>{history.title}</h2>
      {question.judgements.length === 0 ? (
        <p class="muted">{history.none}</p>
      ) : (
        <ol class="plainlist">
          {question.judgements.map((judgement, index) => (
            <JudgementCard view={view} of={judgement} stands={index === 0} />
          ))}
        </ol>
      )}
    </section>
  );
}
