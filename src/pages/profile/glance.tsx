import type { Child } from "hono/jsx";
import type { ProfileAnswer } from "../../enterprise/profile.ts";
import { Day } from "../elements.tsx";
import { formatCount } from "../format.ts";
import type { View } from "../view.ts";

interface FigureProps {
  view: View;
  label: string;
  count: number;
  section: string;
  adverse: boolean;
  children?: Child;
}

/** One count, which leads to its section. */
function Figure({ view, label, count, section, adverse, children }: FigureProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <a class={adverse && count > 0 ? "big adverse" : "big"} href={`#${section}`}>
          {formatCount(count)} <span class="unit">{view.words.profile.counts.unit}</span>
        </a>
        {children}
      </dd>
    </div>
  );
}

/** The counts of what follows. */
export function Glance({ view, profile }: { view: View; profile: ProfileAnswer }) {
  const { counts: words, glance, glanceLead } = view.words.profile;
  const { counts, lastPenaltyOn } = profile.summary;
  const { abnormal, abnormalOpen } = counts;
  return (
    <section class="glance" aria-labelledby="glance-title">
      <h2 class="vh" id="glance-title">
        {glance}
      </h2>
      <dl class="figures">
        <Figure view={view} label={words.lists} count={counts.lists} section="lists" adverse />
        <Figure
          view={view}
          label={words.abnormal}
          count={abnormal}
          section="abnormal"
          adverse={abnormalOpen > 0}
        >
          {abnormalOpen > 0 && <div class="small note">{words.abnormalOpen(formatCount(abnormalOpen))}</div>}
        </Figure>
        <Figure view={view} label={words.penalties} count={counts.penalties} section="penalties" adverse>
          {lastPenaltyOn !== null && (
            <div class="small note">
              {words.lastPenalty} <Day view={view} day={lastPenaltyOn} />
            </div>
          )}
        </Figure>
        <Figure
          view={view}
          label={words.licences}
          count={counts.licences}
          section="licences"
          adverse={false}
        />
      </dl>
      <p class="small muted">{glanceLead}</p>
    </section>
  );
}
