export interface Suggestion {
  uscc: string;
  name: string;
  /** The field that matched, and its text with what matched between « and ». */
  matched: { field: string; text: string };
}

export interface Suggestions {
  suggestions: readonly Suggestion[];
  /** Nothing is as typed; these are near it. */
  relaxed: boolean;
}

/** Fast typing is asked about once. */
const PAUSE_MS = 100;

async function suggestionsFor(q: string, signal: AbortSignal): Promise<Suggestions> {
  const response = await fetch(`/api/v1/suggest?q=${encodeURIComponent(q)}`, { signal });
  if (!response.ok) throw new Error(`suggestions: ${response.status}`);
  return response.json();
}

export interface Asker {
  ask(q: string): void;
  /** Forgets what is asked. */
  stop(): void;
}

/**
 * Asks for suggestions, the latest only: a question ends the one before it, whose answer is dropped however late it comes.
 * @param answered gets null when there is no answer; that is said to nobody, since the search itself works without
 */
export function asker(answered: (q: string, found: Suggestions | null) => void): Asker {
  let latest = new AbortController();
  let pause: ReturnType<typeof setTimeout> | undefined;

  async function send(q: string, { signal }: AbortController): Promise<void> {
    const found = await suggestionsFor(q, signal).catch(() => null);
    if (!signal.aborted) answered(q, found);
  }

  function stop(): void {
    clearTimeout(pause);
    latest.abort();
  }

  return {
    stop,
    ask(q) {
      stop();
      latest = new AbortController();
      const question = latest;
      pause = setTimeout(() => void send(q, question), PAUSE_MS);
    },
  };
}
