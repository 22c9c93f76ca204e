import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { LIST_IDS, RECORD_KINDS } from "../src/enterprise/record.ts";
import { CreditError } from "../src/errors.ts";
import type { Feed, Rule } from "./feed.ts";
import { KINDS } from "./kinds/kinds.ts";
import { aliasIndex } from "./validate/layout.ts";

const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Name = z.string().regex(/^[a-z][a-z-]*$/, "small letters and hyphens");
const FieldShape = z.strictObject({
  aliases: z.array(z.string().min(1)).min(1),
  rule: z.custom<Rule>((value) => typeof value === "function", "a rule"),
  required: z.boolean().exactOptional(),
  personal: z.boolean().exactOptional(),
});
/** What a feed file must export as `feed`. */
const FeedShape: z.ZodType<Feed> = z
  .strictObject({
    source: Name,
    feed: Name,
    kind: z.enum(RECORD_KINDS),
    list: z.enum(LIST_IDS).exactOptional(),
    title: Words,
    keeper: Words,
    disclosure: z.enum(["public", "government", "consent"]),
    retention: z.strictObject({
      years: z.number().positive(),
      basis: z.string().min(1),
    }),
    expect: z.strictObject({
      everyDays: z.number().positive(),
      atLeastRows: z.number().int().min(0),
    }),
    rejection: z.strictObject({
      share: z.number().min(0).max(1),
      of: z.number().int().positive(),
    }),
    fields: z.record(z.string(), FieldShape),
  })
  .refine((feed) => (feed.kind === "list") === (feed.list !== undefined), {
    message: "a feed of kind list, and no other, names its list",
    path: ["list"],
  });

/** Everything that is wrong with one feed file, in words. */
function problemsOf(exported: unknown): { feed: Feed } | { problems: string[] } {
  const parsed = FeedShape.safeParse(exported);
  if (!parsed.success)
    return {
      problems: parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    };
  const feed = parsed.data;
  const known = new Set(KINDS[feed.kind].fields);
  const problems = Object.keys(feed.fields)
    .filter((field) => !known.has(field))
    .map((field) => `fields.${field}: a ${feed.kind} knows no such field`);
  for (const group of KINDS[feed.kind].needs)
    if (!group.some((field) => field in feed.fields))
      problems.push(`fields: a ${feed.kind} needs one of ${group.join(", ")}`);
  try {
    aliasIndex(feed);
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  return problems.length === 0 ? { feed } : { problems };
}

/** Beside the sources and, built, beside the entry or one folder below the shared pieces. */
export function feedFolder(): URL {
  const beside = new URL("./feeds/", import.meta.url);
  return existsSync(fileURLToPath(beside)) ? beside : new URL("./ingest/feeds/", import.meta.url);
}

/**
 * Reads every feed file of a folder: a new department is one new file there and nothing else.
 * @param folder where the files lie; as a rule `feeds/` beside this file
 * @returns the feeds by `source/feed`
 * @throws CreditError `bad_configuration` naming every file that is not well-formed, and why
 */
export async function loadFeeds(folder: URL = feedFolder()): Promise<ReadonlyMap<string, Feed>> {
  const files = (await readdir(folder)).filter((file) => /\.(ts|js)$/.test(file) && !file.endsWith(".d.ts"));
  const feeds = new Map<string, Feed>();
  const problems: string[] = [];
  for (const file of files.sort()) {
    const loaded: { feed?: unknown } = await import(new URL(file, folder).href);
    const checked = problemsOf(loaded.feed);
    if ("problems" in checked) {
      problems.push(...checked.problems.map((problem) => `${file}: ${problem}`));
      continue;
    }
    const name = `${checked.feed.source}/${checked.feed.feed}`;
    if (feeds.has(name)) problems.push(`${file}: ${name} is declared by another file too`);
    feeds.set(name, checked.feed);
  }
  if (problems.length > 0)
    throw new CreditError("bad_configuration", `Feeds that are not well-formed:\n${problems.join("\n")}`);
  return feeds;
}
