/** One value of a row in PostgreSQL's COPY text format. `undefined` is not a value: say null. */
export type CopyValue = string | number | boolean | null | readonly string[] | CopyJson;

/** JSON text, as `JSON.stringify` makes it. */
export interface CopyJson {
  json: string;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
// NUL can't be stored in PostgreSQL text; the readers refuse files that hold one.
const NEEDS_ESCAPE = /[\\\t\n\r\0]/;
const NEEDS_ARRAY_ESCAPE = /[\\\t\n\r\0"]/;

function escapeText(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  return text.replace(/[\\\t\n\r\0]/g, (character) => ESCAPES[character] ?? "");
}

/** Of what COPY has to escape, only backslashes can stand in JSON text. */
const jsonField = (json: string) => (json.includes("\\") ? json.replaceAll("\\", "\\\\") : json);

/** One look at the whole row tells whether any of its cells needs escaping; most rows need none. */
function listField(values: readonly string[]): string {
  if (values.length === 0) return "{}";
  const plain = values.join('","');
  if (!NEEDS_ARRAY_ESCAPE.test(values.length === 1 ? plain : values.join(""))) return `{"${plain}"}`;
  const escaped = values.map((value) => value.replace(/[\\"]/g, "\\$&"));
  return escapeText(`{"${escaped.join('","')}"}`);
}

const isArray = (value: readonly string[] | CopyJson): value is readonly string[] => Array.isArray(value);

function fieldText(value: CopyValue | undefined): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (typeof value === "number") return String(value);
  if (isArray(value)) return listField(value);
  return jsonField(value.json);
}

/** One line of COPY text, its newline included. */
export function copyLine(values: readonly CopyValue[]): string {
  let line = fieldText(values[0]);
  for (let i = 1; i < values.length; i++) line += `\t${fieldText(values[i])}`;
  return `${line}\n`;
}
