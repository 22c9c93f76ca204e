/** Colours (each pair of ink and ground at 4.5:1 or more), type, and the elements by themselves. */
export const base = `
:root {
  --page: #fff; --panel: #f3f5f8; --raised: #fff; --ink: #19222e; --muted: #4a5666;
  --line: #d3dae3; --edge: #76828f; --brand: #133f73; --brand-deep: #0d2f58; --on-brand: #fff;
  --link: #0b53a1; --visited: #58307f; --hover: #06305f; --ring: #111820; --glow: #ffd24a;
  --adverse: #9e1c1a; --adverse-panel: #fcf0ef; --good: #17633a; --good-panel: #ebf5ef;
  --note: #6b4300; --note-panel: #fff5db; --mark: #ffe9a8;
  --cjk: "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei";
}
html[data-theme="soft"] {
  --page: #e6efdf; --panel: #dbe7d2; --raised: #eef5e8; --ink: #1c261c; --muted: #40503f;
  --line: #bccdb1; --edge: #64745f; --brand: #1d4a33; --brand-deep: #143826; --link: #0d4a80; --visited: #522a75;
  --hover: #06305f; --adverse-panel: #f3e4d8; --good-panel: #d8ead4; --note-panel: #f3ecc8; --adverse: #8d1a18; --good: #14552f; --note: #5c3a00;
}
html[data-theme="contrast"] {
  --page: #000; --panel: #000; --raised: #000; --ink: #fff; --muted: #fff; --line: #8a8a8a; --edge: #fff;
  --brand: #000; --brand-deep: #000; --on-brand: #ffee32; --link: #ffee32; --visited: #ffc6ff; --hover: #fff; --ring: #ffee32; --glow: #000;
  --adverse: #ff9d94; --adverse-panel: #000; --good: #8df0b0; --good-panel: #000; --note: #ffee32; --note-panel: #000; --mark: #5a4a00;
}
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
html[data-size="large"] { font-size: 118.75%; }
html[data-size="larger"] { font-size: 137.5%; }
body {
  margin: 0; background: var(--page); color: var(--ink); line-height: 1.7; overflow-wrap: anywhere;
  font-family: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, var(--cjk), sans-serif;
}
h1, h2, h3, h4 { line-height: 1.35; margin: 0; font-weight: 700; }
h1 { font-size: 1.875rem; }
h2 { font-size: 1.375rem; }
h3 { font-size: 1.0625rem; }
main h2 { margin: 2rem 0 .6rem; }
main h2:first-child { margin-top: 0; }
p, ul, ol, dl, table, figure, fieldset { margin: 0 0 1rem; }
ul, ol { padding-inline-start: 1.4em; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .2em; }
a:visited { color: var(--visited); }
a:hover { color: var(--hover); text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; box-shadow: 0 0 0 2px var(--glow); border-radius: 2px; }
img, svg { max-width: 100%; }
small, .small { font-size: .875rem; }
.muted { color: var(--muted); }
mark { background: var(--mark); color: inherit; padding: 0 .1em; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
.code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .95em; overflow-wrap: normal; word-break: keep-all; user-select: all; -webkit-user-select: all; }
.code > span:not(:first-child) { margin-inline-start: .35em; }
time { white-space: nowrap; }
.number { font-variant-numeric: tabular-nums; }
.vh { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.print-only { display: none; }
input, select, button, textarea { font: inherit; color: inherit; }
input[type="search"], input[type="text"], input[type="password"], input[type="date"], input[type="number"], select, textarea {
  background: var(--raised); border: 2px solid var(--edge); border-radius: 3px; padding: .5rem .75rem; min-height: 2.75rem; max-width: 100%;
}
button, .button {
  display: inline-block; background: var(--brand); color: var(--on-brand); border: 2px solid var(--brand); border-radius: 3px;
  padding: .5rem 1.25rem; min-height: 2.75rem; font-weight: 600; cursor: pointer; text-decoration: none; line-height: 1.5;
}
button:hover, .button:hover { background: var(--brand-deep); color: var(--on-brand); }
html[data-theme="contrast"] :is(button, .button) { border-color: var(--on-brand); }
.button.plain, button.plain { background: transparent; color: var(--link); border: 1px solid var(--edge); font-weight: 400; }
.button.plain:hover, button.plain:hover { background: var(--panel); color: var(--hover); }
label { font-weight: 600; }
fieldset { border: 0; padding: 0; min-width: 0; }
legend { padding: 0; font-weight: 600; }
summary { cursor: pointer; }
@media screen and (max-width: 40rem) {
  h1 { font-size: 1.5rem; }
  h2 { font-size: 1.25rem; }
}
@media screen and (max-width: 44rem) {
  html:not([data-size="normal"]) time { white-space: normal; }
}
@media screen and (max-width: 24rem) {
  time { white-space: normal; }
}
@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
}
`;
