import type { ToRow } from "./jsonCells.ts";
import type { ReadLimits } from "./limits.ts";
import { type Row, UnreadableFile } from "./table.ts";

/** One object a line. A line that is no JSON is a malformed row; when the file stops in it, the file is truncated. */
export async function* ndjsonRows(
  text: AsyncIterable<string>,
  toRow: ToRow,
  limits: ReadLimits,
): AsyncGenerator<Row[]> {
  let rest = "";
  let line = 1;
  const checkLength = (content: string) => {
    if (content.length > limits.rowCharacters)
      throw new UnreadableFile(
        "unreadable",
        `Line ${line} is longer than ${limits.rowCharacters} characters`,
      );
  };
  for await (const piece of text) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    const rows: Row[] = [];
    for (const content of lines) {
      checkLength(content);
      if (content.trim() !== "")
        rows.push(toRow(content, line) ?? { line, cells: [content], malformed: "the line is no JSON" });
      line++;
    }
    checkLength(rest);
    if (rows.length > 0) yield rows;
  }
  const last = rest.trim() === "" ? undefined : toRow(rest, line);
  if (last !== undefined) yield [last];
  else if (rest.trim() !== "")
    throw new UnreadableFile("truncated", `The file stops in the middle of line ${line}`);
}
