import { HEAT_MAP_CSS } from '#web/staff/rehearsal/heat-map-style.ts'
import { REPORT_CSS } from '#web/staff/report/report-style.ts'

/** The style of the staff app: calm, readable on a phone, light and dark. */
export const STAFF_CSS = `
:root { color-scheme: light dark; --ink: #20302a; --quiet: #5b6b64; --paper: #f6f5ef; --card: #fff; --line: #dcdfd8; --brand: #14664a; --on-brand: #fff; --tint: #e6f0ea; --warn: #9a3412; --warn-tint: #fdefe3 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ece9; --quiet: #a5b3ac; --paper: #141917; --card: #1c2320; --line: #36403b; --brand: #6fcf9f; --on-brand: #10241b; --tint: #22352c; --warn: #fdba74; --warn-tint: #3a2a1c } }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word }
a { color: var(--brand); text-underline-offset: .15em }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; border-radius: .25rem }
.jump { position: absolute; left: -99rem } .jump:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem }
header { background: var(--card); border-bottom: 1px solid var(--line) }
.top { max-width: 76rem; margin: 0 auto; padding: .8rem 1.25rem .2rem; display: flex; flex-wrap: wrap; align-items: center; gap: .3rem 1.25rem }
.brand small { font-weight: 400 } .brand { margin: 0 auto 0 0; font-weight: 650; font-size: 1.1rem } .brand a { color: inherit; text-decoration: none; display: inline-flex; align-items: center; gap: .5rem }
.clock { margin: 0; color: var(--quiet); font-variant-numeric: tabular-nums }
.language { display: inline-block; padding: .3rem 0; font-size: .9rem }
.visitor { display: flex; flex-wrap: wrap; align-items: center; gap: 0 .6rem; font-size: .9rem } .visitor button { border: 0; padding: 0 .25rem; font-weight: 400; text-decoration: underline; text-underline-offset: .15em }
.people { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); margin: 1.1rem 0; padding: 0; list-style: none } .people form, .person { height: 100%; width: 100% }
.person { display: grid; align-content: start; gap: .1rem; text-align: left; font-weight: 400; color: var(--ink); background: var(--card); border-color: var(--line); border-radius: .75rem; padding: .9rem 1.1rem } .person b { font-size: 1.1rem } .person span { color: var(--brand); font-weight: 600 } .person:hover { border-color: var(--brand) }
nav { max-width: 76rem; margin: 0 auto; padding: 0 .95rem; font-size: .9rem; display: flex; flex-wrap: wrap }
nav a { padding: .6rem .3rem; color: var(--quiet); text-decoration: none; border-bottom: 3px solid transparent }
nav a:hover { color: var(--ink) } nav a[aria-current] { color: var(--brand); border-color: var(--brand); font-weight: 600 }
.banner { margin: 0; padding: .5rem 1.25rem; background: var(--tint); text-align: center }
main { max-width: 76rem; margin: 0 auto; padding: 1.25rem }
h1 { margin: 0 0 .35rem; font-size: 1.6rem; line-height: 1.25; text-wrap: balance } h1 + section, p + section, div + section { margin-top: .9rem } h2 { margin: 0 0 .7rem; font-size: 1.15rem } h3 { margin: 1rem 0 .3rem; font-size: 1rem }
p { margin: .35rem 0 } .quiet, small { color: var(--quiet) } small { font-size: .85rem } .number { font-variant-numeric: tabular-nums } .days { white-space: nowrap }
section { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.1rem 1.25rem; margin: 0 0 1.1rem; min-width: 0 }
section.attention { border-color: var(--warn); background: var(--warn-tint) } section.attention h2 { color: var(--warn) }
.columns { display: grid; gap: 0 1.1rem } @media (min-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) } }
.today { display: grid; gap: 1rem 2rem; align-items: center } @media (min-width: 60rem) { .today { grid-template-columns: minmax(18rem, 1fr) minmax(0, auto) } }
.lunar { color: var(--brand); font-weight: 600 }
.moves { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end } .moves form { display: flex; gap: .4rem; align-items: end; flex-wrap: wrap }
.actions { display: flex; flex-wrap: wrap; gap: .6rem; align-items: start; margin: .6rem 0 } .actions form { max-width: 22rem }
form { margin: 0 } form small { display: block; margin-top: .25rem }
label { display: block; color: var(--quiet); font-size: .85rem }
input, select, textarea { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: .5rem; padding: .45rem .6rem; min-height: 44px; max-width: 100% }
textarea { width: 100%; resize: vertical } input[type=checkbox] { min-height: 0; margin-right: .4rem }
button, .button { font: inherit; font-weight: 600; color: var(--on-brand); background: var(--brand); border: 1px solid var(--brand); border-radius: .5rem; padding: .45rem 1rem; min-height: 44px; cursor: pointer }
button.quiet, .button.quiet { color: var(--brand); background: transparent } button:disabled { opacity: .5; cursor: not-allowed } .button { display: inline-block; text-decoration: none; text-align: center } .disabled { display: inline-block; max-width: 22rem } .disabled small { display: block; margin-top: .25rem }
button.final { background: var(--warn); border-color: var(--warn) } p.final { color: var(--warn); font-weight: 600; margin: 1rem 0 } .trail { margin: 0 0 .35rem } .trail a { text-decoration: none } .trail a:hover { text-decoration: underline }
.lease { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem 1rem } .lease p { flex: 1 1 14rem; margin: 0 } .lease .said { margin: 0 }
.act { max-width: 46rem } .act h2 { margin-top: 1rem } .act h2:first-child { margin-top: 0 } .act form { border-top: 1px solid var(--line); margin-top: 1.1rem; padding-top: 1rem } .act form:first-child { border-top: 0; margin-top: 0; padding-top: 0 } .act .actions { margin-top: 1.1rem } .act label[for], .grounds legend { color: var(--ink); font-size: 1rem; font-weight: 600; margin-bottom: .3rem } .grounds label { display: flex; margin: 0 } [aria-invalid=true] { border-color: var(--warn) }
.card.head { align-items: start; gap: .5rem 1.5rem; margin-bottom: .9rem; padding: 0; border: 0 } .head .actions { margin: 0 } .card-facts { min-width: 0; flex: 1 1 20rem } .check { display: flex; align-items: center; min-height: 44px; color: inherit; font-size: 1rem } meter { width: 100%; max-width: 10rem; height: .7rem } section.attention .plain a { color: var(--warn) }
.figures { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 .9rem; margin: .5rem 0 1rem; padding: 0; list-style: none } .figures li { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: baseline; padding: .4rem 0; border-bottom: 1px solid var(--line) } .figures li:last-child { border-bottom: 0 } .figures .none { color: var(--quiet) } .visitor { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem .6rem } .figures b { font-size: 1.25rem; font-variant-numeric: tabular-nums; text-align: right } .effects { margin: .5rem 0; padding-left: 1.2rem } .effects li { margin: .3rem 0 }
progress { width: 100%; height: .8rem; accent-color: var(--brand) }
table { width: 100%; border-collapse: collapse } th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line) }
th { color: var(--quiet); font-weight: 500; font-size: .85rem } tbody tr:last-child td { border-bottom: 0 } td > span { overflow-wrap: anywhere }
.chip { display: inline-block; padding: .05rem .55rem; border-radius: 1rem; border: 1px solid var(--line); font-size: .85rem; white-space: nowrap }
.chip.good { background: var(--tint); border-color: transparent; color: var(--brand) } .chip.warn { background: var(--warn-tint); border-color: var(--warn); color: var(--warn); white-space: normal } .chip.quiet { color: var(--quiet) } form :is(input, select, textarea, fieldset) { scroll-margin-top: 3rem } strong.field-wrong { display: block; color: var(--warn); font-weight: 600; font-size: .9rem; margin: .25rem 0 } .troubles { margin: .25rem 0 0 } .troubles a { color: var(--warn); font-size: .9rem }
.equation { display: flex; flex-wrap: wrap; align-items: stretch; gap: .4rem .5rem; margin: .8rem 0; padding: 0; list-style: none; font-variant-numeric: tabular-nums }
.equation li { display: flex; align-items: center; gap: .5rem }
.term { display: flex; flex-direction: column; justify-content: center; padding: .45rem .8rem; border: 1px solid var(--line); border-radius: .5rem; min-width: 4.2rem } .term b { font-size: 1.45rem; line-height: 1.2 }
.sign { color: var(--quiet); font-size: 1.3rem } .term.total { background: var(--tint); border-color: transparent } .term.none { color: var(--quiet) } .term.bad { background: var(--warn-tint); border-color: var(--warn) }
.said { padding: .65rem .9rem; border-left: 4px solid var(--brand); background: var(--tint); border-radius: 0 .5rem .5rem 0; margin: 0 0 1.1rem } .said.warn { border-color: var(--warn); background: var(--warn-tint) }
.filters { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; margin: 0 0 .8rem } .filters > div { min-width: 0 }
.decide { padding: .8rem 0; border-top: 1px solid var(--line) } .decide:first-child { border-top: 0; padding-top: 0 } .decide h2, .decide h3 { margin: 0 } .decide .filters { margin: .5rem 0 0 } .wide { flex: 1 1 16rem } .wide input { width: 100% } .decide p { overflow-wrap: anywhere }
fieldset { margin: 0; padding: 0; border: 0; min-width: 0 } legend { padding: 0; color: var(--quiet); font-size: .85rem } fieldset label { display: inline-flex; align-items: center; gap: .4rem; min-height: 44px; margin-right: 1rem; color: inherit; font-size: 1rem } input[type=radio] { min-height: 0; margin: 0 }
.counters { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: .5rem 0 0; padding: 0; list-style: none } .counters b { font-size: 1.15rem; font-variant-numeric: tabular-nums }
ul.pictures img { max-width: 100%; max-height: 14rem; border-radius: .5rem; border: 1px solid var(--line) } ul.pictures li { overflow-wrap: anywhere }
ul.plain { margin: 0; padding: 0; list-style: none } .plain li { padding: .45rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere } .plain li:last-child { border-bottom: 0 } .plain.troubles li { padding: .1rem 0; border: 0 }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr); gap: .3rem 1.25rem; margin: .5rem 0 } dt { color: var(--quiet) } dd { margin: 0; overflow-wrap: anywhere }
pre { margin: .5rem 0 0; padding: .9rem; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; font: .88rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere }
iframe { width: 100%; height: 44rem; max-height: 80vh; border: 1px solid var(--line); border-radius: .5rem; background: #fff }
code { font: .9em ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere }
summary { cursor: pointer; color: var(--brand) } .sums > summary, .line-group > summary { padding: .55rem 0 } .line-group { border-top: 1px solid var(--line) } .act form > div { margin: 0 0 .9rem } .correct > div { margin: .7rem 0 } .correct input:not([type=checkbox]), .correct select { width: 100% }
.timeline { margin: 0; padding: 0; list-style: none } .timeline li { display: grid; grid-template-columns: 10.5rem minmax(0, 1fr); gap: .1rem 1rem; padding: .55rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere } .timeline li:last-child { border-bottom: 0 } .timeline time { color: var(--quiet); font-variant-numeric: tabular-nums }
.words { white-space: pre-line; overflow-wrap: anywhere } .long summary { color: inherit } blockquote { margin: .5rem 0; padding: .3rem .9rem; border-left: 3px solid var(--line) }
.tabs { display: flex; flex-wrap: wrap; gap: .2rem .4rem; margin: 0 0 .6rem } .tabs a { padding: .5rem .8rem; border-radius: 1.5rem; text-decoration: none } .tabs a[aria-current] { background: var(--tint); font-weight: 600 }
.pages { display: flex; gap: 1rem; flex-wrap: wrap; margin: .8rem 0 0 } .pages + .said { margin-top: .6rem }
.card { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; align-items: center; padding: .8rem 0; border-bottom: 1px solid var(--line) } .card:last-child { border-bottom: 0; padding-bottom: 0 } .card h2 { margin: 0; font-size: 1rem }
.work { padding: .9rem 0; border-top: 1px solid var(--line) } .work h2, .work h3, .chips { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .5rem } .work h2, .work h3 { margin: 0 0 .15rem; font-size: 1.1rem } .work p { margin: .2rem 0 } .work > form { margin-top: .5rem } .work h2 .chip, .work h3 .chip { font-weight: 400 } .columns.item { margin-top: .9rem }
.tabs b { margin-left: .2rem; padding: 0 .45rem; border-radius: 1rem; background: var(--tint); font-size: .85rem; font-weight: 600 } .tabs a[aria-current] b { background: var(--card) } .clear { align-self: center; padding: .5rem 0 } .empty { padding: 1.25rem 0 .75rem; color: var(--quiet); max-width: 44rem; border-top: 1px solid var(--line) }
.back { display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; margin: 0 0 .4rem } .chips { margin: .2rem 0 } @media (min-width: 60rem) { .columns.item { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); grid-template-rows: auto 1fr } .beside { grid-column: 2; grid-row: 1 / span 2 } }
.act fieldset { width: 100% } .act form > fieldset:not(.grounds) > label { display: block; min-height: 0; margin: 0; color: var(--quiet); font-size: .85rem } .act fieldset fieldset { margin: .6rem 0 .2rem } .act input:not([type=radio], [type=checkbox]), .act select { width: 100% } .act fieldset label[for] { margin-top: .8rem } .act .take { margin: 0 0 .8rem } [data-ring-by-telephone] { margin-bottom: 1.1rem } td .actions { margin: 0 } .buttons { display: flex; flex-wrap: wrap; gap: .6rem; margin: .6rem 0 0 }
form:not(:has([value=call-back]:checked)) [data-asked-by=call-back], form:not(:has([value=do-not-call]:checked)) [data-asked-by=do-not-call], form:not(:has([aria-labelledby=outcomes-spoken] :checked)) [data-asked-by=spoken] { display: none }
.outcomes label { display: flex; align-items: baseline; margin: 0; min-height: 36px } .outcomes .group { margin: .7rem 0 .1rem; color: var(--quiet); font-size: .85rem } .why { margin: .6rem 0 0; padding-left: .7rem; border-left: 3px solid var(--line); color: var(--quiet) } .act :disabled { cursor: not-allowed } .act :is(input, select, textarea):disabled { opacity: .6; border-style: dashed }
@media screen and (max-width: 44rem) {
  main { padding: .75rem } section { padding: 1rem } .top { padding: .5rem .8rem 0; gap: 0 .8rem } .brand small { display: none } .clock, .visitor { font-size: .85rem } .visitor { margin-right: auto } .visitor button { min-height: 32px } .role { display: none } .top > .language { padding: .2rem 0 }
  a[href^="tel:"] { display: inline-block; padding: .5rem 0 }
  nav { padding: 0 .3rem } nav a { padding: .2rem .5rem; border-bottom-width: 2px }
  thead { position: absolute; left: -99rem } table, tbody, tr, td { display: block } tr { padding: .6rem 0; border-bottom: 1px solid var(--line) } tbody tr:last-child { border-bottom: 0 }
  td { border: 0; padding: .1rem 0; display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: .75rem } td::before { content: attr(data-heading); color: var(--quiet); font-size: .85rem }
  .timeline li { grid-template-columns: minmax(0, 1fr) }
  dl { grid-template-columns: minmax(0, 1fr); gap: 0 } dd { margin: 0 0 .5rem }
  td:has(> span:empty) { display: none }
  td:first-child { grid-template-columns: 1fr; font-weight: 600 } td:first-child::before { content: none }
}
${REPORT_CSS}${HEAT_MAP_CSS}`

/** A lotus, the company's sign. */
export const STAFF_ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#14664a"/><g fill="#f7c7d2"><path d="M16 5c4 4 5 10 0 18C11 15 12 9 16 5z"/><path d="M5 12c6 0 9 4 10 11C8 22 5 18 5 12zM27 12c-6 0-9 4-10 11 7-1 10-5 10-11z" fill="#f1a6b8"/></g><path d="M7 26h18" stroke="#dff3e8" stroke-width="2" stroke-linecap="round"/></svg>`
