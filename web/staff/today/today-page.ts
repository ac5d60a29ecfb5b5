/** The first page: what day it is, what comes, what has just been, and what needs a person. */
import { html } from 'hono/html'
import { daysBetween, type LocalDate, weekdayOf } from '#core/time/local-date.ts'
import { localTimeAt } from '#core/time/zone.ts'
import type { Html } from '#web/customer/page.ts'
import { longDate, shortDate } from '#web/rendering/written-value.ts'
import type { ShownCampaign } from '#web/staff/campaigns/shown-campaign.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { lineStanding, type OccurrenceLine } from '#web/staff/occurrences/occurrence-lines.ts'
import { campaignPath, occurrencePath } from '#web/staff/paths.ts'
import { table } from '#web/staff/table.ts'
import { type Attention, attentionSection } from '#web/staff/today/attention.ts'
import { compensationWaits, type WaitingCompensation } from '#web/staff/today/compensation-waits.ts'
import { type Heard, listeningCounts } from '#web/staff/today/listening-counts.ts'
import { reloadSeconds, saidPutBack } from '#web/staff/today/said-put-back.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { weekdayName, writtenCount, writtenLunarDate } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Hôm nay',
    lunar: (date: string) => `Âm lịch: ${date}`,
    zone: (time: string, zone: string) => `${time} theo giờ công ty (${zone})`,
    coming: 'Đang chạy và sắp tới',
    comingNone: 'Những ngày sắp tới chưa có ai đến lượt. Mỗi giờ hệ thống nhìn trước một ngày.',
    nobodyDue: (count: number) =>
      `Và ${count} dịp riêng của khách (sinh nhật, sau mua hàng…) mà những ngày này không ai đến lượt.`,
    columns: ['Dịp', 'Ngày', 'Người', 'Cân đối'],
    calendar: 'Lịch các chiến dịch',
    calendarNone: 'Không chiến dịch nào có ngày gửi chung cho mọi khách.',
    calendarColumns: ['Chiến dịch', 'Ngày gửi tới', 'Còn'],
    personal: 'Mỗi ngày, theo ngày riêng của từng khách:',
    never: 'không có trong năm tới',
    paused: ' (đang tạm dừng, chưa gửi)',
    cancelled: ' (đã hủy)',
    neverAgain: 'không gửi nữa',
    inDays: (days: number) => (days === 0 ? 'hôm nay' : `${days} ngày`),
    closed: 'Vừa khép lại',
    closedNone: 'Chưa có dịp nào khép lại. Một dịp khép lại khi ngày ấy đã qua ở mọi múi giờ.',
  },
  en: {
    title: 'Today',
    lunar: (date: string) => `Vietnamese lunar date: ${date}`,
    zone: (time: string, zone: string) => `${time} in the company’s zone (${zone})`,
    coming: 'Running and coming',
    comingNone: 'Nobody is due in the coming days yet. Every hour the system looks a day ahead.',
    nobodyDue: (count: number) =>
      count === 1
        ? 'And one personal occasion (a birthday, after a purchase…) for which nobody is due these days.'
        : `And ${count} personal occasions (birthdays, after a purchase…) for which nobody is due these days.`,
    columns: ['Occurrence', 'Date', 'People', 'Balance'],
    calendar: 'The campaigns’ calendar',
    calendarNone: 'No campaign has one date for everybody.',
    calendarColumns: ['Campaign', 'Next date', 'In'],
    personal: 'Every day, on each customer’s own day:',
    never: 'not within the year',
    paused: ' (paused, sends nothing)',
    cancelled: ' (cancelled)',
    neverAgain: 'nothing is sent any more',
    inDays: (days: number) => (days === 0 ? 'today' : days === 1 ? '1 day' : `${days} days`),
    closed: 'Just closed',
    closedNone: 'Nothing has closed yet. An occurrence closes when its date is over in every zone.',
  },
})

export interface Today {
  readonly today: LocalDate
  readonly campaigns: CampaignNames
  readonly attention: Attention
  readonly heard: Heard
  /** What the visitor may approve. */
  readonly compensation: readonly WaitingCompensation[]
  readonly coming: readonly OccurrenceLine[]
  /** Open occurrences in which nobody is due. */
  readonly nobodyDue: number
  readonly calendar: readonly ShownCampaign[]
  readonly closed: readonly OccurrenceLine[]
  /** What came of putting dead letters back. */
  readonly told: Readonly<Record<string, string>>
}

export function todayPage(frame: Frame, shown: Today): Html {
  const { locale } = frame
  const { campaigns, coming, nobodyDue, closed } = shown
  const words = WORDS[locale]
  const body = html`${dateSection(frame, shown.today)}
      ${attentionSection(shown.attention, { frame, campaigns })}
      ${compensationWaits(shown.compensation, frame)}
      ${saidPutBack(shown.told, { locale, letters: shown.attention.deadLetters })}
      ${listeningCounts(shown.heard, frame)}
      <section>
        <h2>${words.coming}</h2>
        ${occurrenceTable({ frame, campaigns, lines: coming, label: words.coming, empty: words.comingNone })}
        ${nobodyDue > 0 ? html`<p class="quiet"><small>${words.nobodyDue(nobodyDue)}</small></p>` : ''}
      </section>
      <section><h2>${words.calendar}</h2>${calendarTable(shown, frame)}${everyDay(shown.calendar, frame)}</section>
      <section>
        <h2>${words.closed}</h2>
        ${occurrenceTable({ frame, campaigns, lines: closed, label: words.closed, empty: words.closedNone })}
      </section>`
  return framePage({ frame, section: 'today', title: words.title, body, refreshSeconds: reloadSeconds(shown.told, frame.now) })
}

function occurrenceTable({
  frame: { locale },
  campaigns,
  lines,
  label,
  empty,
}: {
  readonly frame: Frame
  readonly campaigns: CampaignNames
  readonly lines: readonly OccurrenceLine[]
  readonly label: string
  readonly empty: string
}): Html {
  const rows = lines.map((line) => {
    const { occurrenceId, campaignId, date } = line.occurrence
    const of = { locale, isOfCalls: campaigns.isOfCalls(campaignId) }
    return [
      html`<a href="${occurrencePath(occurrenceId)}">${campaigns.name(campaignId)}</a>`,
      html`${weekdayName(weekdayOf(date), locale)}, ${shortDate(date, locale)}`,
      html`<span class="number">${writtenCount(line.audience, locale)}</span>`,
      lineStanding(line, of),
    ]
  })
  return table({ locale, label, headings: WORDS[locale].columns, rows, empty })
}

const isEveryDay = ({ state, next }: ShownCampaign): boolean => state !== 'cancelled' && next.kind === 'personal'

/** By the next date; those that never come and cancelled campaigns stand last. */
function calendarTable({ calendar, today }: Pick<Today, 'calendar' | 'today'>, { locale }: Frame): Html {
  const words = WORDS[locale]
  const place = (one: ShownCampaign) => dayOf(one) ?? '9999'
  const rows = calendar
    .filter((one) => !isEveryDay(one))
    .toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) < place(b) ? -1 : 1))
    .map((one) => {
      const day = dayOf(one)
      const never = one.state === 'cancelled' ? words.neverAgain : words.never
      return [
        campaignName(one, locale),
        day === null
          ? html`<span class="quiet">${never}</span>`
          : html`${weekdayName(weekdayOf(day), locale)}, ${shortDate(day, locale)}<br><small>${writtenLunarDate(day, locale)}</small>`,
        day === null ? '' : html`<span class="days">${words.inDays(daysBetween(today, day))}</span>`,
      ]
    })
  return table({ locale, label: words.calendar, headings: words.calendarColumns, rows, empty: words.calendarNone })
}

/** Of these no date says anything: on every day somebody may be due. */
function everyDay(calendar: readonly ShownCampaign[], { locale }: Frame): Html | string {
  const names = calendar.filter(isEveryDay).map((one, at) => html`${at === 0 ? '' : ' · '}${campaignName(one, locale)}`)
  return names.length === 0 ? '' : html`<p><span class="quiet">${WORDS[locale].personal}</span> ${names}</p>`
}

const campaignName = ({ definition, state }: ShownCampaign, locale: Frame['locale']): Html =>
  html`<a href="${campaignPath(definition.id)}">${definition.name[locale]}</a>${state === 'active' ? '' : WORDS[locale][state]}`

const dayOf = ({ state, next }: ShownCampaign): LocalDate | null =>
  state !== 'cancelled' && next.kind === 'day' ? next.date : null

function dateSection({ locale, company, now }: Frame, today: LocalDate): Html {
  const words = WORDS[locale]
  return html`<section class="today">
        <div>
          <h1>${heading(today, locale)}</h1>
          <p class="lunar">${words.lunar(writtenLunarDate(today, locale))}</p>
          <p class="quiet">${words.zone(localTimeAt(now, company.zone), company.zone)}</p>
        </div>
      </section>`
}

/** In Vietnamese a long date begins with its weekday already. */
const heading = (date: LocalDate, locale: Frame['locale']): string =>
  locale === 'vi' ? longDate(date, locale) : `${weekdayName(weekdayOf(date), locale)}, ${longDate(date, locale)}`
