/** What the head proposes because of the figures: each with the figures it rests on and its state. */
import { html } from 'hono/html'
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import { segmentKey } from '#core/kpi/segment.ts'
import { LONGEST_PROPOSAL, NEXT_STATES, type Proposal } from '#core/report/proposal.ts'
import type { ReportView } from '#core/report/report-view.ts'
import type { Html } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { shortName } from '#web/staff/report/exception-words.ts'
import { REPORT_ACT_WORDS as ACT_WORDS } from '#web/staff/report/report-act-words.ts'
import { figurePath } from '#web/staff/report/report-paths.ts'
import { REPORT_WORDS as WORDS } from '#web/staff/report/report-words.ts'
import { writtenInstant } from '#web/words/written.ts'

interface ProposalsShown {
  readonly view: ReportView
  readonly proposals: readonly Proposal[]
  /** Of the form for a new one; null in a report as it was handed in. */
  readonly formId: string | null
}

export function proposalsSection(frame: Frame, { view, proposals, formId }: ProposalsShown): Html {
  const acts = ACT_WORDS[frame.locale]
  const mayWrite = formId !== null && notPermitted(frame, 'write-report') === null
  return html`<section id="proposals">
        <h2>${acts.proposals}</h2>
        ${proposals.length === 0 ? html`<p class="quiet">${acts.noProposals}</p>` : html`<ul class="plain proposals">${proposals.map((one) => line(frame, one, { view, mayWrite }))}</ul>`}
        ${mayWrite ? newProposal(frame, view, formId) : ''}
      </section>`
}

function line(
  frame: Frame,
  proposal: Proposal,
  { view, mayWrite }: { readonly view: ReportView; readonly mayWrite: boolean },
): Html {
  const { locale, company } = frame
  const acts = ACT_WORDS[locale]
  const { text, figures, state, changedBy, changedAt } = proposal
  const tone = state === 'done' ? 'good' : state === 'rejected' ? 'quiet' : 'plain'
  const at = writtenInstant(changedAt, { zone: company.zone, locale })
  return html`<li>
          <p class="words">${text}</p>
          ${figures.length === 0 ? '' : html`<p><small>${acts.proposalFigures}: ${figures.map((id, place) => html`${place === 0 ? '' : ', '}<a href="${figurePath(id, view)}">${shortName(id, locale)}</a>`)}</small></p>`}
          <p>${chip(acts.states[state], tone)} <small>${acts.writtenBy(changedBy, at)}</small></p>
          ${mayWrite && NEXT_STATES[state].length > 0 ? html`<form method="post" action="${`/report/proposals/${encodeURIComponent(proposal.proposalId)}`}" class="buttons noprint">${hidden(view)}<input type="hidden" name="version" value="${proposal.version}">${NEXT_STATES[state].map((next) => html`<button class="quiet" name="state" value="${next}">${acts.setState[next]}</button>`)}</form>` : ''}
        </li>`
}

const hidden = ({ period, segment }: ReportView): Html =>
  html`<input type="hidden" name="period" value="${period.key}"><input type="hidden" name="segment" value="${segmentKey(segment)}">`

function newProposal({ locale }: Frame, view: ReportView, formId: string): Html {
  const words = WORDS[locale]
  const acts = ACT_WORDS[locale]
  const shown = view.headline
  const others = view.figures.map(({ kpi }) => kpi.id).filter((id) => !shown.includes(id))
  const box = (id: (typeof shown)[number]) =>
    html`<label class="check"><input type="checkbox" name="figures" value="${id}">${KPI_DEFINITIONS[id].name[locale]}</label>`
  return html`<form method="post" action="/report/proposals" class="noprint propose">
          ${hidden(view)}<input type="hidden" name="once" value="${formId}">
          <label for="text">${acts.proposalText}</label>
          <textarea id="text" name="text" rows="4" required maxlength="${LONGEST_PROPOSAL}" aria-describedby="hint"></textarea>
          <small id="hint">${acts.proposalHint}</small>
          <fieldset><legend>${acts.proposalFigures}</legend>${shown.map(box)}<details><summary>${words.all}</summary>${others.map(box)}</details></fieldset>
          <button>${acts.propose}</button>
        </form>`
}
