/** Why a record went to an enterprise that has several codes; beside `LINK_WORDS`. */
export const SAME_WORDS: Readonly<Record<string, { zh: string; en: string }>> = {
  one_enterprise: {
    zh: "名称或者代码指向几个代码，它们属于同一企业",
    en: "Name or codes point at several codes, which are one enterprise's",
  },
  former_code: {
    zh: "代码是该企业的曾用代码",
    en: "The code is a former one of that enterprise",
  },
};
