import type { SearchQuery } from "../search/engine.ts";
import { searchParams } from "./searchParameters.ts";

/** What a form of the result page keeps of the search in front of the reader: all of it but the page, or what `change` says. */
export function Carried({ query, change = {} }: { query: SearchQuery; change?: Partial<SearchQuery> }) {
  return (
    <>
      {[...searchParams(query, change)].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
