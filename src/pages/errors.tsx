import { z } from "zod";
import { checkUscc } from "../enterprise/identifiers.ts";
import type { CreditError } from "../errors.ts";
import { Chinese, Code } from "./elements.tsx";
import { page } from "./layout.tsx";
import { DataTable } from "./table.tsx";
import { href, type View } from "./view.ts";

/** What `invalid_uscc` carries for people: a known name beside each code that may have been meant. */
const RepairList = z.array(z.object({ uscc: z.string(), name: z.string().nullable() }));

interface ErrorPageProps {
  view: View;
  error: CreditError;
  requestId: string | null;
}

/** One page for every refusal and failure, in words of the reader's language; nothing of the cause is shown. */
export function errorPage({ view, error, requestId }: ErrorPageProps) {
  const { errors } = view.words;
  const words = errors.byCode[error.code] ?? errors.other;
  return page({
    view,
    title: words.title,
    crumbs: [{ label: words.title }],
    indexed: false,
    children: (
      <div class="wrap">
        <div class="title">
          <p class="muted">{errors.status(error.status)}</p>
          <h1>{words.title}</h1>
          <p class="lead">{words.text}</p>
        </div>
        {error.code === "invalid_uscc" && <UsccChecks view={view} error={error} />}
        <Next view={view} />
        {requestId !== null && (
          <p class="small muted">
            {errors.requestId} <code>{requestId}</code>
            {`${view.words.site.unit.open}${errors.requestIdMeans}${view.words.site.unit.close}`}
          </p>
        )}
      </div>
    ),
  });
}

function Next({ view }: { view: View }) {
  const { errors } = view.words;
  const ways = [
    ["/search", errors.goSearch],
    ["/lists", errors.goLists],
    ["/", errors.goHome],
  ] as const;
  return (
    <section>
      <h2>{errors.next}</h2>
      <ul>
        {ways.map(([path, label]) => (
          <li>
            <a href={href(view.lang, path)}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function UsccChecks({ view, error }: { view: View; error: CreditError }) {
  const { errors } = view.words;
  const typed = z.string().safeParse(error.details.uscc).data ?? "";
  const { uscc, checks } = checkUscc(typed.slice(0, 40));
  const repairs = RepairList.safeParse(error.details.repairs).data ?? [];
  return (
    <section>
      <p>
        {errors.youTyped}
        {view.words.site.unit.colon}
        <Code code={uscc} />
      </p>
      <div class="measure">
        <DataTable
          caption={errors.checksCaption}
          compact
          columns={[{ head: errors.check }, { head: errors.result }]}
          rows={checks.map(({ check, ok }) => [
            errors.checks[check],
            <span class={ok ? "tag good" : "tag adverse"}>{ok ? errors.ok : errors.failed}</span>,
          ])}
        />
      </div>
      <Repairs view={view} repairs={repairs} />
    </section>
  );
}

/** Sound codes one slip away from what was typed: offers, never a redirect. */
function Repairs({ view, repairs }: { view: View; repairs: z.infer<typeof RepairList> }) {
  const { errors } = view.words;
  if (repairs.length === 0) return null;
  return (
    <>
      <h2>{errors.repairs}</h2>
      <p class="means">{errors.repairsMean}</p>
      <ul>
        {repairs.map((repair) => (
          <li>
            <a href={href(view.lang, `/enterprise/${repair.uscc}`)}>
              <Code code={repair.uscc} />
            </a>{" "}
            {repair.name === null ? (
              <span class="muted">{errors.unknownName}</span>
            ) : (
              <Chinese view={view}>{repair.name}</Chinese>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
