import type { Child } from "hono/jsx";
import { ENTERPRISE_TYPES } from "../enterprise/enterpriseTypes.ts";
import { FILTERS } from "../enterprise/filterCodes.ts";
import { INDUSTRIES } from "../enterprise/industries.ts";
import { LISTS } from "../enterprise/lists.ts";
import { STATUSES } from "../enterprise/statuses.ts";
import { FACETS, type FacetName, type SearchAnswer, type SearchQuery } from "../search/engine.ts";
import { facetLabel } from "../search/labels.ts";
import { Carried } from "./carried.tsx";
import { CodedText, DISTRICTS } from "./elements.tsx";
import { formatCount } from "./format.ts";
import { searchPath, WITHOUT_FILTERS } from "./searchParameters.ts";
import { href, type View } from "./view.ts";

const LIST_LABELS = new Map(Object.entries(LISTS).map(([list, facts]) => [list, facts.title]));
const TABLES = {
  district: DISTRICTS,
  status: STATUSES,
  industry: INDUSTRIES,
  list: { labels: (code: string) => LIST_LABELS.get(code) ?? null },
  type: ENTERPRISE_TYPES,
};
const SHOWN = 8;

function Label({ view, name, code }: { view: View; name: FacetName; code: string }) {
  return <CodedText view={view} coded={{ code, label: facetLabel(name, code) }} table={TABLES[name]} />;
}

/** Chosen filters, each a link that takes it away. */
export function ActiveFilters({ view, query }: { view: View; query: SearchQuery }) {
  const { search } = view.words;
  const active = FILTERS.flatMap((name) => query[name].map((code) => ({ name, code })));
  if (active.length === 0) return null;
  return (
    <section class="active-filters" aria-labelledby="active-title">
      <p>
        <strong id="active-title">{search.active}</strong> <span class="muted">{search.activeStay}</span>
      </p>
      <ul>
        {active.map(({ name, code }) => (
          <li>
            <a
              href={href(
                view.lang,
                searchPath(query, { [name]: query[name].filter((other) => other !== code) }),
              )}
            >
              <span class="vh">{search.remove("")}</span>
              <span>
                {search.facet[name]}
                {view.words.site.unit.colon}
                <Label view={view} name={name} code={code} />
              </span>
              <span aria-hidden="true">✕</span>
            </a>
          </li>
        ))}
        <li>
          <a href={href(view.lang, searchPath(query, WITHOUT_FILTERS))}>{search.clearAll}</a>
        </li>
      </ul>
    </section>
  );
}

interface FacetsProps {
  view: View;
  query: SearchQuery;
  facets: SearchAnswer["facets"];
}

const chosenOf = (query: SearchQuery) => FILTERS.reduce((sum, name) => sum + query[name].length, 0);

/** Whether there is anything to tick, or to untick. */
export const hasFacets = ({ query, facets }: Pick<FacetsProps, "query" | "facets">): boolean =>
  chosenOf(query) > 0 || FACETS.some((name) => facets[name].length > 0);

/** Check boxes and one button: it works without JavaScript. On a wide screen it always stands open. */
export function Facets({ view, query, facets }: FacetsProps) {
  const { search } = view.words;
  const chosen = chosenOf(query);
  return (
    <details class="filters">
      <summary>
        {search.filters}
        {chosen > 0 && search.filtersInUse(formatCount(chosen))}
      </summary>
      <form method="get" action={href(view.lang, "/search")} aria-label={search.filters}>
        <Carried query={query} change={WITHOUT_FILTERS} />
        {FACETS.map((name) => (
          <Group view={view} name={name} chosen={query[name]} values={facets[name]} />
        ))}
        <p class="apply">
          <button type="submit">{search.apply}</button>
        </p>
      </form>
    </details>
  );
}

interface GroupProps {
  view: View;
  name: FacetName;
  chosen: readonly string[];
  values: SearchAnswer["facets"][FacetName];
}

function Group({ view, name, chosen, values }: GroupProps) {
  const counted = new Map(values.map((value) => [value.code, value.count]));
  // A chosen code stays in sight when nothing counts it any more; else it could not be unticked.
  const missing = chosen.filter((code) => !counted.has(code));
  const codes = [...values.map((value) => value.code), ...missing];
  if (codes.length === 0) return null;
  const options = codes.map((code): [string, Child] => [
    code,
    <Option
      view={view}
      name={name}
      code={code}
      count={counted.get(code) ?? 0}
      checked={chosen.includes(code)}
    />,
  ]);
  const rest = options.slice(SHOWN);
  return (
    <fieldset>
      <legend>{view.words.search.facet[name]}</legend>
      <div>{options.slice(0, SHOWN).map(([, option]) => option)}</div>
      {rest.length > 0 && (
        <details class="long" open={rest.some(([code]) => chosen.includes(code))}>
          <summary>{view.words.search.moreOptions}</summary>
          {rest.map(([, option]) => option)}
        </details>
      )}
    </fieldset>
  );
}

interface OptionProps {
  view: View;
  name: FacetName;
  code: string;
  count: number;
  checked: boolean;
}

function Option({ view, name, code, count, checked }: OptionProps) {
  return (
    <label class="option">
      <input type="checkbox" name={name} value={code} checked={checked} />
      <span>
        <Label view={view} name={name} code={code} />
      </span>{" "}
      <span class="count number">{formatCount(count)}</span>
    </label>
  );
}
