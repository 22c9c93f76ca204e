import { errors } from "./en/errors.ts";
import { service } from "./en/figures.ts";
import { lists } from "./en/lists.ts";
import { profile } from "./en/profile.ts";
import { records } from "./en/records.ts";
import { review } from "./en/review.ts";
import { search } from "./en/search.ts";
import { site } from "./en/site.ts";
import type { Words } from "./zh.ts";

/** Every text of the pages in English. */
export const en: Words = { site, search, profile, records, lists, service, review, errors };
