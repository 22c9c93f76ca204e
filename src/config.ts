import { z } from "zod";
import { CreditError } from "./errors.ts";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const url = (what: string, protocols: readonly string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `expected ${what} (${protocols.map((p) => `${p}//…`).join(" or ")})`,
    );
const httpUrl = (what: string) => url(what, ["http:", "https:"]);

/** The environment as the contract names it; empty text counts as not set. */
const Environment = z
  .object({
    PORT: z.coerce.number("expected a port number").int().min(0).max(65_535).default(8787),
    HOST: z.string().default("127.0.0.1"),
    DATA_DIR: z.string().default("./data"),
    DATABASE_URL: url("a PostgreSQL address", ["postgres:", "postgresql:"]).optional(),
    MEILI_URL: httpUrl("the address of a Meilisearch server").optional(),
    MEILI_KEY: z.string().optional(),
    REGION: z
      .string()
      .regex(/^[1-9]\d(\d\d){0,2}$/, "expected a GB/T 2260 prefix of 2, 4 or 6 digits, as 3302")
      .default("3302"),
    PUBLIC_URL: httpUrl("the public address of this service").optional(),
    AUTH_ISSUER: z.string().optional(),
    AUTH_AUDIENCE: z.string().optional(),
    AUTH_JWKS_URL: httpUrl("the address of a JWK set").optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(", ")}`).default("info"),
    DEMO: z.enum(["auto", "off"], "expected auto or off").default("auto"),
    DEMO_ENTERPRISES: z.coerce.number("expected a number").int().min(1).max(5_000_000).default(20_000),
  })
  .superRefine((env, context) => {
    if (env.MEILI_KEY !== undefined && env.MEILI_URL === undefined)
      context.addIssue({ code: "custom", path: ["MEILI_KEY"], message: "is set, but MEILI_URL is not" });
    const auth = [env.AUTH_ISSUER, env.AUTH_AUDIENCE, env.AUTH_JWKS_URL].filter(
      (value) => value !== undefined,
    );
    if (auth.length !== 0 && auth.length !== 3)
      context.addIssue({
        code: "custom",
        path: ["AUTH_ISSUER"],
        message: "AUTH_ISSUER, AUTH_AUDIENCE and AUTH_JWKS_URL are set together or not at all",
      });
  });

export type Config = ReturnType<typeof readConfig>;

/**
 * Reads the configuration once, at the start of a process.
 * @param env the process's environment, or a Worker's bindings
 * @throws CreditError `bad_configuration` whose message and `details.problems` list every problem at once
 */
export function readConfig(env: Readonly<Record<string, unknown>>) {
  const set = Object.fromEntries(
    Object.keys(Environment.shape)
      .map((name) => [name, env[name]])
      .filter(([, value]) => typeof value === "string" && value.trim() !== ""),
  );
  const parsed = Environment.safeParse(set);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new CreditError(
      "bad_configuration",
      `The configuration can't be used:\n  ${problems.join("\n  ")}`,
      {
        details: { problems },
      },
    );
  }
  const e = parsed.data;
  return {
    port: e.PORT,
    host: e.HOST,
    dataDir: e.DATA_DIR,
    databaseUrl: e.DATABASE_URL,
    meili: e.MEILI_URL === undefined ? undefined : { url: e.MEILI_URL, key: e.MEILI_KEY },
    region: e.REGION,
    publicUrl: e.PUBLIC_URL ?? `http://localhost:${e.PORT}`,
    auth:
      e.AUTH_ISSUER && e.AUTH_AUDIENCE && e.AUTH_JWKS_URL
        ? { issuer: e.AUTH_ISSUER, audience: e.AUTH_AUDIENCE, jwksUrl: e.AUTH_JWKS_URL }
        : undefined,
    logLevel: e.LOG_LEVEL,
    demo: e.DEMO === "auto",
    demoEnterprises: e.DEMO_ENTERPRISES,
  };
}
