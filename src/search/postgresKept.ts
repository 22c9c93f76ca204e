/** Of one engine, the latest asked for. Some ten kilobytes each. */
const MOST_KEPT = 200;

/**
 * Keeps what costs a pass over all documents for as long as the snapshot stays: the same few texts (深圳, 有限公司) are asked for
 * again and again, and many callers at once wait for one pass. What fails is not kept.
 */
export function keptFor<T extends { snapshot: number }>(): (
  of: { snapshot: number; publishedAt: string },
  key: string,
  make: () => Promise<T>,
) => Promise<T> {
  let night = "";
  const kept = new Map<string, Promise<T>>();
  return (of, key, make) => {
    // A restored database gives the same numbers again, of other nights.
    const now = `${of.snapshot} ${of.publishedAt}`;
    if (now !== night) kept.clear();
    night = now;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    kept.set(key, made);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    const forget = () => {
      if (kept.get(key) === made) kept.delete(key);
    };
    made.then(({ snapshot }) => (snapshot === of.snapshot ? undefined : forget()), forget);
    return made;
  };
}
