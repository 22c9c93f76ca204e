import type { SearchQuery } from "../search/engine.ts";
import { Carried } from "./carried.tsx";
import { formatCount } from "./format.ts";
import { DEEPEST_PAGE, PAGE_SIZE, searchPath } from "./searchParameters.ts";
import { href, type View } from "./view.ts";

/** From here on a page is typed rather than looked for. */
const JUMP_FROM = 10;

/** How many pages can be looked at. */
export function pagesOf(total: number): number {
  return Math.min(DEEPEST_PAGE, Math.ceil(total / PAGE_SIZE));
}

/** The first page, the last, this one and its neighbours, in order; null where some are left out. */
export function pagesShown(page: number, pages: number): (number | null)[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const inOrder = [...new Set(shown)].sort((a, b) => a - b);
  return inOrder.flatMap((one, i) => {
    const gap = one - (inOrder[i - 1] ?? 0);
    return gap === 1 ? [one] : gap === 2 ? [one - 1, one] : [null, one];
  });
}

interface PagingProps {
  view: View;
  query: SearchQuery;
  total: number;
}

/** Where the reader stands, and the ways from there; each is an address. */
export function Paging({ view, query, total }: PagingProps) {
  const { search } = view.words;
  const pages = pagesOf(total);
  if (pages <= 1) return null;
  const to = (page: number) => href(view.lang, searchPath(query, { page }));
  const capped = total > PAGE_SIZE * DEEPEST_PAGE;
  return (
    <nav class="paging" aria-label={search.paging}>
      <p>
        {search.pageOf(formatCount(query.page), formatCount(pages))}
        {capped && search.capped(formatCount(PAGE_SIZE * DEEPEST_PAGE))}
      </p>
      <ul>
        {query.page > 1 && (
          <li>
            <a class="button plain" rel="prev" href={to(query.page - 1)}>
              {search.previous}
            </a>
          </li>
        )}
        {pagesShown(query.page, pages).map((page) => (
          <Place view={view} page={page} current={query.page} to={to} />
        ))}
        {query.page < pages && (
          <li>
            <a class="button plain" rel="next" href={to(query.page + 1)}>
              {search.next}
            </a>
          </li>
        )}
      </ul>
      {pages >= JUMP_FROM && <Jump view={view} query={query} pages={pages} />}
    </nav>
  );
}

interface PlaceProps {
  view: View;
  page: number | null;
  current: number;
  to: (page: number) => string;
}

function Place({ view, page, current, to }: PlaceProps) {
  if (page === null) return <li aria-hidden="true">…</li>;
  const label = view.words.search.pageNumber(formatCount(page));
  return (
    <li class="place">
      {page === current ? (
        <span aria-current="page">
          <span class="vh">{label}</span>
          <span aria-hidden="true">{formatCount(page)}</span>
        </span>
      ) : (
        <a class="button plain" href={to(page)} aria-label={label}>
          {formatCount(page)}
        </a>
      )}
    </li>
  );
}

function Jump({ view, query, pages }: { view: View; query: SearchQuery; pages: number }) {
  const { search } = view.words;
  return (
    <form class="jump" method="get" action={href(view.lang, "/search")}>
      <Carried query={query} />
      <label for="page">{search.jump}</label>
      <input type="number" id="page" name="page" min={1} max={pages} required inputmode="numeric" />
      <button type="submit" class="plain">
        {search.jumpButton}
      </button>
    </form>
  );
}
