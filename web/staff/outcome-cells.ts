/** One outcome as cells of a table; the same among everybody of an occurrence and on a customer's own page. */
import { html } from 'hono/html'
import type { Outcome, OutcomeState } from '#core/audience/outcome.ts'
import type { Delivery } from '#core/planning/touch.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { isCheckInId } from '#core/work/check-in.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { workLink } from '#web/staff/work-link.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { FREE_AGAIN_WORDS } from '#web/words/free-again.ts'
import { DELIVERY_WORDS, HANDED_WORDS, STATE_WORDS } from '#web/words/outcome-states.ts'
import { notAskedInWords, outcomeInWords } from '#web/words/outcomes.ts'

const WORDS = bothLanguages({
  vi: { mail: 'mở thư', call: 'mở cuộc gọi' },
  en: { mail: 'open the mail', call: 'open the call' },
})

interface OutcomeSaid {
  readonly reason: string
  readonly more: string
  /** From when the customer may be contacted again, where the reason does not say it already. */
  readonly freeAt: string | null
}

/** `zone`: where the customer lives; undefined when they are gone. */
export function saidOutcome(
  outcome: Outcome,
  given: {
    readonly frame: Frame
    readonly campaigns: CampaignNames
    readonly date: LocalDate
    readonly zone: string | undefined
  },
): OutcomeSaid {
  const { frame, campaigns, date, zone } = given
  const { locale, company } = frame
  const { reason, detail, freeAt } = outcomeInWords(outcome, { locale, zone: company.zone, campaignName: campaigns.name })
  const notAsked = zone === undefined ? null : notAskedInWords(outcome, { date, zone, locale })
  return notAsked === null ? { reason, more: detail, freeAt } : { reason: notAsked, more: detail, freeAt: null }
}

interface ShownState {
  readonly state: OutcomeState
  readonly delivery: Delivery | null | undefined
  /** What it was handed out as: a provider's id, or a task's. */
  readonly handedAs: string | null
}

/** A call that came to the desk is not made yet: its task says what came of it. */
export const stateCell = ({ state, delivery, handedAs }: ShownState, locale: PageLocale): Html =>
  html`${isCall(handedAs) && state === 'sent' ? chip(HANDED_WORDS[locale], 'plain') : chip(STATE_WORDS[locale][state], toneOf(state))}${delivery ? html` <small>${DELIVERY_WORDS[locale][delivery.state]}</small>` : ''}`

export const reasonCell = ({ reason, more, freeAt }: OutcomeSaid, locale: PageLocale): Html =>
  html`${reason}${more ? html`<br><small>${more}</small>` : ''}${freeAt ? html`<br><small>${FREE_AGAIN_WORDS[locale].contacted(freeAt)}</small>` : ''}`

/** To the mail where mails are kept, or to the call for who may see work. Empty where neither is. */
export function touchLink(handedAs: string | null, { mailPath, locale, visitor }: Frame): Html | string {
  if (handedAs === null || handedAs === '') return ''
  const words = WORDS[locale]
  if (isCall(handedAs)) return workLink({ workId: handedAs, words: words.call }, { visitor }) ?? ''
  return mailPath ? html`<a href="${mailPath(handedAs)}">${words.mail}</a>` : ''
}

const isCall = (handedAs: string | null): boolean => handedAs !== null && isCheckInId(handedAs)

function toneOf(state: OutcomeState): 'good' | 'warn' | 'quiet' | 'plain' {
  switch (state) {
    case 'sent':
      return 'good'
    case 'failed':
    case 'unknown':
      return 'warn'
    case 'skipped':
    case 'withheld':
      return 'quiet'
    case 'planned':
    case 'deferred':
      return 'plain'
  }
}
