import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { readHistory } from "../db/history.ts";
import { readProfile } from "../db/profiles.ts";
import { unsoundCode } from "../db/repairs.ts";
import { canonicalCode, isUscc } from "../enterprise/identifiers.ts";
import { movedTo, redirectTo, respondJson, respondText, snapshotHeaders } from "./answer.ts";
import { EnterpriseHistory, EnterpriseProfile } from "./answers.ts";
import { type ApiContext, todayOf } from "./apiEnv.ts";
import { readQuery } from "./parameters.ts";
import { json, problems } from "./responses.ts";

const CodeInPath = z.object({
  uscc: z.string().meta({ description: "统一社会信用代码, 18 characters", example: "91330212100000016R" }),
});
const ProfileParameters = z.strictObject({
  asOf: z
    .string()
    .optional()
    .meta({ description: "A day (YYYY-MM-DD) or the number of a snapshot: what was published then" }),
});
const NoParameters = z.strictObject({});

const redirect = {
  308: {
    description:
      "To the canonical form of a code in small letters, full-width or with spaces, and from a former code to the enterprise's",
  },
};

export const profileRoute = createRoute({
  method: "get",
  path: "/enterprises/{uscc}",
  summary: "The credit profile of an enterprise",
  request: { params: CodeInPath, query: ProfileParameters },
  responses: {
    ...json(EnterpriseProfile, "The profile, with what each source has delivered"),
    ...redirect,
    ...problems({
      400: "invalid_uscc (with `checks` and `repairs`), invalid_parameter",
      404: "enterprise_not_found, snapshot_not_found",
      503: "no_snapshot, database_unavailable",
    }),
  },
});

export const historyRoute = createRoute({
  method: "get",
  path: "/enterprises/{uscc}/history",
  summary: "What changed in a profile, when it was published, and from which delivery",
  request: { params: CodeInPath, query: NoParameters },
  responses: {
    ...json(EnterpriseHistory, "Nights that changed the profile, newest first"),
    ...redirect,
    ...problems({
      400: "invalid_uscc (with `checks` and `repairs`), invalid_parameter",
      404: "enterprise_not_found",
      503: "no_snapshot, database_unavailable",
    }),
  },
});

/** The code of the address when it is canonical, or the redirect to its canonical form. Throws for an unsound one. */
async function codeOf(c: ApiContext): Promise<{ uscc: string } | { redirect: Response }> {
  const typed = c.req.param("uscc") ?? "";
  if (isUscc(typed)) return { uscc: typed };
  const uscc = canonicalCode(typed);
  if (!isUscc(uscc)) throw await unsoundCode(c.env.sql, typed);
  return { redirect: redirectTo(c, addressOf(c, uscc)) };
}

/** The address of this request under another code. */
function addressOf(c: ApiContext, uscc: string): string {
  const { pathname, search } = new URL(c.req.url);
  const rest = pathname.endsWith("/history") ? "/history" : "";
  return `/api/v1/enterprises/${uscc}${rest}${search}`;
}

/** A stored text with its provenance: one row read, nothing rebuilt. */
export async function getProfile(c: ApiContext): Promise<Response> {
  const { asOf } = readQuery(c, ProfileParameters);
  const code = await codeOf(c);
  if ("redirect" in code) return code.redirect;
  const today = todayOf(c);
  const read = await readProfile(c.env.sql, code.uscc, { today, asOf });
  if ("movedTo" in read) return movedTo(c, addressOf(c, read.movedTo));
  const { bytes, etag, snapshot } = read;
  c.env.lookups.count(asOf === undefined ? "profile" : "asof", today);
  return respondText(c, { text: bytes, etag, headers: snapshotHeaders(snapshot) });
}

export async function getHistory(c: ApiContext): Promise<Response> {
  readQuery(c, NoParameters);
  const code = await codeOf(c);
  if ("redirect" in code) return code.redirect;
  const today = todayOf(c);
  const read = await readHistory(c.env.sql, code.uscc, { today });
  if ("movedTo" in read) return movedTo(c, addressOf(c, read.movedTo));
  const { uscc, name, entries, snapshot } = read;
  c.env.lookups.count("history", today);
  const value = { uscc, name, entries, snapshot: String(snapshot.id), demo: snapshot.demo };
  return respondJson(c, { schema: EnterpriseHistory, value, headers: snapshotHeaders(snapshot) });
}
