/** Notices as a list that a driver drains in order: for rehearsals and tests. */
import { frozen } from '#adapters/frozen.ts'
import type { Notice, NoticeQueue } from '#app/ports/notices.ts'

export interface MemoryNoticeQueue extends NoticeQueue {
  /** The oldest notice, taken off the queue; undefined when there is none. */
  take(): Notice | undefined
  /** Notices that wait, oldest first. */
  waiting(): readonly Notice[]
}

export function memoryNoticeQueue(): MemoryNoticeQueue {
  const notices: Notice[] = []
  const put = async (notice: Notice) => {
    notices.push(
      frozen(
        'workId' in notice
          ? { customerId: notice.customerId, workId: notice.workId, mailId: notice.mailId }
          : { customerId: notice.customerId, purposes: [...notice.purposes], at: notice.at },
      ),
    )
  }
  return {
    confirmOptOut: put,
    mailOfCase: put,
    // It has no clock, so it hands over at once. The handler must handle that anyway.
    sendLater: put,
    take: () => notices.shift(),
    waiting: () => [...notices],
  }
}
