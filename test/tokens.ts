import { type Authenticate, authenticator } from "../src/auth/authenticate.ts";
import type { Caller } from "../src/auth/caller.ts";
import { makeSigningKey, ownIssuer, signToken } from "../src/auth/signingKey.ts";
import { TODAY } from "./inventedFirms.ts";

/** Noon of TODAY in Shanghai. */
export const NOON = new Date(`${TODAY}T04:00:00Z`);

const key = makeSigningKey();

export const STEWARD: Caller = { sub: "王管理员", role: "steward", uscc: null, scope: [] };

/** A token of the issuer that `testAuthenticate` trusts, valid for an hour from noon. */
export async function testToken(caller: Partial<Caller> = {}, seconds = 3_600): Promise<string> {
  return signToken(await key, { caller: { ...STEWARD, ...caller }, now: NOON, seconds });
}

export function testAuthenticate(now: () => Date): Authenticate {
  return authenticator({ trusted: async () => ownIssuer(await key), now });
}
