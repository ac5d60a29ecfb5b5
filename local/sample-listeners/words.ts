/** The texts of sample customers: scores in words, reasons, and the other mails that a mailbox gets. Invented, like the customers. */
import type { ScoreBand, ScoredKind } from '#core/campaign/survey-definition.ts'
import { SCALES } from '#core/survey/scale.ts'
import type { PageLocale } from '#web/customer/page.ts'

type Said = Readonly<Record<PageLocale, readonly string[]>>

/** Answers to "why?". */
export const REASONS: Readonly<Record<ScoreBand, Said>> = {
  low: {
    vi: [
      'Giao hàng trễ ba ngày mà không ai báo trước.',
      'Hộp trà bị móp, mở ra thấy vỡ vụn.',
      'Gọi tổng đài mãi không có ai nghe máy.',
      'Đặt hai gói mà chỉ nhận được một.',
    ],
    en: [
      'It came three days late and nobody told me.',
      'The box was crushed and half of the tea was dust.',
      'Nobody answers the phone.',
      'I ordered two and got one.',
    ],
  },
  middle: {
    vi: ['Trà ngon nhưng đóng gói hơi sơ sài.', 'Tạm ổn, mong giao nhanh hơn.', 'Giá hơi cao so với mọi năm.'],
    en: ['Good tea, poor packaging.', 'Fine, a little slow.', 'Rather expensive this year.'],
  },
  high: {
    vi: [
      'Trà thơm, gói cẩn thận.',
      'Nhân viên nhiệt tình, giao nhanh.',
      'Mua nhiều lần rồi, lần nào cũng ưng.',
      'Mẹ tôi rất thích.',
    ],
    en: ['Lovely tea, well packed.', 'Quick and friendly.', 'I always come back.', 'My mother loves it.'],
  },
}

/** Answers to further open questions. */
export const MORE: Said = {
  vi: ['Mong công ty gọi lại cho tôi.', 'Lần sau nhớ báo trước khi giao.'],
  en: ['Please call me back.', 'Next time tell me before you deliver.'],
}

/** A score on its scale, in words with only this meaning. */
export function scoreInWords({
  kind,
  score,
  locale,
}: {
  readonly kind: ScoredKind
  readonly score: number
  readonly locale: PageLocale
}): readonly string[] {
  if (kind === 'fcr') {
    const said = { vi: [['Chưa ạ'], ['Rồi ạ', 'Đã giải quyết rồi ạ']], en: [['No'], ['Yes', 'Yes, it was solved']] } as const
    return said[locale][score === 1 ? 1 : 0]
  }
  const of = SCALES[kind].highest
  return locale === 'vi'
    ? [`${score}`, `${score}/${of}`, `${score} điểm`, `Dạ em cho ${score} điểm ạ`, `Mình chấm ${score}/${of} nhé`]
    : [`${score}`, `${score}/${of}`, `${score} points`, `I'd say ${score}`, `${score} out of ${of}`]
}

export const COMPLAINTS: Said = {
  vi: [
    'Trà lần này bị mốc, tôi rất thất vọng. Đề nghị công ty gọi lại cho tôi.',
    'Tôi muốn khiếu nại: hộp quà giao đến bị vỡ, gọi ba lần không ai giải quyết.',
  ],
  en: [
    'The tea was mouldy and I am very disappointed. Please call me back.',
    'I want to complain: the gift box arrived broken and nobody has done anything about it.',
  ],
}

export const REQUESTS: Said = {
  vi: ['Cho tôi hỏi khi nào có lại trà sen Tây Hồ loại 500 g?', 'Nhờ công ty xuất giúp tôi hóa đơn cho đơn hàng vừa rồi.'],
  en: ['When will you have the lotus tea in 500 g again?', 'Could you please send me an invoice for my last order?'],
}

export const UNCLEAR: Said = {
  vi: ['Để tôi uống thử đã rồi nói sau.', 'Chắc cũng được, để hỏi nhà tôi xem.'],
  en: ['Let me try it first.', 'I will ask my wife and tell you.'],
}

export const THANKS: Said = {
  vi: ['Cảm ơn công ty đã nhớ đến tôi!', 'Cảm ơn nhiều, chúc công ty ngày càng phát triển.'],
  en: ['Thank you for thinking of me!', 'Thanks a lot, all the best to you too.'],
}

export const STOPS: Said = {
  vi: ['Dừng nhận thư', 'Đừng gửi thư cho tôi nữa.', 'STOP'],
  en: ['STOP', 'Please unsubscribe me.', "Don't send me any more of these mails."],
}

export const ABSENCES: Said = {
  vi: ['Tôi đang nghỉ phép, sẽ trả lời khi quay lại vào tuần sau. Việc gấp xin gọi số máy bàn.'],
  en: ['I am out of the office until next week and will answer when I am back.'],
}

/** Of who is asked whether all is solved. */
export const UNSOLVED: Said = {
  vi: ['Vẫn chưa ổn, tôi chưa nhận được hộp trà đổi lại.', 'Chưa được đâu, gọi lại cho tôi nhé.'],
  en: ['Not solved: the new box has not arrived.', 'It is not, please call me back.'],
}
