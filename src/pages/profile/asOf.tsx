import type { ProfileAnswer } from "../../enterprise/profile.ts";
import { Instant } from "../elements.tsx";
import { formatCount } from "../format.ts";
import { href, type View } from "../view.ts";
import type { ProfilePageProps } from "./profilePage.tsx";

/** Above a profile of an earlier day: that it is one, and what of that day may no longer be shown. */
export function AsOfBanner({ view, profile, shown }: ProfilePageProps) {
  const { asOf } = view.words.profile;
  if (profile.asOf === undefined) return null;
  const withheld = profile.withheld ?? 0;
  return (
    <div class="notice">
      <p>
        <strong>{asOf.banner(<Instant view={view} instant={shown.publishedAt} />)}</strong>{" "}
        {asOf.snapshot(shown.snapshot)}
      </p>
      {withheld > 0 && <p>{asOf.withheld(formatCount(withheld))}</p>}
      <p class="no-print">
        <a href={href(view.lang, `/enterprise/${profile.uscc}`)}>{asOf.current}</a>
      </p>
    </div>
  );
}

interface AsOfFormProps {
  view: View;
  profile: ProfileAnswer;
  today: string;
}

export function AsOfForm({ view, profile, today }: AsOfFormProps) {
  const { asOf, printAll, json, history } = view.words.profile;
  const api = `/api/v1/enterprises/${profile.uscc}`;
  return (
    <div class="no-print">
      <h3>{asOf.title}</h3>
      <p class="means">{asOf.lead}</p>
      <form class="inline-form" method="get" action={href(view.lang, `/enterprise/${profile.uscc}`)}>
        <div>
          <label for="asOf">{asOf.label}</label>
          <input type="date" id="asOf" name="asOf" required max={today} value={profile.asOf ?? today} />
        </div>
        <button type="submit" class="plain">
          {asOf.button}
        </button>
      </form>
      <ul class="plainlist">
        <li>
          <a href={`${href(view.lang, `/enterprise/${profile.uscc}`)}?full=1`}>{printAll}</a>
        </li>
        <li>
          <a href={api}>{json}</a>
        </li>
        <li>
          <a href={`${api}/history`}>{history}</a>
        </li>
      </ul>
    </div>
  );
}
