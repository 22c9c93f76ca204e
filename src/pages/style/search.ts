/** The result page: filters with counts, chosen ones, order, hits, and the ways through the pages. */
export const search = `
.results { list-style: none; padding: 0; margin: 0; border-top: 1px solid var(--line); }
.results > li { padding: 1.1rem 0; border-bottom: 1px solid var(--line); }
.results h2 { font-size: 1.1875rem; margin: 0; }
.results h2 .tag { vertical-align: .12em; margin-inline-start: .4rem; }
.results-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 2rem; margin-bottom: .5rem; }
.results-head p { margin: 0; }
.sorts { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .9rem; font-size: .9375rem; }
.sorts ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 1.1rem; padding: 0; margin: 0; }
.sorts li > * { display: inline-block; padding: .6rem 0; }
.sorts [aria-current] { font-weight: 700; border-bottom: 3px solid var(--brand); padding-bottom: calc(.6rem - 3px); }
html[data-theme="contrast"] .sorts [aria-current] { border-bottom-color: #ffee32; }
.active-filters { margin-bottom: 1.25rem; }
.active-filters p { margin: 0 0 .5rem; font-size: .9375rem; }
.active-filters ul { display: flex; flex-wrap: wrap; gap: .5rem .6rem; list-style: none; padding: 0; margin: 0; }
.active-filters a { display: inline-flex; gap: .6em; align-items: center; min-height: 2.75rem; border: 1px solid var(--edge); border-radius: 3px; padding: .3rem .8rem; text-decoration: none; color: var(--link); background: var(--raised); font-size: .9375rem; }
.active-filters a:hover { background: var(--panel); }
.active-filters li:last-child a { border-color: transparent; background: none; text-decoration: underline; }
.filters > summary { font-weight: 700; padding: .6rem .9rem; border: 1px solid var(--edge); border-radius: 3px; margin-bottom: 1rem; min-height: 2.75rem; }
.filters fieldset { border-top: 1px solid var(--line); padding: .8rem 0 .6rem; margin: 0; }
.filters fieldset:first-of-type { border-top: 3px solid var(--brand); }
html[data-theme="contrast"] .filters fieldset:first-of-type { border-top-color: #fff; }
.filters legend { float: inline-start; width: 100%; margin-bottom: .4rem; }
.filters legend + * { clear: both; }
.filters .long > summary { font-size: .9375rem; padding: .3rem 0; }
.filters .apply { position: sticky; bottom: 0; margin: 0; padding: .6rem 0; background: var(--page); border-top: 1px solid var(--line); }
.filters .apply button { width: 100%; }
.option { display: flex; align-items: baseline; gap: .55rem; padding: .28rem 0; font-weight: 400; font-size: .9375rem; line-height: 1.5; cursor: pointer; }
.option:hover { background: var(--panel); }
.option input { width: 1.15rem; height: 1.15rem; flex: none; margin: 0; position: relative; top: .2rem; accent-color: var(--brand); scroll-margin-block: 5rem; }
html[data-theme="contrast"] .option input { accent-color: #ffee32; }
.option .count { margin-inline-start: auto; flex: none; white-space: nowrap; color: var(--muted); padding-inline-start: .5rem; }
.paging > ul { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem; list-style: none; padding: 0; margin: 0; }
.paging .place > * { display: inline-flex; align-items: center; justify-content: center; min-width: 2.75rem; min-height: 2.75rem; padding: .3rem .6rem; }
.paging [aria-current] { font-weight: 700; border: 2px solid var(--brand); border-radius: 3px; background: var(--panel); }
html[data-theme="contrast"] .paging [aria-current] { border-color: #ffee32; }
.jump { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem .6rem; }
.jump label { font-weight: 400; }
.jump input { width: 6.5rem; }
@media (pointer: coarse), (max-width: 61.99rem) {
  .option { min-height: 2.75rem; padding: .55rem 0; }
  .filters .long > summary { padding: .65rem 0; }
}
@supports selector(details::details-content) {
  @media (min-width: 62rem) {
    .filters > summary { display: none; }
    .filters::details-content { content-visibility: visible; display: block; height: auto; }
  }
}
`;
