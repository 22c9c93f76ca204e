import type { ToRow } from "./jsonCells.ts";
import type { ReadLimits } from "./limits.ts";
import { type Row, UnreadableFile } from "./table.ts";

/** Where the reading of an array stands. Depth 1 is between its elements. */
interface Place {
  depth: number;
  inString: boolean;
  isClosed: boolean;
  /** Elements ended so far. */
  elements: number;
}

/** The end of the string that is open at `from`, or -1 when it goes on. A quote after an odd run of `\` is escaped. */
function stringEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (before >= 0 && text.charCodeAt(before) === 92) before--;
    if ((at - 1 - before) % 2 === 0) return at;
  }
  return -1;
}

const damaged = (place: Place, why: string) =>
  new UnreadableFile("unreadable", `${why}, after element ${place.elements} of the array`);

/**
 * Cuts an array's elements out of `text`, which goes on from `at`; the element in progress begins at 0.
 * @returns where the element that is still in progress begins
 */
function cut(text: string, at: number, place: Place, take: (element: string) => void): number {
  const marks = /["{}[\],]/g;
  let start = 0;
  marks.lastIndex = at;
  for (;;) {
    if (place.inString) {
      const end = stringEnd(text, marks.lastIndex);
      if (end === -1) return start;
      place.inString = false;
      marks.lastIndex = end + 1;
    }
    const found = marks.exec(text);
    if (found === null) return start;
    const mark = found[0];
    if (place.depth === 0 && (mark !== "[" || place.isClosed)) throw damaged(place, "There is more text");
    if (mark === '"') place.inString = true;
    else if (mark === "{" || mark === "[") {
      if (++place.depth === 1) start = marks.lastIndex;
    } else if (mark === ",") {
      if (place.depth > 1) continue;
      take(text.slice(start, found.index));
      start = marks.lastIndex;
    } else if (--place.depth === 0) {
      const last = text.slice(start, found.index);
      if (last.trim() !== "" || place.elements > 0) take(last);
      if (mark === "}") throw damaged(place, "A bracket closes what it did not open");
      start = marks.lastIndex;
      place.isClosed = true;
    }
  }
}

/**
 * Elements of one JSON array; one element at a time is held. Elements of the wrong kind are malformed rows; when one is no
 * JSON the document as a whole is none.
 */
export async function* jsonRows(
  text: AsyncIterable<string>,
  toRow: ToRow,
  limits: ReadLimits,
): AsyncGenerator<Row[]> {
  const place: Place = { depth: 0, inString: false, isClosed: false, elements: 0 };
  let rest = "";
  let rows: Row[] = [];
  const take = (element: string) => {
    if (element.length > limits.rowCharacters) throw tooLong();
    const row = toRow(element, place.elements + 1);
    if (row === undefined) throw damaged(place, "The text is no JSON");
    place.elements++;
    rows.push(row);
  };
  const tooLong = () => damaged(place, `An element is longer than ${limits.rowCharacters} characters`);
  for await (const piece of text) {
    const seen = rest.length;
    rest += piece;
    rest = rest.slice(cut(rest, seen, place, take));
    if (place.depth === 0 && rest.trim() !== "") throw damaged(place, "There is more text");
    if (rest.length > limits.rowCharacters) throw tooLong();
    if (rows.length > 0) yield rows;
    rows = [];
  }
  if (place.depth > 0)
    throw new UnreadableFile("truncated", `The file stops after element ${place.elements} of its array`);
}
