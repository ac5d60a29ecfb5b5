/** The screen of one item of work: what the customer said, who they are, by when it is due and why, what happened so far, and what can be done. */

import { html } from 'hono/html'
import { agreesToAdvertising } from '#core/audience/advertising-consent.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { playbookOf } from '#core/campaign/playbook.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Reply } from '#core/reply/reply.ts'
import { descriptionOf } from '#core/work/case/case-standing.ts'
import { mayBecomePartOf } from '#core/work/case/merging.ts'
import { followUpAfter } from '#core/work/follow-up-after.ts'
import type { MayRing } from '#core/work/may-ring.ts'
import { isOpen } from '#core/work/standing.ts'
import { toldWords } from '#core/work/told-case.ts'
import type { WhyDue } from '#core/work/why-due.ts'
import { type Case, isCheckIn, isMissedHotline, occurrenceOf, type WorkItem } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import { type CorrectionOutcome, correctionSaid } from '#web/staff/customers/correct-profile.ts'
import { framePage } from '#web/staff/frame.ts'
import { logLink } from '#web/staff/log-link.ts'
import { type CampaignNames, occurrenceLink } from '#web/staff/occurrence-title.ts'
import { workPath } from '#web/staff/paths.ts'
import type { Behind } from '#web/staff/work/behind.ts'
import { caseForms } from '#web/staff/work/case-forms.ts'
import { caseJumps } from '#web/staff/work/case-jumps.ts'
import { caseSection } from '#web/staff/work/case-section.ts'
import { caseThemes } from '#web/staff/work/case-themes.ts'
import { compensationForms } from '#web/staff/work/compensation-forms.ts'
import { compensationSection } from '#web/staff/work/compensation-section.ts'
import { departmentChip } from '#web/staff/work/department-chip.ts'
import { fileForm } from '#web/staff/work/file-form.ts'
import { fileSection } from '#web/staff/work/file-section.ts'
import { goOnForm } from '#web/staff/work/go-on-form.ts'
import { handOverNote } from '#web/staff/work/hand-over-note.ts'
import { type CustomerBeside, customerPanel } from '#web/staff/work/item-customer.ts'
import { dueInWords } from '#web/staff/work/item-due.ts'
import { furtherForms, type ItemForms, itemForms, ofAnotherTeam } from '#web/staff/work/item-forms.ts'
import { ITEM_WORDS as WORDS } from '#web/staff/work/item-words.ts'
import { leaseLine } from '#web/staff/work/lease-line.ts'
import { mergeForm } from '#web/staff/work/merge-form.ts'
import { missedCall } from '#web/staff/work/missed-call.ts'
import { playbookCard } from '#web/staff/work/playbook-card.ts'
import { questionForms } from '#web/staff/work/question-forms.ts'
import { questionSection } from '#web/staff/work/question-section.ts'
import { type ShownScript, scriptCard } from '#web/staff/work/script-card.ts'
import { type SharingNumber, sharedNumber } from '#web/staff/work/shared-number.ts'
import { telephoneCalls } from '#web/staff/work/telephone-calls.ts'
import { clockChip, ownerChip, raisedChip, reopenedChip, unsolvedChip } from '#web/staff/work/work-chips.ts'
import { whom } from '#web/staff/work/work-row.ts'
import { saidBehind } from '#web/staff/work/work-said.ts'
import { workSaidLine } from '#web/staff/work/work-said-line.ts'
import { alsoLine, warningsOf } from '#web/staff/work-facts.ts'
import { historyList } from '#web/staff/work-history.ts'
import { mayRingInWords } from '#web/words/may-ring.ts'
import { systemNotes, workInWords } from '#web/words/work.ts'
import { writtenInstant } from '#web/words/written.ts'

export interface ItemShown extends Omit<ItemForms, 'frame'> {
  readonly behind: Behind
  readonly why: WhyDue
  readonly campaigns: CampaignNames
  readonly companyRules: CompanyRules
  /** Null where the customer is not known, or gone. */
  readonly beside: CustomerBeside | null
  /** Whether the customer may be rung now; null where that is no question. */
  readonly ring: MayRing | null
  /** The others who have the number of an open call. */
  readonly sharing: readonly SharingNumber[]
  /** Other customers with whom the number is noted as wrong. */
  readonly wrongWith: readonly Customer[]
  /** What the member of staff says; null for work that is no call. */
  readonly script: ShownScript | null
  /** What became of a correction of the customer. */
  readonly correction: CorrectionOutcome | null
  /** Whether the visitor can ring by the company's telephone system. */
  readonly canRing: boolean
  /** What is left of the limit of compensation; null where there is no catalogue, and for what is no case. */
  readonly compensationRoom: number | null
  /** The item itself, or the case of which it became a part, by whose sum it goes what may be approved. */
  readonly goesOn: WorkItem
  /** The customer's mails that joined a case, with something attached. */
  readonly mails: readonly Reply[]
  /** What became of the form that was sent last. */
  readonly said: string | undefined
}

export function itemPage(frame: ItemForms['frame'], shown: ItemShown): Html {
  const { behind, campaigns, companyRules, people, said } = shown
  const { locale } = frame
  const words = WORDS[locale]
  const { item } = behind
  const title = workInWords(item, locale)
  const others = shown.beside?.otherWork ?? []
  const body = html`<p class="back">${item.kind === 'data-request' ? '' : html`<a href="/calls">← ${words.backToCalls}</a> `}<a href="/work">← ${words.back}</a></p>
      <h1>${title}</h1>
      <p class="chips">${clockChip(behind, frame)} ${raisedChip(behind, frame)} ${reopenedChip(behind, frame)} ${unsolvedChip(behind, frame)} ${departmentChip(item, frame)} ${ownerChip(behind, { frame, people })}</p>
      ${item.kind === 'case' && isOpen(item) ? caseJumps(item, { locale, canAsk: companyRules.departments.length > 0, canCompensate: companyRules.compensation !== null, canMerge: mayBecomePartOf(item, others, companyRules.cases).length > 0 }) : ''}
      ${workSaidLine(said, locale)}${correctionSaid(shown.correction, frame)}
      ${whom(behind, frame)}
      ${ringLine(shown.ring, frame)}
      ${sharedNumber(shown, locale)}
      ${handOverNote(item, frame)}
      <div class="columns item" data-work="${item.workId}">
        <div>
          ${leaseLine(item, frame)}
          ${telephoneCalls(item, { ...shown, frame })}
          ${saidSection(shown, frame)}
          ${shown.script && isOpen(item) ? scriptCard(shown.script, locale) : ''}
          ${itemForms(behind, { ...shown, frame })}
          ${isOpen(item) ? '' : historySection(shown, frame)}
        </div>
        <div class="beside">
          ${item.kind === 'case' ? caseSection(item, { companyRules, others }, frame) : ''}${item.kind === 'case' ? playbookOfCase(item, companyRules, locale) : ''}${item.kind === 'case' ? caseThemes(item, companyRules, frame) : ''}${item.kind === 'case' ? questionSection(item, companyRules, frame) : ''}${item.kind === 'case' ? compensationSection(item, { catalogue: companyRules.compensation, people, room: shown.compensationRoom, goesOn: shown.goesOn }, frame) : ''}${item.kind === 'case' ? fileSection(item, { frame, mails: shown.mails }) : ''}
          ${dueSection(shown, frame)}
          ${customerPanel(behind, shown.beside, { frame, campaigns, companyRules })}
          ${isOpen(item) ? historySection(shown, frame) : ''}
        </div>
        <div>${item.kind === 'case' && isOpen(item) ? caseForms({ behind, item, frame, cases: companyRules.cases, written: shown.draft?.onCase ?? null, refused: ofAnotherTeam(behind, frame) }) : ''}${item.kind === 'case' && isOpen(item) ? questionForms({ behind, item, frame, rules: companyRules, written: shown.draft?.onCase ?? null, questionId: shown.caseId }) : ''}${item.kind === 'case' && isOpen(item) ? fileForm({ behind, frame, written: shown.draft?.onCase ?? null }) : ''}${item.kind === 'case' && isOpen(item) ? goOnForm({ behind, item, frame, written: shown.draft?.onCase ?? null, refused: ofAnotherTeam(behind, frame) }) : ''}${item.kind === 'case' && isOpen(item) ? mergeForm({ behind, item, frame, rules: companyRules, others, written: shown.draft?.onCase ?? null, refused: ofAnotherTeam(behind, frame) }) : ''}${item.kind === 'case' ? compensationOf(item, shown, frame) : ''}${furtherForms(behind, { ...shown, frame })}</div>
      </div>
      ${logLink(frame, item.workId)}`
  return framePage({ frame, section: 'work', title, body })
}

const compensationOf = (
  item: Case,
  { behind, companyRules, compensationRoom, goesOn, beside, draft, caseId }: ItemShown,
  frame: ItemForms['frame'],
) =>
  compensationForms({
    behind,
    item,
    goesOn,
    frame,
    catalogue: companyRules.compensation,
    room: compensationRoom,
    agrees: agreesToAdvertising(beside?.consents),
    written: draft?.onCase ?? null,
    refused: ofAnotherTeam(behind, frame),
    compensationId: caseId,
  })
function playbookOfCase(item: Case, { playbooks }: CompanyRules, locale: ItemForms['frame']['locale']): Html | string {
  const playbook = playbookOf(playbooks, descriptionOf(item)?.category ?? null)
  return playbook ? playbookCard(playbook, locale) : ''
}

/** Beside the number, before it is tapped. It refuses nothing: what a customer says who rings by themselves is noted all the same. */
const ringLine = (ring: MayRing | null, { locale, company }: ItemForms['frame']): Html | string =>
  ring === null
    ? ''
    : html`<p class="${ring.may ? 'quiet' : 'said warn'}" data-ring>${mayRingInWords(ring, { locale, zone: company.zone })}</p>`

/** After what a call is made that no words of the customer began, with the way there. */
function followsFrom(item: WorkItem, locale: ItemForms['frame']['locale']): Html | string {
  const { subject } = item
  if (subject.is !== 'follow-up') return ''
  const { followUp, history } = WORDS[locale]
  return html`<p data-follows>${followUp[followUpAfter(subject, item)]} <a href="${workPath(subject.workId)}">${history}</a></p>`
}

function nothingSaid(item: WorkItem, locale: ItemForms['frame']['locale']): Html | string {
  const words = WORDS[locale]
  if (item.subject.is === 'follow-up') return ''
  if (isMissedHotline(item)) return missedCall(item, locale)
  const told = toldWords(item)
  if (told !== null) return html`<p class="words">${told}</p><p class="quiet"><small>${words.noted}</small></p>`
  return html`<p class="quiet">${isCheckIn(item) ? words.checkIn : words.nothingSaid}</p>`
}

function saidSection({ behind, campaigns }: ItemShown, { locale, company }: ItemForms['frame']): Html {
  const words = WORDS[locale]
  const { item, deadlines, reply, response } = behind
  const also = alsoLine({ item, deadlines }, { locale, at: (at) => writtenInstant(at, { zone: company.zone, locale }) })
  const occurrenceId = occurrenceOf(item)
  return html`<section><h2>${words.said}</h2>
            ${followsFrom(item, locale)}
            ${reply || response ? saidBehind(behind, { locale, campaigns, length: 'whole' }) : nothingSaid(item, locale)}
            ${also === null ? '' : html`<p>${also}</p>`}
            ${warningsOf(item, locale).map((warning) => html`<p class="said warn">${warning}</p>`)}
            ${systemNotes(item, locale).map((note) => html`<p><small>${note}</small></p>`)}
            ${occurrenceId === null ? '' : html`<p><small>${occurrenceLink(occurrenceId, { campaigns, locale })}</small></p>`}
          </section>`
}

function dueSection(
  { behind: { item, deadlines }, why, companyRules: { cases } }: ItemShown,
  { locale, company }: ItemForms['frame'],
): Html | string {
  if (!isOpen(item)) return ''
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  return html`<section><h2>${WORDS[locale].why}</h2>${dueInWords(why, deadlines, { locale, cases, at }).map((line) => html`<p>${line}</p>`)}</section>`
}

function historySection(
  { behind: { item }, companyRules: { cases, departments, themes } }: ItemShown,
  { locale, company }: ItemForms['frame'],
): Html {
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  return html`<section><h2>${WORDS[locale].history}</h2>${historyList(item, { locale, cases, departments, themes, at })}</section>`
}
