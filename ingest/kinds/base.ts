import { orgCodeOf } from "../../src/enterprise/identifiers.ts";
import { readIndustry } from "../../src/enterprise/industries.ts";
import { nameKey } from "../../src/enterprise/nameKey.ts";
import type { BaseBody, Coded, Money } from "../../src/enterprise/record.ts";
import { currentRegion, regionLabel, regionOfAddress } from "../../src/enterprise/regions.ts";
import { STATUSES } from "../../src/enterprise/statuses.ts";
import { type Kind, rejected } from "./kind.ts";
import type { RowReading } from "./rowReading.ts";
import { WITHDRAWAL_FIELDS, withdrawnByFlags } from "./withdrawal.ts";

const CLOSED = new Set(["cancelled", "revoked", "revoked_cancelled", "rescinded"]);

function districtCoded(code: string): Coded | null {
  const current = currentRegion(code);
  const label = regionLabel(current);
  return label === null ? null : { code: current, label };
}

/**
 * The district: the delivered 住所区划, else what the address says, else the register's own region in the code.
 * Regions that the table does not know (development zones have no GB code) count as their city.
 */
function district(row: RowReading, uscc: string): Coded | null {
  const given = /\d{6}(?=\D*$)/.exec(row.text("district") ?? "")?.[0];
  const known = given === undefined ? null : districtCoded(given);
  if (known !== null && !known.code.endsWith("00")) return known;
  const city = (given ?? uscc.slice(2, 8)).slice(0, 4);
  const address = row.text("address") ?? row.text("premises");
  const said = address === null ? null : regionOfAddress(address, city);
  return (
    (said === null ? null : districtCoded(said)) ??
    known ??
    districtCoded(given === undefined ? uscc.slice(2, 8) : `${city}00`) ??
    districtCoded(`${city}00`)
  );
}

function capital(row: RowReading): Money | null {
  const read = row.money("capital");
  if (read === null) return null;
  // In a currency that can't be read, the figure alone would mislead.
  if (read.currency === null && row.text("currency") === null && row.original("currency") !== "") return null;
  return {
    amount: read.amount,
    currency: read.currency ?? row.text("currency") ?? "CNY",
  };
}

function industry(row: RowReading): {
  section: Coded | null;
  text: string | null;
} {
  const [phylum, class_] = [row.text("industrySection"), row.text("industry")];
  const first = phylum === null ? null : readIndustry(phylum);
  const second = class_ === null ? null : readIndustry(class_);
  return {
    section: first?.section ?? second?.section ?? null,
    text: second?.text ?? first?.text ?? null,
  };
}

/** 变更注销日期 is one column for two things: it closes an enterprise only when its status says that it is closed. */
function closed(row: RowReading, status: Coded): string | null {
  const own = row.text("closed");
  return own ?? (CLOSED.has(status.code) ? row.text("changedOrClosed") : null);
}

function codes(row: RowReading, uscc: string): { orgCode: string; regNo: string | null } {
  const given = row.code("orgCode");
  const orgCode = orgCodeOf(uscc);
  if (given !== null && given.code !== orgCode && given.code !== uscc)
    row.note("orgCode", "codes_disagree", row.original("orgCode").trim());
  const regNo = row.code("regNo");
  return { orgCode, regNo: regNo?.type === "regNo" ? regNo.code : null };
}

function bodyOf(row: RowReading, name: string, uscc: string): BaseBody {
  const status = row.coded("status") ?? STATUSES.coded("unknown");
  const { section, text } = industry(row);
  return {
    name,
    uscc,
    ...codes(row, uscc),
    status,
    statusText: row.original("status").trim() || null,
    type: row.coded("type"),
    legalRepresentative: row.text("legalRepresentative"),
    capital: capital(row),
    established: row.text("established"),
    approved: row.text("approved"),
    operatingFrom: row.text("operatingFrom"),
    operatingTo: row.text("operatingTo"),
    closed: closed(row, status),
    address: row.text("address") ?? row.text("premises"),
    district: district(row, uscc),
    industry: section,
    industryText: text,
    scope: row.text("scope"),
    authority: row.text("authority"),
    notes: row.notes,
  };
}

/** The 工商 base record (reference §9.8). It makes an enterprise, so it needs a sound code and a name. */
export const base: Kind = {
  kind: "base",
  fields: [
    ...WITHDRAWAL_FIELDS,
    ...["uscc", "name", "orgCode", "regNo", "status", "type", "legalRepresentative", "legalRepresentativeId"],
    ...["capital", "currency", "established", "approved", "operatingFrom", "operatingTo", "closed"],
    ...[
      "changedOrClosed",
      "address",
      "premises",
      "district",
      "industrySection",
      "industry",
      "scope",
      "authority",
    ],
  ],
  needs: [["uscc"], ["name"]],
  decisive: [],
  clean(row) {
    const [code, name] = [row.code("uscc"), row.text("name")];
    if (code === null || code.type !== "uscc")
      return rejected("missing_field", "uscc", "a sound code", "The row has no code");
    const key = name === null ? "" : nameKey(name);
    if (name === null || key === "")
      return rejected("missing_field", "name", "a name", "The row has no name");
    const body = bodyOf(row, name, code.code);
    const subject = {
      uscc: code.code,
      orgCode: body.orgCode,
      regNo: body.regNo,
      name,
      legalRepresentative: body.legalRepresentative,
      address: null,
      nameKeys: [key],
    };
    const withdrawn = withdrawnByFlags(row);
    return {
      accepted: {
        identity: [code.code],
        subject,
        naturalPerson: false,
        restricted: false,
        withdrawn,
        body,
      },
    };
  },
};
