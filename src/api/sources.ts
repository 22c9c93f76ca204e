import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { currentSnapshot, listSnapshots, needSnapshot } from "../db/snapshots.ts";
import { sourceFreshness } from "../db/sources.ts";
import { coverageOf, lookupCounts } from "../db/stats.ts";
import { respondJson, snapshotHeaders } from "./answer.ts";
import { Snapshots, Sources, Stats } from "./answers.ts";
import { type ApiContext, todayOf } from "./apiEnv.ts";
import { readQuery, wholeNumber } from "./parameters.ts";
import { json, problems } from "./responses.ts";

const NoParameters = z.strictObject({});
const LATEST = 2_147_483_647;
const SnapshotParameters = z.strictObject({
  before: wholeNumber({ from: 1, otherwise: LATEST }).meta({
    description: "Only nights with a smaller number: `next` of the page before",
  }),
  size: wholeNumber({ from: 1, to: 100, otherwise: 30 }),
});

export const sourcesRoute = createRoute({
  method: "get",
  path: "/sources",
  summary: "What each source promised and last delivered",
  request: { query: NoParameters },
  responses: { ...json(Sources, "Every declared feed"), ...problems({ 400: "invalid_parameter" }) },
});

export const snapshotsRoute = createRoute({
  method: "get",
  path: "/snapshots",
  summary: "The published nights, newest first",
  request: { query: SnapshotParameters },
  responses: { ...json(Snapshots, "A page of nights"), ...problems({ 400: "invalid_parameter" }) },
});

export const statsRoute = createRoute({
  method: "get",
  path: "/stats",
  summary: "Coverage and look-ups served",
  request: { query: NoParameters },
  responses: {
    ...json(Stats, "Of the current snapshot"),
    ...problems({ 400: "invalid_parameter", 503: "no_snapshot" }),
  },
});

export async function getSources(c: ApiContext): Promise<Response> {
  readQuery(c, NoParameters);
  const snapshot = await currentSnapshot(c.env.sql);
  const sources = await sourceFreshness(c.env.sql, c.env.now());
  if (snapshot === null)
    return respondJson(c, { schema: Sources, value: { sources, snapshot: null, demo: false } });
  const value = { sources, snapshot: String(snapshot.id), demo: snapshot.demo };
  return respondJson(c, { schema: Sources, value, headers: snapshotHeaders(snapshot) });
}

export async function getSnapshots(c: ApiContext): Promise<Response> {
  const { before, size } = readQuery(c, SnapshotParameters);
  const found = await listSnapshots(c.env.sql, { before, size: size + 1 });
  const page = found.slice(0, size);
  const last = page.at(-1);
  const value = {
    snapshots: page.map(({ id, publishedAt, day, enterprises, changed, listTotals, coverage, demo }) => ({
      ...{ snapshot: String(id), publishedAt, day, enterprises, changed, lists: listTotals },
      ...{ sources: coverage, demo },
    })),
    next: found.length > size && last !== undefined ? String(last.id) : null,
    demo: page.some((snapshot) => snapshot.demo),
  };
  return respondJson(c, { schema: Snapshots, value });
}

export async function getStats(c: ApiContext): Promise<Response> {
  readQuery(c, NoParameters);
  const snapshot = await needSnapshot(c.env.sql);
  const { sql } = c.env;
  const [coverage, lookups] = await Promise.all([coverageOf(sql, snapshot), lookupCounts(sql, todayOf(c))]);
  const value = {
    enterprises: snapshot.enterprises,
    districts: coverage.district,
    statuses: coverage.status,
    industries: coverage.industry,
    types: coverage.type,
    records: coverage.records,
    withRecords: coverage.withRecords,
    lists: snapshot.listTotals,
    lookups,
    snapshot: String(snapshot.id),
    publishedAt: snapshot.publishedAt,
    demo: snapshot.demo,
  };
  return respondJson(c, { schema: Stats, value, headers: snapshotHeaders(snapshot) });
}
