/** Whether a customer may be rung now, in a line: why not, and from when. */
import { isSkipReason, type SkipReason } from '#core/audience/skip.ts'
import type { MayRing, RingRefusal } from '#core/work/may-ring.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { SKIP_WORDS } from '#web/words/skip-reasons.ts'
import { writtenInstant } from '#web/words/written.ts'

interface RingWords {
  readonly may: string
  readonly notNow: (why: string) => string
  readonly from: (at: string) => string
  readonly refusals: Readonly<Record<RingRefusal, string>>
  /** Where the sentence about mails would mislead. */
  readonly ofCalls: Readonly<Partial<Record<SkipReason, string>>>
}

const WORDS = bothLanguages<RingWords>({
  vi: {
    may: 'Gọi được ngay bây giờ.',
    notNow: (why) => `Bây giờ đừng gọi: ${why}.`,
    from: (at) => `Gọi được từ ${at}.`,
    refusals: {
      'law-unknown': 'chưa biết pháp luật nước của khách cho gọi lúc nào',
      'held-by-colleague': 'đồng nghiệp đang giữ việc này',
      'promised-to-colleague': 'khách đã hẹn giờ với đồng nghiệp',
      'promised-later': 'khách hẹn giờ muộn hơn',
      blackout: 'hôm nay công ty không liên hệ với ai',
      'public-holiday': 'hôm nay là ngày lễ',
      'closed-weekday': 'pháp luật không cho gọi vào thứ này trong tuần',
      'outside-hours': 'ngoài giờ được gọi khách',
      noon: 'khách nghỉ trưa',
      'rung-today': 'hôm nay đã gọi số này rồi',
    },
    ofCalls: {
      'no-address': 'khách chưa có số điện thoại',
      'bad-address': 'số không dùng được, hoặc là số của người khác; hỏi khách số mới bằng thư',
      suppressed: 'số điện thoại nằm trong danh sách chặn',
      'suppression-unreadable': 'không đọc được danh sách chặn',
      'consent-unreadable': 'không đọc được sự đồng ý của khách',
      'opted-out': 'khách đã từ chối nhận cuộc gọi',
      'consent-missing': 'khách chưa đồng ý nhận cuộc gọi',
      'held-for-case': 'khách đang có vụ việc nghiêm trọng chưa xong, nên chưa gọi hỏi thăm',
      'do-not-call': 'số nằm trong Danh sách không quảng cáo',
      'do-not-call-list-old': 'chưa có Danh sách không quảng cáo, hoặc danh sách đã quá cũ',
      'policy-missing': 'chưa biết pháp luật nước của khách cho gọi lúc nào',
    },
  },
  en: {
    may: 'You may ring now.',
    notNow: (why) => `Do not ring now: ${why}.`,
    from: (at) => `You may from ${at}.`,
    refusals: {
      'law-unknown': 'it is not known when the law of the customer’s country allows calls',
      'held-by-colleague': 'a colleague holds this',
      'promised-to-colleague': 'a colleague agreed on a time with the customer',
      'promised-later': 'a later time was agreed with the customer',
      blackout: 'today the company contacts nobody',
      'public-holiday': 'today is a public holiday',
      'closed-weekday': 'the law allows no calls on this day of the week',
      'outside-hours': 'customers are not rung at this hour',
      noon: 'customers rest at noon',
      'rung-today': 'this number was rung today already',
    },
    ofCalls: {
      'no-address': 'the customer has no number',
      'bad-address': 'the number is not valid, or another person’s; ask the customer for another by mail',
      suppressed: 'the number is suppressed',
      'suppression-unreadable': 'the suppression list could not be read',
      'consent-unreadable': 'the customer’s consent could not be read',
      'opted-out': 'the customer wants no calls',
      'consent-missing': 'the customer has not agreed to calls',
      'held-for-case': 'a grave case of the customer is open, so calls of campaigns wait',
      'do-not-call': 'the number is on the do-not-call register',
      'do-not-call-list-old': 'there is no do-not-call list, or it is too old',
      'policy-missing': 'it is not known when the law of the customer’s country allows calls',
    },
  },
})

export function mayRingInWords(ring: MayRing, { locale, zone }: { readonly locale: PageLocale; readonly zone: string }): string {
  const words = WORDS[locale]
  if (ring.may) return words.may
  const { because, from } = ring
  const why = isSkipReason(because) ? (words.ofCalls[because] ?? SKIP_WORDS[locale][because]) : refusalIn(words, because)
  return from === null ? words.notNow(why) : `${words.notNow(why)} ${words.from(writtenInstant(from, { zone, locale }))}`
}

const refusalIn = ({ refusals }: RingWords, because: RingRefusal): string => refusals[because]
