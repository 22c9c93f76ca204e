import { z } from "zod";

const text = z.string().nullable();

/**
 * What is said of an enterprise by one side: a record of its subject, or the register of one of its own. Codes are canonical and
 * sound; a code that fails its checks is `badCode`. An absent part is null.
 */
export const Party = z.object({
  name: text,
  uscc: text,
  badCode: text,
  orgCode: text,
  regNo: text,
  legalRepresentative: text,
  address: text,
  /** GB/T 2260, two to six digits: where it is registered, or where the authority works that wrote of it. */
  district: text,
  /** Names it bore before; of the register's side. */
  formerNames: z.array(z.string()),
});
export type Party = z.infer<typeof Party>;

export const NOBODY: Party = {
  ...{ name: null, uscc: null, badCode: null, orgCode: null, regNo: null },
  ...{ legalRepresentative: null, address: null, district: null, formerNames: [] },
};
