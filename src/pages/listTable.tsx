import type { ListedEntry } from "../enterprise/listEntry.ts";
import { LISTS } from "../enterprise/lists.ts";
import type { ListId } from "../enterprise/record.ts";
import { Chinese, Code, CodedText, Day, DISTRICTS, LongText } from "./elements.tsx";
import { AuthorityText } from "./profile/authority.tsx";
import { DataTable } from "./table.tsx";
import { href, type View } from "./view.ts";

interface EntriesTableProps {
  view: View;
  list: ListId;
  entries: readonly ListedEntry[];
}

/** The entries of one page. */
export function EntriesTable({ view, list, entries }: EntriesTableProps) {
  const { lists, records } = view.words;
  return (
    <DataTable
      caption={lists.entryCaption(LISTS[list].title[view.lang])}
      columns={[
        { head: lists.subject },
        { head: records.listedOn },
        { head: records.reason },
        { head: `${records.listAuthority} / ${records.documentNo}` },
        { head: lists.district, whole: true },
      ]}
      rows={entries.map((entry) => [
        <Subject view={view} entry={entry} />,
        entry.listedOn === null ? (
          <span class="muted">{records.noDate}</span>
        ) : (
          <Day view={view} day={entry.listedOn} />
        ),
        <Reason view={view} entry={entry} />,
        <Decision view={view} entry={entry} />,
        entry.subject.district !== null && (
          <CodedText view={view} coded={entry.subject.district} table={DISTRICTS} />
        ),
      ])}
    />
  );
}

function Decision({ view, entry }: { view: View; entry: ListedEntry }) {
  return (
    <>
      <AuthorityText view={view} authority={entry.authority} />
      {entry.documentNo !== null && (
        <div class="under muted">
          <Chinese view={view}>{entry.documentNo}</Chinese>
        </div>
      )}
    </>
  );
}

function Reason({ view, entry }: { view: View; entry: ListedEntry }) {
  const { records, site } = view.words;
  const text = entry.reason ?? entry.content;
  return (
    <>
      {text === null ? (
        <span class="muted">{site.notDelivered}</span>
      ) : (
        <LongText view={view} text={text} open={false} />
      )}
      {entry.removedOn !== null && (
        <div class="under muted">
          {records.removedOn} <Day view={view} day={entry.removedOn} />
        </div>
      )}
    </>
  );
}

/** A firm without a base record here stands on the list without a link. */
function Subject({ view, entry }: { view: View; entry: ListedEntry }) {
  const { uscc, code, name } = entry.subject;
  return (
    <>
      {uscc === null ? (
        <Chinese view={view}>{name}</Chinese>
      ) : (
        <a href={href(view.lang, `/enterprise/${uscc}`)}>
          <Chinese view={view}>{name}</Chinese>
        </a>
      )}
      {code !== null && (
        <div class="under muted">
          <Code code={code} />
        </div>
      )}
      {uscc === null && <div class="under muted">{view.words.lists.unlinked}</div>}
    </>
  );
}
