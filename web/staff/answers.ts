/** Answers in words: the score on its scale, its band, its origin; the same on every page that shows one. */
import { html } from 'hono/html'
import type { ScoreBand, SurveyDefinition, SurveyKind } from '#core/campaign/survey-definition.ts'
import type { InvitationState } from '#core/survey/invitation-state.ts'
import type { Suspicion } from '#core/survey/press.ts'
import type { Answer, AnswerOrigin } from '#core/survey/response.ts'
import { bandOf, SCALES, scoresOf } from '#core/survey/scale.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { chip } from '#web/staff/frame.ts'

type Words<Key extends string> = Readonly<Record<PageLocale, Readonly<Record<Key, string>>>>

export const INVITATION_WORDS: Words<InvitationState> = {
  vi: {
    answered: 'đã trả lời',
    'opted-out': 'từ chối khảo sát',
    undeliverable: 'thư không đến',
    open: 'còn chờ',
    unanswered: 'hết hạn, không có câu trả lời',
  },
  en: {
    answered: 'answered',
    'opted-out': 'opted out',
    undeliverable: 'undeliverable',
    open: 'open',
    unanswered: 'unanswered',
  },
}

const BANDS: Readonly<Record<PageLocale, Readonly<Record<SurveyKind, Readonly<Record<ScoreBand, string>>>>>> = {
  vi: {
    nps: { low: 'Chưa hài lòng', middle: 'Bình thường', high: 'Sẵn lòng giới thiệu' },
    csat: { low: 'Không hài lòng', middle: 'Bình thường', high: 'Hài lòng' },
    ces: { low: 'Khó khăn', middle: 'Bình thường', high: 'Dễ dàng' },
    fcr: { low: 'Chưa giải quyết', middle: '', high: 'Đã giải quyết' },
  },
  en: {
    nps: { low: 'Detractors', middle: 'Passives', high: 'Promoters' },
    csat: { low: 'Dissatisfied', middle: 'Neither', high: 'Satisfied' },
    ces: { low: 'Hard', middle: 'Neither', high: 'Easy' },
    fcr: { low: 'Not solved', middle: '', high: 'Solved' },
  },
}

/** Why an answer looks like a machine's. */
const SUSPICION_WORDS: Words<Suspicion> = {
  vi: {
    decoy: 'bấm nút dành riêng cho máy',
    'unknown-form': 'không gửi từ biểu mẫu của trang',
    'too-early': 'bấm quá nhanh sau khi trang mở',
    'other-browser': 'gửi từ trình duyệt khác, hoặc trình duyệt không nhận cookie',
  },
  en: {
    decoy: 'pressed the button that only machines see',
    'unknown-form': 'not sent by the page’s form',
    'too-early': 'pressed too soon after the page opened',
    'other-browser': 'sent from another browser, or one without cookies',
  },
}

const WORDS = {
  vi: {
    suspect: 'nghi là máy bấm, chưa tính',
    solved: ['chưa giải quyết', 'đã giải quyết'],
    noScore: 'chỉ có lời',
    via: { page: 'trên trang', reply: 'bằng thư', staff: 'nhân viên nhập' },
    staff: (by: string) => `nhân viên nhập: ${by}`,
    fromCompany: 'từ mạng của công ty',
    more: 'đọc tiếp',
  },
  en: {
    suspect: 'looks like a machine, does not count',
    solved: ['not solved', 'solved'],
    noScore: 'words only',
    via: { page: 'on the page', reply: 'by mail', staff: 'entered by staff' },
    staff: (by: string) => `entered by staff: ${by}`,
    fromCompany: 'from the company’s own network',
    more: 'read on',
  },
} as const

/** `Detractors (0–6)`; the bands of a scale that a score can be in, lowest first. */
export function bandsOf(kind: SurveyKind, locale: PageLocale): readonly { readonly band: ScoreBand; readonly name: string }[] {
  return (['low', 'middle', 'high'] as const).flatMap((band) => {
    const scores = scoresOf(kind).filter((score) => bandOf(kind, score) === band)
    const [first] = scores
    if (first === undefined) return []
    const range = kind === 'fcr' ? '' : ` (${scores.length === 1 ? first : `${first}–${scores.at(-1)}`})`
    return [{ band, name: `${BANDS[locale][kind][band]}${range}` }]
  })
}

export function scoreChip({
  kind,
  score,
  locale,
}: {
  readonly kind: SurveyKind
  readonly score: number | null
  readonly locale: PageLocale
}): Html {
  if (score === null) return chip(WORDS[locale].noScore, 'quiet')
  const band = bandOf(kind, score)
  const tone = band === 'low' ? 'warn' : band === 'high' ? 'good' : 'plain'
  return chip(kind === 'fcr' ? (WORDS[locale].solved[score] ?? '') : `${score}/${SCALES[kind].highest}`, tone)
}

/** The origin of an answer: one from a desk of the company must never look like a customer's own. */
export function originInWords({ via, by, fromCompany }: AnswerOrigin, locale: PageLocale): Html {
  const words = WORDS[locale]
  const said = via === 'staff' && by !== null ? words.staff(by) : words.via[via]
  return html`<small>${said}</small>${fromCompany ? html` ${chip(words.fromCompany, 'warn')}` : ''}`
}

/** Empty for an answer that counts. A machine's press must never look like a customer's answer. */
export function suspicionInWords({ suspect }: Pick<Answer, 'suspect'>, locale: PageLocale): Html | string {
  if (suspect === undefined) return ''
  return html` ${chip(WORDS[locale].suspect, 'warn')} <small>${SUSPICION_WORDS[locale][suspect]}</small>`
}

export const reasonOfSuspicion = (suspect: Suspicion, locale: PageLocale): string => SUSPICION_WORDS[locale][suspect]

/** The reason and every follow-up answer, in the words of the survey where it is known, in ids where it is not. */
export function answerText(
  { why, followUps }: Pick<Answer, 'why' | 'followUps'>,
  { locale, survey }: { readonly locale: PageLocale; readonly survey: SurveyDefinition | undefined },
): Html {
  const more = Object.entries(followUps).map(([id, given]) => {
    const asked = survey?.followUps.find((question) => question.id === id)
    const texts = new Map(asked?.choices?.map((choice) => [choice.id, aboutCustomer(choice.text[locale], locale)]))
    const said = typeof given === 'string' ? quoted(given, locale) : given.map((choice) => texts.get(choice) ?? choice).join('; ')
    return html`<small>${asked ? aboutCustomer(asked.question[locale], locale) : id}</small> ${said}`
  })
  const parts = [...(why === null ? [] : [quoted(why, locale)]), ...more]
  return html`${parts.map((part, place) => html`${place === 0 ? '' : html`<br>`}${part}`)}`
}

/** The survey speaks to a customer; the control room speaks about one. */
const aboutCustomer = (words: string, locale: PageLocale): string =>
  locale === 'en' ? words : words.replaceAll('{honorific}', 'quý khách').replaceAll('{Honorific}', 'Quý khách')

const SHOWN_AT_ONCE = 280

/** A customer's words, line breaks kept; a long text opens on demand. */
export function quoted(text: string, locale: PageLocale): Html {
  if (text.length <= SHOWN_AT_ONCE) return html`<span class="words">${text}</span>`
  const cut = [...text].slice(0, SHOWN_AT_ONCE - 40).join('')
  return html`<details class="long"><summary><span class="words">${cut} …</span> ${WORDS[locale].more}</summary><span class="words">${text}</span></details>`
}
