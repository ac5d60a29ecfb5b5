/** Every outcome in words: what became of a customer, and why not. Exhaustive by type, so that no reason is ever shown as a code. */
import { PURPOSES, type Purpose } from '#core/audience/consent.ts'
import { BY_MAIL } from '#core/audience/eligibility.ts'
import type { DeferReason, Deferred, Outcome, OutcomeState, SkipReason } from '#core/audience/outcome.ts'
import { SUPPRESSION_REASONS } from '#core/audience/suppression.ts'
import { occurrenceNamed } from '#core/planning/occurrence.ts'
import type { Delivery } from '#core/planning/touch.ts'
import { daysBetween, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { writtenInstant } from '#web/words/written.ts'

type Words<Key extends string> = Readonly<Record<PageLocale, Readonly<Record<Key, string>>>>

export const STATE_WORDS: Words<OutcomeState> = {
  vi: {
    planned: 'chờ gửi',
    sent: 'đã gửi',
    skipped: 'bỏ qua',
    deferred: 'dời lại',
    withheld: 'giữ lại để so sánh',
    failed: 'gửi lỗi',
    unknown: 'chưa rõ',
  },
  en: {
    planned: 'planned',
    sent: 'sent',
    skipped: 'skipped',
    deferred: 'deferred',
    withheld: 'withheld',
    failed: 'failed',
    unknown: 'unknown',
  },
}

export const SKIP_WORDS: Words<SkipReason> = {
  vi: {
    'customer-gone': 'Không còn là khách hàng trong danh sách',
    'no-longer-due': 'Không còn đến dịp: thông tin của khách đã thay đổi',
    'campaign-cancelled': 'Chiến dịch đã hủy',
    blackout: 'Ngày công ty không gửi thư cho ai',
    'no-address': 'Không có địa chỉ email',
    'bad-address': 'Địa chỉ email không đúng',
    'suppression-unreadable': 'Không đọc được danh sách chặn, nên không gửi',
    suppressed: 'Địa chỉ nằm trong danh sách chặn',
    'consent-unreadable': 'Không đọc được sự đồng ý, nên không gửi',
    'opted-out': 'Khách đã từ chối nhận',
    'consent-missing': 'Khách chưa đồng ý nhận',
    'already-contacted': 'Đã liên hệ vì dịp này rồi',
    'already-asked': 'Đã hỏi về đơn hàng, cuộc gọi hoặc vụ việc này rồi',
    'already-answered': 'Khách đã trả lời hoặc viết thư về khảo sát này',
    'survey-closed': 'Khảo sát đã đóng',
    'same-address': 'Khách khác dùng chung địa chỉ email nhận thư này',
    outranked: 'Nhường cho dịp quan trọng hơn ở gần',
    'surveyed-recently': 'Mới được khảo sát gần đây',
    'frequency-cap': 'Đã đủ số lần liên hệ cho phép',
    'budget-exhausted': 'Ngân sách của chiến dịch đã hết',
    'campaign-paused': 'Chiến dịch đang tạm dừng',
    'window-passed': 'Đã qua giờ được gửi',
    'words-missing': 'Đã qua giờ được gửi trong lúc chưa có lời văn của phiên bản này',
    'sender-stopped': 'Đã qua giờ được gửi trong lúc nhà cung cấp không nhận thư nào của công ty',
    'policy-missing': 'Chưa có quy định pháp luật nào được nhập cho loại thư, nước và ngày này',
  },
  en: {
    'customer-gone': 'No longer among the customers',
    'no-longer-due': 'No longer due: the customer’s details have changed',
    'campaign-cancelled': 'The campaign was cancelled',
    blackout: 'A day on which the company contacts nobody',
    'no-address': 'No e-mail address',
    'bad-address': 'The e-mail address is not valid',
    'suppression-unreadable': 'The suppression list could not be read, so nothing was sent',
    suppressed: 'The address is suppressed',
    'consent-unreadable': 'The consent could not be read, so nothing was sent',
    'opted-out': 'The customer opted out',
    'consent-missing': 'The customer has not consented',
    'already-contacted': 'Already contacted for this occasion',
    'already-asked': 'Already asked about this order, call or case',
    'already-answered': 'Has answered this survey or written back about it',
    'survey-closed': 'The survey has closed',
    'same-address': 'Another customer with the same address gets this mail',
    outranked: 'A more important occasion is close by',
    'surveyed-recently': 'Surveyed a short while ago',
    'frequency-cap': 'Contacted as often as allowed',
    'budget-exhausted': 'The campaign’s budget is used up',
    'campaign-paused': 'The campaign is paused',
    'window-passed': 'The hours for sending have passed',
    'words-missing': 'The hours for sending passed while the words of this version were not there',
    'sender-stopped': 'The hours for sending passed while the provider took no mail from us',
    'policy-missing': 'No policy pack covers this class, country and date',
  },
}

const DEFER_WORDS: Words<DeferReason> = {
  vi: {
    'outside-hours': 'ngoài giờ được gửi',
    'campaign-paused': 'chiến dịch đang tạm dừng',
    'words-missing': 'chưa có lời văn của phiên bản này',
    'daily-quota': 'hôm nay nhà cung cấp không nhận thêm thư',
    'provider-busy': 'nhà cung cấp đang bận',
    'sender-stopped': 'nhà cung cấp đang không nhận thư nào của công ty; sẽ tự gửi tiếp khi xong',
    resend: 'sẽ gửi lại theo quyết định của người phụ trách',
  },
  en: {
    'outside-hours': 'outside the hours for sending',
    'campaign-paused': 'the campaign is paused',
    'words-missing': 'the words of this version are not there',
    'daily-quota': 'the provider takes no more mails today',
    'provider-busy': 'the provider is busy',
    'sender-stopped': 'the provider takes no mail from us at the moment; it goes on by itself when that is over',
    resend: 'goes out once more, as somebody decided',
  },
}

export const PURPOSE_WORDS: Words<Purpose> = {
  vi: { care: 'thăm hỏi, chúc mừng', survey: 'khảo sát', advertising: 'ưu đãi, quảng cáo' },
  en: { care: 'greetings and care', survey: 'surveys', advertising: 'offers' },
}

export const SUPPRESSION_WORDS: Words<(typeof SUPPRESSION_REASONS)[number]> = {
  vi: {
    'hard-bounce': 'thư bị trả lại vĩnh viễn',
    'soft-bounces': 'thư bị trả lại nhiều lần',
    complaint: 'khách báo thư rác',
    'opt-out': 'khách từ chối',
    legal: 'lý do pháp lý',
  },
  en: {
    'hard-bounce': 'permanent bounce',
    'soft-bounces': 'bounced too often',
    complaint: 'marked as spam',
    'opt-out': 'opted out',
    legal: 'legal reasons',
  },
}

export const DELIVERY_WORDS: Words<Delivery['state']> = {
  vi: {
    delivered: 'đã đến',
    bounced: 'bị trả lại',
    complained: 'khách báo thư rác',
    rejected: 'nhà cung cấp từ chối',
    delayed: 'đang chậm',
  },
  en: { delivered: 'delivered', bounced: 'bounced', complained: 'marked as spam', rejected: 'rejected', delayed: 'delayed' },
}

const MORE = {
  vi: {
    until: (at: string, why: string) => `đến ${at}: ${why}`,
    erased: 'đã xóa theo yêu cầu',
    wroteBack: 'Khách đã viết thư lại về khảo sát này',
    holdout: 'thuộc nhóm so sánh, cố ý không liên hệ',
    since: (at: string) => `từ ${at}: đã giao cho nhà cung cấp nhưng chưa có câu trả lời`,
    rest: (days: number) => `hai lần khảo sát cách nhau ít nhất ${days} ngày`,
    notAsked: (days: number, day: string) =>
      `không hỏi: đã khảo sát ${days === 0 ? 'ngay hôm ấy' : `${days} ngày trước`}; được hỏi lại từ ${day}`,
    cap: (max: string, hours: number) => `tối đa ${max} lần trong ${hours % 24 === 0 ? `${hours / 24} ngày` : `${hours} giờ`}`,
  },
  en: {
    until: (at: string, why: string) => `until ${at}: ${why}`,
    erased: 'erased on request',
    wroteBack: 'Has written back about this survey',
    holdout: 'in the holdout, deliberately not contacted',
    since: (at: string) => `since ${at}: handed over, and no answer came`,
    rest: (days: number) => `at least ${days} days between two surveys`,
    notAsked: (days: number, day: string) =>
      `not asked: surveyed ${days === 0 ? 'on that day' : days === 1 ? 'the day before' : `${days} days ago`}; free again on ${day}`,
    cap: (max: string, hours: number) => `at most ${max} in ${hours % 24 === 0 ? `${hours / 24} days` : `${hours} hours`}`,
  },
} as const

export interface OutcomeReader {
  readonly locale: PageLocale
  readonly zone: string
  /** A campaign's name, or its id when it is not known. */
  readonly campaignName: (campaignId: string) => string
}

/** The reason, with its details beside it. Empty for a touch that went out or still will. */
export function outcomeInWords(
  outcome: Outcome,
  reader: OutcomeReader,
): { readonly reason: string; readonly detail: string; readonly freeAt: string | null } {
  const { locale } = reader
  const instant = (at: string) => writtenInstant(at, reader)
  const plain = { detail: '', freeAt: null }
  switch (outcome.state) {
    case 'planned':
      return { ...plain, reason: '' }
    case 'sent':
      return { ...plain, reason: instant(outcome.at) }
    case 'skipped':
      return {
        reason: skippedBecause(outcome, locale),
        detail: detailInWords(outcome, reader),
        freeAt: outcome.freeAt === undefined ? null : instant(outcome.freeAt),
      }
    case 'deferred':
      return { ...plain, reason: MORE[locale].until(instant(outcome.until), deferredBecause(outcome, locale)) }
    case 'withheld':
      return { ...plain, reason: MORE[locale].holdout }
    case 'failed':
      return { ...plain, reason: outcome.reason, detail: instant(outcome.at) }
    case 'unknown':
      return { ...plain, reason: MORE[locale].since(instant(outcome.since)), detail: outcome.evidence }
  }
}

/**
 * `not asked: surveyed 12 days ago; free again on 3 March`, counted from the day, in the customer's zone, on which the touch was due. Null for
 * every other outcome.
 */
export function notAskedInWords(
  outcome: Outcome,
  { date, zone, locale }: { readonly date: LocalDate; readonly zone: string; readonly locale: PageLocale },
): string | null {
  if (outcome.state !== 'skipped' || outcome.reason !== 'surveyed-recently' || outcome.freeAt === undefined) return null
  const [, days] = /^(\d+) days$/.exec(outcome.detail ?? '') ?? []
  if (!days) return null
  const freeOn = localDateAt(outcome.freeAt, zone)
  return MORE[locale].notAsked(Math.max(0, Number(days) - daysBetween(date, freeOn)), shortDate(freeOn, locale))
}

/** Why the touch was deferred, and what it waits for now where that is different. */
const deferredBecause = ({ because, heldUpBy }: Deferred, locale: PageLocale): string =>
  [because, ...(heldUpBy ? [heldUpBy] : [])].map((reason) => DEFER_WORDS[locale][reason]).join('; ')

/** A customer who wrote back has not answered: the survey counts the invitation as unanswered. */
const skippedBecause = ({ reason, detail }: Extract<Outcome, { state: 'skipped' }>, locale: PageLocale): string =>
  reason === 'already-answered' && detail === BY_MAIL ? MORE[locale].wroteBack : SKIP_WORDS[locale][reason]

/** The rule that stopped it. The row holds it in ids and numbers. */
function detailInWords(
  { reason, detail = '' }: Extract<Outcome, { state: 'skipped' }>,
  { locale, campaignName }: OutcomeReader,
): string {
  switch (reason) {
    case 'customer-gone':
      return detail === 'erased' ? MORE[locale].erased : detail
    case 'suppressed': {
      const known = SUPPRESSION_REASONS.find((one) => one === detail)
      return known ? SUPPRESSION_WORDS[locale][known] : detail
    }
    case 'opted-out':
    case 'consent-missing': {
      const known = PURPOSES.find((one) => one === detail)
      return known ? PURPOSE_WORDS[locale][known] : detail
    }
    case 'already-contacted':
    case 'already-asked': {
      const earlier = occurrenceNamed(detail)
      return earlier ? `${campaignName(earlier.campaignId)}, ${earlier.date}` : detail
    }
    case 'already-answered':
      return detail === BY_MAIL ? '' : detail
    case 'outranked':
      return campaignName(detail)
    case 'surveyed-recently': {
      const [, days] = /^(\d+) days$/.exec(detail) ?? []
      return days ? MORE[locale].rest(Number(days)) : detail
    }
    case 'frequency-cap': {
      const [, max, hours] = /^(\d+) per (\d+) h$/.exec(detail) ?? []
      return max && hours ? MORE[locale].cap(max, Number(hours)) : detail
    }
    default:
      return detail
  }
}
