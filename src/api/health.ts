import { asCreditError } from "../db/databaseError.ts";
import { appliedVersion, SCHEMA_VERSION } from "../db/schemaVersion.ts";
import { currentSnapshot } from "../db/snapshots.ts";
import { sourceFreshness } from "../db/sources.ts";
import { CreditError, type ErrorCode } from "../errors.ts";
import type { Resources } from "../resources.ts";
import { respond, respondNow } from "./answer.ts";
import type { ApiContext } from "./apiEnv.ts";
import { problem } from "./problem.ts";

/** A database that takes longer to say anything is as good as lost. */
const PATIENCE_MS = 3_000;

export function healthz(c: ApiContext): Response {
  return respondNow(c, { status: "ok" });
}

interface Readiness {
  /** Why it is not ready; the first is the code of the answer. */
  reasons: ErrorCode[];
  checks: {
    database: { ok: boolean };
    migrations?: { ok: boolean; applied: number; expected: number };
    snapshot?: { ok: boolean; snapshot: string | null; publishedAt: string | null };
    /** A degraded engine is said and no reason: the other one answers. */
    engine?: {
      engine: string;
      degraded: boolean;
      snapshot: string | null;
      reason: string | null;
      /** Its index is not held against the settings written down, and why; no reason either. */
      notCompared: string | null;
    };
    /** Feeds that are late; said, and no reason either. */
    sources?: { late: string[] };
  };
  demo: boolean;
}

async function examine(env: Resources): Promise<Readiness> {
  const { sql } = env;
  const applied = await appliedVersion(sql);
  const migrations = { ok: applied >= SCHEMA_VERSION, applied, expected: SCHEMA_VERSION };
  const checks = { database: { ok: true }, migrations };
  if (!migrations.ok) return { reasons: ["migrations_missing"], checks, demo: false };
  const snapshot = await currentSnapshot(sql);
  const standing = await env.search.standing();
  const late = (await sourceFreshness(sql, env.now())).filter((feed) => feed.late);
  return {
    reasons: snapshot === null ? ["no_snapshot"] : [],
    checks: {
      ...checks,
      snapshot: {
        ok: snapshot !== null,
        snapshot: snapshot === null ? null : String(snapshot.id),
        publishedAt: snapshot?.publishedAt ?? null,
      },
      engine: {
        engine: standing.engine,
        degraded: standing.degraded,
        snapshot: standing.snapshot === null ? null : String(standing.snapshot),
        reason: standing.reason,
        notCompared: standing.notCompared,
      },
      sources: { late: late.map((feed) => `${feed.source}/${feed.feed}`) },
    },
    demo: snapshot?.demo ?? false,
  };
}

async function inTime(examined: Promise<Readiness>): Promise<Readiness> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    const error = new CreditError("database_unavailable", "The database does not answer in time");
    timer = setTimeout(() => fail(error), PATIENCE_MS);
  });
  return Promise.race([examined, late]).finally(() => clearTimeout(timer));
}

const SAID: Partial<Record<ErrorCode, string>> = {
  database_unavailable: "The database can't be reached",
  migrations_missing: "The database is older than this service: migrations are missing",
  no_snapshot: "Nothing is published yet: the first night has not run",
};

/** 200 when requests can be answered, else 503 with every reason. */
export async function readyz(c: ApiContext): Promise<Response> {
  const { reasons, checks, demo } = await inTime(examine(c.env)).catch((error) => ({
    reasons: [asCreditError(error).code],
    checks: { database: { ok: false } },
    demo: false,
  }));
  const [first] = reasons;
  if (first === undefined) return respondNow(c, { ready: true, reasons, checks, demo });
  const message = SAID[first] ?? "The service is not ready";
  return problem(new CreditError(first, message, { details: { ready: false, reasons, checks } }), c);
}

export async function metrics(c: ApiContext): Promise<Response> {
  if (c.env.metrics === null) throw new CreditError("not_found", "Nothing is measured here");
  const { contentType, text } = await c.env.metrics.expose();
  const headers = { "Content-Type": contentType, "Cache-Control": "no-store" };
  return respond(c, { status: 200, body: text, headers });
}
