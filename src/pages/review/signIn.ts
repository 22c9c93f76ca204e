import { challenge, type Refusal, unauthenticated } from "../../auth/authenticate.ts";
import { type Caller, hasDuty } from "../../auth/caller.ts";
import { CreditError } from "../../errors.ts";
import type { Lang } from "../format.ts";
import { type PageContext, readMoment } from "../frame.ts";
import { returnPath } from "../preferences.ts";
import { href } from "../view.ts";
import { endSession, keepSession, LONGEST_COOKIE_TOKEN, sessionToken } from "./session.ts";
import { notForYouPage, signInPage } from "./signInPage.tsx";

/** Fields of a form; what is no text, or no form at all, counts as not given. */
export async function formOf(c: PageContext): Promise<(name: string) => string> {
  const form = await c.req.parseBody().catch((): Record<string, unknown> => ({}));
  return (name) => {
    const value = Object.hasOwn(form, name) ? form[name] : undefined;
    return typeof value === "string" ? value : "";
  };
}

interface Asking {
  c: PageContext;
  lang: Lang;
}

async function refuseSignIn({ c, lang }: Asking, error: CreditError, returnTo: string): Promise<Response> {
  const { view } = await readMoment(c, lang);
  const reason = error.details.reason as Refusal | "tooLong"; // as `unauthenticated` gives it
  c.header("WWW-Authenticate", challenge(error));
  const refusal = reason === "missing" && c.req.method === "GET" ? null : reason;
  return c.html(signInPage({ view, refusal, returnTo }), 401);
}

async function refuseRole({ c, lang }: Asking, caller: Caller): Promise<Response> {
  const { view } = await readMoment(c, lang);
  return c.html(notForYouPage({ view, caller }), 403);
}

/** The steward who is signed in, or what is answered to anyone else. */
export async function steward(asking: Asking): Promise<Caller | Response> {
  const { c } = asking;
  const { pathname, search } = new URL(c.req.url);
  try {
    const caller = await c.env.authenticate(sessionToken(c));
    return hasDuty(caller, "review") ? caller : await refuseRole(asking, caller);
  } catch (error) {
    if (!(error instanceof CreditError) || error.code !== "unauthenticated") throw error;
    if (error.details.reason !== "missing") endSession(c);
    return refuseSignIn(asking, error, `${pathname}${search}`);
  }
}

/** `POST /review/sign-in`: a token that is accepted becomes the session. */
export async function signIn(c: PageContext, lang: Lang): Promise<Response> {
  const field = await formOf(c);
  const returnTo = returnPath(field("return") || href(lang, "/review"));
  const token = field("token").trim();
  try {
    if (token.length > LONGEST_COOKIE_TOKEN) throw tooLong();
    const caller = await c.env.authenticate(token);
    if (!hasDuty(caller, "review")) return await refuseRole({ c, lang }, caller);
    keepSession(c, token);
    return c.redirect(returnTo, 303);
  } catch (error) {
    if (!(error instanceof CreditError) || error.code !== "unauthenticated") throw error;
    return refuseSignIn({ c, lang }, error, returnTo);
  }
}

function tooLong(): CreditError {
  const { code, message } = unauthenticated("malformed");
  return new CreditError(code, message, { details: { reason: "tooLong" } });
}

export function signOut(c: PageContext, lang: Lang): Response {
  endSession(c);
  return c.redirect(href(lang, "/review"), 303);
}
