/** Never holds what was typed: an engine's own messages may quote it, so of a cause only its code is said. */
export function failureReason(error: unknown): string {
  if (!(error instanceof Error)) return "it failed";
  const { cause } = error;
  const code = cause instanceof Error ? codeOf(cause) : undefined;
  return code === undefined ? error.message : `${error.message} (${code})`;
}

function codeOf(error: Error): string {
  const inner = error.cause;
  if (inner instanceof Error) return codeOf(inner);
  if (typeof inner === "object" && inner !== null && "code" in inner) return String(inner.code);
  return "code" in error ? String(error.code) : error.name;
}
