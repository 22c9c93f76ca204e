import { PENALTY_KINDS } from "../../enterprise/penaltyKinds.ts";
import type { PublishedPenalty } from "../../enterprise/profile.ts";
import { Chinese, CodedText, Day, Fact, Joined, LongText, MoneyText, UntilDay } from "../elements.tsx";
import type { View } from "../view.ts";
import { AuthorityText } from "./authority.tsx";
import { Notes, Origin, type Sources } from "./origin.tsx";

interface PenaltyProps {
  view: View;
  sources: Sources;
  penalty: PublishedPenalty;
  full: boolean;
}

export function Penalty({ view, sources, penalty, full }: PenaltyProps) {
  const { records } = view.words;
  const meanings = penalty.kinds.flatMap((kind) => records.penaltyMeanings[kind.code] ?? []);
  return (
    <article class="record adverse" id={`r-${penalty.id}`}>
      <h3>
        {penalty.kinds.length === 0 ? (
          records.penaltyTitle
        ) : (
          <Joined
            view={view}
            items={penalty.kinds.map((kind) => <CodedText view={view} coded={kind} table={PENALTY_KINDS} />)}
          />
        )}{" "}
        {penalty.status.code !== "valid" && (
          <span class="tag">{records.statuses[penalty.status.code] ?? penalty.status.label}</span>
        )}
      </h3>
      <dl class="facts">
        <Fact label={records.penaltyMeans}>
          {meanings.length > 0 && <Joined view={view} items={meanings} />}
        </Fact>
        <PenaltyFacts view={view} penalty={penalty} full={full} />
      </dl>
      <Notes view={view} notes={penalty.notes} />
      <Origin view={view} sources={sources} record={penalty} />
    </article>
  );
}

function PenaltyFacts({ view, penalty, full }: { view: View; penalty: PublishedPenalty; full: boolean }) {
  const { records } = view.words;
  const text = (value: string | null) => value !== null && <LongText view={view} text={value} open={full} />;
  return (
    <>
      <Fact label={records.decidedOn}>
        {penalty.decidedOn !== null && <Day view={view} day={penalty.decidedOn} />}
      </Fact>
      <Fact label={records.authority}>
        <AuthorityText view={view} authority={penalty.authority} />
      </Fact>
      <Fact label={records.documentNo}>
        {penalty.documentNo !== null && <Chinese view={view}>{penalty.documentNo}</Chinese>}
      </Fact>
      <Fact label={records.fine}>
        {penalty.fine !== null && <MoneyText view={view} money={penalty.fine} />}
      </Fact>
      <Fact label={records.confiscated}>
        {penalty.confiscated !== null && <MoneyText view={view} money={penalty.confiscated} />}
      </Fact>
      <Fact label={records.withheldPapers}>{text(penalty.withheld)}</Fact>
      <Fact label={records.facts}>{text(penalty.facts)}</Fact>
      <Fact label={records.basis}>{text(penalty.basis)}</Fact>
      <Fact label={records.penaltyContent}>{text(penalty.content)}</Fact>
      <Fact label={records.penaltyValidTo}>
        {penalty.validTo !== null && <UntilDay view={view} until={penalty.validTo} />}
      </Fact>
    </>
  );
}
