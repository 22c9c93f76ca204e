import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  SignJWT,
} from "jose";
import { CreditError } from "../errors.ts";
import type { TrustedIssuer } from "./authenticate.ts";
import type { Caller } from "./caller.ts";

/** Tokens that this service issues to itself. */
const OWN = { issuer: "urn:credit-ningbo:own", audience: "urn:credit-ningbo" } as const;
const ALGORITHM = "ES256";

/** A new private key as JSON text (JWK), with its thumbprint as `kid`. */
export async function makeSigningKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return JSON.stringify({ ...jwk, alg: ALGORITHM, kid: await calculateJwkThumbprint(jwk) });
}

/** The members of an EC key that `makeSigningKey` wrote. @throws CreditError `bad_configuration`, quoting nothing of it */
function readKey(text: string): JWK & { d: string; kid: string } {
  try {
    const { kty, crv, x, y, d, kid }: Record<string, unknown> = JSON.parse(text);
    if (kty === "EC" && crv === "P-256" && typeof x === "string" && typeof y === "string")
      if (typeof d === "string" && typeof kid === "string") return { kty, crv, x, y, d, kid, alg: ALGORITHM };
  } catch {
    // no JSON: told below, in the same words
  }
  throw new CreditError(
    "bad_configuration",
    "The signing key in DATA_DIR is damaged: remove it, and another is made",
  );
}

/** Those who hold a token signed with this key. @param key as `makeSigningKey` gave it */
export function ownIssuer(key: string): TrustedIssuer {
  const { d: _, ...open } = readKey(key);
  return { ...OWN, algorithms: [ALGORITHM], keys: createLocalJWKSet({ keys: [open] }) };
}

/** @param of.seconds how long it is valid from `of.now` on */
export async function signToken(
  key: string,
  of: { caller: Caller; now: Date; seconds: number },
): Promise<string> {
  const jwk = readKey(key);
  const issued = Math.floor(of.now.getTime() / 1_000);
  const { sub, role, uscc, scope } = of.caller;
  return new SignJWT({ role, ...(uscc === null ? {} : { uscc }), scope: scope.join(" ") })
    .setProtectedHeader({ alg: ALGORITHM, kid: jwk.kid, typ: "JWT" })
    .setIssuer(OWN.issuer)
    .setAudience(OWN.audience)
    .setSubject(sub)
    .setIssuedAt(issued)
    .setExpirationTime(issued + of.seconds)
    .sign(await importJWK(jwk, ALGORITHM));
}
