/** What stands around every page: masthead, navigation, bands, footer, and the columns of the main part. */
export const frame = `
.wrap { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
.skip { position: absolute; inset-inline-start: .5rem; top: -10rem; background: var(--glow); color: #111820; padding: .75rem 1.25rem; z-index: 9; font-weight: 600; }
.skip:focus { top: .5rem; color: #111820; }
html[data-theme="contrast"] .skip { background: #ffee32; }
.masthead { background: var(--brand); color: var(--on-brand); border-bottom: 4px solid var(--brand-deep); }
html[data-theme="contrast"] .masthead { border-bottom-color: #fff; }
.masthead .wrap { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.5rem; padding-block: .9rem; }
.masthead :focus-visible { outline-color: var(--glow); box-shadow: none; }
html[data-theme="contrast"] .masthead :focus-visible { outline-color: var(--ring); }
.masthead a, .masthead a:visited, .masthead a:hover { color: var(--on-brand); }
.brand { display: flex; align-items: center; gap: .75rem; text-decoration: none; margin-inline-end: auto; }
.brand svg { width: 2.5rem; height: 2.5rem; flex: none; }
.brand strong { display: block; font-size: 1.375rem; line-height: 1.2; letter-spacing: .06em; }
html:lang(en) .brand strong { letter-spacing: 0; }
.brand .tagline { display: block; font-size: .875rem; opacity: .92; line-height: 1.4; }
.tools { display: flex; align-items: center; gap: .25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
.tools a { display: inline-block; padding: .5rem 0; }
.quickbox { flex: 0 1 22rem; min-width: 0; }
.quick { display: flex; }
.quick input { flex: 1 1 8rem; width: 100%; min-width: 0; border-color: var(--raised); border-radius: 3px 0 0 3px; color: var(--ink); padding-block: .3rem; }
html[data-theme="contrast"] .quick input { border-color: #fff; }
.quick button { border-radius: 0 3px 3px 0; background: var(--brand-deep); border-color: var(--raised); padding: .3rem 1rem; white-space: nowrap; }
.tools { position: relative; }
.display > summary { padding: .5rem 0; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; list-style-position: outside; margin-inline-start: 1em; }
.display-form { position: absolute; inset-inline-end: 0; top: 100%; z-index: 5; width: 22rem; max-width: calc(100vw - 2rem); background: var(--page); color: var(--ink); border: 2px solid var(--edge); border-radius: 4px; padding: 1rem 1.25rem .25rem; box-shadow: 0 4px 14px rgb(0 0 0 / .18); }
.display-form :focus-visible, main .display-form :focus-visible { outline-color: var(--ring); box-shadow: 0 0 0 2px var(--glow); }
main .display-form { position: static; width: auto; max-width: none; border: 0; box-shadow: none; padding: 0; background: none; }
.mainnav { border-bottom: 1px solid var(--line); background: var(--raised); }
.mainnav ul { display: flex; flex-wrap: wrap; gap: 0 1.75rem; list-style: none; margin: 0; padding: 0; }
.mainnav a { display: block; padding: .7rem 0 .55rem; text-decoration: none; color: var(--ink); border-bottom: 4px solid transparent; }
.mainnav a:hover { border-bottom-color: var(--edge); }
.mainnav a[aria-current] { border-bottom-color: var(--brand); font-weight: 700; }
html[data-theme="contrast"] .mainnav a[aria-current] { border-bottom-color: #ffee32; }
.demo { background: var(--note-panel); color: var(--note); border-bottom: 1px solid var(--line); font-size: .9375rem; }
.demo p { margin: 0; padding: .5rem 0; }
.demo strong { border: 1px solid currentcolor; border-radius: 3px; padding: .05rem .5rem; margin-inline-end: .6rem; white-space: nowrap; }
main { padding-block: 1.5rem 3.5rem; display: block; }
main:focus { outline: none; }
.crumbs { font-size: .875rem; margin-bottom: 1.25rem; }
.crumbs ol { list-style: none; display: flex; flex-wrap: wrap; padding: 0; margin: 0; gap: 0 .5rem; }
.crumbs li + li::before { content: "›"; color: var(--muted); margin-inline-end: .5rem; }
.title { margin-bottom: 1.5rem; }
.lead { font-size: 1.0625rem; max-width: 44em; margin-top: .6rem; color: var(--muted); }
.measure { max-width: 44em; }
footer { background: var(--panel); border-top: 3px solid var(--brand); padding-block: 1.75rem 2.25rem; font-size: .9375rem; }
html[data-theme="contrast"] footer { border-top-color: #fff; }
footer p { max-width: 52em; margin-bottom: .5rem; }
footer ul { list-style: none; padding: 0; margin: 1rem 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
@media (min-width: 62rem) {
  .aside-first { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 2.75rem; align-items: start; }
  .sticky { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; }
}
@media screen and (max-width: 40rem) {
  .wrap { padding-inline: 1rem; }
  .masthead .wrap { padding-block: .65rem; }
  .brand { flex: 1 1 auto; margin-inline-end: 0; }
  .brand svg { width: 2rem; height: 2rem; }
  .brand strong { font-size: 1.1875rem; }
  .brand .tagline { display: none; }
  .tools { gap: .25rem 1rem; font-size: .9375rem; }
  .quickbox { flex: 1 1 100%; order: 3; }
  .quick button { padding-inline: .75rem; }
  .mainnav ul { gap: 0 .95rem; }
  .mainnav a { padding: .55rem 0 .4rem; }
}
`;
