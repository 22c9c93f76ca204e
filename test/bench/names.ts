import { openTable } from "../../ingest/read/openTable.ts";
import { analyseName, normalName, readName } from "../../src/enterprise/companyName.ts";
import { ALIAS_RULES, aliasesByRule, nameAliases } from "../../src/enterprise/nameAliases.ts";
import { nameKey } from "../../src/enterprise/nameKey.ts";
import { nameInitials, namePinyin, nameSyllables } from "../../src/enterprise/pinyin.ts";

type Rows = string[][];

async function rowsOf(path: string): Promise<{ header: string[]; rows: Rows }> {
  const table = await openTable(path);
  const all: Rows = [];
  for await (const batch of table.rows) for (const { cells } of batch) all.push(cells);
  const [header = [], ...rows] = all;
  return { header: header.map((cell) => cell.trim()), rows };
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

/** `name,brand`: how many brands are read as labelled, and every other one. */
function brands(rows: Rows, nameAt: number, brandAt: number): string[] {
  const misses: string[] = [];
  for (const cells of rows) {
    const name = cells[nameAt] ?? "";
    const due = normalName(cells[brandAt] ?? "");
    const { brand, region, trade, form } = readName(name);
    if ((brand ?? "") !== due)
      misses.push(
        `  ${name}: ${brand ?? "none"}, labelled ${due || "none"} (${region} | ${brand} | ${trade} | ${form})`,
      );
  }
  const right = rows.length - misses.length;
  return [`brands read as labelled: ${right} of ${rows.length}, ${percent(right, rows.length)}`, ...misses];
}

/** `short,full`: which rule makes a short name of its full one, and how many aliases a name the rule makes. */
function aliases(rows: Rows, shortAt: number, fullAt: number): string[] {
  const found = ALIAS_RULES.map((rule) => ({ rule, hits: 0, alone: 0, made: 0 }));
  let any = 0;
  let made = 0;
  for (const cells of rows) {
    const short = nameKey(cells[shortAt] ?? "");
    const parts = readName(cells[fullAt] ?? "");
    const hits = found.filter((each) => {
      const keys = new Set(aliasesByRule(parts, each.rule).map(nameKey));
      each.made += keys.size;
      return keys.has(short);
    });
    for (const hit of hits) hit.hits++;
    if (hits.length === 1 && hits[0] !== undefined) hits[0].alone++;
    if (hits.length > 0) any++;
    made += nameAliases(parts).length;
  }
  return [
    `short names made by a rule: ${any} of ${rows.length}, ${percent(any, rows.length)}; ${(made / rows.length).toFixed(1)} aliases a name`,
    ...found.map(
      ({ rule, hits, alone, made }) =>
        `  ${rule.rule.padEnd(22)} ${String(hits).padStart(5)}, ${String(alone).padStart(4)} by it alone, ${(made / rows.length).toFixed(2)} a name`,
    ),
  ];
}

function microseconds(names: readonly string[], run: (name: string) => unknown): string {
  const turns = 5;
  for (const name of names) run(name);
  const times = Array.from({ length: turns }, () => {
    const start = performance.now();
    for (const name of names) run(name);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return (((times[2] ?? 0) * 1_000) / Math.max(1, names.length)).toFixed(1);
}

/** `name`: what the analysis takes, and how long the brands are. */
function costs(names: readonly string[]): string[] {
  const lengths = new Map<number, number>();
  for (const name of names) {
    const length = [...(readName(name).brand ?? "")].length;
    lengths.set(length, (lengths.get(length) ?? 0) + 1);
  }
  const normals = names.map(normalName);
  const spread = [...lengths]
    .sort(([a], [b]) => a - b)
    .map(([length, count]) => `${length}: ${percent(count, names.length)}`);
  return [
    `${names.length} names; characters of the brand: ${spread.join(", ")}`,
    `µs a name: parts ${microseconds(names, readName)}, pinyin and initials ${microseconds(
      normals,
      (name) => {
        const syllables = nameSyllables(name);
        return [namePinyin(syllables), nameInitials(syllables)];
      },
    )}, whole analysis ${microseconds(names, analyseName)}`,
  ];
}

/**
 * What the analysis of names does with a file: `name,brand` against labels, `short,full` by rule of aliases, any file with a
 * column `name` (or 企业名称) for times.
 */
export async function benchNames(path: string): Promise<string[]> {
  const { header, rows } = await rowsOf(path);
  const column = (...names: string[]) => header.findIndex((cell) => names.includes(cell));
  const name = column("name", "企业名称", "full");
  if (name === -1) throw new Error(`${path} has no column name, full or 企业名称`);
  const names = rows.map((cells) => cells[name] ?? "");
  const brand = column("brand");
  const short = column("short");
  return [
    ...(brand === -1 ? [] : brands(rows, name, brand)),
    ...(short === -1 ? [] : aliases(rows, short, name)),
    ...costs(names),
  ];
}
