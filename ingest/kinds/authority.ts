import { nameKey } from "../../src/enterprise/nameKey.ts";
import { ownText } from "../../src/enterprise/ownText.ts";
import type { Authority } from "../../src/enterprise/record.ts";
import { regionLabel, regionOfAuthority } from "../../src/enterprise/regions.ts";
import type { RowReading } from "./rowReading.ts";

export const AUTHORITY_FIELDS = [
  "authority",
  "authorityCode",
  "sourceUnit",
  "sourceUnitCode",
  "region",
] as const;

export interface RowAuthority {
  authority: Authority;
  /** The authority's part of a record's identity: by its name, which every generation of the layouts has. */
  key: string;
  /** GB/T 2260 code of the region it works for; null when nothing tells. */
  region: string | null;
}

const CACHED = 5_000;
let cache = new Map<string, RowAuthority>();

function regionOf(row: RowReading, name: string | null, code: string | null): string | null {
  const own = regionOfAuthority(name, code);
  if (own !== null) return own;
  const unit = regionOfAuthority(row.text("sourceUnit"), row.text("sourceUnitCode"));
  if (unit !== null) return unit;
  const district = /^\d{4,6}/.exec(row.text("region") ?? "")?.[0];
  return district !== undefined && regionLabel(district) !== null ? district : null;
}

/**
 * The authority of a row and where it works. A city has some hundred authorities, so each is worked out once.
 * @param named the authority's name, where the row has it in another column
 */
export function readAuthority(row: RowReading, named?: string): RowAuthority {
  const name = named ?? row.text("authority");
  const code = row.text("authorityCode");
  const units = `${row.original("sourceUnit")}\u001f${row.original("sourceUnitCode")}\u001f${row.original("region")}`;
  const cached = `${name ?? ""}\u001f${code ?? ""}\u001f${units}`;
  const known = cache.get(cached);
  if (known !== undefined) return known;
  const found: RowAuthority = {
    authority: { code: code === null ? null : ownText(code), name: name === null ? null : ownText(name) },
    key: (name === null ? "" : nameKey(name)) || (code ?? ""),
    region: regionOf(row, name, code),
  };
  if (cache.size >= CACHED) cache = new Map();
  cache.set(cached, found);
  return found;
}
