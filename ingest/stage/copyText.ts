/** One value of a row in PostgreSQL's COPY text format. `undefined` is not a value: say null. */
export type CopyValue = string | number | boolean | null | readonly string[];

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
// NUL can't be stored in PostgreSQL text; the readers refuse files that hold one.
const NEEDS_ESCAPE = /[\\\t\n\r\0]/;
const NEEDS_QUOTE_ESCAPE = /[\\"]/g;

function escapeText(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  return text.replace(/[\\\t\n\r\0]/g, (character) => ESCAPES[character] ?? "");
}

function arrayText(values: readonly string[]): string {
  let text = "{";
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? "";
    text += i === 0 ? '"' : ',"';
    text += value.includes("\\") || value.includes('"') ? value.replace(NEEDS_QUOTE_ESCAPE, "\\$&") : value;
    text += '"';
  }
  return `${text}}`;
}

/** One line of COPY text, its newline included. */
export function copyLine(values: readonly CopyValue[]): string {
  let line = "";
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (i > 0) line += "\t";
    if (value === null || value === undefined) line += "\\N";
    else if (typeof value === "string") line += escapeText(value);
    else if (typeof value === "boolean") line += value ? "t" : "f";
    else if (typeof value === "number") line += String(value);
    else line += escapeText(arrayText(value));
  }
  return `${line}\n`;
}
