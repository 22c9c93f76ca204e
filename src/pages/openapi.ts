import { z } from "zod";

const Schema = z
  .object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    items: z.unknown().optional(),
    anyOf: z.array(z.unknown()).optional(),
    oneOf: z.array(z.unknown()).optional(),
    maximum: z.number().optional(),
    minimum: z.number().optional(),
    maxLength: z.number().optional(),
    default: z.unknown().optional(),
  })
  .loose();

const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  description: z.string().optional(),
  schema: z.unknown().optional(),
});
export type Parameter = z.infer<typeof Parameter>;

const Media = z.object({ schema: z.unknown().optional() });
const Response = z.object({
  description: z.string().optional(),
  content: z.record(z.string(), Media).optional(),
});

const Operation = z.object({
  summary: z.string().optional(),
  description: z.string().optional(),
  parameters: z.array(Parameter).optional(),
  requestBody: z.object({ content: z.record(z.string(), Media) }).optional(),
  security: z.array(z.unknown()).optional(),
  responses: z.record(z.string(), Response).optional(),
});
export type Operation = z.infer<typeof Operation>;

/** The part of an OpenAPI 3.1 document that the page shows. */
const Document = z.object({
  servers: z.array(z.object({ url: z.string() })).optional(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

export interface Route {
  method: string;
  path: string;
  /** Stable within the page. */
  anchor: string;
  operation: Operation;
}

const METHODS = new Set(["get", "post", "put", "patch", "delete", "head"]);

/** Every operation in the document's order. */
export function routesOf(document: unknown): Route[] {
  const { servers, paths } = Document.parse(document);
  const base = servers?.[0]?.url ?? "";
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: `${base}${path}`,
        anchor: `${method}-${path.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "")}`,
        operation: Operation.parse(operation),
      })),
  );
}

/** Whether a schema is a reference to a named one. */
export function isNamed(schema: unknown): boolean {
  return Schema.safeParse(schema).data?.$ref !== undefined;
}

const DEEPEST = 4;

/** A schema in a few words: `string (date)`, `array of Hit`, `"a" | "b"`. */
export function typeText(schema: unknown, depth = 0): string {
  const parsed = Schema.safeParse(schema);
  if (!parsed.success || depth > DEEPEST) return "";
  const { $ref, type, format, items, anyOf, oneOf } = parsed.data;
  if ($ref !== undefined) return $ref.split("/").at(-1) ?? "";
  if (parsed.data.const !== undefined) return JSON.stringify(parsed.data.const);
  if (parsed.data.enum !== undefined)
    return parsed.data.enum.map((value) => JSON.stringify(value)).join(" | ");
  const either = anyOf ?? oneOf;
  if (either !== undefined)
    return [...new Set(either.map((each) => typeText(each, depth + 1)))].filter(Boolean).join(" | ");
  if (type === "array") return `array of ${typeText(items, depth + 1) || "values"}`;
  const name = Array.isArray(type) ? type.join(" | ") : (type ?? "");
  return format === undefined ? name : `${name} (${format})`;
}

/** Limits that a caller should know before asking. */
export function limitsText(schema: unknown): string {
  const { minimum, maximum, maxLength, default: standard } = Schema.safeParse(schema).data ?? {};
  return [
    minimum === undefined || minimum < -1e15 ? "" : `≥ ${minimum}`,
    maximum === undefined || maximum > 1e15 ? "" : `≤ ${maximum}`,
    maxLength === undefined ? "" : `≤ ${maxLength} characters`,
    standard === undefined ? "" : `default ${JSON.stringify(standard)}`,
  ]
    .filter((text) => text !== "")
    .join(", ");
}
