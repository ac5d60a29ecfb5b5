/** Puts back everything that is stuck: dead letters to their queues, and the overdue slices and batches of every open occurrence. */
import type { Events } from '#app/events.ts'
import { redriveOccurrence } from '#app/operating/redrive-occurrence.ts'
import { slicesOfOpen } from '#app/operating/slices-of-open.ts'
import type { DeadLetters, PutBack } from '#app/ports/dead-letters.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { WorkQueues } from '#app/ports/orders.ts'
import type { Instant } from '#core/time/instant.ts'

interface RedriveAllPorts {
  readonly deadLetters: Pick<DeadLetters, 'putBack'>
  readonly occurrences: OccurrenceStore
  readonly queues: WorkQueues
  readonly events: Events
}

export interface Redriven {
  readonly letters: readonly PutBack[]
  /** Occurrences of which slices or batches were handed out again, and how many. */
  readonly overdue: readonly { readonly occurrenceId: string; readonly handedOut: number }[]
}

export async function redriveAll(ports: RedriveAllPorts, now: Instant): Promise<Redriven> {
  const letters = await ports.deadLetters.putBack()
  const overdue: { occurrenceId: string; handedOut: number }[] = []
  const open = await ports.occurrences.stillOpen()
  const slicesOf = slicesOfOpen(ports.occurrences, open)
  for (const occurrence of open) {
    const handedOut = await redriveOccurrence(ports, { occurrence, planned: await slicesOf(occurrence), now })
    if (handedOut > 0) overdue.push({ occurrenceId: occurrence.occurrenceId, handedOut })
  }
  return { letters, overdue }
}
