/** Cases in which everything was right: what Em asked became part of her older case, with a mail, two gifts and a picture. */
import { createHash } from 'node:crypto'
import { type CaseAct, type CaseAnswer, hashOf } from '#local/torture/cases/case-acts.ts'
import type { CaseEventFacts, CaseEvidence, CaseFacts, FileFacts } from '#local/torture/cases/case-evidence.ts'
import type { DoneToCase } from '#local/torture/cases/case-log.ts'
import type { Evidence } from '#local/torture/evidence.ts'
import { CALLERS } from '#local/torture/world/team.ts'
import { withDesk } from '#test/local/torture/made-desk.ts'

const AT = '2027-03-26T12:30:00.000Z'
const [AN, BINH, CHI] = CALLERS as [(typeof CALLERS)[number], (typeof CALLERS)[number], (typeof CALLERS)[number]]
type Of<Name extends CaseAct['act']> = Extract<CaseAct, { act: Name }>
export const [GRAVE, MORE] = ['case_grave_em', 'case_more_em'] as const
const PERIOD = '2027-03'
export const PICTURE = 'em 1'

const DONE: CaseAnswer = { is: 'done', again: false }
export const done = (act: CaseAct, answer: CaseAnswer | null = DONE): DoneToCase => ({
  act,
  answers: answer === null ? [] : [{ at: AT, answer }],
})

export const TOLD: Of<'tell-case'> = { act: 'tell-case', agent: AN, customerId: 'em', caseId: 'more', note: 'hỏi thêm' }
export const MERGED: Of<'merge-case'> = { act: 'merge-case', agent: BINH, workId: MORE, into: GRAVE, text: 'khách giục' }
/** In other words, at the same time. */
export const MERGED_TOO: Of<'merge-case'> = { ...MERGED, agent: AN, text: 'khách gọi lại' }
export const MAILED: Of<'write-back'> = { act: 'write-back', workId: MORE, replyId: 'em-mail', text: 'thư của Em' }
export const GAVE: Of<'compensate'> = {
  ...{ act: 'compensate', agent: AN, workId: GRAVE },
  does: { is: 'give', compensationId: 'gift-1', text: 'đã gửi' },
}
export const GAVE_TOO: Of<'compensate'> = { ...GAVE, agent: BINH }
export const FILED: Of<'add-file'> = { act: 'add-file', agent: AN, workId: GRAVE, picture: PICTURE, note: '' }

const event = (is: string, over: Partial<CaseEventFacts> = {}): CaseEventFacts => ({ is, at: AT, address: AN.address, ...over })
const ofGift = (n: number, what: string, over: Partial<CaseEventFacts> = {}) =>
  event(`compensation-${what}`, { compensationId: `gift-${n}`, ...over })
export const asked = (n: number) => ofGift(n, 'asked', { amount: 180_000, period: PERIOD, alone: n === 1 })
export const APPROVED = ofGift(2, 'approved', { address: CHI.address })
export const GIVEN = ofGift(1, 'given', { amount: 180_000, note: 'đã gửi' })
export const WITHDRAWN = ofGift(1, 'withdrawn')
export const ADDED = event('added-file', { sha256: hashOf(PICTURE), note: '' })
export const BACK = event('customer-wrote', { address: undefined, replyId: 'em-mail', note: 'thư của Em' })
export const SAID = event('customer-wrote', { note: 'khách giục' })
export const TOOK_OVER = event('took-over', { from: MORE })
export const INTO = event('merged', { into: GRAVE })
export const CLOSED = event('closed', { note: 'khách giục', contact: 'not-needed' })
export const NOTED = event('noted', { note: 'hỏi thêm' })
export const REOPENED = event('reopened', { address: undefined })
export const ASKING = event('waiting')

const item = (workId: string, events: readonly CaseEventFacts[]): CaseFacts => ({
  ...{ workId, kind: 'case', customerId: 'em', followsUp: null },
  events: [event('opened'), ...events],
})
export const grave = (...events: readonly CaseEventFacts[]) => item(GRAVE, events)
export const more = (...events: readonly CaseEventFacts[]) => item(MORE, events)
export const FOLLOW_UP: CaseFacts = { ...item('follow-up', []), kind: 'call-task', followsUp: MORE }

export const GIFTS = [asked(1), GIVEN, asked(2), APPROVED]
export const WHOLE = [BACK, SAID, TOOK_OVER]
export const PART = [NOTED, INTO, CLOSED]
export const GRAVE_CASE = grave(...WHOLE, ...GIFTS, ADDED)
export const MORE_CASE = more(...PART)

export const OPEN = { compensationId: 'gift-2', workId: GRAVE, amount: 180_000 }
const keyOf = (workId: string, sha256: string) => `cases/${createHash('sha256').update(workId).digest('hex')}/${sha256}`
export const fileOf = (picture: string): FileFacts => ({ key: keyOf(GRAVE, hashOf(picture)), sha256: hashOf(picture) })

export const cases = (over: Partial<CaseEvidence> = {}): CaseEvidence => ({
  log: [TOLD, MERGED, MAILED, GAVE, FILED].map((act) => done(act)),
  cases: [GRAVE_CASE, MORE_CASE],
  limit: 400_000,
  book: [{ period: PERIOD, open: [OPEN], given: 180_000 }],
  leftOver: 0,
  files: [fileOf(PICTURE)],
  ...over,
})

/** The small run with them, one thing changed. */
export const withCases = (over: Partial<CaseEvidence> = {}): Evidence => withDesk({ cases: cases(over) })
