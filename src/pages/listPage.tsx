import type { ListPage } from "../db/lists.ts";
import type { ListedEntry } from "../enterprise/listEntry.ts";
import { LISTS } from "../enterprise/lists.ts";
import type { Coded, ListId } from "../enterprise/record.ts";
import { CodedText, DayOf, DISTRICTS, Fact } from "./elements.tsx";
import { formatCount } from "./format.ts";
import { page } from "./layout.tsx";
import { EntriesTable } from "./listTable.tsx";
import { href, type View } from "./view.ts";

export interface ListPageProps {
  view: View;
  listed: ListPage;
  entries: readonly ListedEntry[];
  lastReceivedAt: string | null;
  /** The districts to choose from, and the chosen code. */
  districts: readonly Coded[];
  district: string | undefined;
  /** Whether this is not the first page. */
  turned: boolean;
}

export function listPageOf(props: ListPageProps) {
  const { view, listed } = props;
  const { lists } = view.words;
  const facts = LISTS[listed.list];
  return page({
    view,
    title: facts.title[view.lang],
    crumbs: [{ label: lists.title, path: "/lists" }, { label: facts.title[view.lang] }],
    indexed: !props.turned && props.district === undefined,
    children: (
      <div class="wrap">
        <div class="title">
          <h1>{facts.title[view.lang]}</h1>
        </div>
        <About view={view} list={listed.list} lastReceivedAt={props.lastReceivedAt} />
        <DistrictForm {...props} />
        <p>
          <strong>{lists.total(formatCount(listed.total))}</strong>
          {props.district === undefined ? null : <DistrictNote {...props} />}
        </p>
        {props.entries.length === 0 ? (
          <Empty {...props} />
        ) : (
          <EntriesTable view={view} list={listed.list} entries={props.entries} />
        )}
        <Paging {...props} />
        <Downloads view={view} list={listed.list} district={props.district} />
      </div>
    ),
  });
}

function DistrictNote({ view, districts, district }: ListPageProps) {
  const chosen = districts.find((each) => each.code === district);
  if (chosen === undefined) return null;
  const { open, close, colon } = view.words.site.unit;
  return (
    <span class="muted">
      {`${open}${view.words.lists.district}${colon}`}
      <CodedText view={view} coded={chosen} table={DISTRICTS} />
      {close}
    </span>
  );
}

interface AboutProps {
  view: View;
  list: ListId;
  lastReceivedAt: string | null;
}

/** What the list is: basis, effects, keeper, term and removal, as the law has them. */
function About({ view, list, lastReceivedAt }: AboutProps) {
  const { lists, records } = view.words;
  const facts = LISTS[list];
  return (
    <section class="panel" aria-label={lists.about}>
      <dl class="facts">
        <Fact label={records.keeper}>{facts.keeper[view.lang]}</Fact>
        <Fact label={records.legalBasis}>{facts.basis[view.lang]}</Fact>
        {facts.effects.map((effect) => (
          <Fact label={records.effects}>{effect[view.lang]}</Fact>
        ))}
        <Fact label={records.period}>{facts.period[view.lang]}</Fact>
        <Fact label={records.removal}>{facts.removal[view.lang]}</Fact>
        <Fact label={lists.lastReceived}>
          {lastReceivedAt === null ? lists.never : <DayOf view={view} instant={lastReceivedAt} />}
        </Fact>
      </dl>
    </section>
  );
}

function DistrictForm({ view, listed, districts, district }: ListPageProps) {
  const { lists } = view.words;
  return (
    <form class="inline-form" method="get" action={href(view.lang, `/lists/${listed.list}`)}>
      <div>
        <label for="district">{lists.filter}</label>
        <select id="district" name="district">
          <option value="">{lists.allDistricts}</option>
          {districts.map((each) => (
            <option value={each.code} selected={each.code === district}>
              {DISTRICTS.labels(each.code)?.[view.lang] ?? each.label}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="plain">
        {lists.apply}
      </button>
    </form>
  );
}

function Empty({ view, district, lastReceivedAt }: ListPageProps) {
  const { lists } = view.words;
  return (
    <div class="empty">
      <p>
        {district !== undefined
          ? lists.emptyFilter
          : lastReceivedAt === null
            ? lists.emptyNever
            : lists.empty(<DayOf view={view} instant={lastReceivedAt} />)}
      </p>
    </div>
  );
}

function listAddress(view: View, list: ListId, params: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, value);
  const text = query.toString();
  return `${href(view.lang, `/lists/${list}`)}${text === "" ? "" : `?${text}`}`;
}

function Paging({ view, listed, district, turned }: ListPageProps) {
  const { lists, search } = view.words;
  if (!turned && listed.next === null) return null;
  return (
    <>
      <nav class="paging" aria-label={search.paging}>
        {turned && (
          <a class="button plain" href={listAddress(view, listed.list, { district })}>
            {lists.first}
          </a>
        )}
        {listed.next !== null && (
          <a
            class="button plain"
            rel="next"
            href={listAddress(view, listed.list, { district, cursor: listed.next })}
          >
            {lists.next}
          </a>
        )}
      </nav>
      <p class="small muted no-print">{lists.pinned(String(listed.snapshot.id))}</p>
    </>
  );
}

interface DownloadsProps {
  view: View;
  list: ListId;
  district: string | undefined;
}

function Downloads({ view, list, district }: DownloadsProps) {
  const { lists } = view.words;
  const address = (format: string) => {
    const params = new URLSearchParams(district === undefined ? { format } : { district, format });
    return `/api/v1/lists/${list}?${params}`;
  };
  return (
    <section class="no-print downloads">
      <h2>{lists.download}</h2>
      <p>
        <a href={address("csv")} download={`${list}.csv`}>
          CSV
        </a>
        {" · "}
        <a href={address("ndjson")} download={`${list}.ndjson`}>
          NDJSON
        </a>
      </p>
      <p class="small muted">{lists.downloadNote}</p>
    </section>
  );
}
