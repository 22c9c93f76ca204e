import { pageScript } from "./pageScript.ts";
import { stylesheet } from "./stylesheet.ts";

/** A file that never changes under its address: the name carries a hash of its text. */
export interface Asset {
  path: string;
  type: string;
  text: string;
}

/** FNV-1a over UTF-16 units, 64 bits, 13 characters. It tells versions apart and guards nothing. */
export function contentHash(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  return hash.toString(36).padStart(13, "0");
}

function asset(ending: string, type: string, text: string): Asset {
  return { path: `/assets/${contentHash(text)}.${ending}`, type, text };
}

/** The mark of the service: a ledger sheet with a seal. Drawn here, so that no font and no other host is needed. */
const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="6" fill="#133f73"/><path d="M10 8h20v24H10z" fill="#fff"/><path d="M14 14h12M14 19h12M14 24h5" stroke="#133f73" stroke-width="2.4"/><circle cx="26" cy="27" r="5.4" fill="#b3261e"/><path d="m23.4 27 2 2 3.4-3.8" fill="none" stroke="#fff" stroke-width="1.8"/></svg>`;

export const STYLE = asset("css", "text/css; charset=utf-8", stylesheet);
export const SCRIPT = asset("js", "text/javascript; charset=utf-8", pageScript);
export const ICON = asset("svg", "image/svg+xml", MARK);
export const ASSETS: readonly Asset[] = [STYLE, SCRIPT, ICON];
