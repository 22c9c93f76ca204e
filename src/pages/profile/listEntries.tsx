import { LISTS } from "../../enterprise/lists.ts";
import type { PublishedListEntry } from "../../enterprise/profile.ts";
import { Chinese, Day, Fact, Joined, LongText } from "../elements.tsx";
import { href, type View } from "../view.ts";
import { AuthorityText } from "./authority.tsx";
import { Notes, Origin, type Sources } from "./origin.tsx";

interface EntryProps {
  view: View;
  sources: Sources;
  entry: PublishedListEntry;
  full: boolean;
  /** The day the profile speaks of: a removal after it has not happened yet. */
  today: string;
}

/** One entry of a list: what it is, on what basis, with what effects, and its removal when there is one. */
export function ListEntry({ view, sources, entry, full, today }: EntryProps) {
  const { records } = view.words;
  const facts = LISTS[entry.list];
  const removed = entry.removedOn !== null && entry.removedOn <= today;
  return (
    <article class={removed ? "record" : "record adverse"} id={`r-${entry.id}`}>
      <h3>
        <a href={href(view.lang, `/lists/${entry.list}`)}>{facts.title[view.lang]}</a>{" "}
        <span class={removed ? "tag" : "tag adverse"}>{removed ? records.removed : records.listed}</span>
      </h3>
      <dl class="facts">
        <EntryFacts view={view} entry={entry} full={full} />
        <Fact label={records.legalBasis}>{facts.basis[view.lang]}</Fact>
        {!removed && (
          <Fact label={records.effects}>
            <Joined view={view} items={facts.effects.map((effect) => effect[view.lang])} />
          </Fact>
        )}
      </dl>
      <Notes view={view} notes={entry.notes} />
      <Origin view={view} sources={sources} record={entry} />
    </article>
  );
}

function EntryFacts({ view, entry, full }: { view: View; entry: PublishedListEntry; full: boolean }) {
  const { records, site } = view.words;
  const text = (value: string | null) => value !== null && <LongText view={view} text={value} open={full} />;
  const day = (value: string | null) => value !== null && <Day view={view} day={value} />;
  return (
    <>
      <Fact label={records.reason}>{text(entry.reason) || site.notDelivered}</Fact>
      <Fact label={records.listedOn}>{day(entry.listedOn) || records.noDate}</Fact>
      <Fact label={records.listAuthority}>
        <AuthorityText view={view} authority={entry.authority} />
      </Fact>
      <Fact label={records.documentNo}>
        {entry.documentNo !== null && <Chinese view={view}>{entry.documentNo}</Chinese>}
      </Fact>
      <Fact label={records.listContent}>{text(entry.content)}</Fact>
      <Fact label={records.listBasis}>{text(entry.basis)}</Fact>
      <Fact label={records.endsOn}>{day(entry.endsOn)}</Fact>
      <Fact label={records.removedOn}>{day(entry.removedOn)}</Fact>
      <Fact label={records.removalReason}>{text(entry.removalReason)}</Fact>
      <Fact label={records.removalAuthority}>{text(entry.removalAuthority)}</Fact>
    </>
  );
}
