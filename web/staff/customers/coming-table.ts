/** What comes for one customer: the day of each campaign that means them, and why it would not be sent as things stand. */
import { html } from 'hono/html'
import type { SkipReason } from '#core/audience/skip.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { chip, table } from '#web/staff/frame.ts'
import { campaignPath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { SKIP_WORDS } from '#web/words/skip-reasons.ts'

const WORDS = bothLanguages({
  vi: {
    label: 'Sắp tới',
    columns: ['Chiến dịch', 'Ngày gửi'],
    not: 'không gửi',
    paused: 'chiến dịch đang tạm dừng, không gửi gì cho đến khi chạy tiếp',
    none: 'Không có dịp nào trong năm tới.',
  },
  en: {
    label: 'Coming',
    columns: ['Campaign', 'Date'],
    not: 'not sent',
    paused: 'the campaign is paused, and nothing is sent until it is resumed',
    none: 'No occasion within a year.',
  },
})

export interface ComingDay {
  readonly campaign: Pick<CampaignDefinition, 'id' | 'name'>
  readonly date: LocalDate
  /** Why it would not be sent as things stand; null when it may be. */
  readonly refusal: { readonly reason: SkipReason } | null
  readonly isPaused: boolean
}

export function comingTable(coming: readonly ComingDay[], locale: PageLocale): Html {
  const words = WORDS[locale]
  const rows = coming.map(({ campaign, date, refusal, isPaused }) => {
    const reasons = [...(isPaused ? [words.paused] : []), ...(refusal === null ? [] : [SKIP_WORDS[locale][refusal.reason]])]
    return [
      html`<a href="${campaignPath(campaign.id)}">${campaign.name[locale]}</a>`,
      reasons.length === 0
        ? shortDate(date, locale)
        : html`${shortDate(date, locale)} ${chip(words.not, 'warn')}<br><small>${reasons.join('; ')}</small>`,
    ]
  })
  return table({ locale, label: words.label, headings: words.columns, rows, empty: words.none })
}
