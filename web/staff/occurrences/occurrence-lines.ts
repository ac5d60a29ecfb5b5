/** A list of occurrences: when, of which campaign, for how many people, and how it came out. */
import { html } from 'hono/html'
import { type Standing, type UnknownCount, undecidedIn } from '#core/planning/balance.ts'
import type { Balance, Occurrence } from '#core/planning/occurrence.ts'
import { weekdayOf } from '#core/time/local-date.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { balanceInBrief, standingChip } from '#web/staff/occurrences/balance.ts'
import { troubleLines } from '#web/staff/occurrences/troubles.ts'
import { occurrencePath } from '#web/staff/paths.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { weekdayName, writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    columns: { date: 'Ngày', campaign: 'Chiến dịch', people: 'Người', balance: 'Cân đối' },
    open: 'đang mở',
    soFar: (sent: string) => `${sent} đã gửi đến giờ`,
    handedSoFar: (handed: string) => `${handed} đã giao cho nhóm gọi hoặc viết thư thay, đến giờ`,
    nobody: 'không ai đến lượt',
    uncounted: 'Cân đối và thư gửi lỗi chưa đếm: mở để xem',
    uncountedToo: 'Cân đối, thư gửi lỗi và thư chưa rõ chưa đếm: mở để xem',
  },
  en: {
    columns: { date: 'Date', campaign: 'Campaign', people: 'People', balance: 'Balance' },
    open: 'open',
    soFar: (sent: string) => `${sent} sent so far`,
    handedSoFar: (handed: string) => `${handed} handed to the desk or written to instead so far`,
    nobody: 'nobody was due',
    uncounted: 'Balance and failed mails not counted yet: open',
    uncountedToo: 'Balance, failed and unknown mails not counted yet: open',
  },
})

/** Open ones are counted from their people where they are few; of many only what counters and marks tell is known. */
export type OccurrenceLine = {
  readonly occurrence: Pick<Occurrence, 'occurrenceId' | 'campaignId' | 'date' | 'mismatch' | 'state'>
  readonly audience: number
} & (
  | { readonly balance: Balance; readonly standing: Standing }
  /** Open, and with too many people to count for a list. */
  | { readonly balance: null; readonly mailed: number; readonly unknown: UnknownCount | null }
)

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
      lineStanding(line, { locale, isOfCalls: campaigns.isOfCalls(campaignId) }),
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

/** How it stands; of an open one also what went wrong so far, in red, with what to do: until it closes that can still be mended. */
export function lineStanding(line: OccurrenceLine, of: OfCampaign): Html {
  const { locale } = of
  const { occurrence, balance, audience } = line
  if (balance === null) return html`${uncounted(line, of)}${troublesOf(line, locale)}`
  const isOpen = occurrence.state === 'open'
  if (!isOpen && audience === 0 && !occurrence.mismatch) return html`<span class="quiet">${WORDS[locale].nobody}</span>`
  const counted = html`<span>${balanceInBrief(balance, of)}</span> ${isOpen ? html`${chip(WORDS[locale].open)} ` : ''}${standingChip(line, locale)}`
  return isOpen ? html`${counted}${troublesOf(line, locale)}` : counted
}

function uncounted(
  { occurrence: { occurrenceId }, mailed, unknown }: Extract<OccurrenceLine, { readonly balance: null }>,
  { locale, isOfCalls }: OfCampaign,
): Html {
  const words = WORDS[locale]
  const soFar = isOfCalls ? words.handedSoFar : words.soFar
  const [is, said] = unknown === null ? (['all', words.uncountedToo] as const) : (['balance', words.uncounted] as const)
  return html`${mailed > 0 ? html`<span>${soFar(writtenCount(mailed, locale))}</span> ` : ''}${chip(words.open)}<br><a href="${occurrencePath(occurrenceId)}" data-uncounted="${is}"><small>${said}</small></a>`
}

function troublesOf(line: OccurrenceLine, locale: Frame['locale']): Html | string {
  const unknown = undecidedIn(line) ?? { count: 0, isMore: false }
  const lines = troubleLines({ occurrence: line.occurrence, balance: line.balance, unknown }, locale)
  return lines.length === 0
    ? ''
    : html`<ul class="plain troubles">${lines.map(({ text, path }) => html`<li><a href="${path}">${text}</a></li>`)}</ul>`
}
