/** Why an item is due when it is, in a sentence each: by when staff must begin, and by when a law has it done. */
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Deadlines } from '#core/work/deadlines.ts'
import type { FollowUpAfter } from '#core/work/follow-up-after.ts'
import type { WhyDue } from '#core/work/why-due.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { CLOCK_WORDS, lengthInWords } from '#web/words/cases.ts'
import { namedCode } from '#web/words/named-code.ts'
import { DAYS, numberOf } from '#web/words/number-of.ts'

const WORKING_DAYS = ['working day', 'working days'] as const

const WORDS = bothLanguages({
  vi: {
    since: {
      opened: (at: string) => `từ khi mở, ${at}`,
      reopened: (at: string) => `từ khi mở lại, ${at}`,
      attempted: (at: string) => `từ lần gọi lúc ${at}`,
      'customer-wrote': (at: string) => `từ khi khách viết, ${at}`,
      waiting: (at: string) => `từ khi hỏi khách, ${at}`,
    },
    day: (begin: string, since: string) =>
      `Gọi trước ${begin}: trong 24 giờ ${since}; gặp ngày nghỉ thì sang ngày làm việc kế tiếp.`,
    days: (begin: string, days: number, since: string) => `Bắt đầu trước ${begin}: trong ${days} ngày làm việc ${since}.`,
    law: (begin: string, days: number, since: string, country: string) =>
      `Báo đã nhận trước ${begin}: luật của ${country} cho ${days} ngày làm việc ${since}.`,
    written: (begin: string) =>
      `Bắt đầu trước ${begin}, như đã ghi khi mở: không có quy định nào của nước ấy cho biết hạn của ngày ấy.`,
    done: (done: string, days: number, country: string) =>
      `Làm xong trước ${done}: luật của ${country} cho ${days} ngày kể từ ngày khách yêu cầu.`,
    extended: (done: string, days: number, country: string, more: number) =>
      `Làm xong trước ${done}: luật của ${country} cho ${days} ngày kể từ ngày khách yêu cầu, đã gia hạn thêm ${more} ngày.`,
    campaignDay: (begin: string) => `Gọi trước ${begin}: chiến dịch hỏi thăm khách trong ngày ấy.`,
    followUp: {
      agreed: (at: string, days: number) => `Gọi trước ${at}: đã hẹn khách sẽ hỏi thăm lại sau ${days} ngày làm việc.`,
      closing: (at: string, days: number) =>
        `Gọi trước ${at}: hỏi xem mọi việc còn ổn không, ${days} ngày làm việc sau khi khiếu nại đóng.`,
      'hand-back': (at: string, days: number) =>
        `Gọi trước ${at}: hỏi thăm khách trong ${days} ngày làm việc kể từ khi vụ việc được giao lại.`,
    } satisfies Record<FollowUpAfter, (at: string, days: number) => string>,
    anHour: (begin: string, since: string) => `Gọi lại trước ${begin}: trong một giờ ${since}, trong giờ liên hệ của công ty.`,
    promise: (at: string) => `Gọi lại đúng ${at}: đã hẹn với khách.`,
    nextAttempt: (at: string, since: string) =>
      `Gọi lại lúc ${at}: chưa gặp được khách, ${since}; lần sau gọi vào buổi khác của ngày làm việc kế tiếp.`,
    doneWritten: (done: string) => `Làm xong trước ${done}, như đã ghi.`,
    caseClock: (what: string, begin: string, length: string, since: string) =>
      `${what} trước ${begin}: trong ${length} ${since}.`,
    caseLaw: (begin: string, since: string) => `Có đề xuất cho khách trước ${begin}: hạn của luật, ${since}.`,
  },
  en: {
    since: {
      opened: (at: string) => `since it was opened, ${at}`,
      reopened: (at: string) => `since it was reopened, ${at}`,
      attempted: (at: string) => `since the attempt at ${at}`,
      'customer-wrote': (at: string) => `since the customer wrote, ${at}`,
      waiting: (at: string) => `since the customer was asked, ${at}`,
    },
    day: (begin: string, since: string) =>
      `Ring before ${begin}: within 24 hours ${since}; a day off puts it to the next working day.`,
    days: (begin: string, days: number, since: string) =>
      `Begin before ${begin}: within ${numberOf(days, ['working day', 'working days'])} ${since}.`,
    law: (begin: string, days: number, since: string, country: string) =>
      `Acknowledge it before ${begin}: the law of ${country} gives ${numberOf(days, ['working day', 'working days'])} ${since}.`,
    written: (begin: string) =>
      `Begin before ${begin}, as it was written at the opening: no policy pack gives the clock of that day.`,
    done: (done: string, days: number, country: string) =>
      `Done before ${done}: the law of ${country} gives ${numberOf(days, DAYS)} from the day of the request.`,
    extended: (done: string, days: number, country: string, more: number) =>
      `Done before ${done}: the law of ${country} gives ${numberOf(days, DAYS)} from the day of the request, extended by ${more} more.`,
    campaignDay: (begin: string) => `Ring before ${begin}: the campaign asks after the customer on that day.`,
    followUp: {
      agreed: (at: string, days: number) =>
        `Ring before ${at}: it was agreed with the customer to ask again after ${numberOf(days, WORKING_DAYS)}.`,
      closing: (at: string, days: number) =>
        `Ring before ${at}: to ask whether all is still well, ${numberOf(days, WORKING_DAYS)} after the complaint was closed.`,
      'hand-back': (at: string, days: number) =>
        `Ring before ${at}: a courtesy call within ${numberOf(days, WORKING_DAYS)} of the case being handed back.`,
    },
    anHour: (begin: string, since: string) =>
      `Ring back before ${begin}: within an hour ${since}, of the hours in which the company contacts customers.`,
    promise: (at: string) => `Ring at ${at}: it was agreed with the customer.`,
    nextAttempt: (at: string, since: string) =>
      `Ring at ${at}: the customer was not reached, ${since}; the next attempt is in another part of the next working day.`,
    doneWritten: (done: string) => `Done before ${done}, as it was written.`,
    caseClock: (what: string, begin: string, length: string, since: string) =>
      `${what} before ${begin}: within ${length} ${since}.`,
    caseLaw: (begin: string, since: string) => `A proposal before ${begin}: the limit of the law, ${since}.`,
  },
})

interface Telling {
  readonly locale: PageLocale
  readonly cases: CasePolicy
  readonly at: (instant: Instant) => string
}

export function dueInWords(why: WhyDue, { begin, done }: Deadlines, telling: Telling): readonly string[] {
  return [beginInWords(why, begin, telling), ...(done === null ? [] : [doneInWords(why, done, telling)])]
}

function beginInWords({ begin: rule, since: from, after }: WhyDue, begin: Instant, { locale, at, cases }: Telling): string {
  const words = WORDS[locale]
  const since = words.since[after](at(from))
  switch (rule.is) {
    case 'a-day':
      return words.day(at(begin), since)
    case 'working-days':
      return words.days(at(begin), rule.days, since)
    case 'law':
      return words.law(at(begin), rule.workingDays, since, namedCode({ type: 'region', code: rule.country, locale }))
    case 'as-written':
      return words.written(at(begin))
    case 'day-of-campaign':
      return words.campaignDay(at(begin))
    case 'follow-up':
      return words.followUp[rule.after](at(begin), rule.days)
    case 'an-hour':
      return words.anHour(at(begin), since)
    case 'promise':
      return words.promise(at(begin))
    case 'next-attempt':
      return words.nextAttempt(at(begin), since)
    case 'case': {
      const { clock, by } = rule
      if (by === null) return words.caseLaw(at(begin), since)
      const time = clock === 'ask-again' ? 'working' : cases.severities[by.severity].clocks.time
      return words.caseClock(CLOCK_WORDS[locale][clock], at(begin), lengthInWords(by.length, { time, locale }), since)
    }
  }
}

function doneInWords({ done: law }: WhyDue, done: Instant, { locale, at }: Telling): string {
  const words = WORDS[locale]
  if (law === null) return words.doneWritten(at(done))
  const country = namedCode({ type: 'region', code: law.country, locale })
  return law.extension === null
    ? words.done(at(done), law.days, country)
    : words.extended(at(done), law.days, country, law.extension)
}
