/**
 * The looks of the calendar of a rehearsal. More stands out more from the page, darker on a light one, so that it can be read in black and white, and each day has its number as well. On a phone a
 * month is seven days wide.
 */
export const HEAT_MAP_CSS = `
.heat { position: relative; border-collapse: separate; border-spacing: 2px; table-layout: fixed; margin: .5rem 0 } .heat :is(th, td) { padding: 0; border: 0; text-align: center; vertical-align: middle; font-size: .8rem } .heat thead th { font-weight: 400 } .heat :is(thead th:first-child, th[scope=row]) { width: 6.2rem; text-align: left; white-space: nowrap }
.heat td > * { display: flex; flex-direction: column; justify-content: center; min-height: 2.1rem; border: 1px solid var(--line); border-radius: .25rem; color: var(--quiet); text-decoration: none; font-variant-numeric: tabular-nums } .heat td small { display: none } .said-of-day { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap } .heat td a:is(:hover, :focus-visible) { outline: 2px solid var(--ink) }
.heat .h0 { color: var(--ink) } .heat .h1 { background: #dcefe6; color: #123 } .heat .h2 { background: #9fd0b9; color: #012 } .heat .h3 { background: #3f8d6d; color: #fff } .heat .h4 { background: #0b4530; color: #fff } .heat .over { border: 3px double var(--warn); font-weight: 700 } .heat .over b::after { content: "!" }
.scale { display: flex; flex-wrap: wrap; gap: .2rem .9rem; margin: .3rem 0; padding: 0; list-style: none; font-size: .85rem; color: var(--quiet) } .scale li { display: inline-flex; align-items: center; gap: .3rem } .scale .heat { display: inline-block; margin: 0; width: auto } .scale .heat span { display: inline-block; width: 1.3rem; height: 1.1rem; border: 1px solid var(--line); border-radius: .25rem }
.from-to { align-items: start } .signed { white-space: nowrap; font-variant-numeric: tabular-nums } .choices { columns: 2 18rem; margin: .3rem 0 } .choices label { display: flex; break-inside: avoid }
@media screen and (max-width: 44rem) {
  table.heat { display: block } .heat tr { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 2px; border: 0; padding: .2rem 0 .7rem } .heat th[scope=row] { grid-column: 1 / -1; width: auto; font-size: .95rem; font-weight: 600; color: var(--ink); padding: .2rem 0 } .heat td { display: block } .heat td::before { content: none } .heat td:first-child { font-weight: inherit } .heat td > * { min-height: 44px } .heat td small { display: block; font-size: .7rem; color: inherit } .heat td.out { display: none }
}
@media (prefers-color-scheme: dark) { .heat .h1 { background: #10382a; color: #dfe } .heat .h2 { background: #1d6a4c; color: #fff } .heat .h3 { background: #5fb892; color: #012 } .heat .h4 { background: #c9f0de; color: #012 } }
@media print { .heat td > * { print-color-adjust: exact } }
`
