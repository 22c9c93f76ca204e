import { parseArgs } from "node:util";
import { type Caller, isScope, isSubject, LONGEST_SUBJECT } from "../../src/auth/caller.ts";
import { isRole, ROLES, roleOf } from "../../src/auth/roles.ts";
import { signToken } from "../../src/auth/signingKey.ts";
import { canonicalCode, checkUscc, isUscc } from "../../src/enterprise/identifiers.ts";
import { CreditError } from "../../src/errors.ts";
import { signingKey } from "../../src/localKeys.ts";
import { osUser } from "../osUser.ts";
import type { Command } from "./command.ts";

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };
const LONGEST_SECONDS = 366 * 86_400;

const refuse = (message: string) => new CreditError("bad_usage", message);

/** `90s`, `15m`, `1h`, `30d` in seconds. */
function readTtl(text: string): number {
  const [, count = "", unit = ""] = /^([1-9]\d{0,7})([smhd])$/.exec(text) ?? [];
  const seconds = Number(count) * (SECONDS[unit] ?? 0);
  if (seconds < 1 || seconds > LONGEST_SECONDS)
    throw refuse(`--ttl ${text}: expected a number and s, m, h or d, as 15m, 1h or 30d; at most 366d`);
  return seconds;
}

function readUscc(text: string): string {
  const uscc = canonicalCode(text);
  if (isUscc(uscc)) return uscc;
  const failed = checkUscc(text).checks.filter(({ ok }) => !ok);
  throw refuse(
    `--uscc ${text} is no sound code: expected ${failed.map(({ expected }) => expected).join("; ")}`,
  );
}

interface Words {
  role?: string | undefined;
  sub?: string | undefined;
  uscc?: string | undefined;
  scope?: string[] | undefined;
}

function readCaller({ role, sub = osUser(), uscc, scope = [] }: Words): Caller {
  if (!isRole(role))
    throw refuse(`--role ${role ?? "is missing"}: expected one of ${Object.keys(ROLES).join(", ")}`);
  if (!isSubject(sub)) throw refuse(`--sub: expected 1 to ${LONGEST_SUBJECT} characters on one line`);
  if (uscc === undefined && roleOf(role).forEnterprise)
    throw refuse(`--role ${role}: expected --uscc with the code of the enterprise`);
  const words = scope.flatMap((text) => text.split(/[\s,]+/)).filter((word) => word !== "");
  const bad = words.find((word) => !isScope(word));
  if (bad !== undefined) throw refuse(`--scope ${bad}: expected words of printable ASCII without " and \\`);
  return { sub, role, uscc: uscc === undefined ? null : readUscc(uscc), scope: words };
}

/**
 * `token --role ROLE [--sub S] [--uscc U] [--scope S…] [--ttl 1h]`: a token signed with the key in DATA_DIR, for whoever hosts the
 * service without an identity provider. JSON: `{token, sub, role, uscc|null, scope: [], expiresAt}`.
 */
export const tokenCommand: Command = async ({ config, args, now }) => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { role: text, sub: text, uscc: text, scope: { ...text, multiple: true }, ttl: text },
  });
  if (config.auth !== undefined)
    throw refuse(`Tokens are issued by ${config.auth.issuer} (AUTH_ISSUER), and no others are accepted`);
  const caller = readCaller(values);
  const seconds = readTtl(values.ttl ?? "1h");
  const token = await signToken(await signingKey(config.dataDir), { caller, now, seconds });
  const expiresAt = new Date((Math.floor(now.getTime() / 1_000) + seconds) * 1_000).toISOString();
  return { value: { token, ...caller, expiresAt }, text: token };
};
