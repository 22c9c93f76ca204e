import type { z } from "zod";
import { Problem } from "./problem.ts";

/** The part of a route's description that says what a good answer holds. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return {
    200: { description, content: { "application/json": { schema } } },
    304: { description: "What the caller has (If-None-Match) still holds" },
  };
}

/** Refusals and failures by status, with the codes that each may carry. */
export function problems<Statuses extends Record<number, string>>(codes: Statuses) {
  const content = { "application/problem+json": { schema: Problem } };
  return Object.fromEntries(
    Object.entries(codes).map(([status, description]) => [status, { description, content }]),
  );
}
