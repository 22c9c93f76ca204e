import { brandEnd } from "./nameBrand.ts";
import { formAndBranch, type Span } from "./nameForms.ts";
import { frontRegion, innerRegion, regionBefore, wholeRegion } from "./nameRegion.ts";
import { GAP } from "./nameTrades.ts";

/** `mark`: brackets and what stands between the parts. */
export type PartKind = "region" | "brand" | "trade" | "form" | "branch" | "mark";

export interface NamePart {
  kind: PartKind;
  text: string;
}

export interface NameParts {
  /** In the order of the name; together they are the name. Neighbours differ in kind. */
  parts: NamePart[];
  /** GB/T 2260 code of the first region, six digits; null when there is none or it can't be told. */
  regionCode: string | null;
}

const EDGE_MARKS = /^[^\p{L}\p{N}\p{M}]*|[^\p{L}\p{N}\p{M}]*$/gu;
const LEADING_GAPS = new RegExp(`^${GAP}+`);
const GROUP = /^(?:集团|控股集团|企业集团|股份)$/;

/** The kind of every UTF-16 unit of a name. */
class Painter {
  readonly kinds: PartKind[];
  readonly name: string;
  code: string | null = null;
  hasRegion = false;

  constructor(name: string) {
    this.name = name;
    this.kinds = new Array<PartKind>(name.length).fill("mark");
  }

  paint(kind: PartKind, from: number, to: number): void {
    this.kinds.fill(kind, from, to);
  }

  region(from: number, to: number, code: string | null): void {
    this.paint("region", from, to);
    if (!this.hasRegion) this.code = code;
    this.hasRegion = true;
  }

  /** Marks between two pieces of a brand, trade or form are theirs: A.B, 机械、电子. */
  private join(): void {
    for (let i = 1; i < this.kinds.length; i++) {
      const before = this.kinds[i - 1] ?? "mark";
      if (this.kinds[i] !== "mark" || before === "mark" || before === "region") continue;
      let end = i;
      while (this.kinds[end] === "mark") end++;
      if (this.kinds[end] === before) this.paint(before, i, end);
      i = end;
    }
  }

  parts(): NamePart[] {
    this.join();
    const parts: NamePart[] = [];
    let start = 0;
    for (let i = 1; i <= this.name.length; i++) {
      const kind = this.kinds[start];
      if (kind === undefined || (i < this.name.length && this.kinds[i] === kind)) continue;
      parts.push({ kind, text: this.name.slice(start, i) });
      start = i;
    }
    return parts;
  }
}

interface Bracketed extends Span {
  inner: string;
}

function bracketsIn(head: string): Bracketed[] {
  if (!head.includes("（")) return [];
  return [...head.matchAll(/（([^（）]*)）/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    inner: match[1] ?? "",
  }));
}

/** The head without its brackets, and where each of its characters stands in the name. */
function bodyOf(painter: Painter, headEnd: number): { body: string; places: number[] } {
  const head = painter.name.slice(0, headEnd);
  const brackets = bracketsIn(head);
  const places: number[] = [];
  let body = "";
  let at = 0;
  const take = (to: number) => {
    for (; at < to; at++) {
      const character = head.charAt(at);
      if (character === "（" || character === "）" || character === GAP) continue;
      body += character;
      places.push(at);
    }
  };
  for (const { start, end, inner } of brackets) {
    const region = wholeRegion(inner);
    take(start);
    // What stands in brackets in front may be the brand; further on it is a note, or a place unknown here.
    if (body === "" && region === null) continue;
    if (region !== null) painter.region(start + 1, end - 1, region.code);
    else if (GROUP.test(inner)) painter.paint("form", start + 1, end - 1);
    if (body !== "" && !body.endsWith(GAP)) {
      body += GAP;
      places.push(start);
    }
    at = end;
  }
  take(headEnd);
  return body.endsWith(GAP) ? { body: body.slice(0, -1), places } : { body, places };
}

/** Takes the regions off the body's ends; what is left of it, from where to where. */
function takeRegions(
  painter: Painter,
  { body, places, hasForm }: { body: string; places: readonly number[]; hasForm: boolean },
): { from: number; to: number; inner: number } {
  let from = 0;
  let to = body.length;
  let inner = -1;
  const place = (at: number) => places[at] ?? painter.name.length;
  const front = frontRegion(body, hasForm);
  if (front !== null) {
    from = front.length;
    const bracketed = painter.hasRegion ? null : front.code;
    painter.region(place(0), place(from - 1) + 1, front.code);
    painter.code = bracketed ?? front.code;
  }
  const isNational = front !== null && front.code === null;
  if (front === null || isNational) {
    const start = regionBefore(body, to);
    if (start >= from + 2 && start < to) {
      painter.region(place(start), place(to - 1) + 1, wholeRegion(body.slice(start, to))?.code ?? null);
      to = start;
    } else if (front === null) {
      const found = innerRegion(body);
      if (found !== null) {
        const end = found.start + found.region.length;
        painter.region(place(found.start), place(end - 1) + 1, found.region.code);
        inner = found.start;
        from = end;
      }
    }
  }
  return { from, to, inner };
}

/**
 * Splits a normal name into its parts (名称登记管理规定: 行政区划 + 字号 + 行业或经营特点 + 组织形式, and a branch's own).
 * Some microseconds.
 */
export function nameParts(name: string): NameParts {
  const painter = new Painter(name);
  const { form, branch } = formAndBranch(name, regionBefore);
  if (form !== null) painter.paint("form", form.start, form.end);
  if (branch !== null) painter.paint("branch", branch.start, branch.end);
  const { body, places } = bodyOf(painter, form?.start ?? branch?.start ?? name.length);
  const { from, to, inner } = takeRegions(painter, { body, places, hasForm: form !== null });
  const rest = body.slice(from, to).replace(EDGE_MARKS, (edge) => GAP.repeat(edge.length));
  const skipped = LEADING_GAPS.exec(rest)?.[0].length ?? 0;
  const isPlain = form !== null && name.slice(form.start, form.end) === "公司";
  const end = inner === -1 ? skipped + brandEnd(rest.slice(skipped), isPlain) : 0;
  for (let i = 0; i < inner; i++) painter.kinds[places[i] ?? 0] = "brand";
  for (let i = 0; i < rest.length; i++)
    if (rest.charAt(i) !== GAP) painter.kinds[places[from + i] ?? 0] = i < end ? "brand" : "trade";
  return { parts: painter.parts(), regionCode: painter.code };
}
