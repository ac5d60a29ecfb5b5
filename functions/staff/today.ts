/** The first page: what day it is, what comes, what has just been, and what needs a person. */

import { Hono } from 'hono'
import { html } from 'hono/html'
import { nextDay } from '#app/campaigns/coming-days.ts'
import { type OccurrenceView, viewClosedOccurrences, viewOpenOccurrences } from '#app/operating/occurrence-view.ts'
import { addDays, daysBetween, type LocalDate, weekdayOf } from '#core/time/local-date.ts'
import { localTimeAt } from '#core/time/zone.ts'
import { attentionSection } from '#functions/staff/attention.ts'
import { balanceInBrief, standingChip } from '#functions/staff/balance.ts'
import { saidPutBack } from '#functions/staff/dead-letters.ts'
import { frameOf, type KnownCampaigns, knownCampaigns, todayOf } from '#functions/staff/room.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { listeningCounts } from '#functions/staff/today-listening.ts'
import type { Html } from '#web/customer/page.ts'
import { longDate, shortDate } from '#web/rendering/written-value.ts'
import { type Frame, roomPage, table } from '#web/staff/frame.ts'
import { campaignPath, occurrencePath } from '#web/staff/paths.ts'
import { weekdayName, writtenCount, writtenLunarDate } from '#web/words/written.ts'

const WORDS = {
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
    calendarColumns: ['Chiến dịch', 'Ngày gửi tới', 'Còn'],
    personal: 'mỗi ngày, theo ngày riêng của từng khách',
    never: 'không có trong năm tới',
    paused: ' (đang tạm dừng)',
    cancelled: ' (đã hủy)',
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
      `And ${count} personal occasions (birthdays, after a purchase…) for which nobody is due these days.`,
    columns: ['Occurrence', 'Date', 'People', 'Balance'],
    calendar: 'The campaigns’ calendar',
    calendarColumns: ['Campaign', 'Next date', 'In'],
    personal: 'every day, on each customer’s own day',
    never: 'not within the year',
    paused: ' (paused)',
    cancelled: ' (cancelled)',
    inDays: (days: number) => (days === 0 ? 'today' : days === 1 ? '1 day' : `${days} days`),
    closed: 'Just closed',
    closedNone: 'Nothing has closed yet. An occurrence closes when its date is over in every zone.',
  },
} as const

/** How far back closed occurrences are looked for. */
const BACK_DAYS = 14
/** And for whom nobody has decided about yet. */
const UNKNOWN_BACK_DAYS = 90
const CLOSED_SHOWN = 12

export function todayRoutes(system: StaffSystem): Hono {
  const app = new Hono()
  app.get('/', async (context) => {
    const frame = frameOf(system, context)
    const { locale } = frame
    const words = WORDS[locale]
    const today = todayOf(system)
    const { stores, files, front } = system
    const [campaigns, open, past, dead, { stop }] = await Promise.all([
      knownCampaigns(system, locale),
      viewOpenOccurrences(stores.occurrences),
      viewClosedOccurrences(stores.occurrences, { from: addDays(today, -UNKNOWN_BACK_DAYS), to: today }),
      system.deadLetters.waiting(),
      stores.stops.current(),
    ])
    const concerning = open.filter(hasSomebody)
    const closed = past
      .filter(({ occurrence }) => occurrence.date >= addDays(today, -BACK_DAYS))
      .filter(hasSomebody)
      .toReversed()
    const body = html`${dateSection(frame, today, front.clock(frame, context.req.query('refused') ?? null))}
      ${attentionSection({
        frame,
        standing: files?.standing() ?? null,
        alarms: front.alarms(frame, campaigns),
        deadLetters: dead,
        mismatches: [...past, ...open]
          .filter(({ standing }) => standing === 'mismatch')
          .map(({ occurrence }) => occurrence.occurrenceId),
        unknown: [...past, ...open]
          .filter(({ balance }) => balance.unknown > 0)
          .map(({ occurrence, balance }) => ({ occurrenceId: occurrence.occurrenceId, count: balance.unknown })),
        stop,
        campaigns,
      })}
      ${saidPutBack(context.req.query(), locale)}
      ${await listeningCounts(system, frame)}
      <section>
        <h2>${words.coming}</h2>
        ${occurrenceTable({ frame, campaigns, views: concerning, label: words.coming, empty: words.comingNone })}
        ${open.length > concerning.length ? html`<p class="quiet"><small>${words.nobodyDue(open.length - concerning.length)}</small></p>` : ''}
      </section>
      <div class="columns">
        <section><h2>${words.calendar}</h2>${calendarTable({ frame, campaigns, system })}</section>
        ${front.beside(frame, campaigns)}
      </div>
      <section>
        <h2>${words.closed}</h2>
        ${occurrenceTable({ frame, campaigns, views: closed.slice(0, CLOSED_SHOWN), label: words.closed, empty: words.closedNone })}
      </section>
      ${await front.atTheEnd(frame)}`
    const refreshSeconds = frame.busy ? 2 : null
    return context.html(roomPage({ frame, section: 'today', title: words.title, body, refreshSeconds }))
  })
  return app
}

const hasSomebody = ({ balance, audience, standing }: OccurrenceView) =>
  balance.audience > 0 || audience > 0 || standing !== 'adds-up'

function occurrenceTable({
  frame,
  campaigns,
  views,
  label,
  empty,
}: {
  frame: Frame
  campaigns: KnownCampaigns
  views: readonly OccurrenceView[]
  label: string
  empty: string
}): Html {
  const { locale } = frame
  const rows = views.map((view) => {
    const { occurrenceId, campaignId, date } = view.occurrence
    return [
      html`<a href="${occurrencePath(occurrenceId)}">${campaigns.name(campaignId)}</a>`,
      html`${weekdayName(weekdayOf(date), locale)}, ${shortDate(date, locale)}`,
      html`<span class="number">${writtenCount(view.audience, locale)}</span>`,
      html`<span class="number">${balanceInBrief(view.balance, locale)}</span> ${standingChip(view, locale)}`,
    ]
  })
  return table({ locale, label, headings: WORDS[locale].columns, rows, empty })
}

function calendarTable({ frame, campaigns, system }: { frame: Frame; campaigns: KnownCampaigns; system: StaffSystem }): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const today = todayOf(system)
  const found = campaigns.latest.map(({ definition }) => ({
    definition,
    next: nextDay({ campaign: definition, from: today, companyRules: system.companyRules }),
    state: campaigns.states.get(definition.id) ?? 'active',
  }))
  const place = ({ next }: (typeof found)[number]) =>
    next.kind === 'day' ? next.date : next.kind === 'personal' ? '9998' : '9999'
  const rows = found
    .toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) < place(b) ? -1 : 1))
    .map(({ definition, next, state }) => [
      html`<a href="${campaignPath(definition.id)}">${definition.name[locale]}</a>${state === 'active' ? '' : words[state]}`,
      next.kind === 'day'
        ? html`${weekdayName(weekdayOf(next.date), locale)}, ${shortDate(next.date, locale)}<br><small>${writtenLunarDate(next.date, locale)}</small>`
        : html`<span class="quiet">${next.kind === 'personal' ? words.personal : words.never}</span>`,
      next.kind === 'day' ? html`<span class="days">${words.inDays(daysBetween(today, next.date))}</span>` : '',
    ])
  return table({ locale, label: words.calendar, headings: words.calendarColumns, rows })
}

function dateSection({ locale, company, now }: Frame, today: LocalDate, clock: Html | string): Html {
  const words = WORDS[locale]
  return html`<section class="today">
        <div>
          <h1>${longDate(today, locale)}</h1>
          <p class="lunar">${words.lunar(writtenLunarDate(today, locale))}</p>
          <p class="quiet">${words.zone(localTimeAt(now, company.zone), company.zone)}</p>
        </div>
        ${clock}
      </section>`
}
