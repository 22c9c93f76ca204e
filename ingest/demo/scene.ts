import type { RecordKind } from "../../src/enterprise/record.ts";
import type { Day } from "./days.ts";
import type { Firm, FirmSource } from "./firms.ts";
import type { Random } from "./random.ts";

/** What is really so about one delivered row. */
export interface RowTruth {
  /** Whose record it really is; null when nobody's of the base. */
  uscc: string | null;
  /** Classes of dirt in the row, each once. */
  dirt: string[];
  expect: "accepted" | "rejected";
  /** A careful clerk could tell from exact evidence whose it is. */
  linkable: boolean;
  naturalPerson: boolean;
}

/** How a file of a feed looks from outside. */
export interface FileForm {
  /** Base name without ending, unique in its feed. */
  name: string;
  format: "csv" | "tsv" | "ndjson" | "xlsx" | "xls";
  encoding?: "utf-8" | "utf-8-bom" | "gb18030" | "utf-16le";
  gzip?: boolean;
  /** Rows above the header, as forms of offices have them. */
  above?: readonly string[];
  header: readonly string[];
}

/** Where rows go: one open file. */
export interface Sink {
  put(cells: readonly string[], truth: RowTruth): void;
}

/** One firm's turn: everything that is said about it is drawn from `random`. */
export interface Scene {
  seed: number;
  today: Day;
  firms: FirmSource;
  firm: Firm;
  random: Random;
}

/** A feed as the demo writes it. */
export interface DemoFeed {
  source: string;
  feed: string;
  kind: RecordKind;
  /** Its part of all records; those of all feeds are brought to a sum of 1. */
  share: number;
  files: readonly FileForm[];
  /** Writes `count` records about the scene's firm; a record may take several rows. `sinks` stand in the order of `files`. */
  write(scene: Scene, sinks: readonly Sink[], count: number): void;
}

/** A day on which something was decided about the firm: more often lately, never before it was established. */
export function decidedOn(scene: Scene, maxDays: number): Day {
  const back = 3 + Math.floor(scene.random.share() ** 1.7 * maxDays);
  return Math.max(scene.today - back, Math.min(scene.firm.established + 30, scene.today - 3));
}

export function sinkAt(sinks: readonly Sink[], index: number): Sink {
  const sink = sinks[index];
  if (sink === undefined) throw new RangeError(`No file ${index}`);
  return sink;
}

export const REMARK = "演示数据";
