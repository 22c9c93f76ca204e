import { type BiffBook, type BiffRecord, records } from "./biff.ts";
import { biffText } from "./biffText.ts";
import { numberText, serialText } from "./sheetCell.ts";

/** One cell of a sheet; row and column from 0. */
export interface BiffCell {
  row: number;
  column: number;
  text: string;
}

/** [MS-XLS] 2.5.217: an integer of 30 bits or the upper half of a double, perhaps a hundred times its value. */
function rkNumber(data: Buffer, at: number): number {
  const bits = data.readInt32LE(at);
  const double = Buffer.alloc(8);
  double.writeInt32LE(bits & ~3, 4);
  const value = (bits & 2) === 0 ? double.readDoubleLE(0) : bits >> 2;
  return (bits & 1) === 0 ? value : value / 100;
}

const flagText = (value: number) => (value === 0 ? "FALSE" : "TRUE");

/** The stored value of a formula's cell; `undefined` when it is a text, which comes in the next record. */
function formulaText(data: Buffer, show: (value: number) => string): string | undefined {
  if (data.readUInt16LE(12) !== 0xffff) return show(data.readDoubleLE(6));
  const kind = data.readUInt8(6);
  if (kind === 0) return undefined;
  return kind === 1 ? flagText(data.readUInt8(8)) : "";
}

type Show = (value: number) => string;

/** The text of a cell of its own record, by the record's type. */
const TEXT_OF: Readonly<
  Record<number, (record: BiffRecord, book: BiffBook, show: Show) => string | undefined>
> = {
  6: ({ data }, _, show) => formulaText(data, show),
  515: ({ data }, _, show) => show(data.readDoubleLE(6)),
  638: ({ data }, _, show) => show(rkNumber(data, 6)),
  517: ({ data }) => (data.readUInt8(7) === 0 ? flagText(data.readUInt8(6)) : ""),
  253: ({ data }, book) => book.sharedStrings.at(data.readUInt32LE(6)) ?? "",
  516: ({ data, continued }, book) => biffText([data, ...continued], 6, book.codePage),
  214: ({ data, continued }, book) => biffText([data, ...continued], 6, book.codePage),
};

/** Cells of the sheet at `position` that have a value, as they come: most programs write them by row. */
export function* biffCells(stream: Buffer, position: number, book: BiffBook): Generator<BiffCell> {
  const shower = (style: number): Show =>
    book.dateStyles[style] === true ? (value) => serialText(value, book.date1904) : numberText;
  let formula: { row: number; column: number } | undefined;
  for (const record of records(stream, position)) {
    const { type, data } = record;
    const textOf = TEXT_OF[type];
    if (textOf !== undefined) {
      const [row, column] = [data.readUInt16LE(0), data.readUInt16LE(2)];
      const text = textOf(record, book, shower(data.readUInt16LE(4)));
      if (text === undefined) formula = { row, column };
      else yield { row, column, text };
    } else if (type === 0x0207 && formula !== undefined) {
      yield { ...formula, text: biffText([data, ...record.continued], 0, book.codePage) };
      formula = undefined;
    } else if (type === 0x00bd) {
      const [row, first] = [data.readUInt16LE(0), data.readUInt16LE(2)];
      for (let at = 4, column = first; at + 8 <= data.length; at += 6, column++)
        yield { row, column, text: shower(data.readUInt16LE(at))(rkNumber(data, at + 2)) };
    }
  }
}
