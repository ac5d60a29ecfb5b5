/** What one customer got and did not get, as a table: each with its reason, the mail and the voucher in it. */

import { html } from 'hono/html'
import type { Outcome } from '#core/audience/outcome.ts'
import { lastLeg, type Touch } from '#core/planning/touch.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { type Frame, table } from '#web/staff/frame.ts'
import { type CampaignNames, occurrenceLink } from '#web/staff/occurrence-title.ts'
import { mailLink, reasonCell, saidOutcome, stateCell } from '#web/staff/outcome-cells.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    columns: ['Dịp', 'Kết quả', 'Lý do và chi tiết', 'Thư và phiếu quà'],
    none: 'Chưa đến dịp nào.',
  },
  en: {
    columns: ['Occurrence', 'Outcome', 'Reason and details', 'Mail and voucher'],
    none: 'No occasion has come yet.',
  },
})

export interface TimelineLine {
  readonly occurrenceId: string
  readonly campaignId: string
  readonly date: LocalDate
  /** Null for a touch older than the dates searched: only its own row remains. */
  readonly outcome: Outcome | null
  readonly touch: Touch | null
}

interface Around {
  readonly frame: Frame
  readonly campaigns: CampaignNames
  /** Where the customer lives. */
  readonly zone: string
}

export function timelineTable({
  timeline,
  label,
  ...around
}: Around & { readonly timeline: readonly TimelineLine[]; readonly label: string }): Html {
  const { frame, campaigns } = around
  const { locale } = frame
  const words = WORDS[locale]
  const rows = timeline.map((entry) => {
    const { state, providerId, said } = told(entry, around)
    const code = entry.touch?.voucherCode ?? null
    return [
      html`${occurrenceLink(entry.occurrenceId, { campaigns, locale, text: campaigns.name(entry.campaignId) })} <small>${shortDate(entry.date, locale)}</small>`,
      stateCell({ state, delivery: entry.touch?.delivery }, locale),
      reasonCell(said, locale),
      html`${mailLink(providerId, frame)}${code ? html` <a href="/v/${encodeURIComponent(code)}"><code>${code}</code></a>` : ''}`,
    ]
  })
  return table({ locale, label, headings: words.columns, rows, empty: words.none })
}

/** The batch's word, or for a touch older than the batches read, the touch's own. */
function told({ outcome, touch, date }: TimelineLine, { frame, campaigns, zone }: Around) {
  if (outcome) {
    const providerId = outcome.state === 'sent' ? outcome.providerId : null
    return { state: outcome.state, providerId, said: saidOutcome(outcome, { frame, campaigns, date, zone }) }
  }
  const reason = touch ? writtenInstant(touch.at, { zone: frame.company.zone, locale: frame.locale }) : ''
  return {
    state: touch?.result ?? 'unknown',
    providerId: (touch && lastLeg(touch).dispatchId) ?? null,
    said: { reason, more: touch?.reason ?? '', freeAt: null },
  } as const
}
