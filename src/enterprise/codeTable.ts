import type { Coded } from "./record.ts";

/** A closed set of coded values: our code, its labels, and the texts and foreign codes that mean it. */
export interface CodeEntry {
  code: string;
  zh: string;
  en: string;
  /** Spellings, compared without spaces and brackets, in capitals. */
  also: readonly string[];
}

const fold = (text: string) =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s()[\],、;.。]/g, "");

export interface CodeTable {
  /** Every code, in the table's order. */
  codes: readonly string[];
  read(text: string): Coded | null;
  coded(code: string): Coded;
  labels(code: string): { zh: string; en: string } | null;
}

export function codeTable(entries: readonly CodeEntry[]): CodeTable {
  const byText = new Map<string, Coded>();
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  for (const { code, zh, also } of entries)
    for (const text of [code, zh, ...also])
      if (!byText.has(fold(text))) byText.set(fold(text), { code, label: zh });
  return {
    codes: [...byCode.keys()],
    read: (text) => byText.get(text) ?? byText.get(fold(text)) ?? null,
    coded: (code) => ({ code, label: byCode.get(code)?.zh ?? code }),
    labels: (code) => byCode.get(code) ?? null,
  };
}
