import type { Caller } from "../../auth/caller.ts";
import { href, type View } from "../view.ts";

/** Who is signed in, and the way out. */
export function SignedIn({ view, caller }: { view: View; caller: Caller }) {
  const { signIn } = view.words.review;
  return (
    <form class="signed-in" method="post" action={href(view.lang, "/review/sign-out")}>
      <span>
        {signIn.signedInAs}
        {view.words.site.unit.colon}
        <strong>{caller.sub}</strong>
      </span>
      <button class="plain" type="submit">
        {signIn.signOut}
      </button>
    </form>
  );
}
