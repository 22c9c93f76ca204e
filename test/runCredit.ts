import { execFile } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../src/packageRoot.ts";

const root = packageRoot();

/** What Node is given to run `credit WORDS…` as it is built for containers: built anew before the tests, and starts three times as fast as from its sources. */
export function creditArguments(words: readonly string[]): string[] {
  return [join(root, "dist/ingest/cli.js"), ...words];
}

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** `credit WORDS…` as a process of its own, with the environment that a test gives it. */
export function runCredit(words: readonly string[], over: Readonly<Record<string, string>>): Promise<Ran> {
  const { AUTH_ISSUER: _, AUTH_AUDIENCE: __, AUTH_JWKS_URL: ___, ...inherited } = process.env;
  const options = { cwd: root, env: { ...inherited, ...over }, maxBuffer: 2 ** 28 };
  return new Promise((done) =>
    execFile(process.execPath, creditArguments(words), options, (error, stdout, stderr) =>
      done({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    ),
  );
}

/** Where no database can be reached: a command that needs none must not want one. @param folder its DATA_DIR */
export function creditWithoutDatabase(folder: string, ...words: string[]): Promise<Ran> {
  return runCredit(words, { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", DATA_DIR: folder });
}
