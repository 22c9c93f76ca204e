import type { Child } from "hono/jsx";
import { INDUSTRIES } from "../enterprise/industries.ts";
import { LISTS } from "../enterprise/lists.ts";
import { STATUSES } from "../enterprise/statuses.ts";
import type { SearchHit } from "../search/engine.ts";
import { Chinese, Code, CodedText, Day, DISTRICTS, MarkedText } from "./elements.tsx";
import { formatCount } from "./format.ts";
import { href, type View } from "./view.ts";

/** Fields whose match is already to be seen in what a hit shows. */
const IN_SIGHT = new Set(["uscc", "address", "legalRepresentative"]);

export function Hit({ view, hit }: { view: View; hit: SearchHit }) {
  const { matched } = hit;
  return (
    <li>
      <h2>
        <a href={href(view.lang, `/enterprise/${hit.uscc}`)}>
          <Chinese view={view}>
            {matched?.field === "name" ? <MarkedText text={matched.text} /> : hit.name}
          </Chinese>
        </a>{" "}
        <span class={hit.status.code === "active" ? "tag good" : "tag"}>
          <CodedText view={view} coded={hit.status} table={STATUSES} />
        </span>
      </h2>
      <dl class="inline-facts">
        <Found view={view} hit={hit} />
        <HitFacts view={view} hit={hit} />
      </dl>
      <Flags view={view} hit={hit} />
    </li>
  );
}

/** What answered the query, when it is nothing that a hit shows anyway. */
function Found({ view, hit }: { view: View; hit: SearchHit }) {
  const { matched } = hit;
  if (matched === null || matched.field === "name" || IN_SIGHT.has(matched.field)) return null;
  return (
    <InlineFact label={view.words.search.matched[matched.field]}>
      <Chinese view={view}>
        <MarkedText text={matched.text} />
      </Chinese>
    </InlineFact>
  );
}

function HitFacts({ view, hit }: { view: View; hit: SearchHit }) {
  const { hit: words } = view.words.search;
  const { matched } = hit;
  return (
    <>
      <InlineFact label={words.uscc}>
        <Code code={hit.uscc} />
      </InlineFact>
      <InlineFact label={words.legalRepresentative}>
        {hit.legalRepresentative !== null && (
          <Chinese view={view}>
            <MarkedText
              text={matched?.field === "legalRepresentative" ? matched.text : hit.legalRepresentative}
            />
          </Chinese>
        )}
      </InlineFact>
      <InlineFact label={words.established}>
        {hit.established !== null && <Day view={view} day={hit.established} />}
      </InlineFact>
      <InlineFact label={words.industry}>
        {hit.industry !== null && <CodedText view={view} coded={hit.industry} table={INDUSTRIES} />}
      </InlineFact>
      <InlineFact label={words.address}>
        <HitAddress view={view} hit={hit} />
      </InlineFact>
    </>
  );
}

/** Like `Fact`, for facts that stand in a row. */
function InlineFact({ label, children }: { label: string; children?: Child }) {
  if (children === null || children === undefined || children === false) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function HitAddress({ view, hit }: { view: View; hit: SearchHit }) {
  if (hit.matched?.field === "address")
    return (
      <Chinese view={view}>
        <MarkedText text={hit.matched.text} />
      </Chinese>
    );
  if (hit.address !== null) return <Chinese view={view}>{hit.address}</Chinese>;
  return hit.district === null ? (
    <span class="muted">{view.words.site.notDelivered}</span>
  ) : (
    <CodedText view={view} coded={hit.district} table={DISTRICTS} />
  );
}

function Flags({ view, hit }: { view: View; hit: SearchHit }) {
  const { hit: words } = view.words.search;
  const { penalties, licences, abnormal } = hit.counts;
  const open = hit.lists.includes("abnormal");
  return (
    <ul class="tags">
      {hit.lists.map((list) => (
        <li class="tag adverse">{LISTS[list].title[view.lang]}</li>
      ))}
      {penalties > 0 && <li class="tag">{words.penalties(formatCount(penalties))}</li>}
      {abnormal > 0 && !open && <li class="tag">{words.abnormal(formatCount(abnormal))}</li>}
      {licences > 0 && <li class="tag">{words.licences(formatCount(licences))}</li>}
    </ul>
  );
}
