import type { Words } from "../zh.ts";

export const site: Words["site"] = {
  name: "Credit Ningbo",
  tagline: "Public credit records of enterprises",
  skip: "Skip to main content",
  mainNav: "Main",
  nav: {
    search: "Search",
    lists: "Public lists",
    sources: "Sources",
    stats: "Statistics",
    docs: "API",
  },
  otherLanguage: "中文",
  demoTag: "演示数据 · Demo data",
  demo: "Every enterprise, person and record here is generated and concerns no real firm or person.",
  quickSearch: "Find an enterprise",
  searchButton: "Search",
  breadcrumb: "You are here",
  home: "Home",
  footer: {
    about:
      "Departments supply the records by law. This service brings them together and neither judges nor scores.",
    wrong:
      "If you think a record is wrong, object to the authority that made it: each record names its source and its dates.",
    snapshot: (id: string) => `Snapshot ${id}`,
    published: "published",
    nav: "Footer",
    api: "Open API",
    licence: "The program is open source under Apache-2.0",
  },
  display: {
    title: "Display",
    size: "Text size",
    sizes: { normal: "Standard", large: "Large", larger: "Larger" },
    theme: "Colours",
    themes: { standard: "Standard", contrast: "High contrast", soft: "Eye care" },
    chosen: "in use",
  },
  accessibility: {
    title: "Accessibility and display",
    lead: "Change the size of the text and the colours here. The choice is kept in a cookie in your browser, and nowhere else.",
    howTitle: "How to use these pages",
    how: [
      "Everything works with the keyboard alone: Tab moves between links and buttons, Enter opens.",
      "Each page begins with a link to its main content; press Tab once to see it.",
      "The search box lists enterprises as you type: the up and down arrows choose one, Enter opens it, Esc closes the list.",
      "Every page works without JavaScript.",
      "At 400% zoom and on a phone nothing needs to be scrolled sideways.",
      "Profiles print well: texts that are folded away are printed in full.",
    ],
    standardTitle: "The standard",
    standard:
      "The pages follow the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA and are checked automatically with each change.",
    cookieTitle: "Cookies",
    cookie:
      "Only when you change the display does the service set one cookie, named display, for a year. A data steward who signs in gets another one, until the browser is closed. There are no other cookies and nothing from third parties.",
  },
  unit: { comma: ", ", clause: ", ", colon: ": ", open: " (", close: ")" },
  permanent: "no end date",
  notDelivered: "not supplied",
  showAll: "Full text",
  more: (count: string) => `${count} more`,
};
