/** The days of a rehearsal as a calendar: a row for each month, a cell for each day, darker the more goes out. A table, also where it looks like none. */
import { html } from 'hono/html'
import { type HeatLevels, levelOf, levelsFor } from '#core/rehearsal/heat.ts'
import { type RehearsedSums, touchesOf } from '#core/rehearsal/rehearsed-sums.ts'
import type { StoredRehearsal } from '#core/rehearsal/stored-rehearsal.ts'
import { type LocalDate, partsOf } from '#core/time/local-date.ts'
import { firstDayOf, lastDayOf, type Month, monthOf, plusMonths } from '#core/time/month.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { rehearsedDayPath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { MAILS, numberOf } from '#web/words/number-of.ts'
import { writtenCount, writtenMonth } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    label: 'Lịch: mỗi ô là số lượt liên hệ của một ngày',
    month: 'Tháng',
    mails: (count: string) => `${count} thư`,
    calls: (count: string) => `${count} cuộc gọi`,
    others: (count: string) => `${count} người không nhận`,
    over: 'vượt hạn mức',
    upTo: (from: string, to: string) => (from === to ? from : `${from}–${to}`),
    more: (from: string) => `${from} trở lên`,
    overLong: 'vượt hạn mức thư hay sức gọi',
    nobody: '· không ai đến dịp',
    nothing: '0: có người đến dịp, không ai nhận',
    thousand: 'N',
  },
  en: {
    label: 'Calendar: each cell is how many are contacted on a day',
    month: 'Month',
    mails: (count: string) => numberOf(count, MAILS),
    calls: (count: string) => numberOf(count, ['call', 'calls']),
    others: (count: string) => `${count} get nothing`,
    over: 'over the limit',
    upTo: (from: string, to: string) => (from === to ? from : `${from}–${to}`),
    more: (from: string) => `${from} or more`,
    overLong: 'over the quota of mails or the capacity for calls',
    nobody: '· nobody is due',
    nothing: '0: some are due, nobody gets anything',
    thousand: 'k',
  },
})

interface Mapped {
  readonly rehearsal: StoredRehearsal
  readonly sums: RehearsedSums
}

interface MapDay {
  readonly date: LocalDate
  readonly out: number
  readonly said: string
  readonly isOver: boolean
}

export function heatMap({ rehearsal, sums }: Mapped, locale: PageLocale): Html {
  const words = WORDS[locale]
  const days = new Map(mapDays(sums, locale).map((day) => [day.date, day]))
  const levels = levelsFor([...days.values()].map(({ out }) => out))
  const over = [...days.values()].some(({ isOver }) => isOver)
  const cell = (date: LocalDate) => dayCell(days.get(date), { date, rehearsal, levels, locale })
  return html`<table class="heat" role="table" aria-label="${words.label}">
        <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${words.month}</th>${MONTH_DAYS.map((day) => html`<th scope="col" role="columnheader">${day}</th>`)}</tr></thead>
        <tbody role="rowgroup">${monthsOf(rehearsal).map(
          (month) =>
            html`<tr role="row"><th scope="row" role="rowheader">${writtenMonth(month, locale)}</th>${MONTH_DAYS.map((day) => cell(`${month}-${String(day).padStart(2, '0')}`))}</tr>`,
        )}</tbody>
      </table>
      ${scale(levels, { locale, over })}`
}

const MONTH_DAYS = Array.from({ length: 31 }, (_, at) => at + 1)

function monthsOf({ from, to }: StoredRehearsal): readonly Month[] {
  const months: Month[] = []
  for (let month = monthOf(from); month <= monthOf(to); month = plusMonths(month, 1)) months.push(month)
  return months
}

/** A day that a month does not have, or that the rehearsal leaves out, is an empty cell. */
function dayCell(day: MapDay | undefined, { date, rehearsal, levels, locale }: Placed): Html {
  const month = monthOf(date)
  const isThere = date >= firstDayOf(month) && date <= lastDayOf(month) && date >= rehearsal.from && date <= rehearsal.to
  if (!isThere) return html`<td role="cell" class="out"></td>`
  const of = partsOf(date).day
  if (!day) return html`<td role="cell"><span><small>${of}</small>·</span></td>`
  const { out, said, isOver } = day
  const named = `${shortDate(date, locale)}: ${said}`
  const looks = `h${levelOf(out, levels)}${isOver ? ' over' : ''}`
  return html`<td role="cell"><a href="${rehearsedDayPath(rehearsal.rehearsalId, date)}" class="${looks}" title="${named}"><small>${of}</small><b>${shortCount(out, locale)}</b><span class="said-of-day">, ${named}</span></a></td>`
}

interface Placed {
  readonly date: LocalDate
  readonly rehearsal: StoredRehearsal
  readonly levels: HeatLevels
  readonly locale: PageLocale
}

function mapDays(sums: RehearsedSums, locale: PageLocale): readonly MapDay[] {
  const words = WORDS[locale]
  const over = new Set(
    sums.blockers.flatMap((one) => (one.kind === 'quota-exceeded' || one.kind === 'capacity-exceeded' ? one.date : [])),
  )
  return sums.days.map((day) => {
    const { mails, calls, others } = touchesOf(day, sums.spoken)
    const isOver = over.has(day.date)
    const said = [
      ...(mails > 0 || calls === 0 ? [words.mails(writtenCount(mails, locale))] : []),
      ...(calls > 0 ? [words.calls(writtenCount(calls, locale))] : []),
      ...(others > 0 ? [words.others(writtenCount(others, locale))] : []),
      ...(isOver ? [words.over] : []),
    ]
    return { date: day.date, out: mails + calls, said: said.join(', '), isOver }
  })
}

/** Four signs at most: a cell has room for no more. */
function shortCount(count: number, locale: PageLocale): string {
  if (count < 10_000) return String(count)
  return `${Math.floor(count / 1000)}${WORDS[locale].thousand}`
}

function scale(levels: HeatLevels, { locale, over }: { readonly locale: PageLocale; readonly over: boolean }): Html {
  const words = WORDS[locale]
  const written = (count: number) => writtenCount(count, locale)
  const steps = levels.map((from, at) => {
    const next = levels[at + 1]
    return { level: at + 1, text: next === undefined ? words.more(written(from)) : words.upTo(written(from), written(next - 1)) }
  })
  return html`<ul class="scale"><li>${words.nobody}</li>${[{ level: 0, text: words.nothing }, ...steps].map(
    ({ level, text }) => html`<li><span class="heat"><span class="h${level}"></span></span>${text}</li>`,
  )}${over ? html`<li><span class="heat"><span class="over"></span></span>${words.overLong}</li>` : ''}</ul>`
}
