import type { Context } from "hono";
import type { RequestIdVariables } from "hono/request-id";
import { dayInShanghai } from "../enterprise/dates.ts";
import type { Resources } from "../resources.ts";

export interface ApiEnv {
  Bindings: Resources;
  Variables: RequestIdVariables;
}
export type ApiContext = Context<ApiEnv>;

/** `YYYY-MM-DD` in Asia/Shanghai. */
export function todayOf(c: ApiContext): string {
  return dayInShanghai(c.env.now());
}
