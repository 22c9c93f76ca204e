import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { etag } from "hono/etag";
import { trimTrailingSlash } from "hono/trailing-slash";
import { challenge } from "../auth/authenticate.ts";
import { asCreditError } from "../db/databaseError.ts";
import { listOverview } from "../db/lists.ts";
import { listSnapshots, needSnapshot } from "../db/snapshots.ts";
import { sourceFreshness } from "../db/sources.ts";
import { coverageOf, lookupCounts } from "../db/stats.ts";
import { CreditError } from "../errors.ts";
import type { Resources } from "../resources.ts";
import { accessibilityPage } from "./accessibility.tsx";
import { ASSETS } from "./assets.ts";
import { docsPage } from "./docs.tsx";
import { enterprise } from "./enterprise.tsx";
import { errorPage } from "./errors.tsx";
import { LANGS, type Lang } from "./format.ts";
import {
  type PageContext,
  type PageEnv,
  pageHeaders,
  readMoment,
  readMomentOfError,
  todayOf,
} from "./frame.ts";
import { homePage } from "./home.tsx";
import { list } from "./list.tsx";
import { listsPage } from "./lists.tsx";
import { savePreferences } from "./preferences.ts";
import { addReviewPages } from "./review/routes.ts";
import { searchWithAlternatives } from "./searchAlternatives.ts";
import { searchPage } from "./searchPage.tsx";
import { readSearch } from "./searchParameters.ts";
import { sourcesPage } from "./sources.tsx";
import { statsPage } from "./stats.tsx";
import { href } from "./view.ts";

export interface PagesOptions {
  /** The OpenAPI 3.1 document of the API, as an object. */
  openApiDocument: () => unknown;
}

const FORM_BYTES = 4_096;
const SNAPSHOTS_SHOWN = 14;
const IMMUTABLE = "public, max-age=31536000, immutable";

/** The public pages, in Chinese at the root and in English under /en. Mount it last: it answers what nobody else does. */
export function createPages(options: PagesOptions): Hono<{ Bindings: Resources }> {
  const app = new Hono<PageEnv>();
  app.use(pageHeaders);
  app.use(trimTrailingSlash());
  for (const { path, type, text } of ASSETS)
    app.get(path, (c) => c.body(text, 200, { "Content-Type": type, "Cache-Control": IMMUTABLE }));
  app.post("/preferences", bodyLimit({ maxSize: FORM_BYTES, onError: tooLarge }), savePreferences);
  for (const lang of LANGS) addReviewPages(app, lang);
  app.use(revalidated, etag({ weak: true }));
  for (const lang of LANGS) {
    addEnterprisePages(app, lang);
    addServicePages(app, lang, options);
  }
  app.all("*", (c) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      c.header("Allow", "GET, HEAD");
      throw new CreditError("method_not_allowed", "pages can only be read");
    }
    throw new CreditError("not_found", "there is no such page");
  });
  app.onError(answerError);
  return app;
}

function tooLarge(): never {
  throw new CreditError("too_large", "no choice of display is that long");
}

/** A page may be kept but must be asked for again: it changes with the night and with the reader's display. */
async function revalidated(c: PageContext, next: () => Promise<void>): Promise<void> {
  c.header("Cache-Control", "private, no-cache");
  c.header("Vary", "Cookie");
  await next();
}

function addEnterprisePages(app: Hono<PageEnv>, lang: Lang): void {
  app.get(href(lang, "/"), async (c) => {
    const { view, snapshot } = await readMoment(c, lang);
    const lists = snapshot === null ? [] : await listOverview(c.env.sql, snapshot, todayOf(c));
    return c.html(homePage(view, snapshot, lists));
  });
  app.get(href(lang, "/search"), async (c) => {
    const query = readSearch(new URL(c.req.url).searchParams);
    const { view } = await readMoment(c, lang);
    await needSnapshot(c.env.sql);
    const answer = await searchWithAlternatives(c.env.search, query);
    c.env.lookups.count("search", todayOf(c));
    c.header("Credit-Snapshot", String(answer.snapshot));
    return c.html(searchPage({ view, query, answer }));
  });
  app.get(href(lang, "/enterprise/:uscc"), (c) => enterprise(c, lang));
  app.get(href(lang, "/lists"), async (c) => {
    const { view } = await readMoment(c, lang);
    const snapshot = await needSnapshot(c.env.sql);
    return c.html(listsPage(view, await listOverview(c.env.sql, snapshot, todayOf(c))));
  });
  app.get(href(lang, "/lists/:list"), (c) => list(c, lang));
}

function addServicePages(app: Hono<PageEnv>, lang: Lang, options: PagesOptions): void {
  app.get(href(lang, "/sources"), async (c) => {
    const { view } = await readMoment(c, lang);
    const [feeds, snapshots] = await Promise.all([
      sourceFreshness(c.env.sql, c.env.now()),
      listSnapshots(c.env.sql, { size: SNAPSHOTS_SHOWN }),
    ]);
    return c.html(sourcesPage(view, feeds, snapshots));
  });
  app.get(href(lang, "/stats"), async (c) => {
    const { view } = await readMoment(c, lang);
    const snapshot = await needSnapshot(c.env.sql);
    const [coverage, lookups] = await Promise.all([
      coverageOf(c.env.sql, snapshot),
      lookupCounts(c.env.sql, todayOf(c)),
    ]);
    return c.html(statsPage({ view, enterprises: snapshot.enterprises, coverage, lookups }));
  });
  app.get(href(lang, "/docs"), async (c) => {
    const { view } = await readMoment(c, lang);
    return c.html(docsPage(view, options.openApiDocument()));
  });
  app.get(href(lang, "/accessibility"), async (c) => {
    const { view } = await readMoment(c, lang);
    return c.html(accessibilityPage(view));
  });
}

async function answerError(error: Error, c: PageContext): Promise<Response> {
  const known = asCreditError(error);
  const requestId = c.res.headers.get("X-Request-Id");
  if (known.status >= 500)
    c.env.log.error({ requestId, code: known.code, err: known.cause ?? known }, "a page failed");
  const { view } = await readMomentOfError(c);
  c.header("Cache-Control", "no-store");
  if (known.status === 401 || known.status === 403) c.header("WWW-Authenticate", challenge(known));
  if (known.status === 503) c.header("Retry-After", "10");
  return c.html(errorPage({ view, error: known, requestId }), known.status);
}
