/** The stewards' pages: the queue, both sides of a question, the form. */
export const review = `
.signed-in { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; margin-bottom: 1rem; font-size: .9375rem; }
.signed-in button { padding: .3rem .9rem; }
.questions { list-style: none; padding: 0; margin: 0; border-top: 1px solid var(--line); }
.questions > li { padding: 1rem 0; border-bottom: 1px solid var(--line); }
.questions h3 { margin: 0 0 .3rem; }
.questions p { margin: .3rem 0 0; }
.differs mark { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .2em; }
.fields > * + * { margin-top: 1.25rem; }
.fields label.over { display: block; }
.fields .hint { color: var(--muted); font-size: .9375rem; margin: 0 0 .4rem; }
.fields input[type="password"], .fields textarea { display: block; width: 100%; }
.fields textarea { min-height: 8rem; resize: vertical; }
.verdict { display: flex; gap: .7rem; align-items: flex-start; padding: .5rem 0; min-height: 2.75rem; cursor: pointer; font-weight: 400; }
.verdict input { width: 1.35rem; height: 1.35rem; flex: none; margin: .25rem 0 0; accent-color: var(--brand); }
html[data-theme="contrast"] .verdict input { accent-color: #ffee32; }
.verdict strong { display: block; }
.verdict span span { color: var(--muted); }
.refused { border-inline-start-color: var(--adverse); background: var(--adverse-panel); }
.refused h2 { font-size: 1.0625rem; margin: 0 0 .3rem; }
.reason { white-space: pre-line; }
`;
