import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type { Sql } from "../../src/db/client.ts";

/** A table that lines of COPY text are poured into, on a connection of its own, while other queries go on. */
export interface CopySink {
  /** Resolves when there is room for more. */
  write(line: string): Promise<void> | undefined;
  /** Ends the copy and waits until the database has it. */
  end(): Promise<void>;
  /** Gives up; nothing of what was written stays. */
  abandon(): void;
}

export async function copySink(
  sql: Sql,
  target: { table: string; columns: readonly string[] },
): Promise<CopySink> {
  const writable: Writable =
    await sql`copy ${sql(target.table)} (${sql(target.columns)}) from stdin`.writable();
  let failure: unknown;
  writable.on("error", (error) => {
    failure = error;
  });
  let piece = "";
  const flush = async () => {
    if (failure !== undefined) throw failure;
    const full = !writable.write(piece);
    piece = "";
    if (full) await once(writable, "drain");
  };
  return {
    write(line) {
      piece += line;
      return piece.length > 131_072 ? flush() : undefined;
    },
    async end() {
      if (piece !== "") await flush();
      writable.end();
      await finished(writable);
    },
    abandon() {
      writable.destroy(new Error("abandoned"));
    },
  };
}
