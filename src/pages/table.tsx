import type { Child } from "hono/jsx";

export interface Column {
  head: string;
  /** Numbers stand at the right edge. */
  number?: boolean;
  /** Short values that a wide screen keeps on one line. */
  whole?: boolean;
}

interface DataTableProps {
  caption: string;
  columns: readonly Column[];
  /** The first cell of a row names it. */
  rows: readonly (readonly Child[])[];
  hideCaption?: boolean;
  /** Few and short columns: stays a table on a narrow screen too. */
  compact?: boolean;
}

function classOf(column: Column | undefined): string | undefined {
  if (column?.number) return "number";
  return column?.whole ? "whole" : undefined;
}

const isEmpty = (cell: Child) => cell === null || cell === undefined || cell === false || cell === "";

/** A table that turns into cards on a narrow screen: each cell then carries the head of its column. */
export function DataTable({ caption, columns, rows, hideCaption, compact }: DataTableProps) {
  return (
    <table class={compact ? "compact" : "cards"}>
      <caption>{hideCaption ? <span class="vh">{caption}</span> : caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={classOf(column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">{row[0]}</th>
            {row.slice(1).map((cell, index) => (
              <td data-label={columns[index + 1]?.head} class={classOf(columns[index + 1])}>
                {isEmpty(cell) ? null : <div>{cell}</div>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
