import { DayOf } from "../elements.tsx";
import { formatCount } from "../format.ts";
import { DataTable } from "../table.tsx";
import type { View } from "../view.ts";
import type { Sources } from "./origin.tsx";

/** Each public source: whether it delivered, and when last. */
export function SourcesTable({ view, sources }: { view: View; sources: Sources }) {
  const { sources: words } = view.words.service;
  return (
    <DataTable
      caption={words.caption}
      hideCaption
      columns={[
        { head: words.source },
        { head: words.keeper },
        { head: words.last },
        { head: words.records, number: true },
      ]}
      rows={sources.map((source) => [
        source.title[view.lang],
        source.keeper[view.lang],
        source.lastReceivedAt === null ? (
          <span class="tag">{words.never}</span>
        ) : (
          <DayOf view={view} instant={source.lastReceivedAt} />
        ),
        formatCount(source.records),
      ])}
    />
  );
}
