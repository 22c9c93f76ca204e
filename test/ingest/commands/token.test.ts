import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tokenCommand } from "../../../ingest/commands/token.ts";
import { noProgress } from "../../../ingest/progress.ts";
import { authenticator } from "../../../src/auth/authenticate.ts";
import { ownIssuer } from "../../../src/auth/signingKey.ts";
import { readConfig } from "../../../src/config.ts";
import { signingKey } from "../../../src/localKeys.ts";
import { runCredit } from "../../runCredit.ts";
import { inventedUscc } from "../merge/records.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "credit-token-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** No database can be reached from here: the command must not want one. */
const token = (words: string[], over: Record<string, string> = {}) =>
  runCredit(["token", ...words], {
    DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
    DATA_DIR: folder,
    ...over,
  });
const authenticate = authenticator({
  trusted: async () => ownIssuer(await signingKey(folder)),
  now: () => new Date(),
});

test("two processes that make the first key at once issue tokens that the service accepts both", async () => {
  const both = await Promise.all([
    token(["--role", "steward", "--sub", "甲"]),
    token(["--role", "government", "--sub", "乙"]),
  ]);
  const callers = await Promise.all(both.map(({ stdout }) => authenticate(stdout.trim())));
  expect(callers).toEqual([
    { sub: "甲", role: "steward", uscc: null, scope: [] },
    { sub: "乙", role: "government", uscc: null, scope: [] },
  ]);
  expect(await readdir(folder)).toEqual(["keys"]);
});

test("--json gives the token with what it says and when it ends", async () => {
  const uscc = inventedUscc(1);
  const words = [
    "--role",
    "enterprise",
    "--uscc",
    uscc.toLowerCase(),
    "--scope",
    "a b",
    "--scope",
    "c",
    "--ttl",
    "30d",
    "--json",
  ];
  const { code, stdout } = await token(words);
  expect(code).toBe(0);
  const { token: text, expiresAt, sub, ...rest } = JSON.parse(stdout);
  expect(rest).toEqual({ role: "enterprise", uscc, scope: ["a", "b", "c"] });
  expect(await authenticate(text)).toEqual({ sub, ...rest });
  const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(29.99);
  expect(days).toBeLessThanOrEqual(30);
});

/** The command without a process around it: each costs seconds. */
const command = async (args: string[], over: Record<string, string> = {}) => {
  const progress = { ...noProgress(), stop: () => undefined };
  const config = readConfig({ DATA_DIR: folder, ...over });
  return tokenCommand({ config, args, json: true, progress, now: new Date() });
};

test("words that are off end with exit 2 and what was expected", async () => {
  const { code, stdout, stderr } = await token(["--role", "root", "--json"]);
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/public, enterprise, authorised, government, steward/),
  ]);
  expect(JSON.parse(stdout).error.code).toBe("bad_usage");
});

test.each([
  [[], /public, enterprise, authorised, government, steward/],
  [["--role", "enterprise"], /--uscc/],
  [["--role", "enterprise", "--uscc", "91330212100000014M"], /as character 1[78]/],
  [["--role", "steward", "--ttl", "soon"], /15m, 1h or 30d/],
  [["--role", "steward", "--ttl", "0h"], /15m, 1h or 30d/],
  [["--role", "steward", "--ttl", "9999d"], /at most 366d/],
  [["--role", "steward", "--sub", ""], /1 to 200/],
  [["--role", "steward", "--scope", "a\u0007"], /printable/],
  [["--role", "steward", "--colour", "red"], /--colour/],
])("%j is refused", async (words, expected) => {
  await expect(command(words)).rejects.toThrow(expected);
});

test("where an identity provider issues the tokens this command does not", async () => {
  const issuer = {
    AUTH_ISSUER: "https://id.example",
    AUTH_AUDIENCE: "credit",
    AUTH_JWKS_URL: "https://id.example/jwks",
  };
  await expect(command(["--role", "steward"], issuer)).rejects.toMatchObject({
    code: "bad_usage",
    message: expect.stringContaining("https://id.example"),
  });
});
