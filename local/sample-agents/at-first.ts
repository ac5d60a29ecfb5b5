/** Whether a sample agent says that something was solved at the first contact: mostly they do, and then by what happened before. */
import { stableHash } from '#core/customer/stable-hash.ts'
import { CONSEQUENCES, type Disposition } from '#core/work/disposition.ts'
import { isSolvable } from '#core/work/solvable.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import type { CallTask, WorkItem } from '#core/work/work-item.ts'
import { SAYS_AT_FIRST } from '#local/sample-agents/agent-habits.ts'
import { chance } from '#local/sample-company/chance.ts'

interface Mark {
  readonly atFirst?: boolean
}

/** Of what is closed in words. */
export const markOf = (item: WorkItem): Mark => (isSaid(item) ? { atFirst: isFirst(item) } : {})

/** What becomes a case was not solved in the call. */
export const markOfCall = (item: CallTask, disposition: Disposition): Mark => {
  const { ends, opens } = CONSEQUENCES[disposition]
  return ends === 'reached' && isSaid(item) ? { atFirst: opens === null && isFirst(item) } : {}
}

const isSaid = (item: WorkItem): boolean =>
  isSolvable(item) && chance(stableHash(`${item.workId} at first`)).happens(SAYS_AT_FIRST)

const isFirst = ({ events }: WorkItem): boolean => !events.some(isContact)

/** The customer heard from staff before. */
const isContact = (event: WorkEvent): boolean =>
  event.is === 'mailed' || event.is === 'waiting' || (event.is === 'attempted' && event.disposition === 'call-back')
