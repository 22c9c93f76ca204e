/** Whether a number format shows a date: built-in ids of the format, or a pattern with day and month or year parts. */
export function isDateFormat(id: number, pattern: string | undefined): boolean {
  if (pattern === undefined)
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  const bare = pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  return /[yd年日]/i.test(bare) || (/m/i.test(bare) && /[hs月]/i.test(bare));
}

const two = (n: number) => String(n).padStart(2, "0");

/** A serial day of a sheet as `YYYY-MM-DD`, with its time when it has one. */
export function serialText(serial: number, date1904: boolean): string {
  const day = Math.floor(serial);
  const seconds = Math.round((serial - day) * 86_400);
  const date = new Date(
    Date.UTC(date1904 ? 1904 : 1899, date1904 ? 0 : 11, date1904 ? 1 : 30) + day * 86_400_000,
  );
  if (Number.isNaN(date.getTime())) return String(serial);
  const text = date.toISOString().slice(0, 10);
  if (seconds === 0) return text;
  return `${text} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/**
 * A sheet's number as text: whole ones without `.0`, the noise beyond 15 digits gone. From 10^15 on in scientific notation,
 * since a sheet has lost digits there: whoever reads an id must see that.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return "";
  if (Math.abs(value) >= 1e15) return value.toExponential().toUpperCase().replace("E+", "E");
  return String(Number(value.toPrecision(15)));
}
