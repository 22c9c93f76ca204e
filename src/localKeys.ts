import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeSigningKey } from "./auth/signingKey.ts";
import { CreditError } from "./errors.ts";

const FOLDER = "keys";
const FILE = "signing-key.json";

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/**
 * A folder is moved into place as a whole, and never onto one that holds something: of two processes at once the second leaves
 * the key of the first where it is.
 */
async function makeKey(home: string): Promise<void> {
  const beside = `${home}.new-${process.pid}-${randomBytes(3).toString("hex")}`;
  try {
    await mkdir(beside, { recursive: true, mode: 0o700 });
    await writeFile(join(beside, FILE), await makeSigningKey(), { mode: 0o600, flag: "wx" });
    await rename(beside, home);
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
    if ((await readIfThere(join(home, FILE))) === null) throw error;
  }
}

/**
 * The private key of this service in its data folder, made when there is none; each process that asks gets the same one.
 * @throws CreditError `bad_configuration` when the folder can't be read or written
 */
export async function signingKey(dataDir: string): Promise<string> {
  const home = join(dataDir, FOLDER);
  const path = join(home, FILE);
  try {
    const known = await readIfThere(path);
    if (known !== null) return known;
    await makeKey(home);
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new CreditError(
      "bad_configuration",
      `The signing key in ${home} can't be had: is DATA_DIR yours to write?`,
      { cause },
    );
  }
}
