import { Chinese, Code } from "../elements.tsx";
import type { View } from "../view.ts";

/** An authority by its name; by its code when that is all that was delivered. */
export function AuthorityText({
  view,
  authority,
}: {
  view: View;
  authority: { code: string | null; name: string | null };
}) {
  if (authority.name !== null) return <Chinese view={view}>{authority.name}</Chinese>;
  return authority.code === null ? (
    <span class="muted">{view.words.site.notDelivered}</span>
  ) : (
    <Code code={authority.code} />
  );
}
