import { csvLine, LIST_COLUMNS, type ListedEntry, listCells } from "../enterprise/listEntry.ts";

/** A header, then a line an entry; the last column says whether the data is generated. */
export async function* csvOf(pieces: AsyncIterable<string[]>, demo: boolean): AsyncGenerator<string> {
  yield csvLine([...LIST_COLUMNS, "demo"]);
  for await (const piece of pieces) {
    const lines = piece.map((text) => {
      const entry: ListedEntry = JSON.parse(text);
      return csvLine([...listCells(entry), String(demo)]);
    });
    yield lines.join("");
  }
}

/** Stored texts, one a line, with `demo` behind their own members. */
export async function* ndjsonOf(pieces: AsyncIterable<string[]>, demo: boolean): AsyncGenerator<string> {
  for await (const piece of pieces)
    yield piece.map((text) => `${text.slice(0, -1)},"demo":${demo}}\n`).join("");
}

/** The body of an answer; memory holds one piece, and a reader that goes away ends the reading. */
export function asBody(
  chunks: AsyncGenerator<string>,
  onError: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next();
        if (done === true) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        onError(error);
        controller.error(error); // the connection breaks: half a list must not look like a whole one
      }
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
