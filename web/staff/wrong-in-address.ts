/** What an address names and a list cannot show: a month or a day that does not exist, days the wrong way round. Told, and never left out in silence. */
import { html } from 'hono/html'
import { isLocalDate, type LocalDate } from '#core/time/local-date.ts'
import { isMonth, type Month } from '#core/time/month.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenMonth } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    'no-such-month': (written: string) => `Không có tháng “${written}”, nên trang không xét đến. Tháng viết như 2027-02.`,
    'month-to-come': (month: string) => `${month} chưa đến, nên trang hiện tháng này.`,
    'no-such-day': (written: string) => `Không có ngày “${written}”, nên trang không xét đến. Ngày viết như 2027-02-15.`,
    'day-not-kept': (day: string) => `Trang này không có ngày ${day}, nên hiện hôm nay.`,
    reversed: (from: string, to: string) => `Ngày bắt đầu ${from} đứng sau ngày kết thúc ${to}, nên không có gì để hiện.`,
    turn: 'Đổi hai ngày cho nhau',
  },
  en: {
    'no-such-month': (written: string) => `There is no month “${written}”, so it is left out. A month is written like 2027-02.`,
    'month-to-come': (month: string) => `${month} has not come yet, so this month is shown.`,
    'no-such-day': (written: string) => `There is no day “${written}”, so it is left out. A day is written like 2027-02-15.`,
    'day-not-kept': (day: string) => `This page does not reach ${day}, so today is shown.`,
    reversed: (from: string, to: string) => `The first day ${from} stands after the last day ${to}, so there is nothing to show.`,
    turn: 'Turn the two days round',
  },
})

export type WrongInAddress =
  | { readonly is: 'no-such-month' | 'month-to-come' | 'no-such-day' | 'day-not-kept'; readonly written: string }
  | { readonly is: 'reversed'; readonly from: LocalDate; readonly to: LocalDate; readonly turned: string }

/** `latest`: the last month that the list has; left out where there may be later ones. */
export function wrongMonth(written = '', { latest }: { readonly latest?: Month } = {}): readonly WrongInAddress[] {
  if (written === '') return []
  if (!isMonth(written)) return [{ is: 'no-such-month', written }]
  return latest !== undefined && written > latest ? [{ is: 'month-to-come', written }] : []
}

/** `shown`: the day that the page shows; left out for a list that is narrowed by days. */
export function wrongDay(written = '', { shown }: { readonly shown?: LocalDate } = {}): readonly WrongInAddress[] {
  if (written === '') return []
  if (!isLocalDate(written)) return [{ is: 'no-such-day', written }]
  return shown !== undefined && written !== shown ? [{ is: 'day-not-kept', written }] : []
}

/** Two days that a list is narrowed by: days that do not exist, or that stand the wrong way round, when nothing can lie between them. `turned`: the list with the two turned round. */
export function wrongDays(
  { from = '', to = '' }: { readonly from?: string | undefined; readonly to?: string | undefined },
  turned: (days: { readonly from: LocalDate; readonly to: LocalDate }) => string,
): readonly WrongInAddress[] {
  if (isLocalDate(from) && isLocalDate(to) && from > to)
    return [{ is: 'reversed', from, to, turned: turned({ from: to, to: from }) }]
  return [...wrongDay(from), ...wrongDay(to)]
}

export const wrongLines = (wrong: readonly WrongInAddress[], locale: PageLocale): Html | string =>
  wrong.length === 0
    ? ''
    : html`<div class="said warn" role="alert" data-wrong="${wrong.map(({ is }) => is).join(' ')}">${wrong.map((one) => html`<p>${inWords(one, locale)}</p>`)}</div>`

/** No address is so long that a line of it could not be read. */
const LONGEST = 40

function inWords(wrong: WrongInAddress, locale: PageLocale): Html | string {
  const words = WORDS[locale]
  switch (wrong.is) {
    case 'reversed':
      return html`${words.reversed(shortDate(wrong.from, locale), shortDate(wrong.to, locale))} <a href="${wrong.turned}">${words.turn}</a>`
    case 'month-to-come':
      return words[wrong.is](writtenMonth(wrong.written, locale))
    case 'day-not-kept':
      return words[wrong.is](shortDate(wrong.written, locale))
    case 'no-such-month':
    case 'no-such-day':
      return words[wrong.is](wrong.written.slice(0, LONGEST))
  }
}
