import type { Words } from "../zh.ts";

export const search: Words["search"] = {
  homeTitle: "Look up an enterprise’s public credit record",
  homeLead:
    "Registration, licences, penalties, abnormal operations and official lists, in one profile per enterprise. Free, without an account.",
  label: "Enterprise name or code",
  hint: "A name or part of one in Chinese or pinyin, a short form, first letters, a former name, an address, the 18-character unified social credit code, or a registration number.",
  suggest: {
    label: "Enterprises you may mean",
    none: "No suggestions",
    relaxed: "Nothing is as typed; these are near it. ",
    one: "1 suggestion, press the down arrow to reach it",
    many: "# suggestions, use the up and down arrows",
  },
  holds: {
    title: "What a profile holds",
    items: [
      {
        term: "Registration",
        text: "Name and former names, codes, type, legal representative, capital, address, scope, and changes.",
      },
      {
        term: "Lists",
        text: "Entries on the register of abnormal operations, serious violations, dishonest judgment debtors and others.",
      },
      {
        term: "Penalties",
        text: "Decisions within their publication period: authority, number, facts, basis, amount.",
      },
      { term: "Licences", text: "What was permitted, by whom, and until when." },
    ],
    not: "Bank credit and open police cases are not public by law, personal ids never are, and penalties leave when their publication period ends.",
  },
  freshness: {
    title: "How fresh the data is",
    enterprises: "Enterprises",
    day: "Last published",
    delivering: "Sources",
    deliveringOf: (some: string, all: string) => `${some} of ${all} have delivered`,
  },
  listsTitle: "Public lists",
  listsLead: "Lists that departments and courts publish by law, with the basis and the effect of an entry.",
  allLists: "All lists",
  entries: (count: string) => (count === "1" ? "1 entry" : `${count} entries`),
  title: "Search",
  results: (query: string) => `Results for “${query}”`,
  found: (total: string) => (total === "1" ? "1 enterprise" : `${total} enterprises`),
  range: (from: string, to: string) =>
    from === to ? `number ${from} here` : `${from} to ${to} on this page`,
  narrow: (shown: string) => `; the first ${shown} can be paged through, so narrow the search with filters`,
  pageOf: (page: string, pages: string) => `Page ${page} of ${pages}`,
  capped: (shown: string) => `, at most the first ${shown} are shown`,
  pageNumber: (page: string) => `Page ${page}`,
  jump: "Go to page",
  jumpButton: "Go",
  pastTheEnd: (page: string, pages: string) => `There is no page ${page}: the results end with page ${pages}`,
  lastPage: "Go to the last page",
  readAs: {
    code: "read as a code",
    code_repaired: "read as a code with a slip in it",
    code_part: "read as part of a code",
    name: "read as a name",
    words: "read as name, legal representative and address",
    pinyin: "read as letters or pinyin",
    mixed: "read as characters with pinyin",
    address: "read as an address",
    abbreviation: "read as a short form",
    near: "read as a name with a slip in it",
  },
  relaxed: "Nothing matches exactly what you typed. These results come close.",
  relaxedAs: {
    code_repaired:
      "The code you typed fails its check; the codes of these enterprises differ from it in one place. Compare them with the licence.",
    abbreviation:
      "The names of these enterprises have the characters you typed in that order, and may be called so for short. Check the name and the code.",
    near: "The names of these enterprises are a character or two from what you typed, or spell the region or the legal form another way. Check the name and the code.",
  },
  relaxedOther: "Check the name and the code.",
  exactOutside: (count: string) =>
    count === "1"
      ? "1 enterprise matches what you typed, but not the filters in use."
      : `${count} enterprises match what you typed, but not the filters in use.`,
  nearOutside: (count: string) =>
    count === "1"
      ? "1 enterprise is near what you typed, but does not match the filters in use."
      : `${count} enterprises are near what you typed, but do not match the filters in use.`,
  showUnfiltered: "Show without filters",
  degraded:
    "Search is running on its reserve engine. Results are complete, but similar names may be ordered less well than usual.",
  nothing: "No enterprise found",
  nothingFiltered: "No enterprise found with the filters in use",
  nothingLead:
    "This only says that nothing this service has received matches. It does not prove that the enterprise does not exist. You can:",
  nothingTips: [
    "check the characters of the name, or type only its distinctive part;",
    "use the 18-character code from the business licence.",
  ],
  nothingTipFilters: "Take away some filters, or",
  clearAll: "Clear all filters",
  filters: "Filters",
  filtersInUse: (count: string) => ` (${count} in use)`,
  apply: "Apply filters",
  active: "Filters in use",
  activeStay: "They stay when you search for something else.",
  remove: (label: string) => `Remove filter: ${label}`,
  moreOptions: "More options",
  facet: { district: "District", status: "Status", industry: "Industry", list: "On a list", type: "Type" },
  sort: {
    label: "Order",
    relevance: "relevance",
    "-established": "newest first",
    established: "oldest first",
    name: "name",
  },
  hit: {
    uscc: "Unified social credit code",
    established: "Established",
    address: "Address",
    district: "District",
    industry: "Industry",
    legalRepresentative: "Legal representative",
    penalties: (count: string) => `Penalties: ${count}`,
    licences: (count: string) => `Licences: ${count}`,
    abnormal: (count: string) => `Abnormal operations: ${count}`,
  },
  matched: {
    name: "Name matches",
    formerName: "Former name",
    uscc: "Code matches",
    formerCode: "Former code",
    orgCode: "Organisation code",
    regNo: "Registration number",
    legalRepresentative: "Legal representative",
    address: "Address",
  },
  paging: "Pages",
  previous: "Previous",
  next: "Next",
};
