/** What one customer got and did not get, as a table: each with its reason, the mail and the voucher in it. */

import { html } from 'hono/html'
import type { TimelineEntry } from '#app/person/customer-timeline.ts'
import { lastLeg } from '#core/planning/touch.ts'
import { toneOf } from '#functions/staff/people.ts'
import { type KnownCampaigns, readerOf } from '#functions/staff/room.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { chip, type Frame, table } from '#web/staff/frame.ts'
import { occurrenceLink } from '#web/staff/occurrence-title.ts'
import { DELIVERY_WORDS, STATE_WORDS } from '#web/words/outcome-states.ts'
import { notAskedInWords, outcomeInWords } from '#web/words/outcomes.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = {
  vi: {
    columns: ['Dịp', 'Kết quả', 'Lý do và chi tiết', 'Thư và phiếu quà'],
    none: 'Chưa đến dịp nào.',
    free: (at: string) => `được liên hệ lại từ ${at}`,
    mail: 'mở thư',
  },
  en: {
    columns: ['Occurrence', 'Outcome', 'Reason and details', 'Mail and voucher'],
    none: 'No occasion has come yet.',
    free: (at: string) => `free again on ${at}`,
    mail: 'open the mail',
  },
} as const

export function timelineTable({
  frame,
  campaigns,
  timeline,
  label,
  zone,
}: {
  frame: Frame
  campaigns: KnownCampaigns
  timeline: readonly TimelineEntry[]
  label: string
  /** Where the customer lives. */
  zone: string
}): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const rows = timeline.map((entry) => {
    const { state, reason, more, freeAt, messageId } = told(entry, { frame, campaigns, zone })
    const code = entry.touch?.voucherCode ?? null
    const delivery = entry.touch?.delivery ?? null
    return [
      html`${occurrenceLink(entry.occurrenceId, { campaigns, locale, text: campaigns.name(entry.campaignId) })} <small>${shortDate(entry.date, locale)}</small>`,
      html`${chip(STATE_WORDS[locale][state], toneOf(state))}${delivery ? html` <small>${DELIVERY_WORDS[locale][delivery.state]}</small>` : ''}`,
      html`${reason}${more ? html`<br><small>${more}</small>` : ''}${freeAt ? html`<br><small>${words.free(freeAt)}</small>` : ''}`,
      html`${messageId && frame.mailPath ? html`<a href="${frame.mailPath(messageId)}">${words.mail}</a>` : ''}${code ? html` <a href="/v/${encodeURIComponent(code)}"><code>${code}</code></a>` : ''}`,
    ]
  })
  return table({ locale, label, headings: words.columns, rows, empty: words.none })
}

/** The batch's word, or for a touch older than the batches read, the touch's own. */
function told(
  { outcome, touch, date }: TimelineEntry,
  { frame, campaigns, zone }: { frame: Frame; campaigns: KnownCampaigns; zone: string },
) {
  if (outcome) {
    const notAsked = notAskedInWords(outcome, { date, zone, locale: frame.locale })
    if (notAsked !== null) {
      const { detail } = outcomeInWords(outcome, readerOf(frame, campaigns))
      return { state: outcome.state, reason: notAsked, more: detail, freeAt: null, messageId: null }
    }
    const { reason, detail, freeAt } = outcomeInWords(outcome, readerOf(frame, campaigns))
    return { state: outcome.state, reason, more: detail, freeAt, messageId: outcome.state === 'sent' ? outcome.providerId : null }
  }
  return {
    state: touch?.result ?? 'unknown',
    reason: touch ? writtenInstant(touch.at, { zone: frame.company.zone, locale: frame.locale }) : '',
    more: touch?.reason ?? '',
    freeAt: null,
    messageId: (touch && lastLeg(touch).dispatchId) ?? null,
  } as const
}
