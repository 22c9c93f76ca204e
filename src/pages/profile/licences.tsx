import { LICENCE_KINDS } from "../../enterprise/licenceKinds.ts";
import type { PublishedLicence } from "../../enterprise/profile.ts";
import { Chinese, CodedText, Day, Fact, Joined, LongText, UntilDay } from "../elements.tsx";
import type { View } from "../view.ts";
import { AuthorityText } from "./authority.tsx";
import { Notes, Origin, type Sources } from "./origin.tsx";

interface LicenceProps {
  view: View;
  sources: Sources;
  licence: PublishedLicence;
  full: boolean;
  today: string;
}

const TITLE = 40;

/** What a licence is called: its certificate, its title, or the beginning of what it permits. */
export function licenceTitle(licence: PublishedLicence, otherwise: string): string {
  const { certificate, title, content } = licence;
  const text = certificate ?? title ?? content ?? otherwise;
  return text.length > TITLE ? `${text.slice(0, TITLE)}……` : text;
}

export function Licence({ view, sources, licence, full, today }: LicenceProps) {
  const { records } = view.words;
  return (
    <article class="record" id={`r-${licence.id}`}>
      <h3>
        <Chinese view={view}>{licenceTitle(licence, records.licenceTitle)}</Chinese>{" "}
        <Standing view={view} licence={licence} today={today} />
      </h3>
      {hasLapsed(licence, today) && <p class="means small">{records.lapsedMeans}</p>}
      <dl class="facts">
        <LicenceFacts view={view} licence={licence} full={full} />
      </dl>
      <Notes view={view} notes={licence.notes} />
      <Origin view={view} sources={sources} record={licence} />
    </article>
  );
}

/** Past its end date, though the source still calls it valid. */
function hasLapsed(licence: PublishedLicence, today: string): boolean {
  const { status, validTo } = licence;
  return status.code === "valid" && validTo !== null && validTo !== "permanent" && validTo < today;
}

/** In force, past its end date, or what the source says. */
function Standing({ view, licence, today }: { view: View; licence: PublishedLicence; today: string }) {
  const { records } = view.words;
  const { code, label } = licence.status;
  if (hasLapsed(licence, today)) return <span class="tag">{records.lapsed}</span>;
  return <span class={code === "valid" ? "tag good" : "tag"}>{records.statuses[code] ?? label}</span>;
}

function LicenceFacts({ view, licence, full }: { view: View; licence: PublishedLicence; full: boolean }) {
  const { records } = view.words;
  const text = (value: string | null) => value !== null && <LongText view={view} text={value} open={full} />;
  return (
    <>
      <Fact label={records.licenceContent}>{text(licence.content ?? licence.title)}</Fact>
      <Fact label={records.validTo}>
        <UntilDay view={view} until={licence.validTo} />
      </Fact>
      <Fact label={records.decidedOn}>
        {licence.decidedOn !== null && <Day view={view} day={licence.decidedOn} />}
      </Fact>
      <Fact label={records.validFrom}>
        {licence.validFrom !== null && <Day view={view} day={licence.validFrom} />}
      </Fact>
      <Fact label={records.authority}>
        <AuthorityText view={view} authority={licence.authority} />
      </Fact>
      <Fact label={records.documentNo}>
        {licence.documentNo !== null && <Chinese view={view}>{licence.documentNo}</Chinese>}
      </Fact>
      <Fact label={records.licenceNo}>
        {licence.licenceNo !== null && <Chinese view={view}>{licence.licenceNo}</Chinese>}
      </Fact>
      <Fact label={records.kinds}>
        {licence.kinds.length > 0 && (
          <Joined
            view={view}
            items={licence.kinds.map((kind) => <CodedText view={view} coded={kind} table={LICENCE_KINDS} />)}
          />
        )}
      </Fact>
      <Fact label={records.basis}>{text(licence.basis)}</Fact>
    </>
  );
}
