import type { Context, Next } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { CreditError } from "../../errors.ts";
import type { PageContext, PageEnv } from "../frame.ts";

const COOKIE = "session";
/** Browsers keep 4,096 bytes of a cookie, its name and attributes included. */
export const LONGEST_COOKIE_TOKEN = 3_900;

/** To this site only, never to a script, and not over plain HTTP where the service is known under https. */
function attributesOf(c: PageContext) {
  const secure = c.env.config.publicUrl.startsWith("https:");
  return { path: "/", httpOnly: true, sameSite: "Strict", secure } as const;
}

/** The token that a browser sends along; '' when it has none. */
export function sessionToken(c: PageContext): string {
  return getCookie(c, COOKIE) ?? "";
}

/** Kept until the browser is closed; the token's own expiry ends it before. */
export function keepSession(c: PageContext, token: string): void {
  setCookie(c, COOKIE, token, attributesOf(c));
}

export function endSession(c: PageContext): void {
  deleteCookie(c, COOKIE, attributesOf(c));
}

const guard = csrf({
  origin: (origin, c: Context<PageEnv>) =>
    origin === new URL(c.req.url).origin || origin === new URL(c.env.config.publicUrl).origin,
});

/**
 * Lets a form of this site through and no other, by `Sec-Fetch-Site` or `Origin`: a cookie alone proves nothing.
 * @throws CreditError `forbidden`
 */
export async function fromThisSite(c: PageContext, next: Next): Promise<void> {
  try {
    await guard(c, async () => undefined);
  } catch (error) {
    if (error instanceof HTTPException)
      throw new CreditError("forbidden", "The form was sent from another site", { cause: error });
    throw error;
  }
  await next();
}

/** For nobody to keep or to index. */
export async function keptByNobody(c: PageContext, next: Next): Promise<void> {
  c.header("Cache-Control", "no-store");
  c.header("Vary", "Cookie");
  c.header("X-Robots-Tag", "noindex, nofollow");
  await next();
}
