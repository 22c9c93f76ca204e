import type { SearchQuery } from "../search/engine.ts";
import { Carried } from "./carried.tsx";
import { suggestWords } from "./suggestWords.ts";
import { href, type View } from "./view.ts";

/**
 * The large search form of the home and the result page. There the filters stay while other words are searched for, and so
 * does an order that was chosen for words; they stand on the page, and an answer says what they hide.
 */
export function SearchForm({ view, query }: { view: View; query?: SearchQuery }) {
  const { search, site } = view.words;
  return (
    <search>
      <form class="search" action={href(view.lang, "/search")} method="get" data-suggest={suggestWords(view)}>
        <label for="q">{search.label}</label>
        <p class="hint" id="q-hint">
          {search.hint}
        </p>
        <div class="row">
          <input
            type="search"
            id="q"
            name="q"
            value={query?.q ?? ""}
            maxlength={200}
            autocomplete="off"
            spellcheck={false}
            aria-describedby="q-hint"
          />
          <button type="submit">{site.searchButton}</button>
        </div>
        {query !== undefined && (
          <Carried query={query} change={query.q === "" ? { sort: "relevance" } : { q: "" }} />
        )}
      </form>
    </search>
  );
}
