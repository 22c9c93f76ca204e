import type { z } from "zod";
import type { Snapshot } from "../db/snapshots.ts";
import type { ApiContext } from "./apiEnv.ts";

/** Kept, but asked for again each time: a night may take a record away at any moment, and the tag says whether it did. */
export const REVALIDATE = "public, no-cache";

const encoder = new TextEncoder();

/** A weak tag of a text. */
export async function tagOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(text)));
  const hex = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0"));
  return `W/"${hex.join("")}"`;
}

/** Weak comparison (RFC 9110 §13.1.2). */
export function matchesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return header.trim() === "*" || header.split(",").some((tag) => bare(tag) === bare(etag));
}

/** What an answer read from a snapshot says in its headers. */
export function markSnapshot(c: ApiContext, id: number, demo: boolean): void {
  c.header("Credit-Snapshot", String(id));
  if (demo) c.header("Credit-Demo", "true");
}

export interface Sent {
  etag: string;
  cacheControl?: string;
}

/** JSON text with its tag, or 304 when the caller has it. */
export function sendText(c: ApiContext, text: string, { etag, cacheControl = REVALIDATE }: Sent): Response {
  c.header("ETag", etag);
  c.header("Cache-Control", cacheControl);
  if (matchesTag(c.req.header("If-None-Match"), etag)) return c.body(null, 304);
  return c.body(text, 200, { "Content-Type": "application/json; charset=utf-8" });
}

/** A value of a schema as JSON, tagged by its content. The schema is what the OpenAPI document says of the answer. */
export async function sendJson<Schema extends z.ZodType>(
  c: ApiContext,
  _schema: Schema,
  value: z.input<Schema>,
  cacheControl = REVALIDATE,
): Promise<Response> {
  const text = JSON.stringify(value);
  return sendText(c, text, { etag: await tagOf(text), cacheControl });
}

export function markCurrent(c: ApiContext, snapshot: Snapshot): void {
  markSnapshot(c, snapshot.id, snapshot.demo);
}
