/** The style of the report's pages, on a screen and on paper: the summary is the first page of A4. */
export const REPORT_CSS = `
.part { font-size: 1.1rem; font-weight: 600; color: var(--brand) } .periods { align-items: baseline; justify-content: space-between; margin: 0 0 .8rem } .periods b { font-size: 1.1rem }
.exceptions ul { margin: 0; padding-left: 1.2rem } .exceptions li { margin: .25rem 0 } section.attention.exceptions a { color: var(--warn) } .exceptions .remark { color: var(--quiet) }
.kpis { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); margin: 0; padding: 0; list-style: none }
.kpi { display: flex; flex-direction: column; border: 1px solid var(--line); border-radius: .6rem; padding: .9rem 1rem; min-width: 0 } .kpi h3 { margin: 0; font-size: 1rem; font-weight: 600 } .kpi p { margin: .15rem 0; font-size: .92rem } .kpi .more { margin-top: auto; padding-top: .4rem }
.value { font-size: 2.1rem !important; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums } .value.none { font-size: 1.2rem !important; font-weight: 400; color: var(--quiet) }
.versus.good { color: var(--brand) } .versus.warn, .warned { color: var(--warn) } .all-figures summary h2 { display: inline } .kpi details { margin: .3rem 0 } .kpi dl { grid-template-columns: minmax(0, 1fr); gap: 0; font-size: .88rem } .kpi dd { margin: 0 0 .4rem }
.chart { margin: 0 0 1rem } table + .chart { margin-top: 1.2rem } .chart figcaption { margin: 0 0 .5rem } .chart figcaption b { font-size: 1.05rem } .chart img { display: block; width: 100%; max-width: 45rem; height: auto; background: #fff; border-radius: .4rem }
.propose { display: grid; gap: .5rem; max-width: 46rem; margin-top: 1rem } .propose .check { display: flex; margin: 0 } .propose button { justify-self: start } .proposals .words { margin: 0 0 .2rem }
td .number { white-space: nowrap }
@page { size: A4; margin: 12mm }
@media print {
  :root { --ink: #000; --quiet: #444; --paper: #fff; --card: #fff; --line: #bbb; --brand: #14664a; --tint: #e6f0ea; --warn: #9a3412; --warn-tint: #fff }
  body { font-size: 9.5pt; line-height: 1.35 } header, .jump, .noprint, .banner, .kpi details, .kpi .more, .chart details:not([open]), .said-of-each:not(:has([open])), .said-of-each details:not([open]) { display: none !important } main { max-width: none; padding: 0 }
  a { color: inherit; text-decoration: none } section { border: 0; border-radius: 0; padding: 0; margin: 0 0 4mm; break-inside: auto } section.attention { border-left: 3px solid var(--warn); padding-left: 3mm } h1 { font-size: 15pt } h2 { font-size: 11.5pt; margin-bottom: 2mm; break-after: avoid } h3 { break-after: avoid }
  .kpis { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 2.5mm } .kpi { padding: 2mm 2.5mm; break-inside: avoid } .kpi h3 { font-size: 9pt } .kpi p { font-size: 8pt; margin: .3mm 0 } .value { font-size: 16pt !important } .kpi p.value.none { font-size: 10pt !important }
  .all-figures { break-before: page } .all-figures details::details-content { content-visibility: visible; display: block; height: auto } .summary { break-after: page } .summary .chart img { max-width: 140mm } .chip { padding: 0 1mm; font-size: 8pt } .kpi .quiet { margin: 0 } .chart { break-inside: avoid } .chart img { max-width: 130mm } .chip { border: 1px solid #999; padding: 0 1mm } .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) !important }
  table { font-size: 8.5pt } th, td small, td .quiet { font-size: 8pt } th, td { padding: 1mm 2mm 1mm 0 } tr { break-inside: avoid } meter { display: none }
}
`
