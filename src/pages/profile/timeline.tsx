import { LISTS } from "../../enterprise/lists.ts";
import { PENALTY_KINDS } from "../../enterprise/penaltyKinds.ts";
import type { ProfileAnswer, PublishedListEntry } from "../../enterprise/profile.ts";
import type { Coded } from "../../enterprise/record.ts";
import { Day } from "../elements.tsx";
import { formatCount } from "../format.ts";
import type { View } from "../view.ts";
import { licenceTitle } from "./licences.tsx";

interface Event {
  day: string;
  text: string;
  /** The record it comes from, further up the page. */
  anchor: string | null;
  adverse: boolean;
}

function listEvents(view: View, entry: PublishedListEntry, today: string): Event[] {
  const { events } = view.words.records;
  const title = LISTS[entry.list].title[view.lang];
  const found: Event[] = [];
  if (entry.listedOn !== null)
    found.push({ day: entry.listedOn, text: events.listed(title), anchor: `r-${entry.id}`, adverse: true });
  if (entry.removedOn !== null && entry.removedOn <= today)
    found.push({
      day: entry.removedOn,
      text: events.removed(title),
      anchor: `r-${entry.id}`,
      adverse: false,
    });
  return found;
}

/** Everything on the profile that has a day, newest first; ties keep the order of the sections. */
export function timelineEvents(view: View, profile: ProfileAnswer, today: string): Event[] {
  const { events, penaltyTitle, licenceTitle: licenceWord } = view.words.records;
  const { comma } = view.words.site.unit;
  const kind = (coded: Coded) => PENALTY_KINDS.labels(coded.code)?.[view.lang] ?? coded.label;
  const found: Event[] = [];
  const add = (day: string | null, event: Omit<Event, "day">) => {
    if (day !== null) found.push({ day, ...event });
  };
  const { identity } = profile;
  add(identity.closed, { text: events.closed, anchor: "identity", adverse: false });
  for (const former of identity.formerNames)
    add(former.until, { text: events.renamed(former.name), anchor: "identity", adverse: false });
  for (const entry of [...profile.lists, ...profile.abnormal]) found.push(...listEvents(view, entry, today));
  for (const penalty of profile.penalties) {
    const kinds = penalty.kinds.map(kind).join(comma) || penaltyTitle;
    add(penalty.decidedOn, { text: events.penalty(kinds), anchor: `r-${penalty.id}`, adverse: true });
  }
  for (const licence of profile.licences) {
    const text = events.licence(licenceTitle(licence, licenceWord));
    add(licence.decidedOn, { text, anchor: `r-${licence.id}`, adverse: false });
  }
  add(identity.established, { text: events.established, anchor: "identity", adverse: false });
  return found.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

const SHOWN = 20;

function Events({ view, events }: { view: View; events: readonly Event[] }) {
  return (
    <ol class="timeline">
      {events.map((event) => (
        <li class={event.adverse ? "adverse" : undefined}>
          <Day view={view} day={event.day} />{" "}
          <span>{event.anchor === null ? event.text : <a href={`#${event.anchor}`}>{event.text}</a>}</span>
        </li>
      ))}
    </ol>
  );
}

interface TimelineProps {
  view: View;
  events: readonly Event[];
  full: boolean;
}

export function Timeline({ view, events, full }: TimelineProps) {
  const rest = events.slice(SHOWN);
  return (
    <>
      <Events view={view} events={events.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details class="long" open={full}>
          <summary>{view.words.site.more(formatCount(rest.length))}</summary>
          <Events view={view} events={rest} />
        </details>
      )}
    </>
  );
}
