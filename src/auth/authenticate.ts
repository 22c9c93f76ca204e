import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { Config } from "../config.ts";
import { CreditError } from "../errors.ts";
import { type Caller, callerOf } from "./caller.ts";

/** Turns a token into the caller it speaks of. @throws CreditError `unauthenticated`, `identity_unavailable` */
export type Authenticate = (token: string) => Promise<Caller>;

/** Whose tokens are accepted: what they have to say, and the keys that may have signed them. */
export interface TrustedIssuer {
  issuer: string;
  audience: string;
  /** Asymmetric ones only: a public key must never serve as a shared secret, and `none` signs nothing. */
  algorithms: readonly string[];
  keys: JWTVerifyGetKey;
}

/** A token that is longer is refused unread. */
export const LONGEST_TOKEN = 8_192;
const CLOCK_TOLERANCE_SECONDS = 10;
const REMOTE_ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "EdDSA",
  "Ed25519",
];

/** Why a token is refused; a stable member of the problem. */
export type Refusal = "missing" | "malformed" | "untrusted" | "expired" | "early" | "claims";

const SAID: Readonly<Record<Refusal, string>> = {
  missing: "This needs a bearer token",
  malformed: "This is no signed token (JWT)",
  untrusted: "The token's signature, issuer or audience is not one that is trusted here",
  expired: "The token has expired",
  early: "The token is not valid yet",
  claims: "The token lacks sub, a known role, or a sound uscc where its role needs one",
};

export function unauthenticated(reason: Refusal): CreditError {
  return new CreditError("unauthenticated", SAID[reason], { details: { reason } });
}

/** By address: a set keeps the keys that it has fetched, on Workers from request to request. */
const remoteSets = new Map<string, JWTVerifyGetKey>();

/** The identity provider of the configuration. Its keys are fetched when first needed and kept for ten minutes. */
export function remoteIssuer({ issuer, audience, jwksUrl }: NonNullable<Config["auth"]>): TrustedIssuer {
  const keys = remoteSets.get(jwksUrl) ?? createRemoteJWKSet(new URL(jwksUrl));
  remoteSets.set(jwksUrl, keys);
  return { issuer, audience, algorithms: REMOTE_ALGORITHMS, keys };
}

/** What went wrong with a token; null when it was not the token that failed. */
function refusalOf(error: unknown): Refusal | null {
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWTClaimValidationFailed)
    return error.claim === "nbf" ? "early" : ["exp", "sub"].includes(error.claim) ? "claims" : "untrusted";
  const badForm = [errors.JWSInvalid, errors.JWTInvalid, errors.JOSENotSupported];
  if (badForm.some((kind) => error instanceof kind)) return "malformed";
  const badKey = [
    ...[errors.JOSEAlgNotAllowed, errors.JWSSignatureVerificationFailed],
    ...[errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys],
  ];
  return badKey.some((kind) => error instanceof kind) ? "untrusted" : null;
}

/**
 * Accepts tokens of one issuer: signature by one of its keys and pinned algorithms, issuer, audience, `exp` within ten seconds.
 * @param options.trusted asked once for each token; null where no tokens are accepted
 */
export function authenticator(options: {
  trusted(): Promise<TrustedIssuer | null>;
  now(): Date;
}): Authenticate {
  return async (token) => {
    if (token === "") throw unauthenticated("missing");
    if (token.length > LONGEST_TOKEN) throw unauthenticated("malformed");
    const trusted = await options.trusted();
    if (trusted === null) throw unauthenticated("untrusted");
    const { issuer, audience, algorithms, keys } = trusted;
    const checks = {
      ...{ issuer, audience, algorithms: [...algorithms], requiredClaims: ["exp", "sub"] },
      ...{ clockTolerance: CLOCK_TOLERANCE_SECONDS, currentDate: options.now() },
    };
    const verified = await jwtVerify(token, keys, checks).catch((error: unknown) => {
      const reason = refusalOf(error);
      if (reason !== null) throw unauthenticated(reason);
      throw new CreditError("identity_unavailable", "The keys of the identity provider can't be had now", {
        cause: error,
      });
    });
    const caller = callerOf(verified.payload);
    if (caller === null) throw unauthenticated("claims");
    return caller;
  };
}

/** The token of an `Authorization` header; '' when there is none. @throws CreditError `unauthenticated` for another scheme */
export function bearerToken(header: string | undefined): string {
  if (header === undefined || header.trim() === "") return "";
  const token = /^Bearer +([A-Za-z0-9\-._~+/]+=*) *$/i.exec(header)?.[1];
  if (token === undefined) throw unauthenticated("malformed");
  return token;
}

/** `WWW-Authenticate` of a 401 or 403 (RFC 6750, 3). */
export function challenge(error: CreditError): string {
  const realm = 'Bearer realm="credit-ningbo"';
  if (error.code === "forbidden") return `${realm}, error="insufficient_scope"`;
  if (error.details.reason === "missing") return realm;
  return `${realm}, error="invalid_token", error_description="${error.message.replace(/["\\]/g, "")}"`;
}
