import type { Coded, Note } from "../../src/enterprise/record.ts";
import type { Feed, Reading } from "../feed.ts";

/** An amount as a cell has it. `currency` is null when the cell names none. */
export interface ReadMoney {
  amount: string;
  currency: string | null;
  /** Whether the cell itself says its unit, or which one its column gave it. */
  unit: "cell" | "yuan" | "wan";
}

/** What a column for codes held: a sound code, the number of some certificate, or the id of a natural person, masked. */
export interface ReadCode {
  type: "uscc" | "orgCode" | "regNo" | "other" | "person";
  code: string;
}

const isMoney = (value: unknown): value is ReadMoney =>
  typeof value === "object" && value !== null && "amount" in value;
const isCode = (value: unknown): value is ReadCode =>
  typeof value === "object" && value !== null && "type" in value;
const isCoded = (value: unknown): value is Coded =>
  typeof value === "object" && value !== null && "label" in value;
const isCodedList = (value: unknown): value is Coded[] => Array.isArray(value) && value.every(isCoded);

/**
 * The readings of one row by field name. One object serves all rows of a file: 10 million rows must not make
 * 10 million maps.
 */
export class RowReading {
  readonly feed: Feed;
  readonly today: string;
  /** Noticed in this row so far, in the order of the feed's fields. */
  notes: Note[] = [];
  readonly #slots: ReadonlyMap<string, number>;
  readonly #present: ReadonlySet<string>;
  readonly #texts: string[];
  readonly #values: unknown[];

  /** @param of.present the fields that have a column in this file */
  constructor(of: {
    feed: Feed;
    fields: readonly string[];
    present: ReadonlySet<string>;
    today: string;
  }) {
    const { fields } = of;
    this.feed = of.feed;
    this.today = of.today;
    this.#slots = new Map(fields.map((field, slot) => [field, slot]));
    this.#present = of.present;
    this.#texts = fields.map(() => "");
    this.#values = fields.map(() => null);
  }

  /** Starts the next row. */
  begin(): void {
    this.notes = [];
  }

  /** Takes one field's reading in. Problems are for the caller to note or to reject. */
  set(slot: number, field: string, text: string, reading: Reading | null): void {
    this.#texts[slot] = text;
    this.#values[slot] = null;
    if (reading === null || !("value" in reading)) return;
    this.#values[slot] = reading.value;
    if (reading.notes !== undefined)
      for (const { code, text: noted } of reading.notes) this.notes.push({ field, code, text: noted });
  }

  /** Whether the file has a column for the field. */
  has(field: string): boolean {
    return this.#present.has(field);
  }

  /** The cell as delivered; '' without one. */
  original(field: string): string {
    const slot = this.#slots.get(field);
    return slot === undefined ? "" : (this.#texts[slot] ?? "");
  }

  text(field: string): string | null {
    const value = this.#value(field);
    if (value === null || typeof value === "string") return value;
    throw this.#misdeclared(field, "text");
  }

  number(field: string): number | null {
    const value = this.#value(field);
    if (value === null || typeof value === "number") return value;
    throw this.#misdeclared(field, "a number");
  }

  money(field: string): ReadMoney | null {
    const value = this.#value(field);
    if (value === null || isMoney(value)) return value;
    throw this.#misdeclared(field, "an amount");
  }

  code(field: string): ReadCode | null {
    const value = this.#value(field);
    if (value === null || isCode(value)) return value;
    throw this.#misdeclared(field, "a code");
  }

  coded(field: string): Coded | null {
    const value = this.#value(field);
    if (value === null || isCoded(value)) return value;
    throw this.#misdeclared(field, "a coded value");
  }

  codedList(field: string): Coded[] {
    const value = this.#value(field);
    if (value === null) return [];
    if (isCodedList(value)) return value;
    throw this.#misdeclared(field, "a list of coded values");
  }

  note(field: string, code: string, text: string): void {
    this.notes.push({ field, code, text });
  }

  /** Takes back what was noted of a field. */
  forgetNotes(field: string): void {
    this.notes = this.notes.filter((note) => note.field !== field);
  }

  #value(field: string): unknown {
    const slot = this.#slots.get(field);
    return slot === undefined ? null : this.#values[slot];
  }

  /** A feed that gives a field the wrong rule is a bug in the feed, not in the row. */
  #misdeclared(field: string, wanted: string): Error {
    return new Error(`The feed's rule for ${field} does not read ${wanted}`);
  }
}
