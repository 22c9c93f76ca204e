import type { Words } from "../zh.ts";

const byCode: Words["errors"]["byCode"] = {
  invalid_parameter: {
    title: "Something in the address is not right",
    text: "One of its parameters is malformed or out of range.",
  },
  invalid_uscc: {
    title: "This code is not right",
    text: "A unified social credit code has 18 characters and carries its own checks. This one fails the checks marked below.",
  },
  page_too_deep: {
    title: "That is too far to page",
    text: "The first 10,000 results can be paged through. Narrow the search with filters.",
  },
  not_found: { title: "There is no such page", text: "The address may be mistyped, or the page has gone." },
  enterprise_not_found: {
    title: "No registration of this enterprise was received",
    text: "The code is sound, but nothing this service has received holds it. The enterprise may be registered elsewhere, or its registration may not have arrived yet.",
  },
  list_not_found: { title: "There is no such list", text: "None of the public lists has this address." },
  snapshot_not_found: {
    title: "Nothing was published then",
    text: "This service had not yet published anything on that day, or there is no such snapshot.",
  },
  method_not_allowed: { title: "That can’t be done here", text: "This address can only be read." },
  too_large: { title: "That is too much", text: "What was sent is longer than what is taken here." },
  unauthenticated: { title: "Please sign in", text: "This page is open to those who are signed in." },
  forbidden: {
    title: "That is not allowed",
    text: "Your role may not use this page, or the request came from another site.",
  },
  question_not_found: {
    title: "There is no such question",
    text: "Nothing of this address waits for review: a night may have settled it.",
  },
  identity_unavailable: {
    title: "Signing in is not possible now",
    text: "The identity provider does not answer, so that your token can’t be checked. That does not mean that it is wrong: please try again soon.",
  },
  no_snapshot: {
    title: "The data is being prepared",
    text: "The first snapshot has not been published yet. Please come back in a few minutes.",
  },
  engine_unavailable: {
    title: "Search is not available",
    text: "The search engine does not answer. That does not mean that nothing matches: please try again soon.",
  },
  database_unavailable: {
    title: "The service is not available",
    text: "The database does not answer. Please try again soon.",
  },
};

export const errors: Words["errors"] = {
  byCode,
  other: { title: "Something went wrong", text: "Please try again soon. The problem has been logged." },
  status: (status: number) => `Error ${status}`,
  requestId: "Request id",
  requestIdMeans: "Please give this id when you report the problem",
  youTyped: "The code you gave",
  checksCaption: "Each check and its result",
  check: "Check",
  result: "Result",
  ok: "passed",
  failed: "failed",
  checks: {
    length: "It has 18 characters",
    charset: "It has only digits and capital letters, without I, O, S, V and Z",
    prefix: "Characters 1 and 2 are a registration department and a kind, as 91 or 92",
    region: "Characters 3 to 8 are the region of the registration authority",
    org_code: "Characters 9 to 17 are an organisation code, with its check in character 17",
    check_digit: "Character 18 is the check of the whole code",
  },
  repairs: "Did you mean",
  repairsMean:
    "These codes are one slip away from yours and pass every check. They are guesses: compare them with the business licence.",
  unknownName: "No registration with this code was received",
  next: "What you can do",
  goSearch: "Search for an enterprise",
  goHome: "Go to the home page",
  goLists: "See all lists",
};
