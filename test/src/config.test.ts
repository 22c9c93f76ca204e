import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { CreditError } from "../../src/errors.ts";

test("without any variable everything has the default of the contract", () => {
  expect(readConfig({})).toMatchObject({
    port: 8787,
    host: "127.0.0.1",
    dataDir: "./data",
    databaseUrl: undefined,
    meili: undefined,
    region: "3302",
    publicUrl: "http://localhost:8787",
    auth: undefined,
    logLevel: "info",
    demo: true,
  });
});

test("an empty variable counts as not set", () => {
  expect(readConfig({ PORT: "", DATABASE_URL: " ", MEILI_URL: "" })).toEqual(readConfig({}));
});

test("a wrong configuration lists every problem at once, and each names its variable", () => {
  const wrong = {
    PORT: "eighty",
    DATABASE_URL: "mysql://x",
    MEILI_URL: "not an address",
    REGION: "33",
    LOG_LEVEL: "loud",
    DEMO: "maybe",
    PUBLIC_URL: "ftp://x",
  };
  let problems: unknown;
  try {
    readConfig(wrong);
  } catch (error) {
    expect(error).toBeInstanceOf(CreditError);
    problems = error instanceof CreditError ? error.details.problems : undefined;
  }
  const text = String(problems);
  for (const name of ["PORT", "DATABASE_URL", "MEILI_URL", "LOG_LEVEL", "DEMO", "PUBLIC_URL"])
    expect(text).toContain(name);
  expect(text).not.toContain("REGION");
});

test("a key without a server, and half an identity provider, are refused", () => {
  expect(() => readConfig({ MEILI_KEY: "x" })).toThrow(/MEILI_URL/);
  expect(() => readConfig({ AUTH_ISSUER: "https://id.example" })).toThrow(/AUTH_JWKS_URL/);
});
