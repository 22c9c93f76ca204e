import type { ProfileAnswer } from "../../enterprise/profile.ts";
import { Day } from "../elements.tsx";
import { formatCount } from "../format.ts";
import type { View } from "../view.ts";

/** The counts of what follows, each a way to its section. */
export function Glance({ view, profile }: { view: View; profile: ProfileAnswer }) {
  const { counts: words, glance, glanceLead } = view.words.profile;
  const { counts, lastPenaltyOn } = profile.summary;
  const big = (count: number, section: string, adverse: boolean) => (
    <a class={adverse && count > 0 ? "big adverse" : "big"} href={`#${section}`}>
      {formatCount(count)} <span class="unit">{words.unit}</span>
    </a>
  );
  return (
    <section class="glance" aria-labelledby="glance-title">
      <h2 class="vh" id="glance-title">
        {glance}
      </h2>
      <dl class="figures">
        <div>
          <dt>{words.lists}</dt>
          <dd>{big(counts.lists, "lists", true)}</dd>
        </div>
        <div>
          <dt>{words.abnormal}</dt>
          <dd>
            {big(counts.abnormal, "abnormal", counts.abnormalOpen > 0)}
            {counts.abnormalOpen > 0 && (
              <div class="small note">{words.abnormalOpen(formatCount(counts.abnormalOpen))}</div>
            )}
          </dd>
        </div>
        <div>
          <dt>{words.penalties}</dt>
          <dd>
            {big(counts.penalties, "penalties", true)}
            {lastPenaltyOn !== null && (
              <div class="small note">
                {words.lastPenalty} <Day view={view} day={lastPenaltyOn} />
              </div>
            )}
          </dd>
        </div>
        <div>
          <dt>{words.licences}</dt>
          <dd>{big(counts.licences, "licences", false)}</dd>
        </div>
      </dl>
      <p class="small muted">{glanceLead}</p>
    </section>
  );
}
