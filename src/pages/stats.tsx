import type { CodedCount, Coverage, LookupCounts } from "../db/stats.ts";
import { INDUSTRIES } from "../enterprise/industries.ts";
import { STATUSES } from "../enterprise/statuses.ts";
import { CodedText, Day, DISTRICTS } from "./elements.tsx";
import { formatCount } from "./format.ts";
import { page } from "./layout.tsx";
import { DataTable } from "./table.tsx";
import type { View } from "./view.ts";

export interface StatsPageProps {
  view: View;
  enterprises: number;
  coverage: Coverage;
  lookups: LookupCounts;
}

export function statsPage(props: StatsPageProps) {
  const { view } = props;
  const { stats } = view.words.service;
  return page({
    view,
    title: stats.title,
    crumbs: [{ label: stats.title }],
    children: (
      <div class="wrap">
        <div class="title">
          <h1>{stats.title}</h1>
          <p class="lead">{stats.lead}</p>
        </div>
        <CoverageSection {...props} />
        <Use view={view} lookups={props.lookups} />
      </div>
    ),
  });
}

const KINDS = ["lists", "abnormal", "penalties", "licences"] as const;
const FACET_TABLES = { district: DISTRICTS, status: STATUSES, industry: INDUSTRIES } as const;

function CoverageSection({ view, enterprises, coverage }: StatsPageProps) {
  const { stats } = view.words.service;
  return (
    <section aria-labelledby="coverage-title">
      <h2 class="block-title" id="coverage-title">
        {stats.coverage}
      </h2>
      <dl class="figures apart">
        <div>
          <dt>{stats.enterprises}</dt>
          <dd class="big">{formatCount(enterprises)}</dd>
        </div>
        {KINDS.map((kind) => (
          <div>
            <dt>{stats.kinds[kind]}</dt>
            <dd>
              <span class="big">{formatCount(coverage.records[kind])}</span>
              <div class="small note">{stats.concerning(formatCount(coverage.withRecords[kind]))}</div>
            </dd>
          </div>
        ))}
      </dl>
      <div class="columns">
        {(["district", "status", "industry"] as const).map((facet) => (
          <Shares view={view} facet={facet} counts={coverage[facet]} />
        ))}
      </div>
    </section>
  );
}

interface SharesProps {
  view: View;
  facet: keyof typeof FACET_TABLES;
  counts: readonly CodedCount[];
}

function Shares({ view, facet, counts }: SharesProps) {
  const { stats } = view.words.service;
  const all = counts.reduce((sum, each) => sum + each.count, 0);
  if (all === 0) return null;
  return (
    <div>
      <DataTable
        caption={stats[facet]}
        compact
        columns={[
          { head: view.words.search.facet[facet] },
          { head: stats.number, number: true },
          { head: stats.share, number: true },
        ]}
        rows={counts.map((each) => [
          <CodedText view={view} coded={each} table={FACET_TABLES[facet]} />,
          formatCount(each.count),
          `${((each.count / all) * 100).toFixed(1)}%`,
        ])}
      />
    </div>
  );
}

function Use({ view, lookups }: { view: View; lookups: LookupCounts }) {
  const { stats } = view.words.service;
  return (
    <section class="section" aria-labelledby="use-title">
      <h2 id="use-title">{stats.use}</h2>
      <p class="means">{stats.useLead}</p>
      <dl class="figures">
        {(["today", "last30Days", "total"] as const).map((period) => (
          <div>
            <dt>{stats[period]}</dt>
            <dd class="big">{formatCount(lookups[period])}</dd>
          </div>
        ))}
      </dl>
      {lookups.days.length === 0 ? (
        <p>{stats.none}</p>
      ) : (
        <div class="narrow">
          <DataTable
            caption={stats.useCaption}
            compact
            columns={[{ head: stats.day }, { head: stats.count, number: true }]}
            rows={lookups.days.map((each) => [<Day view={view} day={each.day} />, formatCount(each.count)])}
          />
        </div>
      )}
    </section>
  );
}
