/** The screen of one item of work: what the customer said, who they are, by when it is due and why, what happened so far, and what can be done. */
import { html } from 'hono/html'
import type { Channels } from '#core/channel/channel.ts'
import { isOpen } from '#core/work/standing.ts'
import type { WhyDue } from '#core/work/why-due.ts'
import { isCheckIn, isMissedHotline, occurrenceOf } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import { framePage } from '#web/staff/frame.ts'
import { type CampaignNames, occurrenceLink } from '#web/staff/occurrence-title.ts'
import type { Behind } from '#web/staff/work/behind.ts'
import { type CustomerBeside, customerPanel } from '#web/staff/work/item-customer.ts'
import { dueInWords } from '#web/staff/work/item-due.ts'
import { type ItemForms, itemForms } from '#web/staff/work/item-forms.ts'
import { ITEM_WORDS as WORDS } from '#web/staff/work/item-words.ts'
import { missedCall } from '#web/staff/work/missed-call.ts'
import { type ShownScript, scriptCard } from '#web/staff/work/script-card.ts'
import { telephoneCalls } from '#web/staff/work/telephone-calls.ts'
import { clockChip, ownerChip, reopenedChip } from '#web/staff/work/work-chips.ts'
import { whom } from '#web/staff/work/work-row.ts'
import { saidBehind } from '#web/staff/work/work-said.ts'
import { workSaidLine } from '#web/staff/work/work-said-line.ts'
import { alsoLine, warningsOf } from '#web/staff/work-facts.ts'
import { historyList } from '#web/staff/work-history.ts'
import { systemNotes, workInWords } from '#web/words/work.ts'
import { writtenInstant } from '#web/words/written.ts'

export interface ItemShown extends Omit<ItemForms, 'frame'> {
  readonly behind: Behind
  readonly why: WhyDue
  readonly campaigns: CampaignNames
  readonly channels: Channels
  /** Null where the customer is not known, or gone. */
  readonly beside: CustomerBeside | null
  /** What the member of staff says; null for work that is no call. */
  readonly script: ShownScript | null
  /** Whether the visitor can ring by the company's telephone system. */
  readonly canRing: boolean
  /** What became of the form that was sent last. */
  readonly said: string | undefined
}

export function itemPage(frame: ItemForms['frame'], shown: ItemShown): Html {
  const { behind, campaigns, channels, people, said } = shown
  const { locale } = frame
  const words = WORDS[locale]
  const { item } = behind
  const title = workInWords(item, locale)
  const body = html`<p class="back"><a href="/work">← ${words.back}</a></p>
      <h1>${title}</h1>
      <p class="chips">${clockChip(behind, frame)} ${reopenedChip(behind, frame)} ${ownerChip(behind, { frame, people })}</p>
      ${whom(behind, frame)}
      ${workSaidLine(said, locale)}
      <div class="columns item" data-work="${item.workId}">
        <div>
          ${saidSection(shown, frame)}
          ${shown.script && isOpen(item) ? scriptCard(shown.script, locale) : ''}
          ${telephoneCalls(item, { ...shown, frame })}
          ${itemForms(behind, { ...shown, frame })}
        </div>
        <div>
          ${dueSection(shown, frame)}
          ${customerPanel(behind, shown.beside, { frame, campaigns, channels })}
          ${historySection(shown, frame)}
        </div>
      </div>`
  return framePage({ frame, section: 'work', title, body })
}

function saidSection({ behind, campaigns }: ItemShown, { locale, company }: ItemForms['frame']): Html {
  const words = WORDS[locale]
  const { item, deadlines, reply, response } = behind
  const also = alsoLine({ item, deadlines }, { locale, at: (at) => writtenInstant(at, { zone: company.zone, locale }) })
  const occurrenceId = occurrenceOf(item)
  return html`<section><h2>${words.said}</h2>
            ${reply || response ? saidBehind(behind, { locale, campaigns, length: 'whole' }) : isMissedHotline(item) ? missedCall(item, locale) : html`<p class="quiet">${isCheckIn(item) ? words.checkIn : words.nothingSaid}</p>`}
            ${also === null ? '' : html`<p>${also}</p>`}
            ${warningsOf(item, locale).map((warning) => html`<p class="said warn">${warning}</p>`)}
            ${systemNotes(item, locale).map((note) => html`<p><small>${note}</small></p>`)}
            ${occurrenceId === null ? '' : html`<p><small>${occurrenceLink(occurrenceId, { campaigns, locale })}</small></p>`}
          </section>`
}

function dueSection({ behind: { item, deadlines }, why }: ItemShown, { locale, company }: ItemForms['frame']): Html | string {
  if (!isOpen(item)) return ''
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  return html`<section><h2>${WORDS[locale].why}</h2>${dueInWords(why, deadlines, { locale, at }).map((line) => html`<p>${line}</p>`)}</section>`
}

function historySection({ behind: { item } }: ItemShown, { locale, company }: ItemForms['frame']): Html {
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  return html`<section><h2>${WORDS[locale].history}</h2>${historyList(item, { locale, at })}</section>`
}
