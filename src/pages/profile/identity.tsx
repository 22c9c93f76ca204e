import type { Child } from "hono/jsx";
import { INDUSTRIES } from "../../enterprise/industries.ts";
import {
  IDENTITY_FIELDS,
  type Identity,
  type IdentityField,
  type ProfileAnswer,
} from "../../enterprise/profile.ts";
import { STATUSES } from "../../enterprise/statuses.ts";
import { Chinese, Code, CodedText, Day, DISTRICTS, LongText, MoneyText, UntilDay } from "../elements.tsx";
import { DataTable } from "../table.tsx";
import type { View } from "../view.ts";
import { SourceName } from "./origin.tsx";

interface Shown {
  view: View;
  profile: ProfileAnswer;
  /** Folded texts stand open. */
  full: boolean;
}

/** The value of one field, or null when nothing was delivered. */
function fieldValue({ view, profile, full }: Shown, field: IdentityField): Child {
  const { identity } = profile;
  switch (field) {
    case "status":
      return <CodedText view={view} coded={identity.status} table={STATUSES} />;
    case "type":
      return identity.type && <CodedText view={view} coded={identity.type} />;
    case "district":
      return identity.district && <CodedText view={view} coded={identity.district} table={DISTRICTS} />;
    case "industry":
      return identity.industry && <CodedText view={view} coded={identity.industry} table={INDUSTRIES} />;
    case "capital":
      return identity.capital && <MoneyText view={view} money={identity.capital} />;
    case "established":
    case "approved":
    case "operatingFrom":
    case "closed":
      return dayOrNull(view, identity[field]);
    case "operatingTo":
      return identity.operatingTo && <UntilDay view={view} until={identity.operatingTo} />;
    case "orgCode":
    case "regNo":
      return codeOrNull(identity.codes[field]);
    case "name":
    case "legalRepresentative":
    case "address":
    case "industryText":
    case "scope":
    case "authority":
      return textOrNull(view, identity[field], full);
  }
}

const dayOrNull = (view: View, day: string | null) => day && <Day view={view} day={day} />;
const codeOrNull = (code: string | null) => code && <Code code={code} />;
const textOrNull = (view: View, text: string | null, full: boolean) =>
  text && <LongText view={view} text={text} open={full} />;

function FieldOrigin({ view, profile, field }: { view: View; profile: ProfileAnswer; field: IdentityField }) {
  const source = profile.identity.fieldSources[field];
  if (source === undefined) return null;
  return (
    <span class="small muted">
      <SourceName view={view} sources={profile.sources} of={source} short />
      {view.words.site.unit.clause}
      {view.words.profile.asOfDate} <Day view={view} day={source.asOf} />
    </span>
  );
}

function Item({ label, means }: { label: string; means: string | null | undefined }) {
  return (
    <>
      {label}
      {means && <div class="means small">{means}</div>}
    </>
  );
}

/** Who the enterprise is: every field with its source, its day and, where it needs one, its meaning. */
export function IdentityTable(shown: Shown) {
  const { view, profile } = shown;
  const words = view.words.profile;
  const rows: Child[][] = [
    [
      <Item label={words.uscc} means={words.usccMeans} />,
      <Code code={profile.uscc} />,
      // The status is the base record's own, and so is the code.
      <FieldOrigin view={view} profile={profile} field="status" />,
    ],
  ];
  for (const field of IDENTITY_FIELDS) {
    const value = fieldValue(shown, field);
    if (value === null || value === "") continue;
    const means =
      field === "status" ? words.statusMeanings[profile.identity.status.code] : words.fields[field].means;
    rows.push([
      <Item label={words.fields[field].label} means={means} />,
      value,
      <FieldOrigin view={view} profile={profile} field={field} />,
    ]);
  }
  return (
    <div class="identity">
      <DataTable
        caption={words.table.caption}
        hideCaption
        columns={[{ head: words.table.item }, { head: words.table.content }, { head: words.table.source }]}
        rows={rows}
      />
    </div>
  );
}

export function FormerNames({ view, profile }: { view: View; profile: ProfileAnswer }) {
  const words = view.words.profile;
  const names = profile.identity.formerNames;
  if (names.length === 0) return null;
  return (
    <>
      <h3>{words.formerNames}</h3>
      <DataTable
        caption={words.formerNames}
        hideCaption
        columns={[{ head: words.formerNames }, { head: words.formerUntil }, { head: words.table.source }]}
        rows={names.map((former) => [
          <Chinese view={view}>{former.name}</Chinese>,
          former.until === null ? (
            <span class="muted">{words.formerNone}</span>
          ) : (
            <Day view={view} day={former.until} />
          ),
          <span class="small muted">
            <SourceName view={view} sources={profile.sources} of={former} />
          </span>,
        ])}
      />
    </>
  );
}

/** What other records say of the same fields: shown, not hidden. */
export function Conflicts({ view, profile }: { view: View; profile: ProfileAnswer }) {
  const words = view.words.profile;
  const { conflicts }: Identity = profile.identity;
  if (conflicts.length === 0) return null;
  return (
    <>
      <h3>{words.conflicts.title}</h3>
      <p class="means">{words.conflicts.lead}</p>
      <DataTable
        caption={words.conflicts.caption}
        hideCaption
        columns={[{ head: words.table.item }, { head: words.conflicts.value }, { head: words.table.source }]}
        rows={conflicts.map((conflict) => [
          words.fields[conflict.field].label,
          <Chinese view={view}>{conflict.value}</Chinese>,
          <span class="small muted">
            <SourceName view={view} sources={profile.sources} of={conflict} />
            {view.words.site.unit.clause}
            {words.asOfDate} <Day view={view} day={conflict.asOf} />
          </span>,
        ])}
      />
    </>
  );
}
