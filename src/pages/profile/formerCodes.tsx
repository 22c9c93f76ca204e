import type { ProfileAnswer } from "../../enterprise/profile.ts";
import { Code, Day } from "../elements.tsx";
import { DataTable } from "../table.tsx";
import type { View } from "../view.ts";
import { SourceName } from "./origin.tsx";

/** Codes that the enterprise had, and why they are its: their addresses lead here. */
export function FormerCodes({ view, profile }: { view: View; profile: ProfileAnswer }) {
  const words = view.words.profile.formerCodes;
  const former = profile.identity.codes.former ?? [];
  if (former.length === 0) return null;
  return (
    <>
      <h3>{words.title}</h3>
      <p class="means">{words.lead}</p>
      <DataTable
        caption={words.title}
        hideCaption
        columns={[
          ...[{ head: words.code }, { head: words.why }, { head: view.words.profile.formerUntil }],
          { head: view.words.profile.table.source },
        ]}
        rows={former.map(({ code, bases, until, source, feed }) => [
          <Code code={code} />,
          bases.map((basis) => words.bases[basis]).join(view.words.site.unit.clause),
          until === null ? <span class="muted">{words.noDay}</span> : <Day view={view} day={until} />,
          source !== null && feed !== null && (
            <span class="small muted">
              <SourceName view={view} sources={profile.sources} of={{ source, feed }} />
            </span>
          ),
        ])}
      />
    </>
  );
}
