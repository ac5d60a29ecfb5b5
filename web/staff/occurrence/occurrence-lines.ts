/** A list of occurrences: when, of which campaign, for how many people, and how it came out. */
import { html } from 'hono/html'
import type { Balance, Occurrence } from '#core/planning/occurrence.ts'
import { weekdayOf } from '#core/time/local-date.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { chip, type Frame, table } from '#web/staff/frame.ts'
import { balanceInBrief, standingChip } from '#web/staff/occurrence/balance.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { occurrencePath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { weekdayName, writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    columns: { date: 'Ngày', campaign: 'Chiến dịch', people: 'Người', balance: 'Cân đối' },
    open: 'đang mở',
    soFar: (sent: string) => `${sent} đã gửi đến giờ`,
    handedSoFar: (handed: string) => `${handed} đã giao cho nhóm gọi hoặc viết thư thay, đến giờ`,
    nobody: 'không ai đến lượt',
  },
  en: {
    columns: { date: 'Date', campaign: 'Campaign', people: 'People', balance: 'Balance' },
    open: 'open',
    soFar: (sent: string) => `${sent} sent so far`,
    handedSoFar: (handed: string) => `${handed} handed to the desk or written to instead so far`,
    nobody: 'nobody was due',
  },
})

export interface OccurrenceLine {
  readonly occurrence: Pick<Occurrence, 'occurrenceId' | 'campaignId' | 'date' | 'mismatch'>
  /** Null while it is open. */
  readonly balance: Balance | null
  readonly audience: number
  readonly mailed: number
}

export function occurrenceTable(
  lines: readonly OccurrenceLine[],
  {
    frame: { locale },
    campaigns,
    label,
    empty,
    ofOne = false,
  }: {
    readonly frame: Frame
    readonly campaigns: CampaignNames
    readonly label: string
    readonly empty: string
    /** All are of one campaign, which the page names already. */
    readonly ofOne?: boolean
  },
): Html {
  const rows = lines.map((line) => {
    const { occurrenceId, campaignId, date } = line.occurrence
    return [
      html`<a class="days" href="${occurrencePath(occurrenceId)}">${weekdayName(weekdayOf(date), locale)}, ${shortDate(date, locale)}</a>`,
      ...(ofOne ? [] : [campaigns.name(campaignId)]),
      html`<span class="number">${writtenCount(line.audience, locale)}</span>`,
      standing(line, { locale, isOfCalls: campaigns.isOfCalls(campaignId) }),
    ]
  })
  const { date, campaign, people, balance } = WORDS[locale].columns
  const headings = ofOne ? [date, people, balance] : [date, campaign, people, balance]
  return table({ locale, label, headings, rows, empty })
}

interface OfCampaign {
  readonly locale: Frame['locale']
  readonly isOfCalls: boolean
}

function standing({ occurrence, balance, audience, mailed }: OccurrenceLine, of: OfCampaign): Html {
  const { locale } = of
  const words = WORDS[locale]
  if (balance === null) return openStanding({ mailed }, of)
  if (audience === 0 && !occurrence.mismatch) return html`<span class="quiet">${words.nobody}</span>`
  return html`<span>${balanceInBrief(balance, of)}</span> ${standingChip({ standing: occurrence.mismatch ? 'mismatch' : 'adds-up', balance }, locale)}`
}

/** Of one that is open, where its people are not counted. */
export function openStanding({ mailed }: Pick<OccurrenceLine, 'mailed'>, { locale, isOfCalls }: OfCampaign): Html {
  const words = WORDS[locale]
  const soFar = isOfCalls ? words.handedSoFar : words.soFar
  return html`${mailed > 0 ? html`<span>${soFar(writtenCount(mailed, locale))}</span> ` : ''}${chip(words.open, 'plain')}`
}
