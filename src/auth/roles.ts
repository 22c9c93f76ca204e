interface Role {
  title: { zh: string; en: string };
  /** What it may do beside reading what is public. */
  duties: readonly Duty[];
  /** Speaks for one enterprise, so that a token has to name it. */
  forEnterprise?: true;
}

export type Duty = "review";

/** Who may come with a token, as data. A role without duties reads what anyone reads. */
export const ROLES = {
  public: { title: { zh: "社会公众", en: "the public" }, duties: [] },
  enterprise: { title: { zh: "企业", en: "an enterprise" }, duties: [], forEnterprise: true },
  authorised: { title: { zh: "经授权的查询人", en: "an authorised reader" }, duties: [] },
  government: { title: { zh: "政府部门", en: "a department" }, duties: [] },
  steward: { title: { zh: "数据管理员", en: "a data steward" }, duties: ["review"] },
} as const satisfies Readonly<Record<string, Role>>;

export type RoleName = keyof typeof ROLES;

export function isRole(text: unknown): text is RoleName {
  return typeof text === "string" && Object.hasOwn(ROLES, text);
}

export function roleOf(name: RoleName): Role {
  return ROLES[name];
}
