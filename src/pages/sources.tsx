import type { Snapshot } from "../db/snapshots.ts";
import type { FeedFreshness } from "../db/sources.ts";
import { Day, Instant } from "./elements.tsx";
import { formatCount } from "./format.ts";
import { page } from "./layout.tsx";
import { DataTable } from "./table.tsx";
import type { View } from "./view.ts";

/** What each source promised and when it came; a stale one is named, not hidden. */
export function sourcesPage(view: View, feeds: readonly FeedFreshness[], snapshots: readonly Snapshot[]) {
  const { sources } = view.words.service;
  return page({
    view,
    title: sources.title,
    crumbs: [{ label: sources.title }],
    children: (
      <div class="wrap">
        <div class="title">
          <h1>{sources.title}</h1>
          <p class="lead">{sources.lead}</p>
        </div>
        <Feeds view={view} feeds={feeds} />
        <p class="measure muted">{sources.restrictedLead}</p>
        <Snapshots view={view} snapshots={snapshots} />
      </div>
    ),
  });
}

function Feeds({ view, feeds }: { view: View; feeds: readonly FeedFreshness[] }) {
  const { sources } = view.words.service;
  return (
    <DataTable
      caption={sources.caption}
      columns={[
        { head: sources.source },
        { head: sources.keeper },
        { head: sources.expected },
        { head: sources.last },
        { head: sources.standing },
        { head: sources.records, number: true },
      ]}
      rows={publicFirst(feeds).map((feed) => [
        feed.title[view.lang],
        feed.keeper[view.lang],
        feed.everyDays === 0 ? (
          <span class="muted">{sources.noPromise}</span>
        ) : (
          sources.everyDays(String(feed.everyDays))
        ),
        feed.lastReceivedAt === null ? null : <Instant view={view} instant={feed.lastReceivedAt} />,
        <Standing view={view} feed={feed} />,
        feed.records === null ? <span class="muted">{sources.held}</span> : formatCount(feed.records),
      ])}
    />
  );
}

function publicFirst(feeds: readonly FeedFreshness[]): FeedFreshness[] {
  const open = (feed: FeedFreshness) => feed.disclosure === "public";
  return [...feeds.filter(open), ...feeds.filter((feed) => !open(feed))];
}

function Standing({ view, feed }: { view: View; feed: FeedFreshness }) {
  const { sources } = view.words.service;
  return (
    <>
      {feed.lastReceivedAt === null ? (
        <span class="tag">{sources.never}</span>
      ) : feed.late ? (
        <span class="tag adverse">{sources.late}</span>
      ) : (
        <span class="tag good">{sources.onTime}</span>
      )}{" "}
      {feed.disclosure !== "public" && <span class="tag">{sources.restricted}</span>}
      {feed.late && feed.dueOn !== null && (
        <div class="under small muted">
          {sources.due} <Day view={view} day={feed.dueOn} />
        </div>
      )}
    </>
  );
}

function Snapshots({ view, snapshots }: { view: View; snapshots: readonly Snapshot[] }) {
  const { sources } = view.words.service;
  if (snapshots.length === 0) return null;
  return (
    <section class="section">
      <h2>{sources.snapshots}</h2>
      <DataTable
        caption={sources.snapshotCaption}
        hideCaption
        columns={[
          { head: sources.snapshot },
          { head: sources.published },
          { head: sources.enterprises, number: true },
          { head: sources.changed, number: true },
        ]}
        rows={snapshots.map((snapshot) => [
          String(snapshot.id),
          <Instant view={view} instant={snapshot.publishedAt} />,
          formatCount(snapshot.enterprises),
          formatCount(snapshot.changed),
        ])}
      />
    </section>
  );
}
