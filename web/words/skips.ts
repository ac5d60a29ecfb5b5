/** Why a customer is not contacted, with the facts of the reason: numbers, days, the other campaign. */
import { freeAtOf, type StoredSkip } from '#core/audience/skip.ts'
import { isErasedName } from '#core/customer/erased-name.ts'
import { occurrenceNamed } from '#core/occasion/occurrence-id.ts'
import { daysBetween, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { ERASED_CUSTOMER } from '#web/words/erased-customer.ts'
import { namedCode } from '#web/words/named-code.ts'
import { DAYS, numberOf } from '#web/words/number-of.ts'
import { PURPOSE_WORDS } from '#web/words/purposes.ts'
import { NOT_KNOWN_HERE, SKIP_WORDS } from '#web/words/skip-reasons.ts'
import { SUPPRESSION_WORDS } from '#web/words/suppressions.ts'
import { writtenInstant } from '#web/words/written.ts'

interface Phrases {
  readonly erased: string
  readonly wroteBack: string
  readonly rest: (days: number) => string
  readonly cap: (max: number, hours: number) => string
  readonly list: (asOf: string | null, maxAgeDays: number) => string
  readonly notAsked: (days: number, freeOn: string) => string
}

const PHRASES: Readonly<Record<PageLocale, Phrases>> = {
  vi: {
    erased: 'đã xóa theo yêu cầu',
    wroteBack: 'Khách đã viết thư lại về khảo sát này',
    rest: (days) => `hai lần khảo sát cách nhau ít nhất ${days} ngày`,
    cap: (max, hours) => `tối đa ${max} lần trong ${hours % 24 === 0 ? `${hours / 24} ngày` : `${hours} giờ`}`,
    list: (asOf, maxAgeDays) =>
      `${asOf === null ? 'chưa nhập danh sách nào' : `danh sách ngày ${asOf}`}; dùng được ${maxAgeDays} ngày`,
    notAsked: (days, freeOn) =>
      `không hỏi: đã khảo sát ${days === 0 ? 'ngay hôm ấy' : `${days} ngày trước`}; được hỏi lại từ ${freeOn}`,
  },
  en: {
    erased: 'erased on request',
    wroteBack: 'Has written back about this survey',
    rest: (days) => `at least ${numberOf(days, DAYS)} between two surveys`,
    cap: (max, hours) =>
      `at most ${max} in ${hours % 24 === 0 ? numberOf(hours / 24, DAYS) : numberOf(hours, ['hour', 'hours'])}`,
    list: (asOf, maxAgeDays) =>
      `${asOf === null ? 'none was ever imported' : `the list of ${asOf}`}; good for ${numberOf(maxAgeDays, DAYS)}`,
    notAsked: (days, freeOn) =>
      `not asked: surveyed ${days === 0 ? 'on that day' : days === 1 ? 'the day before' : `${days} days ago`}; free again on ${freeOn}`,
  },
}

export interface OutcomeReader {
  readonly locale: PageLocale
  readonly zone: string
  /** A campaign's name, or its id when it is not known. */
  readonly campaignName: (campaignId: string) => string
}

/** The reason, its facts beside it, and when the customer may be contacted again; null where no such instant is known. */
export function skipInWords(
  skip: StoredSkip,
  reader: OutcomeReader,
): { readonly reason: string; readonly detail: string; readonly freeAt: string | null } {
  const freeAt = freeAtOf(skip)
  return {
    reason: reasonInWords(skip, reader.locale),
    detail: factsInWords(skip, reader),
    freeAt: freeAt === undefined ? null : writtenInstant(freeAt, reader),
  }
}

/** A customer who wrote back has not answered: the survey counts the invitation as unanswered. */
function reasonInWords(skip: StoredSkip, locale: PageLocale): string {
  if (skip.reason === 'not-known-here') return NOT_KNOWN_HERE[locale]
  return skip.reason === 'already-answered' && skip.by === 'mail' ? PHRASES[locale].wroteBack : SKIP_WORDS[locale][skip.reason]
}

function factsInWords(skip: StoredSkip, { locale, campaignName }: OutcomeReader): string {
  const phrases = PHRASES[locale]
  switch (skip.reason) {
    case 'customer-gone':
      return skip.erased ? phrases.erased : ''
    case 'closed-day':
    case 'policy-missing':
      return namedCode({ type: 'region', code: skip.country, locale })
    case 'suppressed':
      return SUPPRESSION_WORDS[locale][skip.because]
    case 'opted-out':
    case 'consent-missing':
      return PURPOSE_WORDS[locale][skip.purpose]
    case 'already-contacted':
    case 'already-asked':
      return skip.occurrenceId === null ? '' : earlierInWords(skip.occurrenceId, campaignName)
    case 'same-address':
      return isErasedName(skip.writtenTo) ? ERASED_CUSTOMER[locale] : skip.writtenTo
    case 'outranked':
      return campaignName(skip.by)
    case 'surveyed-recently':
      return phrases.rest(skip.days)
    case 'frequency-cap':
      return phrases.cap(skip.max, skip.hours)
    case 'do-not-call-list-old':
      return phrases.list(skip.asOf === null ? null : shortDate(skip.asOf, locale), skip.maxAgeDays)
    case 'not-known-here':
      return skip.stored.reason
    case 'no-longer-due':
    case 'campaign-cancelled':
    case 'blackout':
    case 'no-address':
    case 'bad-address':
    case 'suppression-unreadable':
    case 'consent-unreadable':
    case 'do-not-call':
    case 'already-answered':
    case 'survey-closed':
    case 'held-for-case':
    case 'team-full':
    case 'budget-exhausted':
    case 'campaign-paused':
    case 'window-passed':
    case 'sender-stopped':
    case 'words-missing':
      return ''
  }
}

function earlierInWords(occurrenceId: string, campaignName: OutcomeReader['campaignName']): string {
  const earlier = occurrenceNamed(occurrenceId)
  return earlier ? `${campaignName(earlier.campaignId)}, ${earlier.date}` : occurrenceId
}

/**
 * `not asked: surveyed 12 days ago; free again on 3 March`, counted from the day, in the customer's zone, on which the touch was due. Null for
 * every other reason.
 */
export function restInWords(
  skip: StoredSkip,
  { date, zone, locale }: { readonly date: LocalDate; readonly zone: string; readonly locale: PageLocale },
): string | null {
  if (skip.reason !== 'surveyed-recently') return null
  const freeOn = localDateAt(skip.freeAt, zone)
  return PHRASES[locale].notAsked(Math.max(0, skip.days - daysBetween(date, freeOn)), shortDate(freeOn, locale))
}
