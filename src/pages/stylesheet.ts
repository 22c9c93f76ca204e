import { base } from "./style/base.ts";
import { frame } from "./style/frame.ts";
import { pages } from "./style/pages.ts";
import { parts } from "./style/parts.ts";
import { print } from "./style/print.ts";
import { review } from "./style/review.ts";
import { search } from "./style/search.ts";
import { suggestions } from "./style/suggestions.ts";

/** The one stylesheet of all pages. */
export const stylesheet = [base, frame, parts, suggestions, search, pages, review, print].join("");
