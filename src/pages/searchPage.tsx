import { type EngineStanding, type SearchAnswer, type SearchQuery, SORTS } from "../search/engine.ts";
import { ActiveFilters, Facets } from "./facets.tsx";
import { formatCount } from "./format.ts";
import { Hit } from "./hit.tsx";
import { page } from "./layout.tsx";
import { SearchForm } from "./searchForm.tsx";
import { DEEPEST_PAGE, PAGE_SIZE, searchPath, WITHOUT_FILTERS } from "./searchParameters.ts";
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
        <a href={href(view.lang, searchPath(query, WITHOUT_FILTERS))}>{search.clearAll}</a>
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
