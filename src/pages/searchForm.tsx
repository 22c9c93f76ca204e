import { suggestWords } from "./suggestWords.ts";
import { href, type View } from "./view.ts";

/** The large search form of the home and the result page. */
export function SearchForm({ view, q }: { view: View; q: string }) {
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
            value={q}
            maxlength={200}
            autocomplete="off"
            spellcheck={false}
            aria-describedby="q-hint"
          />
          <button type="submit">{site.searchButton}</button>
        </div>
      </form>
    </search>
  );
}
