import { posix } from "node:path";
import type { ReadLimits } from "./limits.ts";
import { isDateFormat, sheetText } from "./sheetCell.ts";
import type { StringStore } from "./stringStore.ts";
import { UnreadableFile } from "./table.ts";
import { readXml } from "./xml.ts";
import type { Zip } from "./zip.ts";

/** What the parts around the sheets of an .xlsx say. */
export interface Workbook {
  /** Paths of the visible sheets, in the program's order. */
  sheets: string[];
  date1904: boolean;
  /** By cell style: whether it shows dates. */
  dateStyles: boolean[];
  sharedStrings: StringStore;
}

interface Relation {
  id: string;
  /** Last word of the relation's type: `officeDocument`, `worksheet`, `sharedStrings`, `styles` … */
  kind: string;
  path: string;
}

/** The parts that a part refers to. Their paths are absolute, or start from the part's folder. */
async function relationsOf(zip: Zip, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const relations: Relation[] = [];
  await readXml(zip.bytes(posix.join(folder, "_rels", `${posix.basename(part)}.rels`)), {
    open(name, { Id = "", Type = "", Target = "" }) {
      if (name !== "Relationship") return;
      const path = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      relations.push({ id: Id, kind: posix.basename(Type), path });
    },
  });
  return relations;
}

async function sheetsOf(zip: Zip, part: string, relations: readonly Relation[]) {
  const sheets: string[] = [];
  let date1904 = false;
  await readXml(zip.bytes(part), {
    open(name, attributes) {
      if (name === "workbookPr") date1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet" || /hidden/i.test(attributes.state ?? "")) return;
      // The prefix is the writer's choice; sheetId is another thing.
      const key = Object.keys(attributes).find((attribute) => /^(\w+:)?id$/.test(attribute)) ?? "";
      const relation = relations.find(({ id, kind }) => id === attributes[key] && kind === "worksheet");
      if (relation !== undefined) sheets.push(relation.path);
    },
  });
  return { sheets, date1904 };
}

async function readDateStyles(zip: Zip, part: string): Promise<boolean[]> {
  const styles: boolean[] = [];
  const patterns = new Map<number, string>();
  let inCellStyles = false;
  await readXml(zip.bytes(part), {
    open(name, attributes) {
      if (name === "numFmt") patterns.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name === "cellXfs") inCellStyles = true;
      if (name !== "xf" || !inCellStyles) return;
      const id = Number(attributes.numFmtId ?? 0);
      styles.push(isDateFormat(id, patterns.get(id)));
    },
    close(name) {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return styles;
}

/** The pieces of a rich text are joined; phonetic guides (rPh) are none of it. */
async function readSharedStrings(
  zip: Zip,
  part: string,
  store: StringStore,
  limits: ReadLimits,
): Promise<void> {
  let size = 0;
  let text = "";
  let isText = false;
  let isPhonetic = false;
  await readXml(zip.bytes(part), {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") isPhonetic = true;
      isText = name === "t" && !isPhonetic;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === "rPh") isPhonetic = false;
      if (name === "t") isText = false;
      if (name !== "si") return;
      size += 16 + Buffer.byteLength(text);
      if (size > limits.sharedStrings)
        throw new UnreadableFile(
          "archive_bomb",
          `The workbook's texts take more than ${limits.sharedStrings} bytes`,
        );
      if (!store.add(sheetText(text)))
        throw new UnreadableFile("unreadable", "A text of the workbook is over a megabyte");
    },
  });
}

/** Why a zip archive is no workbook that can be read. */
function checkKind(zip: Zip): void {
  if (zip.has("_rels/.rels") && !zip.names.some((name) => name.endsWith(".bin") && name.includes("workbook")))
    return;
  const what = zip.names.some((name) => name.endsWith("workbook.bin"))
    ? "a binary workbook (.xlsb)"
    : "a zip archive, not an .xlsx workbook";
  throw new UnreadableFile(
    "unknown_format",
    `The file is ${what}. Deliver it as CSV, XLSX, XLS, NDJSON or a JSON array`,
  );
}

export async function readWorkbook(zip: Zip, store: StringStore, limits: ReadLimits): Promise<Workbook> {
  checkKind(zip);
  const [main] = (await relationsOf(zip, "")).filter(({ kind }) => kind === "officeDocument");
  if (main === undefined || !zip.names.some((name) => /^xl\/|worksheets\//.test(name)))
    throw new UnreadableFile("unknown_format", "The file is an Office document, but no workbook");
  const relations = await relationsOf(zip, main.path);
  const partOf = (kind: string) =>
    relations.find((relation) => relation.kind === kind && zip.has(relation.path))?.path;
  const { sheets, date1904 } = await sheetsOf(zip, main.path, relations);
  const styles = partOf("styles");
  const strings = partOf("sharedStrings");
  if (strings !== undefined) await readSharedStrings(zip, strings, store, limits);
  const dateStyles = styles === undefined ? [] : await readDateStyles(zip, styles);
  return { sheets, date1904, dateStyles, sharedStrings: store };
}
