import { errors } from "./zh/errors.ts";
import { service } from "./zh/figures.ts";
import { lists } from "./zh/lists.ts";
import { profile } from "./zh/profile.ts";
import { records } from "./zh/records.ts";
import { review } from "./zh/review.ts";
import { search } from "./zh/search.ts";
import { site } from "./zh/site.ts";

/** Every text of the pages in Chinese. */
export const zh = { site, search, profile, records, lists, service, review, errors };

/** The shape that every language fills; a missing text does not compile. */
export type Words = typeof zh;
