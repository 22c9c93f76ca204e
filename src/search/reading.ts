/** What one character of a name has to be: itself, or one that is read so. Letters of sounds are small, ü is v. */
export interface Cell {
  kind: "is" | "initial" | "sound" | "begins";
  text: string;
}

/** One way to understand letters: what neighbouring characters of a name have to be. Never empty. */
export type Way = readonly Cell[];

/** One way to understand a query. `relaxed`: it is not what was typed, but near it. Texts are `nameKey`s. */
export type QueryReading =
  | { readAs: "all"; relaxed: false }
  /** A sound code. */
  | { readAs: "code"; relaxed: false; uscc: string }
  /** Sound codes a slip away from one that is not. */
  | { readAs: "code_repaired"; relaxed: true; repairs: readonly string[] }
  /** The beginning or end of a code, or the beginning of an organisation code or a registration number. */
  | { readAs: "code_part"; relaxed: false; part: string }
  /**
   * Each of `parts` stands in the name, in any order; without parts nothing is found. Or `alike` does: the one part with its
   * place in full, 深圳市大树 for 深圳大树; null where there is no such. Or the firm is `called` so, 工行, whatever its name
   * holds; null where none can be.
   */
  | {
      readAs: "name";
      relaxed: false;
      parts: readonly string[];
      alike: string | null;
      called: string | null;
    }
  /** Each of two to four parts stands in the name or the address, but for one that may be the legal representative. */
  | { readAs: "words"; relaxed: false; parts: readonly string[] }
  /** Letters: of the name itself, or the pinyin of neighbouring characters by one of the ways. */
  | { readAs: "pinyin"; relaxed: false; parts: readonly string[]; ways: readonly Way[] }
  /** Characters with letters between or behind them, by one of the ways. */
  | { readAs: "mixed"; relaxed: false; ways: readonly Way[] }
  /** The text stands in the address. */
  | { readAs: "address"; relaxed: false; text: string }
  /** The characters of one of these stand in the name in their order, others between them. */
  | { readAs: "abbreviation"; relaxed: true; keys: readonly string[] }
  /** A name a slip away, with another spelling of region or form, or with its parts in another order. `typed` keeps brackets. */
  | { readAs: "near"; relaxed: true; typed: string };

/** Likeliest first. */
export type Readings = readonly [QueryReading, ...QueryReading[]];

/**
 * Asks for one reading after the other until one finds something.
 * @returns the first answer that did, or else that to the first reading
 */
export async function answerInTurn<T>(
  readings: Iterable<QueryReading>,
  turn: { ask: (reading: QueryReading) => Promise<T>; found: (answer: T) => boolean },
): Promise<{ reading: QueryReading; answer: T }> {
  let first: { reading: QueryReading; answer: T } | null = null;
  for (const reading of readings) {
    const asked = { reading, answer: await turn.ask(reading) };
    if (turn.found(asked.answer)) return asked;
    first ??= asked;
  }
  if (first === null) throw new RangeError("A text has one reading at least");
  return first;
}
