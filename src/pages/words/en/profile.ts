import type { Words } from "../zh.ts";

const fields: Words["profile"]["fields"] = {
  name: { label: "Name", means: "As approved by the registration authority" },
  status: { label: "Status", means: null },
  type: { label: "Type", means: null },
  legalRepresentative: { label: "Legal representative", means: "Who acts for the enterprise by law" },
  capital: {
    label: "Registered capital",
    means: "What the shareholders undertook to pay in, not what was paid",
  },
  established: { label: "Established", means: null },
  approved: { label: "Approved", means: "The day of the last approved registration or change" },
  operatingFrom: { label: "Term from", means: null },
  operatingTo: { label: "Term to", means: null },
  closed: { label: "Deregistered or revoked on", means: null },
  address: { label: "Address", means: "The registered address; business may be done elsewhere" },
  district: { label: "District", means: null },
  industry: { label: "Industry", means: "Section of GB/T 4754" },
  industryText: { label: "Industry class", means: "The code or name the source gives" },
  scope: { label: "Business scope", means: "As registered; what needs a licence may only be done with one" },
  authority: { label: "Registered with", means: null },
  orgCode: { label: "Organisation code", means: "Characters 9 to 17 of the unified social credit code" },
  regNo: { label: "Registration number", means: "Used before unified social credit codes" },
};

const statusMeanings: Record<string, string> = {
  active: "The registration stands. This says nothing about how business goes",
  liquidating: "Being deregistered, not yet done",
  cancelled: "Deregistered: the enterprise no longer exists in law",
  revoked: "Its business licence was revoked. It may not trade, but is not yet deregistered",
  revoked_cancelled: "Its business licence was revoked, and it was then deregistered",
  rescinded: "Its registration was rescinded by law",
  moved_out: "Its registration moved to another region",
  moved_in: "Its registration moved here from another region",
  dormant: "It filed to suspend business for a time, as the law allows",
  unknown: "The source gave no status that can be read",
};

export const profile: Words["profile"] = {
  uscc: "Unified social credit code",
  usccMeans: "One code for one entity, for life",
  formerNames: "Former names",
  formerUntil: "until",
  formerNone: "day of the change not supplied",
  formerCodes: {
    title: "Former codes and registration numbers",
    lead: "Codes that the same enterprise had. They lead to this page too, and what was recorded under them is shown here.",
    code: "Code",
    why: "Why it is the same enterprise",
    noDay: "Day not provided",
    bases: {
      org_code: "the organisation code is the same",
      reg_no: "registration number and name are the same",
      change: "a change of registration names both codes",
      judgement: "verified by a person",
    },
  },
  printAll: "Open all texts (for printing)",
  print: "To print, use your browser’s print command",
  json: "This profile as JSON",
  history: "What changed and when (JSON)",
  onThisPage: "On this page",
  glance: "At a glance",
  glanceLead: "These are counts of records that are within their publication period.",
  sections: {
    identity: "Registration",
    lists: "Lists of dishonest entities",
    abnormal: "Register of abnormal operations",
    penalties: "Administrative penalties",
    licences: "Administrative licences",
    timeline: "Timeline",
    sources: "Sources and dates",
  },
  means: {
    identity:
      "Registration says who the enterprise is. The registration authority approves it; the latest record is shown here.",
    lists:
      "A department or a court found a serious breach of trust. While an entry stands it has the effects given below; once removed it is no longer shown.",
    abnormal:
      "The enterprise failed a duty to publish information or to be reachable. Removed entries stay visible, as on the national system.",
    penalties:
      "Decisions of authorities on breaches of law. They leave when their publication period ends, when they are withdrawn, or after credit repair.",
    licences:
      "Decisions that permit the enterprise to do something. Whether one is in force follows from its end date and status.",
    timeline: "The records above by the day on which they happened, newest first.",
    sources: "Which department each kind of information comes from and when it last arrived here.",
  },
  counts: {
    lists: "List entries",
    abnormal: "Abnormal operations",
    abnormalOpen: (count: string) => `${count} not yet removed`,
    penalties: "Penalties",
    lastPenalty: "latest",
    licences: "Licences",
    unit: "",
  },
  table: {
    item: "Item",
    content: "Content",
    source: "Source and date",
    caption: "Registration, item by item, with sources",
  },
  fields,
  statusMeanings,
  asOfDate: "as of",
  conflicts: {
    title: "What other records say",
    lead: "Where two records differ, the later one is shown above and the other one here.",
    caption: "Values that were not used",
    value: "Value",
  },
  asOf: {
    title: "See what was published earlier",
    lead: "You can see the profile as it was published on a day, except for records that may no longer be published.",
    label: "Date",
    button: "Show",
    banner: (shown) => ["This is the profile as published on ", shown, ", not the latest one."],
    withheld: (count: string) =>
      `${count} further records of that day are past their publication period or were withdrawn, and are not shown.`,
    current: "Back to the latest",
    snapshot: (id: string) => `snapshot ${id}`,
  },
  empty: (what, day) => [`Up to `, day, ` this service has received no ${what} about this enterprise.`],
  emptyNever: (what: string) =>
    `This service has never received any ${what}, so it cannot tell whether there are any.`,
  emptyMeans: "That nothing was received does not prove that there is nothing.",
  emptyFrom: "Last deliveries",
  notReceived: (titles: string) => `Sources that have never delivered: ${titles}.`,
  what: { lists: "list entries", abnormal: "abnormal entries", penalties: "penalties", licences: "licences" },
  printed: { address: "Address", snapshot: "Snapshot", day: "Published" },
};
