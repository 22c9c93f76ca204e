/** What only one page needs: home, profile, docs. */
export const pages = `
.hero { background: var(--panel); border-bottom: 1px solid var(--line); margin: -1.5rem 0 2.25rem; padding: 2.75rem 0 2.5rem; }
.hero .lead { margin-bottom: 1.5rem; }
.figures.apart { margin-bottom: 2.5rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem 3.5rem; }
.columns h2, .block-title { border-top: 3px solid var(--brand); padding-top: .7rem; margin-bottom: .75rem; }
html[data-theme="contrast"] .columns h2 { border-top-color: #fff; }
.list-links { list-style: none; padding: 0; }
.list-links li { display: flex; justify-content: space-between; gap: 1rem; padding: .5rem 0; border-bottom: 1px solid var(--line); }
.defs dt { font-weight: 600; }
.defs dd { margin: 0 0 .6rem; color: var(--muted); }
.figures { display: flex; flex-wrap: wrap; gap: 1px; background: var(--line); border: 1px solid var(--line); border-radius: 4px; overflow: hidden; margin: 0 0 1rem; }
.figures > div { flex: 1 1 9.5rem; background: var(--raised); padding: .8rem 1rem; }
.figures dt { color: var(--muted); font-size: .9375rem; }
.figures dd { margin: 0; }
.figures .big { font-size: 1.5rem; font-weight: 700; line-height: 1.3; }
.figures .note { display: block; color: var(--muted); }
.figures .unit { font-size: 1rem; font-weight: 400; }
.figures .adverse { color: var(--adverse); }
.empty h2 { font-size: 1.125rem; }
.contents h2 { margin: 0; }
.contents { font-size: .9375rem; }
.contents ol { list-style: none; padding: 0; margin: .4rem 0 1.25rem; border-inline-start: 3px solid var(--line); }
.contents li { padding: .2rem 0 .2rem .9rem; }
.name { font-size: 1.75rem; }
.subtitle { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; align-items: baseline; margin: .6rem 0 0; }
.section { margin-top: 2.75rem; }
.section > h2 { border-top: 3px solid var(--brand); padding-top: .75rem; margin-bottom: .5rem; }
html[data-theme="contrast"] .section > h2 { border-top-color: #fff; }
.section h3 { margin: 1.5rem 0 .5rem; }
.identity th { width: 13.5rem; }
.identity th .means { display: block; font-weight: 400; margin-top: .1rem; line-height: 1.5; }
.identity td:last-child { width: 13rem; line-height: 1.5; }
.section h2 .count { font-weight: 400; color: var(--muted); font-size: 1rem; margin-inline-start: .5rem; }
.record { border: 1px solid var(--line); border-inline-start: 5px solid var(--edge); border-radius: 4px; padding: 1rem 1.25rem; margin-bottom: 1rem; background: var(--raised); }
.record.adverse { border-inline-start-color: var(--adverse); }
.record > h3 { margin: 0 0 .4rem; }
.record > h3 .tag { margin-inline-start: .5rem; vertical-align: .1em; }
.record .origin { border-top: 1px solid var(--line); padding-top: .6rem; margin-top: .75rem; }
.record:target { box-shadow: 0 0 0 3px var(--glow); }
.timeline { list-style: none; padding: 0; margin: 0; border-inline-start: 3px solid var(--line); }
.timeline li { position: relative; padding: .35rem 0 .35rem 1.4rem; display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 0 1rem; }
.timeline li::before { content: ""; position: absolute; inset-inline-start: -.5rem; top: .95rem; width: .8rem; height: .8rem; border-radius: 50%; background: var(--page); border: 3px solid var(--edge); }
.timeline li.adverse::before { border-color: var(--adverse); }
.timeline time, .timeline .when { color: var(--muted); }
.route { border: 1px solid var(--line); border-radius: 4px; padding: 1rem 1.25rem; margin-bottom: 1.25rem; }
.route > h3 { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 1rem; margin: 0 0 .4rem; }
.route th, .schema th { overflow-wrap: normal; }
.route td:nth-child(2) { white-space: nowrap; }
.schema { border-bottom: 1px solid var(--line); }
.schema > summary { padding: .6rem 0; }
.schema:target > summary { background: var(--mark); }
.method { display: inline-block; background: var(--brand); color: var(--on-brand); border-radius: 3px; padding: 0 .5em; margin-inline-end: .6em; }
html[data-theme="contrast"] .method { border: 1px solid #fff; }
pre, code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .9em; }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: 4px; padding: .75rem 1rem; white-space: pre-wrap; }
@media screen and (max-width: 44rem) {
  .hero { padding: 1.5rem 0; }
  .name { font-size: 1.375rem; }
  .contents ol { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; border: 0; }
  .contents li { padding: .15rem 0; }
  .identity tr { border: 0; border-bottom: 1px solid var(--line); border-radius: 0; padding: .6rem 0; margin: 0; background: none; }
  .figures .big { font-size: 1.25rem; }
  .timeline li { grid-template-columns: minmax(0, 1fr); }
  .identity td[data-label] { display: block; }
  .identity td[data-label]::before { display: none; }
  .identity th, .identity td:last-child { width: auto; }
  .route td:nth-child(2) { white-space: normal; }
  .route th, .schema th { overflow-wrap: anywhere; }
  .record { padding: .85rem .9rem; }
  .section { margin-top: 2.25rem; }
}
`;
