import { createHash, hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";

/** Lower-case hex of the file's bytes as delivered, packed or not. */
export async function sha256OfFile(path: string): Promise<string> {
  const digest = createHash("sha256");
  await pipeline(createReadStream(path), digest);
  return digest.digest("hex");
}

/** The same bytes for the same feed always make the same delivery, whenever and in whatever order they come. */
export function deliveryId(source: string, feed: string, isFull: boolean, sha256: string): string {
  return `d${hash("sha256", `${source}/${feed}\n${isFull ? "full" : ""}\n${sha256}`, "hex").slice(0, 15)}`;
}

/** A uuid made of a text, as 32 hexadecimal digits: the id of a record from its identity, the mark of its content. */
export function uuidOf(text: string): string {
  return hash("sha256", text, "hex").slice(0, 32);
}
