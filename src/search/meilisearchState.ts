import type { Meilisearch, Settings } from "meilisearch";
import { MEILISEARCH_SETTINGS } from "../../search-config/meilisearch.ts";
import { SEARCH_FORMAT } from "./format.ts";
import { liveIndex, type MeilisearchOptions, serverCode, stateIndex } from "./meilisearchClient.ts";
import { SYNONYMS_OF_WORDS } from "./meilisearchDocument.ts";
import { finished } from "./meilisearchTasks.ts";
import type { IndexState, PublishedNight } from "./searchIndex.ts";

const STATE_ID = "state";

/** What a version of this code puts into an index, and how. */
export interface IndexVersion {
  format: number;
  settings: Settings;
}

/** The settings without their reasons. */
function plainSettings(): Settings {
  const entries = Object.entries(MEILISEARCH_SETTINGS).map(([name, { value }]) => [
    name,
    structuredClone(value),
  ]);
  return { ...Object.fromEntries(entries), synonyms: SYNONYMS_OF_WORDS } as Settings; // the data's names and values are the server's own
}

export const thisVersion = (): IndexVersion => ({ format: SEARCH_FORMAT, settings: plainSettings() });

export async function writeState(
  client: Meilisearch,
  of: { uid: string; format: number; night: PublishedNight },
): Promise<void> {
  const { snapshot, publishedAt } = of.night;
  const state = { id: STATE_ID, format: of.format, snapshot, publishedAt };
  await finished(client, client.index(of.uid).addDocuments([state], { primaryKey: "id" }));
}

/** These are sets to the server, whatever order they are sent in. */
const UNORDERED = new Set([
  ...["sortableAttributes", "stopWords", "dictionary", "separatorTokens", "nonSeparatorTokens"],
]);

/** The same text for the same values, however their members are ordered. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `defaults` are the server's own, which fill what a written setting leaves open; `null` written means the default. */
function expectedSetting(written: unknown, byDefault: unknown): unknown {
  if (written === undefined || written === null) return byDefault;
  return isPlain(written) && isPlain(byDefault) ? { ...byDefault, ...written } : written;
}

/** Names of the settings of an index that are neither as written nor, where nothing is written, the server's defaults. */
export function otherSettings(of: { held: object; defaults: object; written: object }): string[] {
  const held = new Map<string, unknown>(Object.entries(of.held));
  const defaults = new Map<string, unknown>(Object.entries(of.defaults));
  const written = new Map<string, unknown>(Object.entries(of.written));
  const text = (name: string, value: unknown) =>
    canonical(UNORDERED.has(name) && Array.isArray(value) ? [...value].sort() : value);
  return [...held.keys()].filter(
    (name) =>
      text(name, held.get(name)) !== text(name, expectedSetting(written.get(name), defaults.get(name))),
  );
}

/**
 * What the live index says of itself. The state's index is never given settings, so it has the server's defaults, of whatever
 * version the server is.
 */
export async function readIndexState(
  client: Meilisearch,
  options: MeilisearchOptions,
  version: IndexVersion,
): Promise<IndexState | null> {
  const [live, state] = [client.index(liveIndex(options)), client.index(stateIndex(options))];
  try {
    const document = await state.getDocument(STATE_ID);
    const [{ numberOfDocuments }, held, defaults] = await Promise.all([
      live.getStats(),
      live.getSettings(),
      state.getSettings(),
    ]);
    return {
      format: Number(document.format),
      snapshot: Number(document.snapshot),
      publishedAt: typeof document.publishedAt === "string" ? document.publishedAt : null,
      documents: numberOfDocuments,
      otherSettings: otherSettings({ held, defaults, written: version.settings }),
    };
  } catch (error) {
    if (/index_not_found|document_not_found/.test(serverCode(error) ?? "")) return null;
    throw error;
  }
}
