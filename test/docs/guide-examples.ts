/** What each merge field comes to in the guides' example letters: one customer, one occasion, everything a letter could have. */
import { SURVEY_KINDS } from '#core/campaign/survey-definition.ts'
import { someFields, someSurvey } from '#test/web/rendering/sample-fields.ts'
import { stoppedWords } from '#web/rendering/stopped-words.ts'

export function guideExamples(locale: 'vi' | 'en'): ReadonlyMap<string, string> {
  const stopped = stoppedWords({ purposes: ['care'], at: '2027-02-06T02:00:00.000Z', zone: 'Asia/Ho_Chi_Minh', locale })
  const letters = SURVEY_KINDS.toReversed().map((kind) =>
    someFields({
      locale,
      occasion: { name: locale === 'vi' ? 'Chúc mừng năm mới' : 'Tết greeting', date: '2027-02-06', years: 3 },
      purchase: { product: 'Bàn trà mây', deliveredOn: '2027-02-04' },
      voucher: { code: '7Q2M-0XKD-93AB', value: { amount: 100_000, currency: 'VND' }, validTo: '2027-03-08', link: 'https://…' },
      survey: { ...someSurvey(kind), link: 'https://…' },
      links: { unsubscribe: 'https://…', preferences: 'https://…' },
    }),
  )
  return new Map([
    ...letters.flatMap((fields) => paths(fields)),
    ...paths({ stopped, letter: LETTERS[locale], case: LOOKS[locale] }),
  ])
}

const LOOKS = {
  vi: { looks: 'từ 08:00 Thứ Hai, ngày 4 tháng 1 năm 2027' },
  en: { looks: 'from 08:00 on 4 January 2027' },
}
const LETTERS = {
  vi: { subject: 'Về hộp trà bị mốc', words: 'Chúng tôi đã gửi hộp trà mới.' },
  en: { subject: 'About your mouldy tea', words: 'We have sent you new tea.' },
}

const paths = (value: object, before = ''): (readonly [string, string])[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null
      ? paths(inner, `${before}${key}.`)
      : [[`${before}${key}`, String(inner)] as const],
  )
