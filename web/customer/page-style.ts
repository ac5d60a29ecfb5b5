/** The look of every page that a customer or a shop sees. */

export const PAGE_CSS = `
:root { color-scheme: light dark; --ink: #20302a; --quiet: #5b6b64; --paper: #fbfaf6; --card: #fff; --line: #d9ddd6; --brand: #14664a; --warn: #9a3412 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ece9; --quiet: #a5b3ac; --paper: #141917; --card: #1c2320; --line: #36403b; --brand: #6fcf9f; --warn: #fdba74 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 18px/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif }
main { max-width: 36rem; margin: 2rem auto 0; padding: 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem }
@media (max-width: 36rem) { main { margin: 0; border: 0; border-radius: 0 } }
.brand { margin: 0; color: var(--brand); font-weight: 600 }
h1 { margin: .25rem 0 1rem; font-size: 1.5rem; line-height: 1.3 }
h2 { margin: 1.75rem 0 .75rem; padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: 1.1rem; line-height: 1.4 }
form { margin: 1.25rem 0 0 }
label { display: block; margin: .75rem 0 .25rem }
label.choice { display: flex; gap: .6rem; align-items: flex-start }
input[type=checkbox] { flex: none; width: 1.3rem; height: 1.3rem; margin: .25rem 0 0; accent-color: var(--brand) }
input[type=radio] { accent-color: var(--brand) }
label.choice input[type=radio] { flex: none; width: 1.3rem; height: 1.3rem; margin: .25rem 0 0 }
fieldset { margin: 1.25rem 0 0; padding: 0; border: 0; min-width: 0 }
legend { padding: 0; font-size: 1.1rem; font-weight: 600; line-height: 1.45 }
.hint { margin: .25rem 0 .5rem; color: var(--quiet); font-size: .9rem; line-height: 1.5 }
.steps { display: grid; gap: .4rem; margin-top: .9rem }
.nps .steps { grid-template-columns: repeat(6, 1fr) }
.ces .steps { grid-template-columns: repeat(4, 1fr) }
.fcr .steps { grid-template-columns: repeat(2, 1fr) }
.csat .steps { grid-template-columns: 1fr }
.csi .steps { grid-template-columns: repeat(5, 1fr) }
fieldset.csi + fieldset.csi, fieldset.csi + label { margin-top: 2rem }
.csi label.choice { align-items: center; margin: .5rem 0 0; color: var(--quiet); font-size: .9rem }
.csi label.choice input[type=radio] { margin: 0 }
.ask .hint { display: block }
.step { position: relative; margin: 0 }
.step input { position: absolute; inset: 0; z-index: 1; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer }
.step span { display: flex; flex-wrap: wrap; gap: 0 .6rem; align-items: center; justify-content: center; height: 100%; min-height: 48px; padding: .3rem .4rem; text-align: center; line-height: 1.25; background: var(--paper); border: 1px solid var(--quiet); border-radius: .5rem }
.csat .step span { justify-content: flex-start; padding-left: 1rem; text-align: left }
.step b { font-size: 1.1rem } .step i { font-style: normal }
.step input:hover + span { border-color: var(--brand) }
.step input:checked + span { color: var(--card); background: var(--brand); border-color: var(--brand); box-shadow: 0 0 0 1px var(--card), 0 0 0 3px var(--brand) }
.step input:focus-visible + span { outline: 3px solid var(--brand); outline-offset: 5px }
@media (forced-colors: active) { .step input:checked + span { outline: 4px solid Highlight } }
@media (min-width: 24rem) { .ces .steps { grid-template-columns: repeat(7, 1fr); gap: .25rem } }
@media (min-width: 36rem) {
  .nps .steps { grid-template-columns: repeat(11, 1fr); gap: .25rem }
  .csi .steps { grid-template-columns: repeat(10, 1fr); gap: .25rem }
  .csat .steps { grid-template-columns: repeat(5, 1fr) }
  .csat .step span { flex-direction: column; gap: .15rem; justify-content: flex-start; padding: .5rem .25rem; text-align: center; font-size: .9rem }
}
.ends { display: flex; gap: 1rem; justify-content: space-between; margin: .4rem 0 0; color: var(--quiet); font-size: .9rem; line-height: 1.4 }
.ends span:last-child { text-align: right }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
/* Beside the page, and of its usual size there: a machine that looks whether a button has a place finds that it has. */
.decoy { position: absolute; top: 0; left: -200vw; width: 20rem }
.wrong { margin: .4rem 0; color: var(--warn); font-weight: 600 }
.said ul { margin: .25rem 0 0; padding-left: 1.2rem }
.said p { margin: 0 }
.said p + p { margin-top: .6rem }
.said p, .said dd { overflow-wrap: anywhere }
.said dl { margin: .6rem 0 0 } .said dt { color: var(--quiet); font-size: .9rem } .said dd { margin: 0 0 .4rem; white-space: pre-line }
label .hint { white-space: nowrap }
.more { margin: 1.5rem 0 0 }
a { color: var(--brand); text-underline-offset: .15em }
textarea { display: block; width: 100%; min-height: 6.5rem; padding: .7rem .8rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: .5rem; resize: vertical }
[aria-invalid=true] { border-color: var(--warn) }
button.quiet { margin-left: .5rem; color: var(--brand); background: none; border: 1px solid var(--brand) }
@media (max-width: 36rem) { form button { width: 100% } button.quiet { margin-left: 0 } }
input[type=text], input[type=password] { width: 100%; padding: .7rem .8rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: .5rem }
button { margin-top: 1.25rem; padding: .75rem 1.4rem; font: inherit; font-weight: 600; color: var(--card); background: var(--brand); border: 0; border-radius: .5rem; cursor: pointer; min-height: 48px }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px }
dl { display: grid; grid-template-columns: auto 1fr; gap: .35rem 1rem; margin: 1rem 0 }
dt { color: var(--quiet) } dd { margin: 0; font-weight: 600 }
.code { font: 600 1.4rem/1.4 ui-monospace, "DejaVu Sans Mono", monospace; letter-spacing: .05em; overflow-wrap: anywhere }
.said { padding: .75rem 1rem; border-left: 4px solid var(--brand); background: var(--paper) }
.said.warn { border-color: var(--warn) }
footer { max-width: 36rem; margin: 1rem auto 2rem; padding: 0 1.5rem; color: var(--quiet); font-size: .85rem }
footer span, .contact span { display: inline-block; margin-right: 1.25rem }
`
