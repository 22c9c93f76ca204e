import type { SourceCoverage } from "../../enterprise/profile.ts";
import { DayOf, Joined } from "../elements.tsx";
import type { View } from "../view.ts";
import type { Sources } from "./origin.tsx";

export type RecordSection = "lists" | "abnormal" | "penalties" | "licences";

const IDENTITY_FEEDS = new Set(["enterprises", "changes"]);

/** The feeds that a section of the profile is filled from: by name, so that another department's penalties need no change here. */
export function feedsOf(section: RecordSection, sources: Sources): Sources {
  const named = new Set<string>(["abnormal", "penalties", "licences"]);
  return sources.filter(({ feed }) =>
    section === "lists" ? !named.has(feed) && !IDENTITY_FEEDS.has(feed) : feed === section,
  );
}

interface Delivered extends SourceCoverage {
  lastReceivedAt: string;
}

function hasDelivered(feed: SourceCoverage): feed is Delivered {
  return feed.lastReceivedAt !== null;
}

/** When each source of the section was last heard of. */
function Deliveries({ view, delivered }: { view: View; delivered: readonly Delivered[] }) {
  const { profile, site } = view.words;
  return (
    <p class="small muted">
      {profile.emptyFrom}
      {site.unit.colon}
      <Joined
        view={view}
        items={delivered.map((feed) => [
          `${feed.title[view.lang]}${site.unit.open}${feed.keeper[view.lang]}${site.unit.close}`,
          <DayOf view={view} instant={feed.lastReceivedAt} />,
        ])}
      />
    </p>
  );
}

/**
 * A section without records says until when nothing was received and from whom: never that there is nothing.
 */
export function EmptySection({
  view,
  section,
  sources,
}: {
  view: View;
  section: RecordSection;
  sources: Sources;
}) {
  const { profile, site } = view.words;
  const feeds = feedsOf(section, sources);
  const delivered = feeds.filter(hasDelivered);
  const missing = feeds.filter((feed) => !hasDelivered(feed));
  const last = delivered
    .map((feed) => feed.lastReceivedAt)
    .sort()
    .at(-1);
  if (last === undefined)
    return (
      <div class="empty">
        <p>{profile.emptyNever(profile.what[section])}</p>
      </div>
    );
  return (
    <div class="empty">
      <p>
        <strong>{profile.empty(profile.what[section], <DayOf view={view} instant={last} />)}</strong>
      </p>
      <p>{profile.emptyMeans}</p>
      <Deliveries view={view} delivered={delivered} />
      {missing.length > 0 && (
        <p class="small muted">
          {profile.notReceived(missing.map((feed) => feed.title[view.lang]).join(site.unit.comma))}
        </p>
      )}
    </div>
  );
}
