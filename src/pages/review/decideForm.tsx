import type { QuestionDetail } from "../../db/judgements.ts";
import { VERDICTS } from "../../enterprise/question.ts";
import { href, type View } from "../view.ts";

/** Why a judgement was not recorded. */
export type Complaint = "needVerdict" | "needReason" | "stands" | "anothers" | "gone";

/** What was sent and not recorded, so that nobody has to write it again. */
export interface Attempt {
  verdict: string;
  reason: string;
  complaints: Complaint[];
}

interface DecideFormProps {
  view: View;
  question: QuestionDetail;
  attempt: Attempt | null;
}

/** Above everything else, so that it is heard and seen first. */
export function Refused({ view, question, attempt }: DecideFormProps) {
  const { decide } = view.words.review;
  if (attempt === null) return null;
  const same = question.siblings.find(({ verdict }) => verdict === "same");
  return (
    <div class="notice refused" role="alert">
      <h2>{decide.refused}</h2>
      <ul>
        {attempt.complaints.map((complaint) => (
          <li>
            {complaint === "needVerdict" || complaint === "needReason" ? (
              <a href={complaint === "needReason" ? "#reason" : "#verdict-same"}>{decide[complaint]}</a>
            ) : (
              decide[complaint]
            )}
            {complaint === "anothers" && same !== undefined && (
              <>
                {" "}
                <a href={href(view.lang, `/review/${same.id}`)}>{decide.goOther}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Verdicts({ view, attempt }: Omit<DecideFormProps, "question">) {
  const { decide, verdicts } = view.words.review;
  return (
    <fieldset>
      <legend>{decide.legend}</legend>
      {VERDICTS.map((verdict) => (
        <label class="verdict">
          <input
            type="radio"
            name="verdict"
            id={`verdict-${verdict}`}
            value={verdict}
            required
            checked={attempt?.verdict === verdict}
          />
          <span>
            <strong>{verdicts[verdict].label}</strong>
            <span>{verdicts[verdict].means}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Verdict and reason; along go the judgement that the reader saw standing, and a digest of what was shown. */
export function DecideForm({ view, question, attempt }: DecideFormProps) {
  const { decide } = view.words.review;
  const { judgement, id, version } = question;
  const isBad = attempt?.complaints.includes("needReason") === true;
  return (
    <section class="section" id="decide">
      <h2>{decide.title}</h2>
      {judgement !== null && <p class="notice">{decide.superseding(String(judgement.seq))}</p>}
      <form class="fields narrow" method="post" action={href(view.lang, `/review/${id}`)}>
        <input type="hidden" name="supersedes" value={judgement === null ? "" : String(judgement.seq)} />
        <input type="hidden" name="version" value={version} />
        <Verdicts view={view} attempt={attempt} />
        <div>
          <label class="over" for="reason">
            {decide.reason}
          </label>
          <p class="hint" id="reason-hint">
            {decide.reasonHint}
          </p>
          <textarea
            id="reason"
            name="reason"
            required
            maxlength={2_000}
            rows={5}
            aria-describedby="reason-hint"
            aria-invalid={isBad ? "true" : undefined}
          >
            {attempt?.reason ?? ""}
          </textarea>
        </div>
        <button type="submit">{decide.button}</button>
      </form>
    </section>
  );
}
