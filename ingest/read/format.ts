import { detectDelimiter } from "./delimiter.ts";
import { UnreadableFile } from "./table.ts";

/** What a file is, by its first bytes. */
export type Container = "zip" | "ole" | "text";

const MAGIC: readonly (readonly [string, Container])[] = [
  ["PK\x03\x04", "zip"],
  ["PK\x05\x06", "zip"],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"],
];

/** What departments send by mistake, and what it is called. */
const NO_TABLE: readonly (readonly [string, string])[] = [
  ["\x1f\x8b", "a gzip archive in a gzip archive"],
  ["%PDF", "a PDF document"],
  ["Rar!", "a RAR archive"],
  ["7z\xbc\xaf", "a 7-Zip archive"],
  ["\x89PNG", "a picture"],
  ["\xff\xd8\xff", "a picture"],
  ["GIF8", "a picture"],
  ["{\\rtf", "an RTF document"],
  ["SQLite format", "a database"],
];

const HOW = "Deliver it as CSV, XLSX, XLS, NDJSON or a JSON array";

export function containerOf(head: Buffer): Container {
  const start = head.toString("latin1", 0, 16);
  const wrong = NO_TABLE.find(([magic]) => start.startsWith(magic));
  if (wrong !== undefined) throw new UnreadableFile("unknown_format", `The file is ${wrong[1]}. ${HOW}`);
  return MAGIC.find(([magic]) => start.startsWith(magic))?.[1] ?? "text";
}

export type TextFormat =
  | { format: "csv" | "tsv"; delimiter: string }
  | { format: "ndjson" }
  /** `positional`: its elements are arrays, the header one of them. */
  | { format: "json"; positional: boolean };

/** One object a line, unless the first object goes on in the next line, as in a document of its own. */
function isLineByLine(start: string): boolean {
  const [first = "", second] = start.split("\n", 2).map((line) => line.trim());
  return second === undefined || first.endsWith("}") || (second.startsWith("{") && !/[[{:]$/.test(first));
}

/** What a text is, by its first characters; its name decides where they leave it open. */
export function textFormat(head: string, name: string): TextFormat {
  const start = head.trimStart();
  if (start === "") throw new UnreadableFile("empty_file", "The file holds nothing but blank lines");
  if (/^<(!doctype|\?xml|!--|html|head|body|table|meta|style|div|svg)/i.test(start))
    throw new UnreadableFile(
      "unknown_format",
      `The file is a web page or XML, whatever its name says. ${HOW}`,
    );
  if (/^MIME-Version:/i.test(start))
    throw new UnreadableFile("unknown_format", `The file is a saved web page. ${HOW}`);
  const controls = head.match(/[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]/g)?.length ?? 0;
  if (controls > 5 && controls * 100 > head.length)
    throw new UnreadableFile("unknown_format", `The file is no text and no workbook. ${HOW}`);
  const isNamedNdjson = /\.(ndjson|jsonl)(\.gz)?$/i.test(name);
  if (/^\[\s*([[{\]]|$)/.test(start)) return { format: "json", positional: /^\[\s*\[/.test(start) };
  if (isNamedNdjson || (/^\{\s*["}]/.test(start) && isLineByLine(start))) return { format: "ndjson" };
  if (/^\{\s*"[^"]*"\s*:/.test(start))
    throw new UnreadableFile("unknown_format", `The file is one JSON object, not an array of them. ${HOW}`);
  const delimiter = detectDelimiter(head);
  return { format: delimiter === "\t" ? "tsv" : "csv", delimiter };
}
