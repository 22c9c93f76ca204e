import { execFile } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../../../src/packageRoot.ts";

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** `credit WORDS…` as a process of its own, with the environment that a test gives it. */
export function runCredit(words: readonly string[], over: Readonly<Record<string, string>>): Promise<Ran> {
  const root = packageRoot();
  const { AUTH_ISSUER: _, AUTH_AUDIENCE: __, AUTH_JWKS_URL: ___, ...inherited } = process.env;
  const args = [join(root, "node_modules/tsx/dist/cli.mjs"), join(root, "ingest/cli.ts"), ...words];
  return new Promise((done) =>
    execFile(
      process.execPath,
      args,
      { cwd: root, env: { ...inherited, ...over }, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) =>
        done({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    ),
  );
}
