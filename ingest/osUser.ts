import { userInfo } from "node:os";

/** Who runs this process; a user without an entry in the system's list goes by number. */
export function osUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? "unknown"}`;
  }
}
