/** What was asked for, decided and given as compensation, in the history of a case. */
import { COMPENSATION_CURRENCY } from '#core/budget/compensation-book.ts'
import type { CompensationEvent } from '#core/work/case/compensation-event.ts'
import { nameOf } from '#core/work/event-staff.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { writtenMoney } from '#web/rendering/written-value.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { staffNamed } from '#web/words/staff-named.ts'
import { en, type TimeTelling, timeOf, vi } from '#web/words/when.ts'

const WORDS = bothLanguages({
  vi: {
    alone: (at: string, who: string, what: string) => `${who} quyết định bù đắp cho khách${vi.when(at)}: ${what}`,
    asked: (at: string, who: string, what: string) => `${who} đề nghị bù đắp, chờ duyệt${vi.when(at)}: ${what}`,
    'compensation-approved': (at: string, who: string) => `${who} duyệt khoản bù đắp${vi.when(at)}`,
    'compensation-refused': (at: string, who: string) => `${who} không duyệt khoản bù đắp${vi.when(at)}`,
    'compensation-withdrawn': (at: string, who: string) => `${who} rút khoản bù đắp${vi.when(at)}`,
    given: (at: string, who: string, amount: string) => `${who} ghi khách đã nhận khoản bù đắp ${amount}${vi.when(at)}`,
  },
  en: {
    alone: (at, who, what) => `${who} decided on a compensation${en.when(at)}: ${what}`,
    asked: (at, who, what) => `${who} asked for a compensation to be approved${en.when(at)}: ${what}`,
    'compensation-approved': (at, who) => `${who} approved the compensation${en.when(at)}`,
    'compensation-refused': (at, who) => `${who} did not approve the compensation${en.when(at)}`,
    'compensation-withdrawn': (at, who) => `${who} withdrew the compensation${en.when(at)}`,
    given: (at, who, amount) => `${who} noted${en.when(at)} that the customer has the compensation of ${amount}`,
  },
})

export function compensationEventInWords(event: CompensationEvent, telling: TimeTelling & { readonly locale: PageLocale }) {
  const { locale } = telling
  const words = WORDS[locale]
  const at = timeOf(event.at, telling)
  const who = staffNamed(nameOf(event.by), locale)
  switch (event.is) {
    case 'compensation-asked': {
      const what = `${event.name[locale]}, ${amountInWords(event.amount, locale)}`
      return { what: (event.alone ? words.alone : words.asked)(at, who, what), note: event.note }
    }
    case 'compensation-approved':
      return { what: words[event.is](at, who), note: null }
    case 'compensation-refused':
    case 'compensation-withdrawn':
      return { what: words[event.is](at, who), note: event.because }
    case 'compensation-given':
      return { what: words.given(at, who, amountInWords(event.amount, locale)), note: event.note }
  }
}

export const amountInWords = (amount: number, locale: PageLocale): string =>
  writtenMoney({ amount, currency: COMPENSATION_CURRENCY }, locale)
