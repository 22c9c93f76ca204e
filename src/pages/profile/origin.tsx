import { addDays } from "../../enterprise/dates.ts";
import type { SourceCoverage } from "../../enterprise/profile.ts";
import type { Note } from "../../enterprise/record.ts";
import { Chinese, Day } from "../elements.tsx";
import type { View } from "../view.ts";

export type Sources = readonly SourceCoverage[];

/** What a source is called: the title of its feed, and who keeps it unless space is short; its id when the coverage does not know it. */
export function SourceName({
  view,
  sources,
  of,
  short,
}: {
  view: View;
  sources: Sources;
  of: { source: string; feed: string };
  short?: boolean;
}) {
  const known = sources.find((each) => each.source === of.source && each.feed === of.feed);
  if (known === undefined) return <>{`${of.source}/${of.feed}`}</>;
  if (short) return <>{known.title[view.lang]}</>;
  const { open, close } = view.words.site.unit;
  return <>{`${known.title[view.lang]}${open}${known.keeper[view.lang]}${close}`}</>;
}

interface OriginProps {
  view: View;
  sources: Sources;
  record: {
    source: string;
    feed: string;
    receivedAt: string;
    publishedAt: string;
    publicUntil: string | null;
  };
}

/** The line under every record: from whom, received and published when, and until when it may be shown. */
export function Origin({ view, sources, record }: OriginProps) {
  const { records, site } = view.words;
  return (
    <p class="origin">
      {records.source}
      {site.unit.colon}
      <SourceName view={view} sources={sources} of={record} />
      {site.unit.clause}
      {records.received(<Day view={view} day={record.receivedAt} />)}
      {site.unit.clause}
      {records.published(<Day view={view} day={record.publishedAt} />)}
      {record.publicUntil !== null && (
        <>
          {site.unit.clause}
          {records.publicUntil(<Day view={view} day={addDays(record.publicUntil, -1)} />)}
        </>
      )}
    </p>
  );
}

/** What was noticed while the row was cleaned, in words where the code has some. */
export function Notes({ view, notes }: { view: View; notes: readonly Note[] }) {
  const { records, site } = view.words;
  if (notes.length === 0) return null;
  return (
    <ul class="small muted">
      {notes.map((note) => (
        <li>
          {records.noteOf[note.code] ?? records.noteOther}
          {site.unit.colon}
          <Chinese view={view}>{records.noteText(note.text)}</Chinese>
        </li>
      ))}
    </ul>
  );
}
