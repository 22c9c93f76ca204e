import type { Lang } from "./format.ts";
import type { Preferences } from "./preferences.ts";
import { en } from "./words/en.ts";
import { type Words, zh } from "./words/zh.ts";

/** The current snapshot, as every page names it. */
export interface Standing {
  snapshot: string;
  /** RFC 3339. */
  publishedAt: string;
  /** The day in Asia/Shanghai. */
  day: string;
  enterprises: number;
  demo: boolean;
}

/** What every part of a page knows of its reader and of the moment. */
export interface View {
  lang: Lang;
  words: Words;
  /** Without the language: `/lists/serious` for `/en/lists/serious` too. */
  path: string;
  /** `?q=…` or ''. */
  query: string;
  preferences: Preferences;
  /** Without a slash at its end. */
  publicUrl: string;
  /** null before the first night and while the database is away. */
  standing: Standing | null;
}

export function wordsOf(lang: Lang): Words {
  return lang === "en" ? en : zh;
}

/** The address of a page in a language: Chinese at the root, English under /en. */
export function href(lang: Lang, path: string): string {
  return lang === "zh" ? path : path === "/" ? "/en" : `/en${path}`;
}

/** Splits an address into its language and the path that both languages share. */
export function langOfPath(pathname: string): { lang: Lang; path: string } {
  if (pathname === "/en" || pathname === "/en/") return { lang: "en", path: "/" };
  return pathname.startsWith("/en/")
    ? { lang: "en", path: pathname.slice(3) }
    : { lang: "zh", path: pathname };
}
