/** How a call of a sample agent ends. It follows from the call and its day alone, so it is the same on every machine. */
import { stableHash } from '#core/customer/stable-hash.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { promisedAt } from '#core/work/attempts.ts'
import type { Disposition } from '#core/work/disposition.ts'
import type { CallTask } from '#core/work/work-item.ts'
import { ENDS, ENDS_OF_PROMISES } from '#local/sample-agents/agent-habits.ts'
import { CALL_NOTES } from '#local/sample-agents/agent-notes.ts'
import { chance } from '#local/sample-company/chance.ts'

export interface CallEnding {
  readonly disposition: Disposition
  readonly note: string
  readonly callBackAt: Instant | null
}

export interface CallMade {
  readonly item: CallTask
  readonly date: LocalDate
  /** When the agent could keep a promise; null where they are not there at that time soon. */
  readonly promisable: Instant | null
}

export function callEnding({ item: { workId, events }, date, promisable }: CallMade): CallEnding {
  const luck = chance(stableHash(`${workId} ${date}`))
  const found = luck.weighted(promisedAt(events) === null ? ENDS : ENDS_OF_PROMISES)
  const disposition = found === 'call-back' && promisable === null ? 'no-answer' : found
  const notes = CALL_NOTES[disposition]
  return {
    disposition,
    note: notes ? luck.pick(notes) : '',
    callBackAt: disposition === 'call-back' ? promisable : null,
  }
}
