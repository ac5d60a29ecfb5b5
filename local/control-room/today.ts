/** The first page: what day it is, what comes, what has just been, and what needs a person. */
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { nextDay } from '#app/campaigns/coming-days.ts'
import { type OccurrenceView, viewClosedOccurrences, viewOpenOccurrences } from '#app/operating/occurrence-view.ts'
import { addDays, daysBetween, weekdayOf } from '#core/time/local-date.ts'
import { attentionSection } from '#local/control-room/attention.ts'
import { balanceInBrief, standingChip } from '#local/control-room/balance.ts'
import { clockSection } from '#local/control-room/clock-panel.ts'
import { saidPutBack } from '#local/control-room/dead-letters.ts'
import { type Frame, roomPage, table } from '#local/control-room/frame.ts'
import { happeningList } from '#local/control-room/happening-words.ts'
import { mailRows, namesOfMails } from '#local/control-room/mail-rows.ts'
import { campaignPath, frameOf, type KnownCampaigns, knownCampaigns, occurrencePath, todayOf } from '#local/control-room/room.ts'
import { listeningCounts } from '#local/control-room/today-listening.ts'
import { weekdayName, writtenCount, writtenLunarDate } from '#local/control-room/written.ts'
import type { LocalSystem } from '#local/running-system.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'

const WORDS = {
  vi: {
    title: 'Hôm nay',
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
    happened: 'Vừa xảy ra',
    mails: 'Thư mới nhất',
    mailCount: (count: string) => `${count} thư trong hộp thư`,
    all: 'Xem tất cả',
    noMails: 'Chưa gửi thư nào.',
  },
  en: {
    title: 'Today',
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
    happened: 'Just happened',
    mails: 'Latest mails',
    mailCount: (count: string) => `${count} mails in the mailbox`,
    all: 'See all',
    noMails: 'No mail has been sent yet.',
  },
} as const

/** How far back closed occurrences are looked for. */
const BACK_DAYS = 14
/** And for whom nobody has decided about yet. */
const UNKNOWN_BACK_DAYS = 90
const CLOSED_SHOWN = 12

export function todayRoutes(system: LocalSystem): Hono {
  const app = new Hono()
  app.get('/', async (context) => {
    const frame = frameOf(system, context)
    const { locale } = frame
    const words = WORDS[locale]
    const today = todayOf(system)
    const { stack, happenings, files } = system
    const [campaigns, open, past, dead, { stop }] = await Promise.all([
      knownCampaigns(system, locale),
      viewOpenOccurrences(stack.stores.occurrences),
      viewClosedOccurrences(stack.stores.occurrences, { from: addDays(today, -UNKNOWN_BACK_DAYS), to: today }),
      deadLetters(system),
      stack.stores.stops.current(),
    ])
    const concerning = open.filter(hasSomebody)
    const closed = past
      .filter(({ occurrence }) => occurrence.date >= addDays(today, -BACK_DAYS))
      .filter(hasSomebody)
      .toReversed()
    const { messages } = stack.mailbox.list({ limit: 6 })
    const names = await namesOfMails(stack.stores.customers, messages)

    const body = html`${clockSection({ frame, today, moves: system.moves, refused: context.req.query('refused') ?? null })}
      ${attentionSection({
        frame,
        standing: files.standing(),
        alarms: happenings.latest({ kind: 'alarm', limit: 10 }),
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
        <section><h2>${words.happened}</h2>${happeningList({ frame, campaigns, happenings: happenings.latest({ kind: 'event', limit: 12 }) })}</section>
      </div>
      <section>
        <h2>${words.closed}</h2>
        ${occurrenceTable({ frame, campaigns, views: closed.slice(0, CLOSED_SHOWN), label: words.closed, empty: words.closedNone })}
      </section>
      <section>
        <h2>${words.mails}</h2>
        ${mailRows({ frame, messages, names, label: words.mails, empty: words.noMails })}
        <p class="pages"><a href="/mailbox">${words.all}</a> <span class="quiet" data-count="mails">${words.mailCount(writtenCount(stack.mailbox.count(), locale))}</span></p>
      </section>`
    const refreshSeconds = frame.move ? 2 : null
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

function calendarTable({ frame, campaigns, system }: { frame: Frame; campaigns: KnownCampaigns; system: LocalSystem }): Html {
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

/** Messages that no handler could deal with. */
async function deadLetters({ stack }: LocalSystem): Promise<number> {
  const counts = await Promise.all(
    stack.deadLetterUrls.map(async (QueueUrl) => {
      const { Attributes } = await stack.sqs.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
      )
      return Number(Attributes?.ApproximateNumberOfMessages ?? 0)
    }),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}
