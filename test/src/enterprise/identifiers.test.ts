import { describe, expect, test } from "vitest";
import {
  canonicalCode,
  checkOrgCode,
  checkRegNo,
  checkUscc,
  isUscc,
  orgCheckCharacter,
  orgCodeOf,
  regNoCheckDigit,
  repairUscc,
  usccCheckCharacter,
} from "../../../src/enterprise/identifiers.ts";
import { seeded } from "./seeded.ts";

/** Sound codes named in reference §2.1. */
const SOUND = [
  "91350100M000100Y43",
  "11330283002982634F",
  "91330200750364874C",
  "913302060847515990",
  "91440300708461136T",
  "91110108551385082Q",
  "91110000802100433B",
  "91110108735106340Y",
  "1134082855783407XL",
  "51610700305332460K",
  "52440111MJK9980480",
  "92510100MA61WJ3204",
  "121526004609138637",
  "1142092201131905X1",
  "11230500001755309F",
  "9144030071526726XG",
  "91330100799655058B",
];
/** Codes that reference §2.1 names as unsound, placeholders and sequences that pass the check digit alone included. */
const UNSOUND = [
  "91350200M000000510",
  "91350128M00000019A",
  "91110108592317351H",
  "91330201MA2AF3KQ21",
  "ARBG48543289076GFE",
  "000000000000000000",
  "123456789012345678",
];
const CHARSET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Any sound code of an enterprise of Ningbo. */
function soundCode(random: () => number): string {
  const pick = (from: string) => from.charAt(Math.floor(random() * from.length));
  const body = Array.from({ length: 8 }, () => pick(CHARSET)).join("");
  const front = `${["91", "92", "93"][Math.floor(random() * 3)]}3302${["00", "03", "06", "12", "83"][Math.floor(random() * 5)]}${body}`;
  const front17 = front + orgCheckCharacter(body);
  return front17 + usccCheckCharacter(front17);
}

describe("a unified social credit code", () => {
  test.each(SOUND)("%s is sound", (code) => {
    expect(isUscc(code)).toBe(true);
    expect(checkUscc(code)).toMatchObject({ uscc: code, ok: true });
    expect(checkOrgCode(orgCodeOf(code))).toBe(code.slice(8, 17));
  });

  test.each(UNSOUND)("%s is not", (code) => {
    expect(isUscc(code)).toBe(false);
    expect(checkUscc(code).ok).toBe(false);
  });

  test("fails when any one character is another one", () => {
    const random = seeded(20_190_722);
    for (let n = 0; n < 150; n++) {
      const code = soundCode(random);
      expect(isUscc(code)).toBe(true);
      for (let i = 0; i < 18; i++)
        for (const other of `${CHARSET}IOSVZ-`)
          if (other !== code[i]) {
            const wrong = code.slice(0, i) + other + code.slice(i + 1);
            if (isUscc(wrong)) throw new Error(`${wrong} passes for ${code}`);
          }
    }
  });

  test("says which check failed and what was expected", () => {
    const failed = (text: string) =>
      checkUscc(text)
        .checks.filter((check) => !check.ok)
        .map(({ check, expected }) => `${check}: ${expected}`);
    expect(failed("91330200750364874D")).toEqual(["check_digit: C as character 18"]);
    expect(failed("9133020075036487")).toEqual(["length: 18 characters"]);
    expect(failed("000000000000000000")).toEqual([
      "prefix: a pair of registration department and kind, as 91 or 92",
      "region: a GB/T 2260 region in characters 3 to 8",
    ]);
    expect(failed("123456789012345678")).toContain("org_code: 8 as character 17");
    expect(failed("91330200750364S74C")[0]).toMatch(/^charset: /);
  });

  test("may be of the national register, but of no province that does not exist", () => {
    const withRegion = (region: string) => {
      const front = `91${region}75036487`;
      const front17 = front + orgCheckCharacter("75036487");
      return front17 + usccCheckCharacter(front17);
    };
    expect(isUscc(withRegion("100000"))).toBe(true);
    expect(isUscc(withRegion("330204"))).toBe(true);
    expect(isUscc(withRegion("990000"))).toBe(false);
    expect(checkUscc(withRegion("990000")).checks.find(({ ok }) => !ok)?.check).toBe("region");
  });

  test("is compared without spaces, hyphens, width and case, but is sound only in its canonical form", () => {
    expect(canonicalCode(" 9133 0200-7503６４８７４ｃ\u200b")).toBe("91330200750364874C");
    expect(checkUscc("９１３３０２００７５０３６４８７４Ｃ").ok).toBe(true);
    expect(isUscc("91330200750364874c")).toBe(false);
  });
});

describe("repairs of a code", () => {
  const code = "91330200750364874C";

  test("begin with the letters that no code has, all of them at once", () => {
    expect(repairUscc("9I33O2OO750364874C")[0]).toBe(code);
    expect(repairUscc("91330Z00750364874C")[0]).toBe(code);
  });

  test("find a confused character, swapped neighbours, a wrong, a missing and an additional one", () => {
    expect(repairUscc("91330200750364B74C")[0]).toBe(code);
    expect(repairUscc("91330200750368474C")).toContain(code);
    expect(repairUscc("91330200750364974C")).toContain(code);
    expect(repairUscc("9133020075036487C")).toContain(code);
    expect(repairUscc("913302007503648744C")[0]).toBe(code);
  });

  test("are sound, none is the text itself, and there are never more than 50", () => {
    const random = seeded(7);
    for (let n = 0; n < 60; n++) {
      const sound = soundCode(random);
      const at = Math.floor(random() * 18);
      for (const text of [
        sound,
        sound.slice(0, at) + sound.slice(at + 1),
        `${sound.slice(0, at)}A${sound.slice(at)}`,
      ]) {
        const repairs = repairUscc(text);
        expect(repairs.every(isUscc)).toBe(true);
        expect(repairs).not.toContain(text);
        expect(repairs.length).toBeLessThanOrEqual(50);
        expect(new Set(repairs).size).toBe(repairs.length);
      }
    }
  });

  test("don't exist for texts of other lengths", () => {
    expect(repairUscc("9133020075036487")).toEqual([]);
    expect(repairUscc("")).toEqual([]);
  });
});

describe("an organisation code", () => {
  test("is checked with and without its hyphen", () => {
    expect(checkOrgCode("59467239-9")).toBe("594672399");
    expect(checkOrgCode("594672399")).toBe("594672399");
    expect(checkOrgCode("55783407－x")).toBe("55783407X");
  });

  test("fails on a wrong check, other lengths and zeros", () => {
    for (const text of ["594672398", "59467239", "000000000", "59467239-99", "5946723X9"])
      expect(checkOrgCode(text)).toBeNull();
  });
});

describe("a registration number", () => {
  test.each(["330282602082220", "330225000051892", "110108000000016", "320300000174110"])(
    "%s passes ISO 7064",
    (regNo) => {
      expect(checkRegNo(regNo)).toEqual({ regNo, verified: true });
      expect(regNoCheckDigit(regNo)).toBe(regNo[14]);
    },
  );

  test("of 13 digits can't be verified, one of 15 that fails is none", () => {
    expect(checkRegNo("4419002334401")).toEqual({ regNo: "4419002334401", verified: false });
    expect(checkRegNo("110108014664790")).toBeNull();
    for (const text of ["", "33028260208222", "000000000000000", "企独浙总字第000001号"])
      expect(checkRegNo(text)).toBeNull();
  });

  test("fails when any one digit is another one", () => {
    const regNo = "330282602082220";
    for (let i = 0; i < 15; i++)
      for (const other of "0123456789")
        if (other !== regNo[i]) expect(checkRegNo(regNo.slice(0, i) + other + regNo.slice(i + 1))).toBeNull();
  });
});
