import type { Moved } from "../src/db/profiles.ts";

/** What was read, where the code is not expected to be a former one. */
export function stands<T extends object>(read: T | Moved): T {
  if ("movedTo" in read) throw new Error(`it stands under ${read.movedTo}`);
  return read;
}
