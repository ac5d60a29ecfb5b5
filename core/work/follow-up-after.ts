/** What staff ring a customer again after: a call in which it was agreed, a closed complaint, or a case that was handed back down. */

import type * as z from 'zod'
import type { FollowUpSchema } from '#core/work/call-subject.ts'
import type { History } from '#core/work/work-event.ts'

export type FollowUpAfter = 'agreed' | 'closing' | 'hand-back'

/** Agreed by a member of staff; what follows a closing the system opens by itself. */
export function followUpAfter({ after }: z.infer<typeof FollowUpSchema>, { events }: History): FollowUpAfter {
  if (after !== undefined) return after
  return events[0]?.by.is === 'system' ? 'closing' : 'agreed'
}
