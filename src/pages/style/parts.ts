/** The building blocks that several pages share. */
export const parts = `
.panel { background: var(--panel); border: 1px solid var(--line); border-radius: 4px; padding: 1.25rem 1.5rem; margin-bottom: 1.5rem; }
.notice { border-inline-start: 5px solid var(--note); background: var(--note-panel); padding: .8rem 1.1rem; margin-bottom: 1.25rem; max-width: 60em; }
.notice p:last-child, .panel > :last-child { margin-bottom: 0; }
.tag { display: inline-block; border: 1px solid currentcolor; border-radius: 3px; padding: 0 .5em; font-size: .875rem; font-weight: 600; line-height: 1.6; color: var(--muted); background: var(--raised); white-space: nowrap; }
.tag.adverse { color: var(--adverse); background: var(--adverse-panel); }
.tag.good { color: var(--good); background: var(--good-panel); }
.tags { display: flex; flex-wrap: wrap; gap: .35rem .5rem; list-style: none; padding: 0; margin: .4rem 0; }
.empty { border: 1px dashed var(--edge); border-radius: 4px; padding: 1rem 1.25rem; color: var(--ink); }
.empty p { margin-bottom: .35rem; }
.empty p:last-child { margin-bottom: 0; }
.means { color: var(--muted); max-width: 48em; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: start; font-size: .9375rem; color: var(--muted); padding-bottom: .5rem; }
th, td { text-align: start; vertical-align: top; padding: .65rem 1rem .65rem 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { border-bottom: 2px solid var(--edge); font-size: .9375rem; vertical-align: bottom; white-space: nowrap; }
tbody th { font-weight: 600; }
td.number, th.number { text-align: end; }
@media (min-width: 44.01rem) { .whole { white-space: nowrap; } }
.facts { display: grid; grid-template-columns: minmax(7em, max-content) minmax(0, 1fr); gap: .3rem 1.25rem; margin-bottom: .75rem; }
.facts dt { color: var(--muted); }
.facts dd { margin: 0; }
.long > summary { color: var(--link); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; }
.long[open] > summary { margin-bottom: .25rem; }
.cut { white-space: pre-line; }
.origin { font-size: .875rem; color: var(--muted); margin: 0; }
.search { max-width: 48rem; }
.search label { display: block; font-size: 1.0625rem; margin-bottom: .2rem; }
.search .hint { color: var(--muted); font-size: .9375rem; margin-bottom: .6rem; }
.search .row { display: flex; }
.search input { flex: 1 1 auto; width: 100%; min-width: 0; min-height: 3.25rem; font-size: 1.0625rem; border-color: var(--brand); border-radius: 3px 0 0 3px; background: var(--raised); }
html[data-theme="contrast"] .search input { border-color: #fff; }
.search button { border-radius: 0 3px 3px 0; min-height: 3.25rem; padding-inline: 1.75rem; white-space: nowrap; font-size: 1.0625rem; }
.paging { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.25rem; margin-top: 1.5rem; }
.paging p { margin: 0; }
.inline-form { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem .75rem; margin-bottom: 1.25rem; }
.inline-form label { display: block; font-size: .9375rem; }
.choices { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-bottom: 1rem; }
.choices legend, .choices .legend { font-weight: 600; margin-bottom: .4rem; }
button.choice { background: var(--raised); color: var(--link); border: 2px solid var(--edge); font-weight: 400; }
button.choice:hover { background: var(--panel); color: var(--hover); }
button.choice[aria-pressed="true"] { background: var(--brand); border-color: var(--brand); color: var(--on-brand); font-weight: 600; }
html[data-theme="contrast"] button.choice[aria-pressed="true"] { background: #ffee32; color: #000; border-color: #ffee32; }
.narrow { max-width: 34rem; }
.under { display: block; font-weight: 400; }
.inline-facts { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; margin: .25rem 0 0; font-size: .9375rem; }
.inline-facts > div { display: flex; min-width: 0; gap: .5em; }
.inline-facts dt { color: var(--muted); flex: none; }
.inline-facts dd { margin: 0; min-width: 0; }
@media (max-width: 22rem) { .inline-facts > div { flex-wrap: wrap; } .inline-facts dd { flex: 1 1 8rem; } }
.tag + .tag { margin-inline-start: .35rem; }
.plainlist { list-style: none; padding: 0; }
@media screen and (max-width: 44rem) {
  .panel { padding: 1rem; }
  .facts { grid-template-columns: minmax(4.5em, 7.5em) minmax(0, 1fr); gap: .2rem .9rem; }
  .search button { padding-inline: 1.1rem; }
  .tag { white-space: normal; }
  .compact th, .compact td { white-space: normal; padding-inline-end: .6rem; }
  .compact .number { overflow-wrap: normal; }
  table.cards, .cards tbody, .cards tr, .cards td, .cards th { display: block; width: 100%; }
  .cards caption { display: block; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards tr { border: 1px solid var(--line); border-radius: 4px; padding: .6rem .9rem; margin-bottom: .75rem; background: var(--raised); }
  .cards th, .cards td, .cards td.number { border: 0; padding: .2rem 0; text-align: start; }
  .cards td[data-label] { display: grid; grid-template-columns: minmax(4.5em, 6.5em) minmax(0, 1fr); gap: 0 .9rem; }
  .cards td[data-label]::before { content: attr(data-label); color: var(--muted); font-size: .9375rem; }
  .cards td[data-label]:empty { display: none; }
}
@media (forced-colors: active) {
  .tag, .panel, .notice, button { border: 1px solid; }
  .mainnav a[aria-current] { border-bottom-color: Highlight; }
}
`;
