import type { ReadLimits } from "./limits.ts";
import { isDateFormat } from "./sheetCell.ts";
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
  sharedStrings: string[];
}

async function sheetPaths(zip: Zip): Promise<{ sheets: string[]; date1904: boolean }> {
  const targets = new Map<string, string>();
  await readXml(await zip.stream("xl/_rels/workbook.xml.rels"), {
    open(name, attributes) {
      if (name === "Relationship") targets.set(attributes.Id ?? "", attributes.Target ?? "");
    },
  });
  const sheets: string[] = [];
  let date1904 = false;
  await readXml(await zip.stream("xl/workbook.xml"), {
    open(name, attributes) {
      if (name === "workbookPr") date1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet" || /hidden/i.test(attributes.state ?? "")) return;
      const target = targets.get(attributes["r:id"] ?? attributes.id ?? "");
      if (target !== undefined) sheets.push(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    },
  });
  return { sheets, date1904 };
}

async function dateStyles(zip: Zip): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (!zip.has("xl/styles.xml")) return styles;
  const patterns = new Map<number, string>();
  let inCellStyles = false;
  await readXml(await zip.stream("xl/styles.xml"), {
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

async function sharedStrings(zip: Zip, limits: ReadLimits): Promise<string[]> {
  const strings: string[] = [];
  if (!zip.has("xl/sharedStrings.xml")) return strings;
  let size = 0;
  let text = "";
  let reading = false;
  let phonetic = false;
  await readXml(await zip.stream("xl/sharedStrings.xml"), {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") phonetic = true;
      reading = name === "t" && !phonetic;
    },
    text(piece) {
      if (reading) text += piece;
    },
    close(name) {
      if (name === "rPh") phonetic = false;
      if (name === "t") reading = false;
      if (name !== "si") return;
      size += text.length * 2 + 16;
      if (size > limits.sharedStrings)
        throw new UnreadableFile(
          "archive_bomb",
          `The workbook's strings take more than ${limits.sharedStrings} bytes`,
        );
      strings.push(text);
    },
  });
  return strings;
}

export async function readWorkbook(zip: Zip, limits: ReadLimits): Promise<Workbook> {
  if (!zip.has("xl/workbook.xml"))
    throw new UnreadableFile("unknown_format", "The zip archive is no .xlsx workbook");
  const { sheets, date1904 } = await sheetPaths(zip);
  return {
    sheets,
    date1904,
    dateStyles: await dateStyles(zip),
    sharedStrings: await sharedStrings(zip, limits),
  };
}
