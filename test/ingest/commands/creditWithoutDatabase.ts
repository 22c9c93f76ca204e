import { execFile } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../../../src/packageRoot.ts";

/** Runs a command where no database can be reached: it must not want one. @param folder its DATA_DIR */
export function creditWithoutDatabase(
  folder: string,
  ...words: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const root = packageRoot();
  const env = { ...process.env, DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", DATA_DIR: folder };
  const args = [join(root, "node_modules/tsx/dist/cli.mjs"), join(root, "ingest/cli.ts"), ...words];
  return new Promise((done) =>
    execFile(process.execPath, args, { cwd: root, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      done({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    ),
  );
}
