/** What a page tells its script, as JSON in the attribute `data-suggest` of a search form. */
export interface SuggestWords {
  /** The beginning of a profile's address; a code comes behind it. */
  profile: string;
  /** The name of the list of suggestions. */
  label: string;
  none: string;
  /** Said before their number, and above them, when nothing is as typed. */
  relaxed: string;
  one: string;
  /** `#` stands for their number. */
  many: string;
  /** What is said before the text of a field, where it was not the name that matched. */
  fields: Readonly<Record<string, string>>;
}
