/** The list under a search box. Each row is at least 44 pixels high; the active one has a ring, which every palette shows. */
export const suggestions = `
.search .row, .quick { position: relative; }
.suggestions { position: absolute; inset-inline: 0; top: calc(100% + 8px); z-index: 6; max-height: min(34rem, 65vh); overflow-y: auto; overscroll-behavior: contain; background: var(--raised); color: var(--ink); border: 2px solid var(--edge); border-radius: 3px; box-shadow: 0 6px 18px rgb(0 0 0 / .2); }
.suggestions[hidden] { display: none; }
.suggestions:not([data-note=""])::before { content: attr(data-note); display: block; padding: .5rem .9rem; color: var(--muted); border-bottom: 1px solid var(--line); }
.suggestions a[role="option"], .suggestions a[role="option"]:is(:link, :visited, :hover) { display: block; min-height: 2.75rem; padding: .5rem .9rem; line-height: 1.55; color: var(--ink); text-decoration: none; }
.suggestions a + a { border-top: 1px solid var(--line); }
.suggestions a:hover { background: var(--panel); }
.suggestions a[aria-selected="true"] { background: var(--panel); outline: 3px solid var(--ring); outline-offset: -3px; }
.suggestions a[aria-selected="true"] > span { text-decoration: underline; text-underline-offset: .2em; }
.suggestions small { display: block; color: var(--muted); }
.suggestions mark { font-weight: 600; }
@media (forced-colors: active) {
  .suggestions a[aria-selected="true"] { outline-color: Highlight; }
}
`;
