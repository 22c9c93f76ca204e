import type { Child } from "hono/jsx";
import { INDUSTRIES } from "../enterprise/industries.ts";
import { LISTS } from "../enterprise/lists.ts";
import { STATUSES } from "../enterprise/statuses.ts";
import {
  type EngineStanding,
  type SearchAnswer,
  type SearchHit,
  type SearchQuery,
  SORTS,
} from "../search/engine.ts";
import { Chinese, Code, CodedText, Day, DISTRICTS, MarkedText } from "./elements.tsx";
import { ActiveFilters, Facets } from "./facets.tsx";
import { formatCount } from "./format.ts";
import { page } from "./layout.tsx";
import { SearchForm } from "./searchForm.tsx";
import { DEEPEST_PAGE, PAGE_SIZE, searchPath } from "./searchParameters.ts";
import { href, type View } from "./view.ts";

interface Results {
  view: View;
  query: SearchQuery;
  answer: SearchAnswer & EngineStanding;
}

export function searchPage({ view, query, answer }: Results) {
  const { search } = view.words;
  return page({
    view,
    title: query.q === "" ? search.title : search.results(query.q),
    crumbs: [{ label: search.title }],
    indexed: false,
    ownSearch: true,
    children: (
      <div class="wrap">
        <div class="title">
          <h1>{query.q === "" ? search.title : search.results(query.q)}</h1>
        </div>
        <SearchForm view={view} q={query.q} />
        <hr />
        <div class="aside-first">
          <Facets view={view} query={query} facets={answer.facets} />
          <section aria-label={search.results(query.q)}>
            <Found view={view} query={query} answer={answer} />
          </section>
        </div>
      </div>
    ),
  });
}

function Found({ view, query, answer }: Results) {
  const { search } = view.words;
  return (
    <>
      <ActiveFilters view={view} query={query} />
      {answer.degraded && (
        <div class="notice">
          <p>{search.degraded}</p>
        </div>
      )}
      {answer.total === 0 ? (
        <Nothing view={view} query={query} />
      ) : (
        <>
          {answer.relaxed && (
            <div class="notice">
              <p>{search.relaxed}</p>
            </div>
          )}
          <Head view={view} query={query} answer={answer} />
          <ol class="results">
            {answer.hits.map((hit) => (
              <Hit view={view} hit={hit} />
            ))}
          </ol>
          <Paging view={view} query={query} total={answer.total} />
        </>
      )}
    </>
  );
}

function Head({ view, query, answer }: Results) {
  const { search, site } = view.words;
  const readable = new Map(Object.entries(search.readAs)).get(answer.readAs);
  const pageable = PAGE_SIZE * DEEPEST_PAGE;
  return (
    <div class="results-head">
      <p>
        <strong>
          {answer.total > pageable
            ? search.foundMany(formatCount(answer.total), formatCount(pageable))
            : search.found(formatCount(answer.total))}
        </strong>
        {readable !== undefined && (
          <span class="muted">{`${site.unit.open}${readable}${site.unit.close}`}</span>
        )}
      </p>
      <nav aria-label={search.sort.label}>
        <ul class="sorts">
          {SORTS.filter((sort) => query.q !== "" || sort !== "relevance").map((sort) => (
            <li>
              {sort === query.sort ? (
                <span aria-current="true">{search.sort[sort]}</span>
              ) : (
                <a href={href(view.lang, searchPath(query, { sort }))}>{search.sort[sort]}</a>
              )}
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** Fields whose match is already to be seen in what a hit shows. */
const IN_SIGHT = new Set(["uscc", "address", "legalRepresentative"]);

function Hit({ view, hit }: { view: View; hit: SearchHit }) {
  const { hit: words, matched: matchedBy } = view.words.search;
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
        {matched !== null && matched.field !== "name" && !IN_SIGHT.has(matched.field) && (
          <InlineFact label={matchedBy[matched.field]}>
            <Chinese view={view}>
              <MarkedText text={matched.text} />
            </Chinese>
          </InlineFact>
        )}
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
      </dl>
      <Flags view={view} hit={hit} />
    </li>
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

function Nothing({ view, query }: { view: View; query: SearchQuery }) {
  const { search } = view.words;
  return (
    <div class="empty">
      <h2>{search.nothing}</h2>
      <p>{search.nothingLead}</p>
      <ul>
        {search.nothingTips.map((tip) => (
          <li>{tip}</li>
        ))}
      </ul>
      <p>
        <a
          href={href(
            view.lang,
            searchPath({ ...query, district: [], status: [], industry: [], type: [], list: [] }),
          )}
        >
          {search.clearAll}
        </a>
      </p>
    </div>
  );
}

function Paging({ view, query, total }: { view: View; query: SearchQuery; total: number }) {
  const { search } = view.words;
  const pages = Math.min(DEEPEST_PAGE, Math.ceil(total / PAGE_SIZE));
  if (pages <= 1) return null;
  return (
    <nav class="paging" aria-label={search.paging}>
      {query.page > 1 && (
        <a
          class="button plain"
          rel="prev"
          href={href(view.lang, searchPath(query, { page: query.page - 1 }))}
        >
          {search.previous}
        </a>
      )}
      <p>{search.pageOf(formatCount(query.page), formatCount(pages))}</p>
      {query.page < pages && (
        <a
          class="button plain"
          rel="next"
          href={href(view.lang, searchPath(query, { page: query.page + 1 }))}
        >
          {search.next}
        </a>
      )}
    </nav>
  );
}
