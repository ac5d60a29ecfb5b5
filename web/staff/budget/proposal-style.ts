/** How a proposal on paper looks: A4, black on white, in the type of Vietnamese official letters. */
export const PROPOSAL_CSS = `
@page { size: A4; margin: 18mm 15mm 18mm 20mm }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1.5rem 1rem; max-width: 52rem; background: #fff; color: #000; font: 16px/1.5 "Times New Roman", "Liberation Serif", "Noto Serif", serif }
header { display: grid; grid-template-columns: 1fr 1.3fr; gap: 1rem; text-align: center }
header p { margin: 0 }
.motto { display: inline-block; padding-bottom: .15rem; border-bottom: 1px solid #000; font-weight: bold }
.place { margin: .75rem 0 0; text-align: right; font-style: italic }
h1 { margin: 1.5rem 0 0; text-align: center; font-size: 1.35rem }
.about { margin: .25rem 0 1.25rem; text-align: center; font-weight: bold }
.standing { margin: -1rem 0 1.25rem; text-align: center; font-style: italic; font-size: .9rem }
h2 { margin: 1.5rem 0 .5rem; font-size: 1.05rem; break-after: avoid }
.wide { overflow-x: auto; padding-right: 1px }
table { width: 100%; border-collapse: collapse; font-size: .92rem }
th, td { padding: .25rem .4rem; border: 1px solid #000; vertical-align: top }
tr { break-inside: avoid }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums }
td.number { white-space: nowrap }
td.range { white-space: normal }
td:nth-child(2) { min-width: 9rem }
tfoot td { font-weight: bold }
.words { font-style: italic }
ol, ul { margin: .25rem 0; padding-left: 1.4rem }
.basis { font-size: .85rem; line-height: 1.4; overflow-wrap: anywhere }
.signatures { display: grid; grid-template-columns: repeat(4, 1fr); gap: .75rem; margin-top: 2rem; text-align: center; break-inside: avoid }
.signatures p { margin: 0 0 5.5rem }
.signatures b { display: block }
.signatures small { font-style: italic }
@media screen and (max-width: 40rem) {
  header, .signatures { grid-template-columns: 1fr 1fr }
  body { font-size: 15px }
}
@media print { .annex { break-before: page } body { padding: 0; max-width: none; font-size: 12pt } .wide { overflow: visible } }
`
