import { z } from "zod";
import { CreditError } from "../errors.ts";
import type { ApiContext } from "./apiEnv.ts";

/** What is wrong with one parameter. */
interface Complaint {
  name: string;
  expected: string;
}

/** @throws-able refusal that names every parameter that is off; `parameter` is the first of them. */
export function refused(complaints: readonly [Complaint, ...Complaint[]]): CreditError {
  const words = complaints.map(({ name, expected }) => `${name}: ${expected}`);
  return new CreditError("invalid_parameter", words.join("; "), {
    details: { parameter: complaints[0].name, parameters: complaints },
  });
}

const isList = (schema: unknown): boolean =>
  schema instanceof z.ZodDefault ? isList(schema.unwrap()) : schema instanceof z.ZodArray;

/** Texts by name, with lists where the schema has lists; what it does not know or may stand once only is complained of. */
function collect(params: URLSearchParams, shape: z.ZodRawShape) {
  const values: Record<string, string | string[]> = {};
  const complaints: Complaint[] = [];
  for (const name of new Set(params.keys())) {
    const given = params.getAll(name);
    const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (schema === undefined) complaints.push({ name, expected: "no such parameter" });
    else if (given.some((text) => text.includes("\u0000")))
      complaints.push({ name, expected: "text without a NUL character" });
    else if (isList(schema)) values[name] = given.filter((text) => text !== "");
    else if (given.length > 1) complaints.push({ name, expected: "to be given once" });
    else values[name] = given[0] ?? "";
  }
  return { values, complaints };
}

/**
 * The parameters of an address by their schema: no others, each once unless it is a list (whose empty values are left out).
 * @throws CreditError `invalid_parameter` naming every one that is off
 */
export function readQuery<Shape extends z.ZodRawShape>(
  c: ApiContext,
  schema: z.ZodObject<Shape>,
): z.output<z.ZodObject<Shape>> {
  const start = c.req.url.indexOf("?");
  const asked = new URLSearchParams(start < 0 ? "" : c.req.url.slice(start));
  const { values, complaints } = collect(asked, schema.shape);
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    const seen = new Set(complaints.map((complaint) => complaint.name));
    for (const { path, message } of parsed.error.issues) {
      const name = String(path[0] ?? "");
      if (!seen.has(name)) complaints.push({ name, expected: message });
      seen.add(name);
    }
  }
  const [first, ...others] = complaints;
  if (first !== undefined) throw refused([first, ...others]);
  if (!parsed.success) throw new Error("a parameter that fails its schema is complained of");
  return parsed.data;
}

/** A whole number in digits only: `1e3`, ` 5` and '' are none. */
export function wholeNumber(range: { from: number; to?: number; otherwise: number }) {
  const { from, to, otherwise } = range;
  const expected = to === undefined ? `a whole number from ${from}` : `a whole number from ${from} to ${to}`;
  const number = z.coerce.number<string>().int().min(from, `expected ${expected}`);
  return z
    .string()
    .regex(/^\d{1,9}$/, `expected ${expected}`)
    .pipe(to === undefined ? number : number.max(to, `expected ${expected}`))
    .default(otherwise)
    .meta({
      type: "integer",
      minimum: from,
      ...(to === undefined ? {} : { maximum: to }),
      default: otherwise,
    });
}
