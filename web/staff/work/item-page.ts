/** The screen of one item of work: what the customer said, who they are, by when it is due and why, what happened so far, and what can be done. */

import { html } from 'hono/html'
import { followUpAfter } from '#core/work/follow-up-after.ts'
import type { MayRing } from '#core/work/may-ring.ts'
import { isOpen } from '#core/work/standing.ts'
import { toldWords } from '#core/work/told-case.ts'
import { isCheckIn, isMissedHotline, occurrenceOf, type WorkItem } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import { correctionSaid } from '#web/staff/customers/correct-profile.ts'
import { framePage } from '#web/staff/frame.ts'
import { logLink } from '#web/staff/log-link.ts'
import { occurrenceLink } from '#web/staff/occurrence-title.ts'
import { workPath } from '#web/staff/paths.ts'
import { formsOfCase, jumpsOfCase, sectionsOfCase } from '#web/staff/work/case-on-item-page.ts'
import { departmentChip } from '#web/staff/work/department-chip.ts'
import { handOverNote } from '#web/staff/work/hand-over-note.ts'
import { customerPanel } from '#web/staff/work/item-customer.ts'
import { dueInWords } from '#web/staff/work/item-due.ts'
import { furtherForms, type ItemForms, itemForms } from '#web/staff/work/item-forms.ts'
import type { ItemShown } from '#web/staff/work/item-shown.ts'
import { ITEM_WORDS as WORDS } from '#web/staff/work/item-words.ts'
import { leaseLine } from '#web/staff/work/lease-line.ts'
import { missedCall } from '#web/staff/work/missed-call.ts'
import { scriptCard } from '#web/staff/work/script-card.ts'
import { sharedNumber } from '#web/staff/work/shared-number.ts'
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

export function itemPage(frame: ItemForms['frame'], shown: ItemShown): Html {
  const { behind, campaigns, companyRules, people, said } = shown
  const { locale } = frame
  const words = WORDS[locale]
  const { item } = behind
  const title = workInWords(item, locale)
  const body = html`<p class="back">${item.kind === 'data-request' ? '' : html`<a href="/calls">← ${words.backToCalls}</a> `}<a href="/work">← ${words.back}</a></p>
      <h1>${title}</h1>
      <p class="chips">${clockChip(behind, frame)} ${raisedChip(behind, frame)} ${reopenedChip(behind, frame)} ${unsolvedChip(behind, frame)} ${departmentChip(item, frame)} ${ownerChip(behind, { frame, people })}</p>
      ${item.kind === 'case' ? jumpsOfCase(item, shown, locale) : ''}
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
          ${item.kind === 'case' ? sectionsOfCase(item, shown, frame) : ''}
          ${dueSection(shown, frame)}
          ${customerPanel(behind, shown.beside, { frame, campaigns, companyRules, people })}
          ${isOpen(item) ? historySection(shown, frame) : ''}
        </div>
        <div>${item.kind === 'case' ? formsOfCase(item, shown, frame) : ''}${furtherForms(behind, { ...shown, frame })}</div>
      </div>
      ${logLink(frame, item.workId)}`
  return framePage({ frame, section: 'work', title, body })
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

function nothingSaid(item: WorkItem, { locale, company: { zone } }: ItemForms['frame']): Html | string {
  const words = WORDS[locale]
  if (item.subject.is === 'follow-up') return ''
  if (isMissedHotline(item)) return missedCall(item, { locale, zone })
  const told = toldWords(item)
  if (told !== null) return html`<p class="words">${told}</p><p class="quiet"><small>${words.noted}</small></p>`
  return html`<p class="quiet">${isCheckIn(item) ? words.checkIn : words.nothingSaid}</p>`
}

function saidSection({ behind, campaigns }: ItemShown, frame: ItemForms['frame']): Html {
  const { locale, company } = frame
  const words = WORDS[locale]
  const { item, deadlines, reply, response } = behind
  const also = alsoLine({ item, deadlines }, { locale, at: (at) => writtenInstant(at, { zone: company.zone, locale }) })
  const occurrenceId = occurrenceOf(item)
  return html`<section><h2>${words.said}</h2>
            ${followsFrom(item, locale)}
            ${reply || response ? saidBehind(behind, { locale, campaigns, length: 'whole' }) : nothingSaid(item, frame)}
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
