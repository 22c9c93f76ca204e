const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** V8 copies shorter substrings anyway. */
const SLICED_FROM = 13;

/**
 * The same text in memory of its own. A cell is a slice of a large piece of a file and keeps all of it alive, so whatever
 * is remembered beyond its row has to let go of the piece.
 */
export function ownText(text: string): string {
  return text.length < SLICED_FROM ? text : decoder.decode(encoder.encode(text));
}
