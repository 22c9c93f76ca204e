import type { ISql } from "./client.ts";

type Value = string | number | boolean | null | readonly (string | null)[];

/** A piece of SQL and what is put into it; see `piece`. */
export interface Piece {
  strings: readonly string[];
  put: readonly (Value | Piece)[];
}

/**
 * Written as the driver's fragments are: pieces are put in as they are, all else is a parameter. A fragment of the driver is a query
 * that isn't sent, a promise with all it needs; of the thirty of a search composing them took as long as reading its answer.
 */
export const piece = (strings: TemplateStringsArray, ...put: readonly (Value | Piece)[]): Piece => ({
  strings,
  put,
});

export const NOTHING = piece``;

/** One after the other, with this between them. */
export function joined(pieces: readonly Piece[], between: string): Piece {
  const [first, ...others] = pieces;
  if (first === undefined) return NOTHING;
  return { strings: ["", ...others.map(() => between), ""], put: pieces };
}

const isPiece = (put: Value | Piece): put is Piece =>
  typeof put === "object" && put !== null && "strings" in put;

function written({ strings, put }: Piece, values: Value[]): string {
  let [text = ""] = strings;
  for (let i = 0; i < put.length; i++) {
    const one = put[i] ?? null;
    text += isPiece(one) ? written(one, values) : `$${values.push(one)}`;
    text += strings[i + 1] ?? "";
  }
  return text;
}

/** What it finds. The server prepares each text once for a connection. */
export function rowsOf<Row extends object>(sql: ISql, statement: Piece): Promise<Row[]> {
  const values: Value[] = [];
  const text = written(statement, values);
  return sql.unsafe<Row[]>(text, values, { prepare: true });
}
