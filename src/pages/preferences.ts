import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { z } from "zod";

export const SIZES = ["normal", "large", "larger"] as const;
export const THEMES = ["standard", "contrast", "soft"] as const;

/** How a reader wants the pages shown. Kept in a cookie of theirs and nowhere else. */
export const Preferences = z.object({
  size: z.enum(SIZES).catch("normal"),
  theme: z.enum(THEMES).catch("standard"),
});
export type Preferences = z.infer<typeof Preferences>;

const COOKIE = "display";
const YEAR_SECONDS = 31_536_000;

export function readPreferences(c: Context): Preferences {
  const [size, theme] = (getCookie(c, COOKIE) ?? "").split(".");
  return Preferences.parse({ size, theme });
}

/** A page of this site, or the home page: never another host. */
export function returnPath(text: string): string {
  const here = "http://here.invalid";
  if (!text.startsWith("/") || !URL.canParse(text, here)) return "/";
  const url = new URL(text, here);
  // `/x/..//host` resolves to `//host`, which a browser would follow to another host.
  return url.origin === here && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}` : "/";
}

/**
 * `POST /preferences`: one changed choice, the others as they were; then back to where the reader was.
 * It changes nothing but the reader's own view, so it carries no token.
 */
export async function savePreferences(c: Context): Promise<Response> {
  const form = await c.req.parseBody();
  const text = (name: string) => (typeof form[name] === "string" ? form[name] : undefined);
  const before = readPreferences(c);
  const { size, theme } = Preferences.parse({
    size: text("size") ?? before.size,
    theme: text("theme") ?? before.theme,
  });
  setCookie(c, COOKIE, `${size}.${theme}`, {
    path: "/",
    sameSite: "Lax",
    httpOnly: true,
    maxAge: YEAR_SECONDS,
    secure: new URL(c.req.url).protocol === "https:",
  });
  return c.redirect(returnPath(text("return") ?? "/"), 303);
}
