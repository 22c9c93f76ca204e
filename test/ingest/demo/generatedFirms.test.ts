import { describe, expect, it } from "vitest";
import { dayOf } from "../../../ingest/demo/days.ts";
import { generatedFirms } from "../../../ingest/demo/generatedFirms.ts";
import { checkRegNo, isUscc, orgCodeOf } from "../../../src/enterprise/identifiers.ts";
import { nameKey } from "../../../src/enterprise/nameKey.ts";
import { regionLabel } from "../../../src/enterprise/regions.ts";

const SIZE = 12_000;
const options = { seed: 11, size: SIZE, today: dayOf("2026-11-24") };
const firms = generatedFirms(options);
const all = Array.from({ length: SIZE }, (_, i) => firms.at(i));

describe("generated enterprises", () => {
  it("are the same whenever and in whatever order they are asked for", () => {
    const again = generatedFirms(options);
    for (const index of [11_999, 3, 7_000, 0, 3]) expect(again.at(index)).toEqual(all[index]);
  });

  it("are others for another seed", () => {
    const other = generatedFirms({ ...options, seed: 12 });
    expect(
      all.filter((firm) => other.at(firm.index).representative === firm.representative).length,
    ).toBeLessThan(60);
  });

  it("have sound codes, all different, of Ningbo or of its province", () => {
    expect(all.filter((firm) => !isUscc(firm.uscc))).toEqual([]);
    expect(new Set(all.map((firm) => firm.uscc)).size).toBe(SIZE);
    expect(all.every((firm) => /^9[123]33(02\d\d|0000)/.test(firm.uscc))).toBe(true);
    expect(all.every((firm) => firm.orgCode === orgCodeOf(firm.uscc))).toBe(true);
    expect(all.every((firm) => firm.regNo === null || checkRegNo(firm.regNo)?.verified === true)).toBe(true);
    expect(all.every((firm) => regionLabel(firm.uscc.slice(2, 8)) !== null)).toBe(true);
  });

  it("bear names that nobody else bears or bore, however they are spelt", () => {
    const keys = all
      .flatMap((firm) => [firm.name, ...(firm.formerName === null ? [] : [firm.formerName])])
      .map(nameKey);
    expect(new Set(keys).size).toBe(keys.length);
    const known = new Set(keys);
    const slips = all.flatMap((firm) => [firm.misspelt, firm.otherForm, firm.shortName, firm.parentName]);
    expect(slips.filter((name) => name !== null && known.has(nameKey(name)))).toEqual([]);
  });

  it("share brands with others of other trades and districts", () => {
    const brands = new Map<string, Set<string>>();
    for (const firm of all) {
      const found = /^宁波市?(..)(?!市|区).*有限公司$/.exec(firm.name)?.[1];
      if (found !== undefined) brands.set(found, (brands.get(found) ?? new Set()).add(firm.name));
    }
    expect([...brands.values()].filter((names) => names.size >= 5).length).toBeGreaterThan(100);
  });

  it("are of every kind, with branches of firms that are here and of others", () => {
    const kinds = new Set(all.map((firm) => firm.kind));
    expect(kinds).toEqual(new Set(["company", "individual", "branch", "partnership", "sole", "cooperative"]));
    const branches = all.filter((firm) => firm.kind === "branch");
    expect(branches.some((firm) => firm.parentName !== null && firm.name.startsWith(firm.parentName))).toBe(
      true,
    );
    const own = branches.filter((firm) => firm.parentName === null);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((firm) => firm.name.startsWith(all[firm.index - 1]?.name ?? "?"))).toBe(true);
  });

  it("were renamed after they were established and before today", () => {
    const renamed = all.filter((firm) => firm.formerName !== null);
    expect(renamed.length).toBeGreaterThan(SIZE * 0.04);
    for (const firm of renamed) {
      expect(firm.renamedOn).toBeGreaterThan(firm.established);
      expect(firm.renamedOn).toBeLessThan(options.today);
    }
  });

  it("know strangers, who are none of them", () => {
    const codes = new Set(all.map((firm) => firm.uscc));
    for (let i = 0; i < 200; i++) {
      const stranger = firms.stranger(i);
      expect(isUscc(stranger.uscc)).toBe(true);
      expect(codes.has(stranger.uscc)).toBe(false);
    }
  });
});
