import { describe, expect, it } from "vitest";
import {
  authorityCode,
  confused,
  enterpriseCode,
  fullWidth,
  mistyped,
  registrationNumber,
  residentId,
} from "../../../ingest/demo/codes.ts";
import { Random } from "../../../ingest/demo/random.ts";
import {
  canonicalCode,
  checkOrgCode,
  checkRegNo,
  isResidentId,
  isUscc,
  orgCodeOf,
} from "../../../src/enterprise/identifiers.ts";

const indices = Array.from({ length: 3_000 }, (_, i) => i * 7);
const codes = indices.map((index) => enterpriseCode({ prefix: "91", district: "330212", index }));

describe("invented codes", () => {
  it("pass every check of a unified social credit code, and none comes twice", () => {
    expect(codes.filter((code) => !isUscc(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("hold a sound organisation code that opens as none ever issued does", () => {
    for (const code of codes.slice(0, 200)) {
      expect(checkOrgCode(orgCodeOf(code))).toBe(orgCodeOf(code));
      expect(code.slice(8, 10)).toBe("DM");
    }
  });

  it("are sound for authorities and as registration numbers too", () => {
    expect(isUscc(authorityCode("330282", 1))).toBe(true);
    expect(authorityCode("330282", 1)).not.toBe(authorityCode("330282", 2));
    for (const index of indices.slice(0, 200)) {
      const regNo = registrationNumber({ district: "330203", form: 2, index });
      expect(checkRegNo(regNo)).toEqual({ regNo, verified: true });
    }
  });

  it("are sound ids of persons of an area that does not exist", () => {
    const ids = indices.map(residentId);
    expect(ids.filter((id) => !isResidentId(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith("330299"))).toBe(true);
  });

  it("fail their checks once mistyped or confused, whichever character it was", () => {
    const random = new Random(1, 0, 0);
    for (const code of codes) {
      expect(isUscc(mistyped(code, random))).toBe(false);
      expect(confused(code, random)).toMatch(/[IOSZ]/);
      expect(isUscc(confused(code, random))).toBe(false);
    }
  });

  it("come back from their full width", () => {
    expect(fullWidth(codes[0] ?? "")).not.toBe(codes[0]);
    expect(canonicalCode(fullWidth(codes[0] ?? ""))).toBe(codes[0]);
  });
});
