/**
 * Ready-made words for every kind of survey in both languages: the question, the scale's ends or steps, the reason, and thanks by band.
 * `{company}`, `{honorific}` and `{Honorific}` are filled in for each customer (web/rendering/survey-fields.ts).
 */
import type { LocalizedText } from '#core/campaign/localized-text.ts'
import type { ScoreBand, SurveyDefinition, SurveyKind } from '#core/campaign/survey-definition.ts'

export interface Wording {
  readonly question: LocalizedText
  /** Score → its words: for both ends, or for every step where each step has words. */
  readonly steps: Readonly<Record<number, LocalizedText>>
  readonly why: LocalizedText
  readonly thanks: Readonly<Record<ScoreBand, LocalizedText>>
  /** How to answer by replying to the mail. */
  readonly byReply: LocalizedText
}

/** Promises a call-back to an unhappy customer: a low score opens the work for it (core/work/follow-up.ts). */
const CALL_BACK: LocalizedText = {
  vi: 'Cảm ơn {honorific} đã nói thật với chúng tôi, và chúng tôi xin lỗi vì {honorific} chưa được hài lòng. Sẽ có người của {company} đọc kỹ câu trả lời này và sớm liên hệ lại với {honorific}.',
  en: 'Thank you for being frank with us. We are sorry that we let you down. Someone at {company} will read your answer carefully and get in touch with you soon.',
}
const NOTED: LocalizedText = {
  vi: 'Cảm ơn {honorific} đã dành thời gian trả lời. Chúng tôi đã ghi nhận và sẽ cố gắng làm tốt hơn.',
  en: 'Thank you for taking the time to answer. We have noted it, and we will try to do better.',
}
const GLAD: LocalizedText = {
  vi: 'Cảm ơn {honorific} rất nhiều! Thật vui khi biết {honorific} hài lòng.',
  en: 'Thank you very much! We are glad to know that you are happy with us.',
}

export const WORDINGS: Readonly<Record<SurveyKind, Wording>> = {
  nps: {
    question: {
      vi: 'Trên thang điểm từ 0 đến 10, {honorific} có sẵn sàng giới thiệu {company} cho bạn bè hoặc đồng nghiệp không?',
      en: 'On a scale of 0 to 10, how likely are you to recommend {company} to a friend or colleague?',
    },
    steps: {
      0: { vi: 'Hoàn toàn không', en: 'Not at all likely' },
      10: { vi: 'Chắc chắn có', en: 'Extremely likely' },
    },
    why: { vi: 'Lý do chính cho số điểm trên là gì ạ?', en: 'What is the main reason for your score?' },
    thanks: {
      low: CALL_BACK,
      middle: NOTED,
      high: {
        vi: 'Cảm ơn {honorific} rất nhiều! Được {honorific} tin tưởng giới thiệu là niềm vui lớn của chúng tôi.',
        en: 'Thank you very much! That you would recommend us means a lot to us.',
      },
    },
    byReply: {
      vi: 'hoặc chỉ cần trả lời thư này bằng một số từ 0 đến 10',
      en: 'or simply answer this mail with a number from 0 to 10',
    },
  },
  csat: {
    question: {
      vi: 'Nhìn chung, {honorific} hài lòng với sản phẩm và dịch vụ của {company} ở mức độ nào?',
      en: 'Overall, how satisfied are you with the products and service of {company}?',
    },
    steps: {
      1: { vi: 'Rất không hài lòng', en: 'Very dissatisfied' },
      2: { vi: 'Không hài lòng', en: 'Dissatisfied' },
      3: { vi: 'Bình thường', en: 'Neutral' },
      4: { vi: 'Hài lòng', en: 'Satisfied' },
      5: { vi: 'Rất hài lòng', en: 'Very satisfied' },
    },
    why: { vi: 'Điều gì khiến {honorific} chọn như vậy ạ?', en: 'What is the main reason for your choice?' },
    thanks: { low: CALL_BACK, middle: NOTED, high: GLAD },
    byReply: {
      vi: 'hoặc chỉ cần trả lời thư này bằng một số từ 1 đến 5',
      en: 'or simply answer this mail with a number from 1 to 5',
    },
  },
  ces: {
    question: {
      vi: '{Honorific} thấy việc được {company} hỗ trợ dễ hay khó?',
      en: 'How easy was it to get the help you needed from {company}?',
    },
    steps: {
      1: { vi: 'Rất khó', en: 'Very difficult' },
      7: { vi: 'Rất dễ', en: 'Very easy' },
    },
    why: { vi: 'Điều gì khiến {honorific} chọn như vậy ạ?', en: 'What is the main reason for your choice?' },
    thanks: { low: CALL_BACK, middle: NOTED, high: GLAD },
    byReply: {
      vi: 'hoặc chỉ cần trả lời thư này bằng một số từ 1 đến 7',
      en: 'or simply answer this mail with a number from 1 to 7',
    },
  },
  fcr: {
    question: {
      vi: 'Vấn đề của {honorific} đã được giải quyết ngay trong lần liên hệ này chưa?',
      en: 'Was your issue resolved in this contact?',
    },
    steps: {
      0: { vi: 'Chưa', en: 'No' },
      1: { vi: 'Rồi', en: 'Yes' },
    },
    why: { vi: '{Honorific} muốn kể thêm điều gì không ạ?', en: 'Is there anything you would like to add?' },
    thanks: {
      low: {
        vi: 'Cảm ơn {honorific} đã cho biết, và chúng tôi xin lỗi vì việc này chưa xong. Sẽ có người của {company} xem lại và sớm liên hệ với {honorific}.',
        en: 'Thank you for telling us. We are sorry that this is not settled yet. Someone at {company} will look into it and get in touch with you soon.',
      },
      middle: NOTED,
      high: {
        vi: 'Cảm ơn {honorific} đã cho biết. Thật vui vì việc của {honorific} đã xong.',
        en: 'Thank you for telling us. We are glad that it is settled.',
      },
    },
    byReply: {
      vi: 'hoặc chỉ cần trả lời thư này bằng một chữ “Rồi” hoặc “Chưa”',
      en: 'or simply answer this mail with “Yes” or “No”',
    },
  },
  // Each attribute has words for its own ends: core/survey/attributes.ts.
  csi: {
    question: {
      vi: 'Xin {honorific} chấm điểm {company} ở từng mục, từ 1 đến 10.',
      en: 'Please rate {company} on each of these points, from 1 to 10.',
    },
    steps: {},
    why: { vi: 'Điều gì khiến {honorific} chấm điểm như vậy ạ?', en: 'What is the main reason for your ratings?' },
    thanks: { low: CALL_BACK, middle: NOTED, high: GLAD },
    byReply: {
      vi: 'hoặc trả lời thư này bằng lời: sẽ có người đọc',
      en: 'or answer this mail in your own words: one of us will read it',
    },
  },
}

/** The question in the campaign's own words where it has any. */
export const questionOf = ({ kind, question }: SurveyDefinition): LocalizedText => question ?? WORDINGS[kind].question
