import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Sql } from "./db/client.ts";
import { currentSnapshot } from "./db/snapshots.ts";
import { sourceFreshness } from "./db/sources.ts";
import type { Metrics, Resources } from "./resources.ts";
import type { Search } from "./search/engine.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

function gauges(registers: Registry[]) {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  return {
    database: gauge("credit_database_up", "1 while the database answers"),
    snapshot: gauge("credit_snapshot", "Number of the published snapshot"),
    published: gauge("credit_snapshot_published_timestamp_seconds", "When it was published"),
    enterprises: gauge("credit_enterprises", "Enterprises in the published snapshot"),
    changed: gauge("credit_snapshot_changed_profiles", "Profiles that the last night changed"),
    late: gauge("credit_sources_late", "Feeds whose delivery is overdue"),
    degraded: gauge("credit_search_degraded", "1 while the engine that should answer does not"),
    indexed: gauge("credit_search_snapshot", "Snapshot that the answering engine holds"),
  };
}

type Gauges = ReturnType<typeof gauges>;

async function readDatabase(of: { sql: Sql; now: Date; to: Gauges }): Promise<void> {
  const { sql, now, to } = of;
  try {
    const snapshot = await currentSnapshot(sql);
    const late = (await sourceFreshness(sql, now)).filter((feed) => feed.late);
    to.database.set(1);
    to.late.set(late.length);
    if (snapshot === null) return;
    to.snapshot.set(snapshot.id);
    to.published.set(Date.parse(snapshot.publishedAt) / 1_000);
    to.enterprises.set(snapshot.enterprises);
    to.changed.set(snapshot.changed);
  } catch {
    to.database.set(0); // the scrape itself is answered: that is how a lost database is noticed
  }
}

async function readSearch(search: Search, to: Gauges): Promise<void> {
  try {
    const { degraded, snapshot } = await search.standing();
    to.degraded.set(degraded ? 1 : 0);
    to.indexed.set(snapshot ?? 0);
  } catch {
    to.degraded.set(1);
  }
}

/** Prometheus metrics of this process; the gauges are read when somebody scrapes. */
export function processMetrics(of: Pick<Resources, "sql" | "search" | "now">): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const to = gauges(registers);
  const total = new Counter({
    name: "http_requests_total",
    help: "Requests answered",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Until the head of the answer was ready",
    labelNames: ["method", "route"],
    buckets: SECONDS,
    registers,
  });
  return {
    request({ method: asked, route, status, seconds }) {
      const method = METHODS.has(asked) ? asked : "other"; // whatever a caller may write is no label
      total.inc({ method, route, status });
      duration.observe({ method, route }, seconds);
    },
    async expose() {
      await Promise.all([readDatabase({ sql: of.sql, now: of.now(), to }), readSearch(of.search, to)]);
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}
