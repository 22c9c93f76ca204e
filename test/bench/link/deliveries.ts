import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type ByteFile, openByteFile } from "../../../ingest/demo/byteFile.ts";
import { isoOf } from "../../../ingest/demo/days.ts";
import { REMARK } from "../../../ingest/demo/scene.ts";
import type { JudgedDraft } from "./drafts.ts";
import type { LinkFirm, LinkWorld } from "./firm.ts";
import { LAYOUTS } from "./layouts.ts";
import { spell } from "./nameParts.ts";
import type { Draft, Linkable } from "./row.ts";

/** One record row, and what is really so about it. */
export interface LinkTruth {
  source: string;
  feed: string;
  file: string;
  line: number;
  /** Whose record it is; null when nobody's of the register. */
  uscc: string | null;
  class: string;
  linkable: Linkable;
  naturalPerson: boolean;
  /** What the row says, to show beside a wrong link. */
  said: string;
}

const BUFFER = 1 << 18;
/** Of one file, so that several threads have something to stage. */
const ROWS = 100_000;

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (cells: readonly string[]) => `${cells.map(quoted).join(",")}\n`;

/** Lines of text, in files of at most ROWS rows under one header. */
class Files {
  private file: ByteFile | null = null;
  private text = "";
  private rows = 0;
  private part = 0;
  private readonly folder: string;
  private readonly name: string;
  private readonly header: string;

  constructor(folder: string, name: string, header: string) {
    this.folder = folder;
    this.name = name;
    this.header = header;
  }

  /** @returns where the row stands */
  async add(cells: readonly string[]): Promise<{ file: string; line: number }> {
    if (this.file === null || this.rows === ROWS) await this.next();
    this.text += csv(cells);
    this.rows++;
    if (this.text.length > BUFFER) await this.flush();
    return { file: `${this.name}-${this.part}.csv`, line: this.rows + 1 };
  }

  private async next(): Promise<void> {
    await this.close();
    await mkdir(this.folder, { recursive: true });
    this.part++;
    this.rows = 0;
    this.file = openByteFile(join(this.folder, `${this.name}-${this.part}.csv`), false);
    this.text = `${this.header}\n`;
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.from(this.text);
    this.text = "";
    await this.file?.write(bytes);
  }

  async close(): Promise<void> {
    await this.flush();
    await this.file?.close();
    this.file = null;
  }
}

const BASE_HEADER = "UniCode,EntName,RegNO,LeRep,EstDate,RegState,CanDate,DomDistrict,Dom,备注";
const CHANGE_HEADER = "统一社会信用代码,企业名称,变更事项,变更前内容,变更后内容,变更日期,核准文号";

const baseCells = (firm: LinkFirm) => [
  ...[firm.uscc, firm.name, firm.regNo ?? "", firm.representative, isoOf(firm.established)],
  ...[firm.closed === null ? "存续" : "注销", firm.closed === null ? "" : isoOf(firm.closed)],
  ...[firm.district, firm.address, REMARK],
];

/** The register and its changes of name, as an inbox of deliveries. Streamed; its order is the register's. */
export async function writeRegister(inbox: string, world: LinkWorld): Promise<void> {
  const base = new Files(join(inbox, "registration/enterprises"), "demo-link", BASE_HEADER);
  const changes = new Files(join(inbox, "registration/changes"), "demo-link", CHANGE_HEADER);
  for (let index = 0; index < world.size; index++) {
    const firm = world.at(index);
    await base.add(baseCells(firm));
    if (firm.former === null || firm.renamedOn === null) continue;
    const day = isoOf(firm.renamedOn);
    const names = [spell(firm.former), firm.name];
    await changes.add([
      firm.uscc,
      firm.name,
      "名称变更",
      ...names,
      day,
      `准予变更〔${day.slice(0, 4)}〕第${index}号`,
    ]);
  }
  await base.close();
  await changes.close();
}

function saidBy({ stated }: Draft): string {
  const { name, code, orgCode, regNo, representative } = stated;
  return [name, code || orgCode || regNo, representative, isoOf(stated.decidedOn)]
    .filter((x) => x !== "")
    .join(" · ");
}

/**
 * Records as an inbox of deliveries, one feed beside the other.
 * @param name base name of the files
 * @param onRow called with the truth of each row
 */
export async function writeRecords(
  inbox: { folder: string; name: string; world: LinkWorld },
  drafts: Iterable<Draft & Partial<JudgedDraft>>,
  onRow: (truth: LinkTruth) => void = () => undefined,
): Promise<number> {
  const files = LAYOUTS.map(
    ({ source, feed, header }) => new Files(join(inbox.folder, source, feed), `demo-${inbox.name}`, header),
  );
  let number = 0;
  for (const draft of drafts) {
    const layout = LAYOUTS[draft.layout];
    const file = files[draft.layout];
    if (layout === undefined || file === undefined) continue;
    const { source, feed } = layout;
    const place = await file.add(layout.cells(draft.stated, ++number));
    onRow({
      source,
      feed,
      ...place,
      uscc: draft.firm === null ? null : inbox.world.at(draft.firm).uscc,
      class: draft.class,
      linkable: draft.linkable ?? "no",
      naturalPerson: draft.naturalPerson,
      said: saidBy(draft),
    });
  }
  for (const file of files) await file.close();
  return number;
}

/** One line of JSON a row. */
export async function writeTruth(path: string, truths: readonly LinkTruth[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = openByteFile(path, false);
  for (let from = 0; from < truths.length; from += 5_000) {
    const lines = truths
      .slice(from, from + 5_000)
      .map(({ said: _, ...truth }) => `${JSON.stringify(truth)}\n`);
    await file.write(Buffer.from(lines.join("")));
  }
  await file.close();
}
