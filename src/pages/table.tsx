import type { Child } from "hono/jsx";

export interface Column {
  head: string;
  /** Numbers stand at the right edge. */
  number?: boolean;
}

interface DataTableProps {
  caption: string;
  columns: readonly Column[];
  /** The first cell of a row names it. */
  rows: readonly (readonly Child[])[];
  hideCaption?: boolean;
}

const isEmpty = (cell: Child) => cell === null || cell === undefined || cell === false || cell === "";

/** A table that turns into cards on a narrow screen: each cell then carries the head of its column. */
export function DataTable({ caption, columns, rows, hideCaption }: DataTableProps) {
  return (
    <table class="cards">
      <caption>{hideCaption ? <span class="vh">{caption}</span> : caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={column.number ? "number" : undefined}>
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
              <td
                data-label={columns[index + 1]?.head}
                class={columns[index + 1]?.number ? "number" : undefined}
              >
                {isEmpty(cell) ? null : <div>{cell}</div>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
