/** When a customer may be contacted again, and by which rule they may not be now. */
import { html } from 'hono/html'
import { PURPOSES, type Purpose } from '#core/audience/consent.ts'
import type { SkipReason } from '#core/audience/skip.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import type { Frame } from '#web/staff/frame.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { contactPointTitle } from '#web/words/channels.ts'
import { FREE_AGAIN_WORDS } from '#web/words/free-again.ts'
import { DAYS, numberOf } from '#web/words/number-of.ts'
import { PURPOSE_WORDS } from '#web/words/purposes.ts'
import { SKIP_WORDS } from '#web/words/skip-reasons.ts'
import { SUPPRESSION_WORDS } from '#web/words/suppressions.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    survey: 'Khảo sát',
    relationship: 'Khảo sát về công ty',
    any: 'Mọi liên hệ',
    free: 'có thể hỏi ngay',
    reachable: 'có thể liên hệ ngay',
    asked: (days: number) => (days === 0 ? 'vừa hỏi hôm nay' : `đã hỏi ${days} ngày trước`),
    rule: (days: number) => `hai lần cách nhau ít nhất ${days} ngày`,
    capped: (max: number, days: string) => `đã đủ ${max} lần trong ${days} ngày`,
    suppressed: (why: string, at: string) => `bị chặn từ ${at}: ${why}`,
    unreadable: 'không đọc được danh sách chặn: không gửi gì',
    none: (why: string) => `không gửi gì: ${why}`,
    ownOnly: (why: string) => `không liên hệ (${why}); chỉ còn thư về đơn hàng và yêu cầu của chính khách`,
    except: (kinds: string) => `trừ ${kinds}`,
    notAsked: (why: string) => `không hỏi: ${why}`,
    since: (why: string, at: string) => `${why} từ ${at}`,
  },
  en: {
    survey: 'Surveys',
    relationship: 'Surveys about the company',
    any: 'Any contact',
    free: 'may be asked now',
    reachable: 'may be contacted now',
    asked: (days: number) => (days === 0 ? 'asked today' : days === 1 ? 'asked yesterday' : `asked ${days} days ago`),
    rule: (days: number) => `at least ${numberOf(days, DAYS)} between two`,
    capped: (max: number, days: string) => `has had ${max} in ${numberOf(days, DAYS)}`,
    suppressed: (why: string, at: string) => `suppressed since ${at}: ${why}`,
    unreadable: 'the suppression list cannot be read: nothing is sent',
    none: (why: string) => `nothing is sent: ${why}`,
    ownOnly: (why: string) => `not contacted (${why}); only mails about their own orders and requests`,
    except: (kinds: string) => `except ${kinds}`,
    notAsked: (why: string) => `not asked: ${why}`,
    since: (why: string, at: string) => `${why} since ${at}`,
  },
})

export interface ContactLimits {
  /** Since the last survey; null when there was none. */
  readonly askedDaysAgo: number | null
  readonly survey: Asking
  /** Surveys about the company, which have a longer rest. */
  readonly relationship: Asking
  readonly any: Contact
  /** Of their contact points, by kind. */
  readonly suppressions: ReadonlyMap<string, Pick<Suppression, 'reason' | 'at'> | 'unreadable'>
}

/** Whether the customer may be asked now. */
export type Asking =
  | 'free'
  | { readonly freeOn: LocalDate; readonly days: number }
  /** `since`: when they said so themselves. */
  | { readonly refused: SkipReason; readonly since: Instant | null }

export type Contact =
  | { readonly nothing: SkipReason }
  | {
      /** The kinds of mail that may not be sent. */
      readonly refused: readonly { readonly purpose: Purpose; readonly reason: SkipReason }[]
      /** The cap that leaves no room now. */
      readonly capped: { readonly max: number; readonly hours: number; readonly freeAt: Instant } | null
    }

interface Reader {
  readonly locale: PageLocale
  /** An instant in the company's time. */
  readonly at: (instant: Instant) => string
}

export function contactLimits(
  { askedDaysAgo, survey, relationship, any, suppressions }: ContactLimits,
  { locale, company }: Frame,
): Html {
  const words = WORDS[locale]
  const reader = { locale, at: (instant: Instant) => writtenInstant(instant, { zone: company.zone, locale }) }
  const asked = askedDaysAgo === null ? '' : words.asked(askedDaysAgo)
  const lines: readonly (readonly [string, string])[] = [
    [words.survey, askingInWords(survey, asked, reader)],
    [words.relationship, askingInWords(relationship, asked, reader)],
    [words.any, contactInWords(any, reader)],
  ]
  const blocked = [...suppressions].map(([kind, suppression]): readonly [string, string] => [
    contactPointTitle(kind)[locale],
    suppression === 'unreadable'
      ? words.unreadable
      : words.suppressed(SUPPRESSION_WORDS[locale][suppression.reason], reader.at(suppression.at)),
  ])
  return html`<dl data-limits="yes">${[...lines, ...blocked].map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`)}</dl>`
}

function askingInWords(asking: Asking, asked: string, { locale, at }: Reader): string {
  const words = WORDS[locale]
  if (asking === 'free') return [words.free, asked].filter(Boolean).join('; ')
  if ('freeOn' in asking)
    return [asked, FREE_AGAIN_WORDS[locale].asked(shortDate(asking.freeOn, locale)), words.rule(asking.days)].join('; ')
  const reason = SKIP_WORDS[locale][asking.refused]
  const why = asking.since === null ? reason : words.since(reason, at(asking.since))
  return [words.notAsked(why), asked].filter(Boolean).join('; ')
}

function contactInWords(contact: Contact, { locale, at }: Reader): string {
  const words = WORDS[locale]
  if ('nothing' in contact) return words.none(SKIP_WORDS[locale][contact.nothing])
  const { refused, capped } = contact
  const each = refused
    .map(({ purpose, reason }) => `${PURPOSE_WORDS[locale][purpose]} (${SKIP_WORDS[locale][reason]})`)
    .join(', ')
  const reasons = [...new Set(refused.map(({ reason }) => SKIP_WORDS[locale][reason]))]
  const [one] = reasons
  if (refused.length === PURPOSES.length) return words.ownOnly(one !== undefined && reasons.length === 1 ? one : each)
  const days = (hours: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(hours / 24)
  const now = capped
    ? `${words.capped(capped.max, days(capped.hours))}; ${FREE_AGAIN_WORDS[locale].contacted(at(capped.freeAt))}`
    : words.reachable
  return refused.length === 0 ? now : `${now}; ${words.except(each)}`
}
