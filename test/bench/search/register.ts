import { enterpriseCode } from "../../../ingest/demo/codes.ts";
import { generatedFirms } from "../../../ingest/demo/generatedFirms.ts";
import { openTable } from "../../../ingest/read/openTable.ts";
import { canonicalCode, isUscc } from "../../../src/enterprise/identifiers.ts";
import { type Company, plain } from "./companies.ts";

/** Columns by the name in their header; the value '' where the row has none. */
async function* rowsOf(path: string): AsyncGenerator<(column: string) => string> {
  const table = await openTable(path);
  let columns: Map<string, number> | null = null;
  for await (const batch of table.rows)
    for (const { cells } of batch) {
      if (columns === null) columns = new Map(cells.map((cell, i) => [cell.trim().toLowerCase(), i]));
      else {
        const known = columns;
        yield (column) => cells[known.get(column) ?? -1]?.trim() ?? "";
      }
    }
}

const or = (text: string) => (text === "" ? null : text);

/**
 * The companies of a register: `uscc, name, address, reg_no, legal_rep, start_date`. Rows without a sound code or a name, and
 * codes seen before, are left out.
 */
export async function readRegister(path: string): Promise<Company[]> {
  const companies = new Map<string, Company>();
  for await (const cell of rowsOf(path)) {
    const uscc = canonicalCode(cell("uscc"));
    const name = cell("name");
    if (!isUscc(uscc) || name === "" || companies.has(uscc)) continue;
    const day = cell("start_date");
    companies.set(uscc, {
      ...{ uscc, name, formerName: null, stockName: null },
      regNo: or(canonicalCode(cell("reg_no"))),
      representative: or(cell("legal_rep")),
      address: or(cell("address")),
      established: /^\d{4}-\d\d-\d\d$/.test(day) ? day : null,
    });
  }
  return [...companies.values()];
}

/** Invented companies stand in where no register is given. */
export function inventedCompanies(size: number, seed: number): Company[] {
  const today = Math.floor(Date.UTC(2026, 10, 24) / 86_400_000);
  const firms = generatedFirms({ seed, size, today });
  return Array.from({ length: size }, (_, i) => {
    const firm = firms.at(i);
    return {
      ...{ uscc: firm.uscc, name: firm.name, formerName: firm.formerName, regNo: firm.regNo },
      ...{ representative: firm.representative, address: firm.address, stockName: null },
      established: new Date(firm.established * 86_400_000).toISOString().slice(0, 10),
    };
  });
}

/** Generated codes of added companies begin here, beyond those of invented ones. */
const FIRST_STOCK_CODE = 100_000_000;

/**
 * Adds the firms that a list of short names (`short, full`) is about; their short names are not loaded, only asked for.
 * Short names of several firms are left out.
 */
export async function addStockFirms(companies: readonly Company[], path: string): Promise<Company[]> {
  const fullOf = new Map<string, Set<string>>();
  for await (const cell of rowsOf(path)) {
    const [short, full] = [cell("short"), cell("full")];
    if (short !== "" && full !== "") fullOf.set(short, (fullOf.get(short) ?? new Set()).add(full));
  }
  const bearer = new Map(companies.map((company) => [plain(company.name), company]));
  const all = [...companies];
  for (const [short, fulls] of fullOf) {
    const [full] = fulls;
    if (full === undefined || fulls.size > 1 || short === full) continue;
    const known = bearer.get(plain(full));
    if (known !== undefined) known.stockName ??= short;
    else {
      const index = FIRST_STOCK_CODE + all.length;
      const added: Company = {
        uscc: enterpriseCode({ prefix: "91", district: "330200", index }),
        ...{ name: full, formerName: null, regNo: null, representative: null, address: null },
        ...{ established: null, stockName: short },
      };
      bearer.set(plain(full), added);
      all.push(added);
    }
  }
  return all;
}
