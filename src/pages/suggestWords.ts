import type { SuggestWords } from "./script/suggestWords.ts";
import { href, type View } from "./view.ts";

/** The words of the suggestions in the page's language, as the page script reads them from a search form. */
export function suggestWords(view: View): string {
  const { suggest, hit, matched } = view.words.search;
  const { colon } = view.words.site.unit;
  const words: SuggestWords = {
    ...suggest,
    profile: href(view.lang, "/enterprise/"),
    fields: {
      uscc: `${hit.uscc}${colon}`,
      formerName: `${matched.formerName}${colon}`,
      orgCode: `${matched.orgCode}${colon}`,
      regNo: `${matched.regNo}${colon}`,
      legalRepresentative: `${matched.legalRepresentative}${colon}`,
      address: `${matched.address}${colon}`,
    },
  };
  return JSON.stringify(words);
}
