import { chmod, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ownIssuer } from "../../src/auth/signingKey.ts";
import { signingKey } from "../../src/localKeys.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "credit-keys-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a key is made once, for its owner's eyes only", async () => {
  const key = await signingKey(folder);
  expect(await signingKey(folder)).toBe(key);
  const file = join(folder, "keys/signing-key.json");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, "keys"))).mode & 0o777).toBe(0o700);
});

test("many who need the first key at once get the same one, and nothing half-made is left", async () => {
  const home = join(folder, "not/yet/there");
  const keys = await Promise.all(Array.from({ length: 20 }, () => signingKey(home)));
  expect(new Set(keys).size).toBe(1);
  expect(await readdir(home)).toEqual(["keys"]);
});

test("a damaged key and a folder that is a file are told, without a word of the key", async () => {
  await signingKey(folder);
  const file = join(folder, "keys/signing-key.json");
  await chmod(file, 0o600);
  await writeFile(file, '{"kty":"EC","d":"hush"');
  const key = await signingKey(folder);
  expect(() => ownIssuer(key)).toThrow(/damaged/);
  expect(() => ownIssuer(key)).not.toThrow(/hush/);
  await expect(signingKey(file)).rejects.toMatchObject({ code: "bad_configuration" });
});
