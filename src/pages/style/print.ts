/** Paper: no navigation, no colours that need ink, every folded text open, and where it was printed from. */
export const print = `
@media print {
  @page { margin: 18mm 15mm; }
  html, html[data-theme] {
    --page: #fff; --panel: #fff; --raised: #fff; --ink: #000; --muted: #333; --line: #999; --edge: #555; --brand: #000; --brand-deep: #000;
    --on-brand: #000; --link: #000; --visited: #000; --adverse: #000; --adverse-panel: #fff; --good: #000; --good-panel: #fff; --note: #000; --note-panel: #fff; --mark: #fff;
    font-size: 10.5pt;
  }
  .skip, .tools, .quick, .mainnav, .crumbs, .contents, .filters, .paging, .sorts, .no-print, footer ul, form { display: none; }
  .print-only { display: block; }
  .masthead { background: none; border-bottom: 2px solid #000; }
  .masthead .wrap { padding: 0 0 4mm; }
  .brand svg path:first-of-type { stroke: #000; }
  .wrap { max-width: none; padding: 0; }
  main { padding-block: 4mm 0; }
  footer { border-top: 1px solid #999; padding: 3mm 0 0; margin-top: 6mm; }
  .aside-first { display: block; }
  a { text-decoration: none; }
  h2, h3, caption { break-after: avoid; }
  .record, tr, .timeline li { break-inside: avoid; }
  .section { margin-top: 8mm; }
  details > summary { list-style: none; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  .long > summary { text-decoration: none; color: #333; }
  .printed { border: 1px solid #999; padding: 2mm 4mm; margin-bottom: 4mm; }
  .printed p { margin: 0; }
}
`;
