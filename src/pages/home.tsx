import type { ListCount } from "../db/lists.ts";
import type { Snapshot } from "../db/snapshots.ts";
import { LISTS } from "../enterprise/lists.ts";
import { Day } from "./elements.tsx";
import { formatCount } from "./format.ts";
import { page } from "./layout.tsx";
import { SearchForm } from "./searchForm.tsx";
import { href, type View } from "./view.ts";

/** Search first; then how fresh the data is, what a profile holds, and the lists. */
export function homePage(view: View, snapshot: Snapshot | null, lists: readonly ListCount[]) {
  const { search, site } = view.words;
  return page({
    view,
    title: site.name,
    ownSearch: true,
    children: (
      <>
        <div class="hero">
          <div class="wrap">
            <h1>{search.homeTitle}</h1>
            <p class="lead">{search.homeLead}</p>
            <SearchForm view={view} />
          </div>
        </div>
        <div class="wrap">
          {snapshot !== null && <Freshness view={view} snapshot={snapshot} />}
          <div class="columns">
            <Lists view={view} lists={lists} />
            <Holds view={view} />
          </div>
        </div>
      </>
    ),
  });
}

function Freshness({ view, snapshot }: { view: View; snapshot: Snapshot }) {
  const { freshness } = view.words.search;
  return (
    <section aria-labelledby="fresh-title">
      <h2 id="fresh-title" class="vh">
        {freshness.title}
      </h2>
      <dl class="figures apart">
        <div>
          <dt>{freshness.enterprises}</dt>
          <dd class="big">{formatCount(snapshot.enterprises)}</dd>
        </div>
        <div>
          <dt>{freshness.day}</dt>
          <dd class="big">
            <Day view={view} day={snapshot.day} />
          </dd>
        </div>
        <div>
          <dt>{freshness.delivering}</dt>
          <dd>
            <a class="big" href={href(view.lang, "/sources")}>
              {freshness.deliveringOf(
                formatCount(snapshot.coverage.filter((source) => source.available).length),
                formatCount(snapshot.coverage.length),
              )}
            </a>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Lists({ view, lists }: { view: View; lists: readonly ListCount[] }) {
  const { search } = view.words;
  return (
    <section>
      <h2>{search.listsTitle}</h2>
      <p class="muted">{search.listsLead}</p>
      <ul class="list-links">
        {lists.map(({ list, total }) => (
          <li>
            <a href={href(view.lang, `/lists/${list}`)}>{LISTS[list].title[view.lang]}</a>{" "}
            <span class="number muted">{search.entries(formatCount(total))}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={href(view.lang, "/lists")}>{search.allLists}</a>
      </p>
    </section>
  );
}

function Holds({ view }: { view: View }) {
  const { holds } = view.words.search;
  return (
    <section>
      <h2>{holds.title}</h2>
      <dl class="defs">
        {holds.items.map(({ term, text }) => (
          <>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </>
        ))}
      </dl>
      <p class="muted">{holds.not}</p>
    </section>
  );
}
