/** Until when a customer is left in peace, and by which rule: the same rules that planning asks, at this moment. */
import { html } from 'hono/html'
import type { SuppressionList } from '#app/ports/consent.ts'
import type { Person } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { AddressHashes } from '#app/ports/secrets.ts'
import { brokenCap } from '#core/audience/caps.ts'
import { isSurvey } from '#core/audience/ledger.ts'
import { capsOfFrequency } from '#core/audience/preference.ts'
import { surveyRest } from '#core/audience/survey-rest.ts'
import { daysBetween } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import type { Frame } from '#web/staff/frame.ts'
import { SUPPRESSION_WORDS } from '#web/words/outcomes.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = {
  vi: {
    survey: 'Khảo sát',
    relationship: 'Khảo sát về công ty',
    any: 'Mọi liên hệ',
    address: 'Địa chỉ email',
    free: 'có thể hỏi ngay',
    reachable: 'có thể liên hệ ngay',
    asked: (days: number) => (days === 0 ? 'vừa hỏi hôm nay' : `đã hỏi ${days} ngày trước`),
    until: (day: string) => `được hỏi lại từ ${day}`,
    rule: (days: number) => `hai lần cách nhau ít nhất ${days} ngày`,
    capped: (max: number, days: string) => `đã đủ ${max} lần trong ${days} ngày`,
    from: (at: string) => `được liên hệ lại từ ${at}`,
    suppressed: (why: string, at: string) => `bị chặn từ ${at}: ${why}`,
    unreadable: 'không đọc được danh sách chặn: không gửi gì',
  },
  en: {
    survey: 'Surveys',
    relationship: 'Surveys about the company',
    any: 'Any contact',
    address: 'E-mail address',
    free: 'may be asked now',
    reachable: 'may be contacted now',
    asked: (days: number) => (days === 0 ? 'asked today' : days === 1 ? 'asked yesterday' : `asked ${days} days ago`),
    until: (day: string) => `free again on ${day}`,
    rule: (days: number) => `at least ${days} days between two`,
    capped: (max: number, days: string) => `has had ${max} in ${days} days`,
    from: (at: string) => `free again on ${at}`,
    suppressed: (why: string, at: string) => `suppressed since ${at}: ${why}`,
    unreadable: 'the suppression list cannot be read: nothing is sent',
  },
} as const

interface PeaceStores {
  readonly ledgers: Pick<LedgerStore, 'getMany'>
  readonly suppressions: Pick<SuppressionList, 'among'>
  readonly seals: AddressHashes
}

export async function leftInPeace(
  { ledgers, suppressions, seals }: PeaceStores,
  { frame, person }: { readonly frame: Frame; readonly person: Person },
): Promise<Html> {
  const { locale, company, now } = frame
  const { customer, frequency } = person
  const words = WORDS[locale]
  const hash = customer.email === null ? null : seals.addressHash(customer.email)
  const [[ledger], suppressed] = await Promise.all([
    ledgers.getMany([customer.customerId]),
    hash === null ? undefined : suppressions.among([hash]).then((found) => found.get(hash)),
  ])
  if (!ledger) throw new Error(`no ledger of ${customer.customerId}`)
  const today = localDateAt(now, customer.zone)
  const askedAt = ledger.contacts
    .filter(isSurvey)
    .map(({ at }) => at)
    .sort()
    .at(-1)
  const asked = askedAt === undefined ? '' : words.asked(daysBetween(localDateAt(askedAt, customer.zone), today))
  const survey = (relationship: boolean): string => {
    const rest = surveyRest({ surveys: company.surveys, relationship, ledger, zone: customer.zone, at: now })
    if (!rest) return [words.free, asked].filter(Boolean).join('; ')
    return [asked, words.until(shortDate(localDateAt(rest.freeAt, customer.zone), locale)), words.rule(rest.days)].join('; ')
  }
  const broken = brokenCap({ caps: [...company.frequencyCaps, ...capsOfFrequency(frequency)], ledger, at: now })
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  const days = (hours: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(hours / 24)
  const lines: readonly (readonly [string, string])[] = [
    [words.survey, survey(false)],
    [words.relationship, survey(true)],
    [
      words.any,
      broken ? `${words.capped(broken.cap.max, days(broken.cap.hours))}; ${words.from(at(broken.freeAt))}` : words.reachable,
    ],
  ]
  const block =
    suppressed === 'unreadable'
      ? words.unreadable
      : suppressed && words.suppressed(SUPPRESSION_WORDS[locale][suppressed.reason], at(suppressed.at))
  return html`<dl data-peace="yes">${lines.map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`)}${block ? html`<dt>${words.address}</dt><dd>${block}</dd>` : ''}</dl>`
}
