import type { z } from "zod";
import type { Snapshot } from "../db/snapshots.ts";
import type { ApiContext } from "./apiEnv.ts";

/** Kept, but asked for again each time: a night may take a record away at any moment, and the tag says whether it did. */
export const REVALIDATE = "public, no-cache";

export interface Answer {
  status: number;
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;
  headers: Record<string, string>;
}

/**
 * An answer of the API with the headers that each has: data is not a page, so nothing of it may be run, framed or guessed at.
 * @param answer.headers of this answer alone: the others are added to them. Spread into an object of their own, or kept in a
 *   `Headers`, they would cost a profile read as much as its bytes.
 */
export function respond(c: ApiContext, { status, body, headers }: Answer): Response {
  headers["X-Content-Type-Options"] = "nosniff";
  headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'";
  headers["Cross-Origin-Resource-Policy"] ??= "cross-origin";
  headers["Referrer-Policy"] = "no-referrer";
  headers["X-Request-Id"] = c.var.requestId;
  return new Response(body, { status, headers });
}

export function redirectTo(c: ApiContext, location: string): Response {
  return respond(c, { status: 308, body: null, headers: { Location: location } });
}

/** To where a former code's profile stands. Asked for again each time: when a wrong merge is split, the old address is one again. */
export function movedTo(c: ApiContext, location: string): Response {
  return respond(c, {
    status: 308,
    body: null,
    headers: { Location: location, "Cache-Control": REVALIDATE },
  });
}

/** JSON that is never kept: how the process stands at this moment. */
export function respondNow(c: ApiContext, value: unknown): Response {
  const headers = { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" };
  return respond(c, { status: 200, body: JSON.stringify(value), headers });
}

/**
 * A weak tag of a text: two mixed sums of 32 bits and its length. That tells the versions of one address apart, and nobody
 * gains by making two of them alike; a digest of the platform would take longer than the search that it is a tag of.
 */
export function tagOf(text: string): string {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 15);
  }
  a = Math.imul(a ^ (a >>> 16), 0xc2b2ae35);
  const hex = (sum: number) => (sum >>> 0).toString(16).padStart(8, "0");
  return `W/"${hex(a ^ (a >>> 13))}${hex(b)}-${text.length.toString(16)}"`;
}

/** Weak comparison (RFC 9110 §13.1.2). */
function matchesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return header.trim() === "*" || header.split(",").some((tag) => bare(tag) === bare(etag));
}

/** What an answer read from a snapshot says in its headers. `id` is the engine's own where an engine answered. */
export function snapshotHeaders({ id, demo }: Pick<Snapshot, "id" | "demo">): Record<string, string> {
  return demo ? { "Credit-Snapshot": String(id), "Credit-Demo": "true" } : { "Credit-Snapshot": String(id) };
}

export interface Sent {
  /** JSON; bytes are UTF-8. */
  text: string | Uint8Array<ArrayBuffer>;
  etag: string;
  headers?: Record<string, string>;
}

/** JSON text with its tag, or 304 when the caller has it. */
export function respondText(c: ApiContext, { text, etag, headers = {} }: Sent): Response {
  headers.ETag = etag;
  headers["Cache-Control"] ??= REVALIDATE;
  if (matchesTag(c.req.header("If-None-Match"), etag))
    return respond(c, { status: 304, body: null, headers });
  headers["Content-Type"] = "application/json; charset=utf-8";
  return respond(c, { status: 200, body: text, headers });
}

/** A value of a schema as JSON, tagged by its content. The schema is what the OpenAPI document says of the answer. */
export function respondJson<Schema extends z.ZodType>(
  c: ApiContext,
  of: { schema: Schema; value: z.input<Schema>; headers?: Record<string, string> },
): Response {
  const text = JSON.stringify(of.value);
  return respondText(c, { text, etag: tagOf(text), headers: of.headers ?? {} });
}
