import { SaxesParser } from "saxes";
import { UnreadableFile } from "./table.ts";

/** Element names come without their namespace prefix, attributes as written. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const DEPTH = 100;
/** Characters without any tag, which the parser has to hold. */
const SILENCE = 16 * 2 ** 20;

const local = (name: string) => (name.includes(":") ? name.slice(name.indexOf(":") + 1) : name);

const unreadable = (why: string, cause?: unknown) =>
  new UnreadableFile("unreadable", `A part of the workbook ${why}`, { cause });

/**
 * Streams an XML document through a handler; control comes back after each piece. Entities that a document declares are
 * not known to the parser, so nothing can be expanded.
 */
export async function* parseXml(bytes: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let silence = 0;
  let depth = 0;
  parser.on("error", (cause) => {
    throw unreadable("is no XML, or is cut off", cause);
  });
  parser.on("opentag", (tag) => {
    silence = 0;
    if (++depth > DEPTH) throw unreadable(`is nested more than ${DEPTH} deep`);
    handler.open?.(local(tag.name), tag.attributes);
  });
  parser.on("text", (text) => handler.text?.(text));
  parser.on("cdata", (text) => handler.text?.(text));
  parser.on("closetag", (tag) => {
    silence = 0;
    depth--;
    handler.close?.(local(tag.name));
  });
  const decoder = new TextDecoder();
  for await (const piece of bytes) {
    silence += piece.length;
    parser.write(decoder.decode(piece, { stream: true }));
    if (silence > SILENCE) throw unreadable(`has no tag in ${SILENCE} characters`);
    yield;
  }
  parser.close();
}

export async function readXml(bytes: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  for await (const _ of parseXml(bytes, handler));
}
