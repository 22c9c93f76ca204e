import { z } from "zod";
import { typeText } from "./openapi.ts";

const Shape = z
  .object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    properties: z.record(z.string(), z.unknown()).optional(),
    required: z.array(z.string()).optional(),
    items: z.unknown().optional(),
    anyOf: z.array(z.unknown()).optional(),
    description: z.string().optional(),
  })
  .loose();
type Shape = z.infer<typeof Shape>;

const Components = z.object({
  components: z.object({ schemas: z.record(z.string(), z.unknown()).optional() }).optional(),
});

/** One member of an answer: `identity.status`, `lists[].reason`. */
export interface SchemaField {
  path: string;
  type: string;
  required: boolean;
  description: string | null;
}

export interface NamedSchema {
  name: string;
  description: string | null;
  fields: SchemaField[];
}

const SMALL = 2;
const DEEPEST = 3;

/** `{code, label}` and its kin are read at a glance; they are not taken apart. */
function smallObject(shape: Shape): string | null {
  const names = Object.keys(shape.properties ?? {});
  return names.length > 0 && names.length <= SMALL ? `{${names.join(", ")}}` : null;
}

const orNull = (shape: Shape) => (Array.isArray(shape.type) && shape.type.includes("null") ? " | null" : "");

function shapeOf(schema: unknown): Shape {
  return Shape.safeParse(schema).data ?? {};
}

function fieldsOf(shape: Shape, prefix: string, depth: number): SchemaField[] {
  return Object.entries(shape.properties ?? {}).flatMap(([name, schema]) => {
    const path = `${prefix}${name}`;
    const own = shapeOf(schema);
    const required = shape.required?.includes(name) ?? false;
    const described = { path, required, description: own.description ?? null };
    const small = smallObject(own);
    if (small !== null) return [{ ...described, type: `${small}${orNull(own)}` }];
    if (own.properties !== undefined && depth < DEEPEST)
      return [{ ...described, type: `object${orNull(own)}` }, ...fieldsOf(own, `${path}.`, depth + 1)];
    const item = shapeOf(own.items);
    const smallItem = smallObject(item);
    if (smallItem !== null) return [{ ...described, type: `array of ${smallItem}` }];
    if (item.properties !== undefined && depth < DEEPEST)
      return [{ ...described, type: "array of objects" }, ...fieldsOf(item, `${path}[].`, depth + 1)];
    return [{ ...described, type: typeText(schema) }];
  });
}

/** Every named schema of an OpenAPI document, its members one below the other. */
export function namedSchemas(document: unknown): NamedSchema[] {
  const schemas = Components.parse(document).components?.schemas ?? {};
  return Object.entries(schemas).map(([name, schema]) => {
    const shape = shapeOf(schema);
    return { name, description: shape.description ?? null, fields: fieldsOf(shape, "", 0) };
  });
}
