/** Survey answers in words: what became of an invitation, the bands of a scale, where an answer came from, why one does not count. */
import type { ScoreBand, SurveyKind } from '#core/campaign/survey-definition.ts'
import type { InvitationState } from '#core/survey/invitation-state.ts'
import type { Suspicion } from '#core/survey/press.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export const INVITATION_WORDS = bothLanguages<Readonly<Record<InvitationState, string>>>({
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
})

export const BAND_WORDS = bothLanguages<Readonly<Record<SurveyKind, Readonly<Record<ScoreBand, string>>>>>({
  vi: {
    nps: { low: 'Chưa hài lòng', middle: 'Bình thường', high: 'Sẵn lòng giới thiệu' },
    csat: { low: 'Không hài lòng', middle: 'Bình thường', high: 'Hài lòng' },
    ces: { low: 'Khó khăn', middle: 'Bình thường', high: 'Dễ dàng' },
    fcr: { low: 'Chưa giải quyết', middle: '', high: 'Đã giải quyết' },
    csi: { low: 'Không hài lòng', middle: 'Bình thường', high: 'Hài lòng' },
  },
  en: {
    nps: { low: 'Detractors', middle: 'Passives', high: 'Promoters' },
    csat: { low: 'Dissatisfied', middle: 'Neither', high: 'Satisfied' },
    ces: { low: 'Hard', middle: 'Neither', high: 'Easy' },
    fcr: { low: 'Not solved', middle: '', high: 'Solved' },
    csi: { low: 'Dissatisfied', middle: 'Neither', high: 'Satisfied' },
  },
})

export const SURVEY_KIND_WORDS = bothLanguages<Readonly<Record<SurveyKind, string>>>({
  vi: {
    nps: 'Thiện cảm (NPS)',
    csat: 'Hài lòng (CSAT)',
    csi: 'Chỉ số hài lòng (CSI)',
    ces: 'Dễ dàng (CES)',
    fcr: 'Giải quyết từ lần đầu (FCR)',
  },
  en: {
    nps: 'Recommendation (NPS)',
    csat: 'Satisfaction (CSAT)',
    csi: 'Satisfaction index (CSI)',
    ces: 'Effort (CES)',
    fcr: 'First-contact resolution (FCR)',
  },
})

/** Why an answer looks like a machine's. */
export const SUSPICION_WORDS = bothLanguages<Readonly<Record<Suspicion, string>>>({
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
})

export const ANSWER_WORDS = bothLanguages({
  vi: {
    noScore: 'chỉ có lời',
    fromCompany: 'từ mạng của công ty',
    changed: (times: number) => `đã đổi ${times} lần`,
  },
  en: {
    noScore: 'words only',
    fromCompany: 'from the company’s own network',
    changed: (times) => (times === 1 ? 'changed once' : `changed ${times} times`),
  },
})
