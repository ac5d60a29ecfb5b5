/**
 * A call or a case is held for some minutes by the member of staff who is on it, so that no colleague rings the customer meanwhile. A lease ends by its time: what
 * a closed browser leaves behind frees itself, and no clean-up is needed.
 */
import * as z from 'zod'
import { type Instant, InstantSchema, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { type Actor, eventStaff, isSameStaff } from '#core/work/event-staff.ts'

/** A call with its note takes a few minutes; typing renews the lease. */
export const LEASE_MINUTES = 15
/** Renewed only when less than this is left: not each saved word writes the task. */
const RENEWED_BELOW_MS = 10 * MINUTE_MS

export const LeaseSchema = z.object({ address: z.string(), name: z.string(), until: InstantSchema })
export type Lease = Readonly<z.infer<typeof LeaseSchema>>

interface Held {
  readonly lease?: Lease | undefined
}

/** Null also when it has ended. */
export const leaseAt = ({ lease }: Held, now: Instant): Lease | null => (lease !== undefined && now < lease.until ? lease : null)

/** The lease of a colleague, where it stands in this person's way. */
export function leaseOfOther(item: Held, actor: Actor, now: Instant): Lease | null {
  const lease = leaseAt(item, now)
  return lease === null || isSameStaff(lease, eventStaff(actor)) ? null : lease
}

export const isFresh = ({ until }: Lease, now: Instant): boolean => plusMs(now, RENEWED_BELOW_MS) < until

export const leaseFrom = ({ by, address }: Actor & { readonly address: string }, now: Instant): Lease => ({
  address,
  name: by,
  until: plusMs(now, LEASE_MINUTES * MINUTE_MS),
})
