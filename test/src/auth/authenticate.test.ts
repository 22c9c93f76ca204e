import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { authenticator, bearerToken, challenge, remoteIssuer } from "../../../src/auth/authenticate.ts";
import { makeSigningKey, ownIssuer, signToken } from "../../../src/auth/signingKey.ts";
import { CreditError } from "../../../src/errors.ts";
import { inventedUscc } from "../../ingest/merge/records.ts";
import { NOON, STEWARD } from "../../tokens.ts";

const OURS = { iss: "urn:credit-ningbo:own", aud: "urn:credit-ningbo" };
const at = (seconds: number) => Math.floor(NOON.getTime() / 1_000) + seconds;
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

let key: string;
beforeAll(async () => {
  key = await makeSigningKey();
});

const own = (now = NOON) => authenticator({ trusted: async () => ownIssuer(key), now: () => now });
const refusal = async (token: string, authenticate = own()) => {
  const error: unknown = await authenticate(token).then(
    (caller) => new Error(`accepted as ${caller.role}`),
    (refused: unknown) => refused,
  );
  return error instanceof CreditError ? `${error.code} ${error.details.reason ?? ""}`.trim() : String(error);
};
const good = { ...OURS, sub: "a", role: "steward", exp: at(60) };
const signed = async (claims: Record<string, unknown>, header: Record<string, unknown> = {}) => {
  const { importJWK } = await import("jose");
  const jwk = JSON.parse(key);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "ES256", kid: jwk.kid, ...header })
    .sign(await importJWK(jwk, "ES256"));
};

describe("a token of this service's own", () => {
  test("tells subject, role, enterprise and scope", async () => {
    const uscc = inventedUscc(1);
    const caller = { sub: "张三", role: "enterprise", uscc, scope: ["profile:read", "objection"] } as const;
    const token = await signToken(key, {
      caller: { ...caller, scope: [...caller.scope] },
      now: NOON,
      seconds: 60,
    });
    expect(await own()(token)).toEqual(caller);
    expect(await own()(await signToken(key, { caller: STEWARD, now: NOON, seconds: 60 }))).toEqual(STEWARD);
  });

  test("is accepted ten seconds too late at most, and never before its time", async () => {
    const token = await signToken(key, { caller: STEWARD, now: NOON, seconds: 60 });
    const later = (seconds: number) => own(new Date(NOON.getTime() + seconds * 1_000));
    expect((await later(69)(token)).role).toBe("steward");
    expect(await refusal(token, later(71))).toBe("unauthenticated expired");
    expect(await refusal(await signed({ ...good, nbf: at(30) }))).toBe("unauthenticated early");
  });

  test.each([
    ["another issuer", { iss: "https://evil.example" }],
    ["no issuer", { iss: undefined }],
    ["another audience", { aud: "another-service" }],
    ["no audience", { aud: undefined }],
  ])("with %s is not trusted, however well it is signed", async (_, over) => {
    expect(await refusal(await signed({ ...good, ...over }))).toBe("unauthenticated untrusted");
  });

  test.each([
    ["no expiry", { exp: undefined }],
    ["no subject", { sub: undefined }],
    ["an empty subject", { sub: " " }],
    ["a subject of two lines", { sub: "a\nb" }],
    ["a subject without end", { sub: "a".repeat(201) }],
    ["no role", { role: undefined }],
    ["an unknown role", { role: "root" }],
    ["a role that every object has", { role: "constructor" }],
    ["several roles", { role: ["steward"] }],
    ["an unsound code", { uscc: "91330212100000014M" }],
    ["an enterprise without a code", { role: "enterprise" }],
    ["a scope of another kind", { scope: { all: true } }],
    ["a scope with a control character", { scope: "a\u0007" }],
  ])("with %s tells no caller", async (_, over) => {
    expect(await refusal(await signed({ ...good, ...over }))).toBe("unauthenticated claims");
  });
});

describe("a forged token", () => {
  test("signed by another key is not trusted, under the known key id or its own", async () => {
    const { privateKey } = await generateKeyPair("ES256");
    for (const kid of [JSON.parse(key).kid, "other", undefined]) {
      const header = kid === undefined ? { alg: "ES256" } : { alg: "ES256", kid };
      const token = await new SignJWT(good).setProtectedHeader(header).sign(privateKey);
      expect(await refusal(token)).toBe("unauthenticated untrusted");
    }
  });

  test("with alg none, in any case, with or without a signature, is refused", async () => {
    for (const alg of ["none", "None", "NONE", "nOnE", ""])
      for (const signature of ["", "AAAA", (await signed(good)).split(".")[2]])
        expect(await refusal(`${base64url({ alg })}.${base64url(good)}.${signature}`)).toMatch(
          /^unauthenticated (untrusted|malformed)$/,
        );
  });

  test("whose shared secret is our public key is refused", async () => {
    const { importJWK } = await import("jose");
    const { d: _, ...open } = JSON.parse(key);
    const spki = await exportSPKI(
      await importJWK({ ...open, ext: true }, "ES256").then((k) => k as CryptoKey),
    );
    for (const secret of [spki, JSON.stringify(open), open.x]) {
      const token = await new SignJWT(good)
        .setProtectedHeader({ alg: "HS256", kid: open.kid })
        .sign(new TextEncoder().encode(secret));
      expect(await refusal(token)).toBe("unauthenticated untrusted");
    }
  });

  test("that brings its own key along is refused", async () => {
    const { privateKey, publicKey } = await generateKeyPair("ES256");
    const jwk = await exportJWK(publicKey);
    const token = await new SignJWT(good).setProtectedHeader({ alg: "ES256", jwk }).sign(privateKey);
    expect(await refusal(token)).toBe("unauthenticated untrusted");
  });

  test("with a changed claim is refused", async () => {
    const [header, , signature] = (await signed({ ...good, role: "public" })).split(".");
    expect(await refusal(`${header}.${base64url(good)}.${signature}`)).toBe("unauthenticated untrusted");
  });

  test("with a critical extension that nobody here knows is refused", async () => {
    const token = await signed(good);
    const [, payload, signature] = token.split(".");
    const header = base64url({ alg: "ES256", kid: JSON.parse(key).kid, crit: ["x"], x: 1 });
    expect(await refusal(`${header}.${payload}.${signature}`)).toBe("unauthenticated malformed");
  });

  test("that is no token at all is malformed, and a huge one is not even read", async () => {
    for (const text of [
      "x",
      "a.b",
      "a.b.c",
      "..",
      "....",
      "{}",
      "eyJ",
      "💥.💥.💥",
      "null.null.null",
      "a.".repeat(4_000),
    ])
      expect([text.slice(0, 20), await refusal(text)]).toEqual([
        text.slice(0, 20),
        "unauthenticated malformed",
      ]);
    let asked = 0;
    const counting = authenticator({
      trusted: async () => {
        asked++;
        return ownIssuer(key);
      },
      now: () => NOON,
    });
    expect(await refusal("a".repeat(10_000_000), counting)).toBe("unauthenticated malformed");
    expect(await refusal("", counting)).toBe("unauthenticated missing");
    expect(asked).toBe(0);
  });

  test("is refused with words that quote nothing of it", async () => {
    const token = await signed({ ...good, role: "secret-role" });
    const error: unknown = await own()(token).catch((refused: unknown) => refused);
    expect(JSON.stringify(error) + String(error)).not.toMatch(/secret-role|eyJ/);
  });
});

test("where nobody is trusted every token is refused", async () => {
  const nobody = authenticator({ trusted: async () => null, now: () => NOON });
  expect(await refusal(await signed(good), nobody)).toBe("unauthenticated untrusted");
});

describe("an identity provider", () => {
  let url: string;
  let answer: () => { status: number; body: string };
  let fetched = 0;
  const server = createServer((_, response) => {
    fetched++;
    const { status, body } = answer();
    response.writeHead(status, { "Content-Type": "application/json" }).end(body);
  });
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    // A server that listens on TCP has an address with a port.
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  const issuerOf = (path: string) =>
    remoteIssuer({ issuer: "https://id.example", audience: "credit", jwksUrl: url + path });
  const claims = { ...good, iss: "https://id.example", aud: ["other", "credit"] };

  test.each(["RS256", "ES256", "EdDSA"])(
    "is trusted for tokens signed by its keys (%s), which are fetched once",
    async (alg) => {
      const { privateKey, publicKey } = await generateKeyPair(alg);
      const jwk = { ...(await exportJWK(publicKey)), kid: "k", alg, use: "sig" };
      answer = () => ({ status: 200, body: JSON.stringify({ keys: [jwk] }) });
      const before = fetched;
      const issuer = issuerOf(`/${alg}`);
      const authenticate = authenticator({ trusted: async () => issuer, now: () => NOON });
      const token = await new SignJWT(claims).setProtectedHeader({ alg, kid: "k" }).sign(privateKey);
      for (let turn = 0; turn < 3; turn++) expect((await authenticate(token)).role).toBe("steward");
      expect(fetched - before).toBe(1);
      expect(await refusal(await signed(good), authenticate)).toBe("unauthenticated untrusted");
      const hmac = await new SignJWT(claims)
        .setProtectedHeader({ alg: "HS256", kid: "k" })
        .sign(new TextEncoder().encode(JSON.stringify(jwk)));
      expect(await refusal(hmac, authenticate)).toBe("unauthenticated untrusted");
    },
  );

  test("that is away makes no token a bad one: that is said as such", async () => {
    const token = await signed(claims);
    for (const broken of [
      { status: 500, body: "" },
      { status: 200, body: "<html>" },
      { status: 200, body: "{}" },
    ]) {
      answer = () => broken;
      const issuer = issuerOf(`/${broken.status}${broken.body.length}`);
      const authenticate = authenticator({ trusted: async () => issuer, now: () => NOON });
      expect(await refusal(token, authenticate)).toBe("identity_unavailable");
    }
    const gone = remoteIssuer({
      issuer: "https://id.example",
      audience: "credit",
      jwksUrl: "http://127.0.0.1:1/",
    });
    const authenticate = authenticator({ trusted: async () => gone, now: () => NOON });
    expect(await refusal(token, authenticate)).toBe("identity_unavailable");
  });
});

test("a bearer token is read from its header, and nothing else is", () => {
  expect(bearerToken("Bearer abc.def.ghi")).toBe("abc.def.ghi");
  expect(bearerToken("bearer  abc=")).toBe("abc=");
  expect(bearerToken(undefined)).toBe("");
  for (const header of ["Basic dXNlcjpw", "Bearer", "Bearer a b", "Bearer a,b", "abc", 'Bearer "x"'])
    expect(() => bearerToken(header)).toThrow(/no signed token/);
});

test("a challenge names what was wrong in RFC 6750's words", async () => {
  const error: unknown = await own()("x").catch((refused: unknown) => refused);
  if (!(error instanceof CreditError)) throw error;
  expect(challenge(error)).toBe(
    'Bearer realm="credit-ningbo", error="invalid_token", error_description="This is no signed token (JWT)"',
  );
});
