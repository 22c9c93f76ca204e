import type { Readable } from "node:stream";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { UnreadableFile } from "./table.ts";

export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Names without their namespace prefix. */
const local = (name: string) => name.slice(name.indexOf(":") + 1);

/** Streams an XML document through a handler, piece by piece; control comes back after each piece. */
export async function* parseXml(stream: Readable, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let problem: Error | undefined;
  parser.on("error", (error) => {
    problem ??= error;
  });
  parser.on("opentag", (tag: SaxesTagPlain) => handler.open?.(local(tag.name), tag.attributes));
  parser.on("text", (text) => handler.text?.(text));
  parser.on("cdata", (text) => handler.text?.(text));
  parser.on("closetag", (tag: SaxesTagPlain) => handler.close?.(local(tag.name)));
  const decoder = new TextDecoder();
  const fail = (cause: unknown) =>
    new UnreadableFile("unreadable", "A part of the workbook is no XML, or is cut off", { cause });
  try {
    for await (const piece of stream) {
      parser.write(decoder.decode(piece, { stream: true }));
      if (problem !== undefined) throw problem;
      yield;
    }
    parser.close();
    if (problem !== undefined) throw problem;
  } catch (error) {
    throw error instanceof UnreadableFile ? error : fail(error);
  } finally {
    stream.destroy();
  }
}

export async function readXml(stream: Readable, handler: XmlHandler): Promise<void> {
  for await (const _ of parseXml(stream, handler));
}
