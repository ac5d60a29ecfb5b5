/** How compensation stands, in words. */
import type { CompensationState } from '#core/work/case/compensations.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export const COMPENSATION_STATE_WORDS = bothLanguages<Readonly<Record<CompensationState, string>>>({
  vi: {
    asked: 'chờ duyệt',
    approved: 'được duyệt, chưa giao khách',
    refused: 'không duyệt',
    withdrawn: 'đã rút',
    given: 'khách đã nhận',
  },
  en: {
    asked: 'waits for approval',
    approved: 'approved, not given yet',
    refused: 'refused',
    withdrawn: 'withdrawn',
    given: 'given',
  },
})
