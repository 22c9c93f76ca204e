import { DisplayControls } from "./displayControls.tsx";
import { LANG_TAG } from "./format.ts";
import { suggestWords } from "./suggestWords.ts";
import { href, type View } from "./view.ts";

const SECTIONS = [
  ["/search", "search"],
  ["/lists", "lists"],
  ["/sources", "sources"],
  ["/stats", "stats"],
  ["/docs", "docs"],
] as const;

function Mark() {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <title>logo</title>
      <path d="M8 5h24v30H8z" fill="#fff" />
      <path d="M13 12h14M13 18h14M13 24h6" stroke="#133f73" stroke-width="2.6" />
      <circle cx="28" cy="29" r="7.4" fill="#b3261e" stroke="#fff" stroke-width="1.6" />
      <path d="m24.6 29 2.5 2.5 4.4-4.9" fill="none" stroke="#fff" stroke-width="2" />
    </svg>
  );
}

/** The small search form of the pages that have no large one. */
function QuickSearch({ view }: { view: View }) {
  const { site } = view.words;
  return (
    <search class="quickbox">
      <form class="quick" action={href(view.lang, "/search")} method="get" data-suggest={suggestWords(view)}>
        <input
          type="search"
          name="q"
          maxlength={200}
          aria-label={site.quickSearch}
          placeholder={site.quickSearch}
        />
        <button type="submit">{site.searchButton}</button>
      </form>
    </search>
  );
}

export function Masthead({ view, quick }: { view: View; quick: boolean }) {
  const { site } = view.words;
  const other = view.lang === "zh" ? "en" : "zh";
  return (
    <header class="masthead">
      <div class="wrap">
        <a class="brand" href={href(view.lang, "/")}>
          <Mark />
          <span>
            <strong>{site.name}</strong> <span class="tagline">{site.tagline}</span>
          </span>
        </a>
        {quick && <QuickSearch view={view} />}
        <ul class="tools">
          <li>
            <details class="display">
              <summary>{site.display.title}</summary>
              <DisplayControls view={view} />
            </details>
          </li>
          <li>
            <a
              href={`${href(other, view.path)}${view.query}`}
              lang={LANG_TAG[other]}
              hreflang={LANG_TAG[other]}
              rel="alternate"
            >
              {site.otherLanguage}
            </a>
          </li>
        </ul>
      </div>
    </header>
  );
}

export function MainNav({ view }: { view: View }) {
  const { site } = view.words;
  return (
    <nav class="mainnav" aria-label={site.mainNav}>
      <div class="wrap">
        <ul>
          {SECTIONS.map(([path, name]) => (
            <li>
              <a
                href={href(view.lang, path)}
                aria-current={
                  view.path === path ? "page" : view.path.startsWith(`${path}/`) ? "true" : undefined
                }
              >
                {site.nav[name]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
