/** What a person decides about one customer of an occurrence whose mail is unknown or failed, as the pages of these acts say it. */
import type { Outcome } from '#core/audience/outcome.ts'
import type { Money } from '#core/budget/money.ts'
import { isErasedName } from '#core/customer/erased-name.ts'
import type { Touch } from '#core/planning/touch.ts'
import { writtenMoney } from '#web/rendering/written-value.ts'
import type { ActView } from '#web/staff/acts/act-page.ts'
import { recordedDecision } from '#web/staff/acts/recorded-decision.ts'
import { customerLink } from '#web/staff/customer-link.ts'
import type { Frame } from '#web/staff/frame.ts'
import { occurrencePath } from '#web/staff/paths.ts'
import { ACT_WORDS } from '#web/words/acts.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { DELIVERY_WORDS, STATE_WORDS } from '#web/words/outcome-states.ts'
import { reasonWritten } from '#web/words/system-reasons.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    who: 'Khách hàng',
    outcome: 'Kết quả bây giờ',
    evidence: 'Chứng cứ',
    decided: 'Đã quyết định',
    provider: 'Nhà cung cấp',
    nothing: 'chưa báo gì thêm',
    took: (at: string) => `đã nhận thư lúc ${at}`,
    'settle-sent': {
      person: 'người được tính là đã gửi',
      effects: ['Cân đối của dịp được tính lại; chi phí của thư được ghi vào ngân sách.', 'Dịp này không viết cho khách nữa.'],
    },
    'settle-not-sent': {
      person: 'người được tính là gửi lỗi',
      effects: ['Cân đối của dịp được tính lại.', 'Không thư nào tự đi lại. Muốn gửi thì sau đó chọn gửi lại.'],
    },
    resend: {
      person: 'người nhận thêm một thư',
      cost: 'chi phí nhiều nhất của thư ấy',
      effects: [
        'Thư đi trong giờ gửi tới của chiến dịch, vẫn qua mọi quy tắc: từ chối, chặn, giới hạn.',
        'Nếu thư trước thật ra đã đến, khách nhận hai lần.',
      ],
    },
    settled: (state: string) => `Kết quả của khách này là "${state}": không còn gì để quyết định.`,
    refused: {
      'no-such-occurrence': 'Không có dịp này.',
      'not-in-occurrence': 'Khách này không thuộc dịp này, hoặc đã được xóa.',
      erased: 'Khách này đã được xóa: không còn gì để quyết định.',
      'being-sent': 'Lô của người này đang được gửi: hãy thử lại sau ít phút.',
      contended: 'Lô của người này đang thay đổi: hãy thử lại.',
      'mailed-again':
        'Một thư nữa đã được gửi cho khách này từ lúc bạn xem, nên chưa có gì được ghi. Dưới đây là kết quả của thư ấy: hãy xem lại rồi quyết định.',
      'budget-exhausted': 'Ngân sách của chiến dịch không đủ cho thêm một thư.',
      'not-unknown': 'Kết quả của người này nay đã rõ, không còn gì để quyết định.',
      'provider-took-it': 'Nhà cung cấp đã nhận thư ấy: chỉ có thể ghi là đã gửi.',
      'recorded-as-failed': 'Đã ghi là không gửi được: chỉ có thể ghi là chưa gửi.',
      'campaign-not-active': 'Chiến dịch đang tạm dừng hoặc đã hủy, nên không gửi gì.',
      'too-long': 'Tên hoặc lý do dài quá. Chưa có gì được ghi.',
    },
  },
  en: {
    who: 'Customer',
    outcome: 'Outcome now',
    evidence: 'Evidence',
    decided: 'Decided',
    provider: 'The provider',
    nothing: 'has said nothing more',
    took: (at: string) => `took the mail at ${at}`,
    'settle-sent': {
      person: 'person counts as sent',
      effects: [
        'The balance is counted again; the cost of the mail is booked.',
        'This occurrence does not write to the customer again.',
      ],
    },
    'settle-not-sent': {
      person: 'person counts as failed',
      effects: ['The balance is counted again.', 'No mail goes out by itself. To send one, choose to send once more afterwards.'],
    },
    resend: {
      person: 'person gets one more mail',
      cost: 'at most is what that mail costs',
      effects: [
        'It goes out within the campaign’s next hours, and every rule still holds: stops, suppressions, caps.',
        'If the first mail did arrive, the customer gets it twice.',
      ],
    },
    settled: (state: string) => `The outcome of this customer is “${state}”: there is nothing left to decide.`,
    refused: {
      'no-such-occurrence': 'There is no such occurrence.',
      'not-in-occurrence': 'This customer is not part of the occurrence, or was erased.',
      erased: 'This customer was erased: there is nothing left to decide.',
      'being-sent': 'Their batch is being sent at this moment: try again in a few minutes.',
      contended: 'Their batch is being changed at this moment: try again.',
      'mailed-again':
        'Another mail was sent to this customer since you looked, so nothing was noted. Below is the outcome of that mail: look again, then decide.',
      'budget-exhausted': 'The budget of the campaign does not carry one more.',
      'not-unknown': 'The outcome is known by now: there is nothing left to decide.',
      'provider-took-it': 'The provider took that mail: it can only be settled as sent.',
      'recorded-as-failed': 'It is recorded as failed: it can only be settled as not sent.',
      'campaign-not-active': 'The campaign is paused or cancelled, so nothing goes out.',
      'too-long': 'The name or the reason is too long. Nothing was noted.',
    },
  },
})

export const DECISION_ACTS = ['settle-sent', 'settle-not-sent', 'resend'] as const
export type DecisionAct = (typeof DECISION_ACTS)[number]

type RefusedDecision = keyof (typeof WORDS)['vi']['refused']
export const refusedDecision = (refused: RefusedDecision, { locale }: Pick<Frame, 'locale'>): string =>
  WORDS[locale].refused[refused]

export const decisionPath = ({ occurrenceId, customerId, act }: { occurrenceId: string; customerId: string; act: DecisionAct }) =>
  `${occurrencePath(occurrenceId)}/people/${encodeURIComponent(customerId)}/${act}`

export interface Deciding {
  readonly act: DecisionAct
  readonly occurrenceId: string
  readonly title: string
  readonly customerId: string
  /** Undefined when they are gone. */
  readonly name: string | undefined
  readonly outcome: Outcome
  /** How many mails were sent once more by decision. */
  readonly resends: number
  readonly touch: Touch | undefined
  /** Of one more mail; null where it is not known. */
  readonly cost: Money | null
  /** Why nothing may be put on the queues now. */
  readonly busy: string | null
}

export function decisionActView(frame: Frame, deciding: Deciding): ActView {
  const { locale } = frame
  const { act, occurrenceId, customerId, name, outcome, cost, busy } = deciding
  const words = WORDS[locale]
  const isOpen = outcome.state === 'unknown' || (outcome.state === 'failed' && act === 'resend')
  return {
    section: 'occurrences',
    title: ACT_WORDS[locale][act],
    about: { name: deciding.title, path: `${occurrencePath(occurrenceId)}#decide` },
    facts: [
      [words.who, customerLink({ customerId, name }, locale)],
      [words.outcome, STATE_WORDS[locale][outcome.state]],
      ...evidenceOf(frame, deciding),
      ...('decided' in outcome && outcome.decided ? [[words.decided, recordedDecision(outcome.decided, frame)] as const] : []),
    ],
    figures: [
      { name: 'people', count: 1, text: words[act].person },
      ...(act === 'resend' && cost ? [{ name: 'cost', count: writtenMoney(cost, locale), text: words.resend.cost }] : []),
    ],
    standing: pictureOf(deciding),
    effects: words[act].effects,
    isFinal: act === 'resend',
    reason: 'words',
    refused: isErasedName(customerId) ? words.refused.erased : isOpen ? busy : words.settled(STATE_WORDS[locale][outcome.state]),
    isForNow: isOpen && !isErasedName(customerId),
  }
}

/** The form brings it back: a decision is about the mail whose outcome the author saw, and about a row as open as they saw it. */
function pictureOf({ outcome, resends }: Deciding): string {
  const since = outcome.state === 'unknown' ? outcome.since : outcome.state === 'failed' ? outcome.at : null
  const decided = 'decided' in outcome ? outcome.decided : undefined
  return [outcome.state, since, `resends=${resends}`, decided && `decided=${decided.decision}@${decided.at}`]
    .filter(Boolean)
    .join(' ')
}

function evidenceOf({ locale, company }: Frame, { outcome, touch }: Deciding): NonNullable<ActView['facts']> {
  const words = WORDS[locale]
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  if (outcome.state === 'failed') return [[words.evidence, `${at(outcome.at)}: ${reasonWritten(outcome.reason, { locale, at })}`]]
  if (outcome.state !== 'unknown') return []
  const took = touch?.result === 'sent' ? words.took(at(touch.at)) : words.nothing
  const delivery = touch?.result === 'sent' && touch.delivery ? `, ${DELIVERY_WORDS[locale][touch.delivery.state]}` : ''
  return [
    [words.evidence, `${at(outcome.since)}: ${reasonWritten(outcome.evidence, { locale, at })}`],
    [words.provider, `${took}${delivery}`],
  ]
}
