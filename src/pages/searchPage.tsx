import { FILTERS } from "../enterprise/filterCodes.ts";
import { type SearchQuery, SORTS } from "../search/engine.ts";
import { ActiveFilters, Facets, hasFacets } from "./facets.tsx";
import { formatCount } from "./format.ts";
import { Hit } from "./hit.tsx";
import { page } from "./layout.tsx";
import { Paging, pagesOf } from "./paging.tsx";
import type { AnswerWithAlternatives } from "./searchAlternatives.ts";
import { SearchForm } from "./searchForm.tsx";
import { DEEPEST_PAGE, PAGE_SIZE, searchPath, WITHOUT_FILTERS } from "./searchParameters.ts";
import { href, type View } from "./view.ts";

interface Results {
  view: View;
  query: SearchQuery;
  answer: AnswerWithAlternatives;
}

export function searchPage({ view, query, answer }: Results) {
  const { search } = view.words;
  const withFacets = hasFacets({ query, facets: answer.facets });
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
        <SearchForm view={view} query={query} />
        <hr />
        <div class={withFacets ? "aside-first" : undefined}>
          {withFacets && <Facets view={view} query={query} facets={answer.facets} />}
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
      {answer.relaxed && <Relaxed view={view} readAs={answer.readAs} />}
      <Hidden view={view} query={query} answer={answer} />
      {answer.total === 0 ? (
        <Nothing view={view} query={query} />
      ) : (
        <>
          <Head view={view} query={query} answer={answer} />
          {answer.hits.length === 0 && <PastTheEnd view={view} query={query} answer={answer} />}
          <ol class="results" start={(query.page - 1) * PAGE_SIZE + 1}>
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

/** That the answer is only near what was typed, and in which way. */
function Relaxed({ view, readAs }: { view: View; readAs: string }) {
  const { relaxed, relaxedAs, relaxedOther } = view.words.search;
  return (
    <div class="notice">
      <p>
        <strong>{relaxed}</strong>
      </p>
      <p>{new Map(Object.entries(relaxedAs)).get(readAs) ?? relaxedOther}</p>
    </div>
  );
}

/** What the chosen filters keep from sight, when they leave nothing, or nothing that is what was typed. */
function Hidden({ view, query, answer }: Results) {
  const { search } = view.words;
  const { unfiltered } = answer;
  if (unfiltered === null || unfiltered.total === 0) return null;
  if (answer.total > 0 && unfiltered.relaxed) return null;
  const count = formatCount(unfiltered.total);
  return (
    <div class="notice">
      <p>
        {unfiltered.relaxed ? search.nearOutside(count) : search.exactOutside(count)}{" "}
        <a href={href(view.lang, searchPath(query, WITHOUT_FILTERS))}>{search.showUnfiltered}</a>
      </p>
    </div>
  );
}

function PastTheEnd({ view, query, answer }: Results) {
  const { search } = view.words;
  const pages = pagesOf(answer.total);
  return (
    <div class="empty">
      <h2>{search.pastTheEnd(formatCount(query.page), formatCount(pages))}</h2>
      <p>
        <a href={href(view.lang, searchPath(query, { page: pages }))}>{search.lastPage}</a>
      </p>
    </div>
  );
}

function Head({ view, query, answer }: Results) {
  const { search, site } = view.words;
  const readable = new Map(Object.entries(search.readAs)).get(answer.readAs);
  const pageable = PAGE_SIZE * DEEPEST_PAGE;
  const before = (query.page - 1) * PAGE_SIZE;
  return (
    <div class="results-head">
      <p>
        <strong>{search.found(formatCount(answer.total))}</strong>
        {readable !== undefined && <span>{`${site.unit.open}${readable}${site.unit.close}`}</span>}
        {answer.total > answer.hits.length && answer.hits.length > 0 && (
          <span class="muted">
            {site.unit.clause}
            {search.range(formatCount(before + 1), formatCount(before + answer.hits.length))}
          </span>
        )}
        {answer.total > pageable && <span class="muted">{search.narrow(formatCount(pageable))}</span>}
      </p>
      {answer.total > 1 && <Sorts view={view} query={query} />}
    </div>
  );
}

/** Without words nothing is more relevant than another: the youngest come first. */
function Sorts({ view, query }: { view: View; query: SearchQuery }) {
  const { search, site } = view.words;
  const current = query.q === "" && query.sort === "relevance" ? "-established" : query.sort;
  return (
    <nav class="sorts" aria-labelledby="sorts-title">
      <span id="sorts-title" class="muted">
        {search.sort.label}
        {site.unit.colon}
      </span>
      <ul>
        {SORTS.filter((sort) => query.q !== "" || sort !== "relevance").map((sort) => (
          <li>
            {sort === current ? (
              <span aria-current="true">{search.sort[sort]}</span>
            ) : (
              <a href={href(view.lang, searchPath(query, { sort }))}>{search.sort[sort]}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Nothing({ view, query }: { view: View; query: SearchQuery }) {
  const { search } = view.words;
  const filtered = FILTERS.some((name) => query[name].length > 0);
  return (
    <div class="empty">
      <h2>{filtered ? search.nothingFiltered : search.nothing}</h2>
      <p>{search.nothingLead}</p>
      <ul>
        {search.nothingTips.map((tip) => (
          <li>{tip}</li>
        ))}
        {filtered && (
          <li>
            {search.nothingTipFilters}{" "}
            <a href={href(view.lang, searchPath(query, WITHOUT_FILTERS))}>{search.clearAll}</a>
          </li>
        )}
      </ul>
    </div>
  );
}
