/** The timeline of one customer: one line for each thing that happened, newest first. */

import { html } from 'hono/html'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { lastLeg } from '#core/planning/touch.ts'
import { standingAnswer } from '#core/survey/response.ts'
import { localDateAt } from '#core/time/zone.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate, writtenMoney } from '#web/rendering/written-value.ts'
import { answerText, originInWords, quoted, scoreChip, suspicionInWords } from '#web/staff/answers.ts'
import { chip } from '#web/staff/chip.ts'
import type { PersonEvent, TimelineLine } from '#web/staff/customers/person-event.ts'
import type { Frame } from '#web/staff/frame.ts'
import { attachmentsInWords, rawMailLink, replyChips } from '#web/staff/heard-cells.ts'
import { type CampaignNames, occurrenceLink } from '#web/staff/occurrence-title.ts'
import { reasonCell, saidOutcome, stateCell, touchLink } from '#web/staff/outcome-cells.ts'
import { voucherAddress } from '#web/staff/paths.ts'
import { alsoLine } from '#web/staff/work-facts.ts'
import { workLink } from '#web/staff/work-link.ts'
import { INVITATION_WORDS } from '#web/words/answers.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { channelWords, contactPointTitle } from '#web/words/channels.ts'
import { consentProof, consentSource, DECISION_WORDS, frequencyProof } from '#web/words/consent-words.ts'
import { FREQUENCY_WORDS } from '#web/words/frequencies.ts'
import { PURPOSE_WORDS } from '#web/words/purposes.ts'
import { SUPPRESSION_WORDS } from '#web/words/suppressions.ts'
import { reasonWritten } from '#web/words/system-reasons.ts'
import { systemNotes, workInWords } from '#web/words/work.ts'
import { eventInWords } from '#web/words/work-events.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    none: 'Chưa có gì.',
    network: 'từ mạng',
    replaced: 'đã được thay bằng câu trả lời sau',
    mail: 'Thư của khách',
    bought: 'Mua hàng',
    delivered: 'Đã giao',
    expected: 'Sẽ giao',
    order: 'đơn',
    voucher: 'Dùng phiếu quà',
    consent: 'Sự đồng ý',
    frequency: 'Khách chọn nhận thư',
    suppressed: (point: string) => `${point}: bị chặn`,
    corrected: (by: string) => `${by} sửa hồ sơ`,
  },
  en: {
    none: 'Nothing yet.',
    network: 'from the network',
    replaced: 'replaced by a later answer',
    mail: 'Mail from the customer',
    bought: 'Purchase',
    delivered: 'Delivered',
    expected: 'To be delivered',
    order: 'order',
    voucher: 'Voucher redeemed',
    consent: 'Consent',
    frequency: 'The customer chose to hear from us',
    suppressed: (point: string) => `${point}: suppressed`,
    corrected: (by: string) => `Profile corrected by ${by}`,
  },
})

interface Around {
  readonly frame: Frame
  readonly campaigns: CampaignNames
  readonly companyRules: CompanyRules
  /** Where the customer lives. */
  readonly zone: string
}

export function timelineList({
  events,
  label,
  ...around
}: Around & { readonly events: readonly PersonEvent[]; readonly label: string }): Html {
  const { locale, company } = around.frame
  if (events.length === 0) return html`<p class="quiet">${WORDS[locale].none}</p>`
  return html`<ol class="timeline" aria-label="${label}">${events.map(
    (event) =>
      html`<li data-event="${event.is}"><time datetime="${event.at}">${whenOf(event, { zone: company.zone, locale })}</time><div>${lineOf(event, around)}</div></li>`,
  )}</ol>`
}

/** A purchase has a day and no time, and so has an outcome that left no touch. */
function whenOf(event: PersonEvent, where: { readonly zone: string; readonly locale: Frame['locale'] }): string {
  switch (event.is) {
    case 'purchase':
      return shortDate(event.purchase.purchasedOn, where.locale)
    case 'delivered':
      return shortDate(event.purchase.deliveredOn ?? event.purchase.purchasedOn, where.locale)
    case 'touch':
      return hasTime(event.line) ? writtenInstant(event.at, where) : shortDate(event.line.date, where.locale)
    default:
      return writtenInstant(event.at, where)
  }
}

const hasTime = ({ outcome, touch }: TimelineLine): boolean =>
  touch !== null || outcome?.state === 'sent' || outcome?.state === 'failed' || outcome?.state === 'unknown'

function lineOf(event: PersonEvent, around: Around): Html {
  const { frame, campaigns } = around
  const { locale, company } = frame
  const words = WORDS[locale]
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  switch (event.is) {
    case 'touch':
      return touchLine(event, around)
    case 'answer': {
      const { response, answer } = event
      const isReplaced = !answer.suspect && standingAnswer(response) !== answer
      return html`${occurrenceLink(response.occurrenceId, { campaigns, locale })} ${scoreChip({ kind: response.kind, answer, locale })} <small>${originInWords(answer.origin, locale)}${answer.origin.network === null ? '' : html` ${words.network} <code>${answer.origin.network.slice(0, 8)}</code>`}${isReplaced ? html` (${words.replaced})` : ''}</small>${suspicionInWords(answer, locale)}<br>${answerText(answer, { locale, survey: campaigns.survey(response.campaignId) })}`
    }
    case 'reply': {
      const { reply } = event
      return html`${words.mail}: <b>${reply.subject}</b> ${replyChips(reply, locale)}<br>${quoted(reply.reading.text, locale)}${attachmentsInWords(reply, locale)} ${reply.occurrenceId === null ? '' : occurrenceLink(reply.occurrenceId, { campaigns, locale })} ${rawMailLink(reply, locale)}`
    }
    case 'work': {
      const { cases, departments } = around.companyRules
      const named = workInWords(event.item, locale)
      const { what, note } = eventInWords(event.event, event.item, { locale, at, isUnderItsTime: true, cases, departments })
      return html`<b>${workLink({ workId: event.item.workId, words: named }, frame) ?? named}</b>: ${what}${event.event.is === 'opened' ? opening(event, around) : ''}${note === null ? '' : html`<br>${quoted(note, locale)}`}`
    }
    case 'purchase':
    case 'delivered': {
      // The company's table may know the day before it comes.
      const isExpected = (event.purchase.deliveredOn ?? '') > localDateAt(frame.now, company.zone)
      const { product, units, amount, purchaseId } = event.purchase
      const bought = [
        product,
        units !== null && units > 1 ? `× ${units}${amount ? ' ·' : ''}` : null,
        amount && writtenMoney(amount, locale),
      ]
      return html`${event.is === 'purchase' ? words.bought : isExpected ? words.expected : words.delivered}: ${bought.filter(Boolean).join(' ')} <small>${words.order} ${purchaseId}</small>`
    }
    case 'redeemed': {
      const { code, value, redeemedBy, campaignId } = event.voucher
      return html`${words.voucher} <a href="${voucherAddress(frame.pages, code)}"><code>${code}</code></a> ${writtenMoney(value, locale)} <small>${campaigns.name(campaignId)}${redeemedBy ? html`, ${redeemedBy}` : ''}</small>`
    }
    case 'consent': {
      const { purpose, channel, decision, source } = event.record
      return html`${words.consent}: ${PURPOSE_WORDS[locale][purpose]} ${channelWords(channel)[locale]} ${chip(DECISION_WORDS[locale][decision], decision === 'granted' ? 'good' : 'warn')} <small>${consentSource(source, locale)}; ${consentProof(event.record, locale)}</small>`
    }
    case 'frequency':
      return html`${words.frequency}: ${FREQUENCY_WORDS[locale][event.frequency]} <small>${frequencyProof(event, locale)}</small>`
    case 'suppression':
      return html`${chip(words.suppressed(contactPointTitle(event.kind)[locale]), 'warn')} ${SUPPRESSION_WORDS[locale][event.reason]}`
    case 'correction':
      return html`${words.corrected(event.by)}`
  }
}

function opening({ item }: Extract<PersonEvent, { is: 'work' }>, { frame: { locale, company }, companyRules }: Around): Html {
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  const also = alsoLine({ item, deadlines: deadlinesOf(item, companyRules) }, { locale, at })
  return html`${[...systemNotes(item, locale), ...(also === null ? [] : [also])].map((note) => html`<br><small>${note}</small>`)}`
}

function touchLine({ line, invitation }: Extract<PersonEvent, { is: 'touch' }>, around: Around): Html {
  const { frame, campaigns } = around
  const { locale } = frame
  const { state, providerId, said } = told(line, around)
  const code = line.touch?.voucherCode ?? null
  return html`${occurrenceLink(line.occurrenceId, { campaigns, locale })} ${stateCell({ state, delivery: line.touch?.delivery, handedAs: providerId }, locale)}${invitation === null ? '' : html` ${chip(INVITATION_WORDS[locale][invitation], invitation === 'answered' ? 'good' : 'quiet')}`} ${reasonCell(said, locale)} ${touchLink(providerId, frame)}${code ? html` <a href="${voucherAddress(frame.pages, code)}"><code>${code}</code></a>` : ''}`
}

/** The batch's word, or for a touch older than the batches read, the touch's own. */
function told({ outcome, touch, date }: TimelineLine, { frame, campaigns, zone }: Around) {
  if (outcome) {
    // When it was sent stands at the head of the line.
    if (outcome.state === 'sent') return { state: outcome.state, providerId: outcome.providerId, said: NOTHING_SAID }
    return { state: outcome.state, providerId: null, said: saidOutcome(outcome, { frame, campaigns, date, zone }) }
  }
  return {
    state: touch?.result ?? 'unknown',
    providerId: (touch && lastLeg(touch).dispatchId) ?? null,
    said: {
      ...NOTHING_SAID,
      reason: reasonWritten(touch?.reason ?? '', {
        locale: frame.locale,
        at: (instant) => writtenInstant(instant, { zone, locale: frame.locale }),
      }),
    },
  } as const
}

const NOTHING_SAID = { reason: '', more: '', freeAt: null }
