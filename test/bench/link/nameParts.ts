/** A name in the parts it was put together from; an absent part is ''. */
export interface Parts {
  /** GB/T 2260 of the region that the name says: four digits for a city, two for a province, six for a district; '' for none. */
  place: string;
  /** As the name spells it. */
  region: string;
  brand: string;
  trade: string;
  form: string;
  /** 鄞州分公司 */
  branch: string;
  /** The region stands in brackets after the brand. */
  inner: boolean;
}

export const NO_PARTS: Parts = {
  place: "",
  region: "",
  brand: "",
  trade: "",
  form: "",
  branch: "",
  inner: false,
};

export function spell({ region, brand, trade, form, branch, inner }: Parts): string {
  const head = inner && region !== "" ? `${brand}（${region}）` : region + brand;
  return head + trade + form + branch;
}

/** Legal forms that are one and the same in law or in everyday writing. 集团 says what a firm is part of, not its form. */
export function formClass(form: string): string {
  const bare = form.replace(/[（）()]/g, "").replace(/^集团/, "");
  return bare === "有限责任公司" ? "有限公司" : bare;
}
