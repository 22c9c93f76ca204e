import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { z } from "zod";
import type { Sql } from "../../src/db/client.ts";
import { fillEvasion, openPages } from "../readPages.ts";

/** Debian's Chromium, or the one that `CHROMIUM` names. */
export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const hasBrowser = existsSync(CHROMIUM);

const ARGS = [
  ...["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

export interface Site {
  browser: Browser;
  /** `http://127.0.0.1:…`, without a slash at its end. */
  url: string;
  sql: Sql;
  close(): Promise<void>;
}

/** The whole service over three published nights on a port of its own, and a browser to look at it. */
export async function openSite(): Promise<Site> {
  const pages = await openPages();
  await fillEvasion(pages.resources.sql);
  const fetch = (request: Request) => pages.app.fetch(request, pages.resources);
  const server = serve({ fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise<void>((done) => server.once("listening", done));
  // A server that listens on TCP has an address with a port; only one on a pipe has a text.
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  return {
    browser,
    url: `http://127.0.0.1:${port}`,
    sql: pages.resources.sql,
    async close() {
      await browser.close();
      await new Promise((done) => server.close(done));
      await pages.close();
    },
  };
}

const Findings = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string().optional() })),
    }),
  ),
});

/**
 * What axe-core finds against WCAG 2.2 AA and its own good practice; a text for each finding.
 * @param rules only these; all of them when left out
 */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options = { resultTypes: ["violations"], ...(rules === undefined ? {} : { runOnly: rules }) };
  await page.evaluate(axe.source);
  const found = Findings.parse(await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`));
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  );
}

/** By how many pixels the page is wider than the window. */
export async function overflow(page: Page): Promise<number> {
  return z
    .number()
    .parse(
      await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
    );
}
