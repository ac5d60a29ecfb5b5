/**
 * A contact beside all lists: the customer walked in, rang or wrote, or a member of staff met them. It is a call that is done when it is entered, so that
 * it counts as a contact like any other; nothing is left to do in it.
 */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { localDateAt } from '#core/time/zone.ts'
import { CONSEQUENCES, DISPOSITIONS, type Disposition } from '#core/work/disposition.ts'
import { opened } from '#core/work/opened.ts'
import type { Attempted } from '#core/work/work-event.ts'
import type { CallTask } from '#core/work/work-item.ts'

/** Who began it. */
export const DIRECTIONS = ['in', 'out'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** The customer was met: what staff note of a call that was not answered has no place here. */
export const CONTACT_OUTCOMES: readonly Disposition[] = DISPOSITIONS.filter((one) => {
  const { ends } = CONSEQUENCES[one]
  return ends === 'reached' || ends === 'stopped'
})

interface Met {
  readonly contactId: string
  readonly customerId: string
  readonly direction: Direction
  readonly event: Attempted
}

/** One of each form and customer, however often it comes. */
export function contactItem({ contactId, customerId, direction, event }: Met, rules: CompanyRules): CallTask {
  const { at, by, disposition, atFirst } = event
  const on = localDateAt(at, rules.company.zone)
  const as = CONSEQUENCES[disposition].ends ?? 'reached'
  return opened(
    {
      kind: 'call-task',
      workId: `contact_${contactId}_${customerId}`,
      customerId,
      subject: { is: 'contact', direction, campaignId: null, occurrenceId: null, replyId: null },
      holds: [],
      events: [
        { is: 'opened', at, by },
        event,
        // Also who wants no more calls was met.
        { is: 'closed', at, on, by, note: null, reached: true, as, ...(atFirst !== undefined && { atFirst }) },
      ],
    } satisfies Omit<CallTask, 'dueAt' | 'version'>,
    rules,
  )
}
