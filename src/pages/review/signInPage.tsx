import type { Refusal } from "../../auth/authenticate.ts";
import type { Caller } from "../../auth/caller.ts";
import { roleOf } from "../../auth/roles.ts";
import { page } from "../layout.tsx";
import { href, type View } from "../view.ts";
import { SignedIn } from "./signedIn.tsx";

interface SignInProps {
  view: View;
  /** Why the token is refused; null when none was given yet. */
  refusal: Refusal | "tooLong" | null;
  /** Where to go on. */
  returnTo: string;
}

/** The form that takes a token. What was typed is never sent back. */
export function signInPage({ view, refusal, returnTo }: SignInProps) {
  const { review } = view.words;
  const { signIn } = review;
  const said = refusal === null ? null : refusal === "tooLong" ? signIn.tooLong : signIn.refusals[refusal];
  return page({
    view,
    title: `${signIn.title} · ${review.title}`,
    crumbs: [{ label: review.title }],
    indexed: false,
    children: (
      <div class="wrap">
        <div class="title">
          <h1>{signIn.title}</h1>
          <p class="lead">{signIn.lead}</p>
        </div>
        {said !== null && (
          <div class="notice refused" role="alert">
            <h2>{signIn.refused}</h2>
            <p>{said}</p>
          </div>
        )}
        <form class="fields narrow" method="post" action={href(view.lang, "/review/sign-in")}>
          <input type="hidden" name="return" value={returnTo} />
          <div>
            <label class="over" for="token">
              {signIn.token}
            </label>
            <p class="hint" id="token-hint">
              {signIn.hint}
            </p>
            <input
              type="password"
              id="token"
              name="token"
              required
              autocomplete="off"
              spellcheck={false}
              aria-describedby="token-hint"
            />
          </div>
          <button type="submit">{signIn.button}</button>
        </form>
      </div>
    ),
  });
}

/** For those who are signed in and may not review. */
export function notForYouPage({ view, caller }: { view: View; caller: Caller }) {
  const { forbidden, title } = view.words.review;
  return page({
    view,
    title: forbidden.title,
    crumbs: [{ label: title }],
    indexed: false,
    children: (
      <div class="wrap">
        <div class="title">
          <h1>{forbidden.title}</h1>
          <p class="lead">{forbidden.text(roleOf(caller.role).title[view.lang])}</p>
        </div>
        <SignedIn view={view} caller={caller} />
      </div>
    ),
  });
}
