/** Notices as a list that a driver drains in order: for rehearsals and tests. */
import { frozen } from '#adapters/frozen.ts'
import type { NoticeQueue, OptOutNotice } from '#app/ports/notices.ts'

export interface MemoryNoticeQueue extends NoticeQueue {
  /** The oldest notice, taken off the queue; undefined when there is none. */
  take(): OptOutNotice | undefined
  /** Notices that wait, oldest first. */
  waiting(): readonly OptOutNotice[]
}

export function memoryNoticeQueue(): MemoryNoticeQueue {
  const notices: OptOutNotice[] = []
  const put = async ({ customerId, purposes, at }: OptOutNotice) => {
    notices.push(frozen({ customerId, purposes: [...purposes], at }))
  }
  return {
    confirmOptOut: put,
    // It has no clock, so it hands over at once. The handler must handle that anyway.
    confirmLater: put,
    take: () => notices.shift(),
    waiting: () => [...notices],
  }
}
