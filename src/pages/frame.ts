import type { Context } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { currentSnapshot, type Snapshot } from "../db/snapshots.ts";
import { dayInShanghai } from "../enterprise/dates.ts";
import type { Resources } from "../resources.ts";
import type { Lang } from "./format.ts";
import { readPreferences } from "./preferences.ts";
import { langOfPath, type View, wordsOf } from "./view.ts";

export interface PageEnv {
  Bindings: Resources;
}
export type PageContext = Context<PageEnv>;

/** Nothing from elsewhere, nothing inline, no framing; on errors too. */
export const pageHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    scriptSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: "strict-origin-when-cross-origin",
  xContentTypeOptions: "nosniff",
  xFrameOptions: "DENY",
  // The service speaks plain HTTP; whoever ends TLS in front of it decides on HSTS.
  strictTransportSecurity: false,
});

export function todayOf(c: PageContext): string {
  return dayInShanghai(c.env.now());
}

interface Moment {
  view: View;
  snapshot: Snapshot | null;
}

function momentOf(c: PageContext, lang: Lang, snapshot: Snapshot | null): Moment {
  const url = new URL(c.req.url);
  const view: View = {
    lang,
    words: wordsOf(lang),
    path: langOfPath(url.pathname).path,
    query: url.search,
    preferences: readPreferences(c),
    publicUrl: c.env.config.publicUrl.replace(/\/$/, ""),
    standing: snapshot && {
      snapshot: String(snapshot.id),
      publishedAt: snapshot.publishedAt,
      day: snapshot.day,
      enterprises: snapshot.enterprises,
      demo: snapshot.demo,
    },
  };
  return { view, snapshot };
}

/** The reader and the moment of a request: one indexed row read, or none when this process knows the snapshot. */
export async function readMoment(c: PageContext, lang: Lang): Promise<Moment> {
  const snapshot = await currentSnapshot(c.env.sql);
  if (snapshot !== null) c.header("Credit-Snapshot", String(snapshot.id));
  return momentOf(c, lang, snapshot);
}

/** For the error page, which must come even while the database is away. */
export async function readMomentOfError(c: PageContext): Promise<Moment> {
  const { lang } = langOfPath(new URL(c.req.url).pathname);
  const snapshot = await currentSnapshot(c.env.sql).catch(() => null);
  return momentOf(c, lang, snapshot);
}
