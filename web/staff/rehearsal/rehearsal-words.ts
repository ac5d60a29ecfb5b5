/** How a rehearsal is called, how far it is, and its decisions, in words. */
import { DEFER_REASONS } from '#core/audience/outcome.ts'
import { isSkipReason } from '#core/audience/skip.ts'
import { WITHHELD_REASONS } from '#core/audience/withheld.ts'
import type { StoredDecision } from '#core/rehearsal/rehearsed-sums.ts'
import type { RehearsalState, StoredRehearsal } from '#core/rehearsal/stored-rehearsal.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { deferredBecause } from '#web/words/deferred.ts'
import { CUSTOMERS, numberOf } from '#web/words/number-of.ts'
import { HANDED_WORDS, STATE_WORDS } from '#web/words/outcome-states.ts'
import { withheldInWords } from '#web/words/outcomes.ts'
import { writtenDays } from '#web/words/report-periods.ts'
import { countedInWords } from '#web/words/skip-reasons.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: (days: string) => `Diễn tập ${days}`,
    waiting: 'đang chờ',
    underWay: (percent: number) => `đang chạy, ${percent}%`,
    finished: 'xong',
    failed: 'không xong',
    restarted: 'Hệ thống đã dừng trong lúc diễn tập, nên lần này không xong. Hãy diễn tập lại.',
    tooMany: (most: string) =>
      `Công ty có hơn ${most} khách, nhiều hơn mức một trang diễn tập được. Hãy nhờ người vận hành chạy lệnh care rehearse.`,
    brokeOff: 'Diễn tập bị đứt giữa chừng vì một lỗi của hệ thống. Người vận hành thấy lỗi ấy trong các báo động.',
    left: (left: string) => `còn khoảng ${left}`,
    seconds: (count: number) => `${count} giây`,
    minutes: (count: number) => `${count} phút`,
    mail: 'nhận thư',
  },
  en: {
    title: (days: string) => `Rehearsal of ${days}`,
    waiting: 'waiting',
    underWay: (percent: number) => `under way, ${percent}%`,
    finished: 'finished',
    failed: 'not finished',
    restarted: 'The system stopped while it ran, so it did not finish. Rehearse again.',
    tooMany: (most: string) =>
      `The company has more than ${numberOf(most, CUSTOMERS)}, which is more than a page rehearses. Ask an operator to run care rehearse.`,
    brokeOff: 'It broke off by a mistake of the system. An operator finds it among the alarms.',
    left: (left: string) => `about ${left} left`,
    seconds: (count: number) => `${count} s`,
    minutes: (count: number) => `${count} min`,
    mail: 'gets a mail',
  },
})

export const rehearsalTitle = (rehearsal: Pick<StoredRehearsal, 'from' | 'to'>, locale: PageLocale): string =>
  WORDS[locale].title(writtenDays(rehearsal, locale))

export function stateChip(state: RehearsalState, locale: PageLocale): Html {
  const words = WORDS[locale]
  switch (state.is) {
    case 'waiting':
      return chip(words.waiting, 'quiet')
    case 'under-way':
      return chip(words.underWay(state.percent), 'plain')
    case 'finished':
      return chip(words.finished, 'good')
    case 'failed':
      return chip(words.failed, 'warn')
  }
}

/** Why one did not finish. */
export function failureInWords({ failure }: Extract<RehearsalState, { is: 'failed' }>, locale: PageLocale): string {
  const words = WORDS[locale]
  switch (failure.because) {
    case 'restarted':
      return words.restarted
    case 'too-many-customers':
      return words.tooMany(writtenCount(failure.most, locale))
    case 'broke-off':
      return words.brokeOff
  }
}

export function timeLeft(seconds: number, locale: PageLocale): string {
  const words = WORDS[locale]
  return words.left(seconds < 90 ? words.seconds(seconds) : words.minutes(Math.ceil(seconds / 60)))
}

/** What would become of a customer: a mail, a call, or the reason for neither. */
export function decisionInWords({ outcome, channel, reason }: StoredDecision, spoken: string, locale: PageLocale): string {
  if (outcome === 'sent') return channel === spoken ? HANDED_WORDS[locale] : WORDS[locale].mail
  const withheld = WITHHELD_REASONS.find((one) => one === reason)
  const deferred = DEFER_REASONS.find((one) => one === reason)
  if (outcome === 'withheld' && withheld) return withheldInWords(withheld, locale)
  if (outcome === 'deferred' && deferred)
    return `${STATE_WORDS[locale].deferred}: ${deferredBecause({ state: 'deferred', until: '', because: deferred }, locale)}`
  if (outcome === 'skipped') return countedInWords(reason, locale)
  return reason === '' ? STATE_WORDS[locale][outcome] : `${STATE_WORDS[locale][outcome]} (${reason})`
}

/** Why a customer gets nothing, where only the reason is known. */
export function absenceInWords(reason: string, locale: PageLocale): string {
  const withheld = WITHHELD_REASONS.find((one) => one === reason)
  const deferred = DEFER_REASONS.find((one) => one === reason)
  if (withheld) return withheldInWords(withheld, locale)
  return decisionInWords({ outcome: !isSkipReason(reason) && deferred ? 'deferred' : 'skipped', channel: '', reason }, '', locale)
}

/** The name as it was when it was rehearsed. */
export const campaignNamed =
  ({ campaigns }: Pick<StoredRehearsal, 'campaigns'>, locale: PageLocale) =>
  (id: string): string =>
    campaigns.find((one) => one.id === id)?.name[locale] ?? id
