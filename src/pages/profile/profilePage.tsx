import type { Child } from "hono/jsx";
import type { ProfileAnswer } from "../../enterprise/profile.ts";
import { STATUSES } from "../../enterprise/statuses.ts";
import { Chinese, Code, CodedText, Instant, Joined } from "../elements.tsx";
import { formatCount } from "../format.ts";
import { page } from "../layout.tsx";
import { href, type View } from "../view.ts";
import { AsOfBanner, AsOfForm } from "./asOf.tsx";
import { EmptySection, type RecordSection } from "./emptySection.tsx";
import { FormerCodes } from "./formerCodes.tsx";
import { Glance } from "./glance.tsx";
import { Conflicts, FormerNames, IdentityTable } from "./identity.tsx";
import { Licence } from "./licences.tsx";
import { ListEntry } from "./listEntries.tsx";
import { Penalty } from "./penalties.tsx";
import { SourcesTable } from "./sources.tsx";
import { Timeline, timelineEvents } from "./timeline.tsx";

export interface ProfilePageProps {
  view: View;
  profile: ProfileAnswer;
  /** The day the profile speaks of. */
  today: string;
  /** The snapshot shown, for the banner of an earlier day and for paper. */
  shown: { snapshot: string; publishedAt: string };
  full: boolean;
}

export function profilePage(props: ProfilePageProps) {
  const { view, profile } = props;
  return page({
    view,
    title: profile.name,
    crumbs: [
      { label: view.words.search.title, path: "/search" },
      { label: <Chinese view={view}>{profile.name}</Chinese> },
    ],
    indexed: profile.asOf === undefined && !props.full,
    children: (
      <div class="wrap">
        <Printed {...props} />
        <AsOfBanner {...props} />
        <Title view={view} profile={profile} />
        <div class="aside-first">
          <Contents view={view} />
          <div>
            <Glance view={view} profile={profile} />
            <Sections {...props} />
          </div>
        </div>
      </div>
    ),
  });
}

/** On paper only: where this was printed from, and what state of the data it shows. */
function Printed({ view, profile, shown }: ProfilePageProps) {
  const { printed } = view.words.profile;
  const { colon } = view.words.site.unit;
  return (
    <div class="print-only printed">
      <p>{`${printed.address}${colon}${view.publicUrl}${href(view.lang, `/enterprise/${profile.uscc}`)}${view.query}`}</p>
      <p>
        {`${printed.snapshot}${colon}${shown.snapshot}`}
        {view.words.site.unit.clause}
        {printed.day}
        {colon}
        <Instant view={view} instant={shown.publishedAt} />
      </p>
    </div>
  );
}

function Title({ view, profile }: { view: View; profile: ProfileAnswer }) {
  const { identity } = profile;
  return (
    <div class="title">
      <h1 class="name">
        <Chinese view={view}>{profile.name}</Chinese>
      </h1>
      <p class="subtitle">
        <span class={identity.status.code === "active" ? "tag good" : "tag"}>
          <CodedText view={view} coded={identity.status} table={STATUSES} />
        </span>{" "}
        <span>
          <span class="muted">{view.words.profile.uscc}</span> <Code code={profile.uscc} />
        </span>
      </p>
      {identity.formerNames.length > 0 && (
        <p class="subtitle">
          <span>
            <span class="muted">{view.words.profile.formerNames}</span>{" "}
            <Chinese view={view}>
              <Joined view={view} items={identity.formerNames.map((former) => former.name)} />
            </Chinese>
          </span>
        </p>
      )}
    </div>
  );
}

const SECTIONS = ["identity", "lists", "abnormal", "penalties", "licences", "timeline", "sources"] as const;

function Contents({ view }: { view: View }) {
  const words = view.words.profile;
  return (
    <nav class="contents sticky" aria-labelledby="contents-title">
      <h2 class="small" id="contents-title">
        {words.onThisPage}
      </h2>
      <ol>
        {SECTIONS.map((section) => (
          <li>
            <a href={`#${section}`}>{words.sections[section]}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface SectionProps {
  view: View;
  id: (typeof SECTIONS)[number];
  count?: number;
  children?: Child;
}

function Section({ view, id, count, children }: SectionProps) {
  const words = view.words.profile;
  return (
    <section class="section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {words.sections[id]}{" "}
        {count !== undefined && count > 0 && (
          <span class="count">{`${formatCount(count)} ${words.counts.unit}`.trim()}</span>
        )}
      </h2>
      <p class="means">{words.means[id]}</p>
      {children}
    </section>
  );
}

const SHOWN = 20;

/** Records of a section, or what its emptiness means. Beyond twenty they fold, so that the page stays readable. */
function Records(props: { page: ProfilePageProps; section: RecordSection; items: readonly Child[] }) {
  const { view, profile, full } = props.page;
  const rest = props.items.slice(SHOWN);
  return (
    <Section view={view} id={props.section} count={props.items.length}>
      {props.items.length === 0 && (
        <EmptySection view={view} section={props.section} sources={profile.sources} />
      )}
      {props.items.slice(0, SHOWN)}
      {rest.length > 0 && (
        <details class="long" open={full}>
          <summary>{view.words.site.more(formatCount(rest.length))}</summary>
          {rest}
        </details>
      )}
    </Section>
  );
}

function Sections(props: ProfilePageProps) {
  const { view, profile, full, today } = props;
  const { sources } = profile;
  const of = { view, sources, full };
  return (
    <>
      <Section view={view} id="identity">
        <IdentityTable view={view} profile={profile} full={full} />
        <FormerNames view={view} profile={profile} />
        <FormerCodes view={view} profile={profile} />
        <Conflicts view={view} profile={profile} />
      </Section>
      {(["lists", "abnormal"] as const).map((section) => (
        <Records
          page={props}
          section={section}
          items={profile[section].map((entry) => <ListEntry {...of} entry={entry} today={today} />)}
        />
      ))}
      <Records
        page={props}
        section="penalties"
        items={profile.penalties.map((penalty) => <Penalty {...of} penalty={penalty} />)}
      />
      <Records
        page={props}
        section="licences"
        items={profile.licences.map((licence) => <Licence {...of} licence={licence} today={today} />)}
      />
      <Section view={view} id="timeline">
        <Timeline view={view} events={timelineEvents(view, profile, today)} full={full} />
      </Section>
      <Section view={view} id="sources">
        <SourcesTable view={view} sources={sources} />
        <AsOfForm view={view} profile={profile} today={today} />
      </Section>
    </>
  );
}
