import { openTable } from "./openTable.ts";
import { UnreadableFile } from "./table.ts";

/** The header stands in one of the first rows, as in deliveries. */
const HEADER_ROWS = 10;

/** One row by the names of its columns; those that the file lacks are ''. */
export interface NamedRow {
  line: number;
  cell(column: string): string;
}

/** A file without the columns that a command needs, or that can't be read to its end: the caller's to say. */
export class MissingColumn extends Error {
  readonly column: string;
  constructor(path: string, column: string) {
    super(`${path} has no column ${column}`);
    this.name = "MissingColumn";
    this.column = column;
  }
}

const folded = (text: string) => text.trim().toLowerCase();

/**
 * The rows of a file of any format that can be delivered, by column; header names in any case.
 * @throws MissingColumn, UnreadableFile
 */
export async function* rowsByColumn(path: string, required: readonly string[]): AsyncGenerator<NamedRow[]> {
  const table = await openTable(path);
  let header: readonly string[] | null = null;
  const missingIn = (cells: readonly string[]) => {
    const names = cells.map(folded);
    return required.find((column) => !names.includes(folded(column)));
  };
  let seen = 0;
  /** What the likest row lacks, when none is the header. */
  let lacking = required[0] ?? "";
  try {
    for await (const batch of table.rows) {
      const rows: NamedRow[] = [];
      for (const { line, cells, malformed } of batch) {
        if (malformed !== undefined) throw new UnreadableFile("unreadable", `Line ${line}: ${malformed}`);
        // The keys of JSON grow as rows come, so they are looked at for each.
        if (table.keys !== undefined) header = table.keys.map(folded);
        else if (header === null) {
          const missing = missingIn(cells);
          if (missing === undefined) header = cells.map(folded);
          else if (missing !== required[0]) lacking = missing;
          if (header === null && ++seen >= HEADER_ROWS) throw new MissingColumn(path, lacking);
          continue;
        }
        const names = header;
        rows.push({ line, cell: (column) => cells[names.indexOf(folded(column))] ?? "" });
      }
      const absent = table.keys === undefined || header === null ? undefined : missingIn(header);
      if (absent !== undefined) throw new MissingColumn(path, absent);
      if (rows.length > 0) yield rows;
    }
    if (header === null) throw new MissingColumn(path, lacking);
  } finally {
    await table.close();
  }
}
