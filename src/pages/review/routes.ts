import type { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { CreditError } from "../../errors.ts";
import type { Lang } from "../format.ts";
import type { PageEnv } from "../frame.ts";
import { href } from "../view.ts";
import { decideQuestion, question, queue } from "./handlers.ts";
import { fromThisSite, keptByNobody } from "./session.ts";
import { signIn, signOut } from "./signIn.ts";

/** A reason of 2,000 characters takes nine bytes each in a form. */
const FORM_BYTES = 32_768;

function tooLarge(): never {
  throw new CreditError("too_large", "no form here is that long");
}

/** The stewards' pages of a language. Add them before what lets a page be kept: these may not be. */
export function addReviewPages(app: Hono<PageEnv>, lang: Lang): void {
  const home = href(lang, "/review");
  const limit = bodyLimit({ maxSize: FORM_BYTES, onError: tooLarge });
  app.use(home, keptByNobody);
  app.use(`${home}/*`, keptByNobody);
  app.get(home, (c) => queue(c, lang));
  app.post(`${home}/sign-in`, fromThisSite, limit, (c) => signIn(c, lang));
  app.post(`${home}/sign-out`, fromThisSite, limit, (c) => signOut(c, lang));
  // Whoever reloads the answer to a form, or changes its language, comes by GET.
  app.get(`${home}/:form{sign-(?:in|out)}`, (c) => c.redirect(home, 303));
  app.get(`${home}/:id`, (c) => question(c, lang));
  app.post(`${home}/:id`, fromThisSite, limit, (c) => decideQuestion(c, lang));
}
