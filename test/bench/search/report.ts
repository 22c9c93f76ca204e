import { ENGINES, type EngineName } from "./engines.ts";
import { type Floor, floorsOf } from "./floors.ts";
import type { Measured } from "./measure.ts";
import type { Meant, QueryClass } from "./queryClass.ts";

export interface ClassResult {
  of: QueryClass;
  measured: Partial<Record<EngineName, Measured>>;
}

const MEANT: Record<Meant, string> = { one: "one company meant", ten: "up to ten meant", none: "none meant" };
const COLUMNS = ["S@1", "MRR", "R@10", "none", "relaxed", "false", "p50", "p95", "p99"] as const;

const percent = (share: number | null) => (share === null ? "–" : (share * 100).toFixed(1));
const ms = (n: number) => n.toFixed(n < 10 ? 1 : 0);
/** Columns of a terminal: a Chinese character takes two. */
const cell = (text: string, width: number) => text.padStart(width);

function numbers(of: QueryClass, m: Measured): string[] {
  const none = of.meant === "none";
  const hit = (share: number) => (none ? "" : percent(share));
  return [
    ...[hit(m.success1), hit(m.mrr10), hit(m.recall10), percent(m.zero), percent(m.relaxed)],
    ...[percent(m.falseHits), ms(m.p50), ms(m.p95), ms(m.p99)],
  ];
}

const verdict = (floors: readonly Floor[]) =>
  floors.every(({ passes }) => passes)
    ? "pass"
    : floors
        .filter(({ passes }) => !passes)
        .map(({ what, value, bound }) => `FAIL ${what} ${percent(value)}, floor ${percent(bound)}`)
        .join("; ");

/** One block a class: shares in percent, times in milliseconds. Stock is held to nothing. */
export function table(results: readonly ClassResult[], names: number): string[] {
  const lines = [`${"".padEnd(14)}${COLUMNS.map((name) => cell(name, 8)).join("")}  floors`];
  for (const { of, measured } of results) {
    const [first] = Object.values(measured);
    lines.push(`${of.id}: ${of.title} (${MEANT[of.meant]}, ${first?.queries ?? 0} queries)`);
    const off =
      first?.byEdits.map(({ edits, queries }) => `${queries} are ${edits === 3 ? "3 or more" : edits}`) ?? [];
    if (off.length > 0) lines.push(`  edits from the nearest name: ${off.join(", ")}`);
    for (const engine of ENGINES) {
      const m = measured[engine];
      if (m === undefined || m.queries === 0) continue;
      const held = engine === "stock" ? "" : verdict(floorsOf(of, m, names));
      lines.push(
        `  ${engine.padEnd(12)}${numbers(of, m)
          .map((text) => cell(text, 8))
          .join("")}  ${held}`,
      );
      if (engine !== "stock" && m.byEdits.length > 0)
        lines.push(
          `    relaxed ${m.byEdits.map(({ edits, queries, relaxed }) => `${relaxed} of ${queries} at ${edits}`).join(", ")}`,
        );
    }
  }
  return lines;
}

/** The first queries of each class that an engine failed, with what it answered: where to look next. */
export function missLines(results: readonly ClassResult[], count: number): string[] {
  const lines: string[] = [];
  for (const { of, measured } of results)
    for (const engine of ENGINES) {
      const misses = measured[engine]?.misses.slice(0, count) ?? [];
      if (misses.length > 0) lines.push(`${of.id} · ${engine}`);
      for (const { q, about, rank, readAs, relaxed, answered } of misses) {
        const place = of.meant === "none" ? "" : `${rank === null ? "not in ten" : `place ${rank}`}; `;
        const said = `${readAs}${relaxed === true ? ", relaxed" : ""}`;
        lines.push(`  ${q}  ← ${about}  (${place}${said}: ${answered.join(" | ") || "nothing"})`);
      }
    }
  return lines;
}
