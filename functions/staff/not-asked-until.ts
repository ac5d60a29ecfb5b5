/** Until when a customer is left in peace, and by which rule: the same rules that planning asks, at this moment. */
import { html } from 'hono/html'
import { type Reach, refusalOf } from '#app/campaigns/coming-days.ts'
import type { Person } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import { brokenCap } from '#core/audience/caps.ts'
import { PURPOSES, type Purpose } from '#core/audience/consent.ts'
import { isSurvey } from '#core/audience/ledger.ts'
import { capsOfFrequency } from '#core/audience/preference.ts'
import type { SkipReason } from '#core/audience/skip.ts'
import { surveyRest } from '#core/audience/survey-rest.ts'
import type { ContentClass } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { letterChannel } from '#core/channel/channel.ts'
import { daysBetween } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import type { Frame } from '#web/staff/frame.ts'
import { PURPOSE_WORDS } from '#web/words/purposes.ts'
import { SKIP_WORDS } from '#web/words/skip-reasons.ts'
import { SUPPRESSION_WORDS } from '#web/words/suppressions.ts'
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
    none: (why: string) => `nothing is sent: ${why}`,
    ownOnly: (why: string) => `not contacted (${why}); only mails about their own orders and requests`,
    except: (kinds: string) => `except ${kinds}`,
    notAsked: (why: string) => `not asked: ${why}`,
    since: (why: string, at: string) => `${why} since ${at}`,
  },
} as const

interface PeaceStores {
  readonly ledgers: Pick<LedgerStore, 'getMany'>
}

interface PeaceOf {
  readonly frame: Frame
  readonly person: Person
  readonly reach: Reach
  readonly companyRules: CompanyRules
}

export async function leftInPeace({ ledgers }: PeaceStores, { frame, person, reach, companyRules }: PeaceOf): Promise<Html> {
  const { locale, company, now } = frame
  const { customer, frequency } = person
  const { suppression: suppressed } = reach
  const words = WORDS[locale]
  const [ledger] = await ledgers.getMany([customer.customerId])
  if (!ledger) throw new Error(`no ledger of ${customer.customerId}`)
  const today = localDateAt(now, customer.zone)
  const askedAt = ledger.contacts
    .filter(isSurvey)
    .map(({ at }) => at)
    .sort()
    .at(-1)
  const asked = askedAt === undefined ? '' : words.asked(daysBetween(localDateAt(askedAt, customer.zone), today))
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  // The page tells about letters: the channel that most campaigns use.
  const channel = letterChannel(companyRules.channels).id
  const refusal = (contentClass: ContentClass) => refusalOf(reach, { contentClass, channel, date: today, companyRules })
  const why = (reason: SkipReason, purpose: Purpose) => {
    const said = person.consents === 'unreadable' || reason !== 'opted-out' ? undefined : person.consents[`${purpose}/${channel}`]
    return said ? words.since(SKIP_WORDS[locale][reason], at(said.at)) : SKIP_WORDS[locale][reason]
  }
  const survey = (relationship: boolean): string => {
    const refused = refusal('survey')
    if (refused) return [words.notAsked(why(refused.reason, 'survey')), asked].filter(Boolean).join('; ')
    const rest = surveyRest({ surveys: company.surveys, relationship, ledger, zone: customer.zone, at: now })
    if (!rest) return [words.free, asked].filter(Boolean).join('; ')
    return [asked, words.until(shortDate(localDateAt(rest.freeAt, customer.zone), locale)), words.rule(rest.days)].join('; ')
  }
  const broken = brokenCap({ caps: [...company.frequencyCaps, ...capsOfFrequency(frequency)], ledger, at: now })
  const days = (hours: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(hours / 24)
  function anyContact(): string {
    const nothing = refusal('transactional')
    if (nothing) return words.none(SKIP_WORDS[locale][nothing.reason])
    const refused = PURPOSES.flatMap((purpose) => {
      const { reason } = refusal(purpose) ?? {}
      return reason === undefined ? [] : [{ kind: PURPOSE_WORDS[locale][purpose], reason: SKIP_WORDS[locale][reason] }]
    })
    const reasons = [...new Set(refused.map(({ reason }) => reason))]
    const [one] = reasons
    const each = refused.map(({ kind, reason }) => `${kind} (${reason})`).join(', ')
    if (refused.length === PURPOSES.length) return words.ownOnly(one !== undefined && reasons.length === 1 ? one : each)
    const now = broken
      ? `${words.capped(broken.cap.max, days(broken.cap.hours))}; ${words.from(at(broken.freeAt))}`
      : words.reachable
    return refused.length === 0 ? now : `${now}; ${words.except(each)}`
  }
  const lines: readonly (readonly [string, string])[] = [
    [words.survey, survey(false)],
    [words.relationship, survey(true)],
    [words.any, anyContact()],
  ]
  const block =
    suppressed === 'unreadable'
      ? words.unreadable
      : suppressed && words.suppressed(SUPPRESSION_WORDS[locale][suppressed.reason], at(suppressed.at))
  return html`<dl data-peace="yes">${lines.map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`)}${block ? html`<dt>${words.address}</dt><dd>${block}</dd>` : ''}</dl>`
}
