/**
 * A member of staff says that they are on a call or a case, and lets it go again. Of two who come at the same moment one gets it. After its time a lease stands
 * in no one's way; before it a lead may take the call over, and says from whom.
 */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { Instant } from '#core/time/instant.ts'
import { isFresh, leaseAt, leaseFrom, leaseOfOther } from '#core/work/lease.ts'
import { isOpen } from '#core/work/standing.ts'
import { isRungFor, type RungWork } from '#core/work/work-item.ts'

export interface HoldCallPorts {
  readonly work: Pick<WorkStore, 'get' | 'update'>
}

export interface HoldingCall {
  readonly workId: string
  /** The member of staff, by name and by the address of the sign-in. */
  readonly by: string
  readonly address: string
  /** The address of the colleague from whom it is taken over; left out where no colleague is to be disturbed. */
  readonly over?: string
  readonly at: Instant
}

/** `again`: it was theirs before. `changed-meanwhile`: another colleague holds it than the one from whom it was to be taken. */
export type HeldCall =
  | { readonly held: RungWork; readonly again: boolean }
  | {
      readonly refused: 'no-such-work' | 'no-call' | 'already-closed' | 'held-by-colleague' | 'changed-meanwhile' | 'contended'
    }

export async function holdCall({ work }: HoldCallPorts, asked: HoldingCall): Promise<HeldCall> {
  const { workId, by, address, over, at } = asked
  const result = await changeWork(work, workId, (item): Change<RungWork, HeldCall> => {
    if (!isRungFor(item)) return { instead: { refused: 'no-call' } }
    if (!isOpen(item)) return { instead: { refused: 'already-closed' } }
    const other = leaseOfOther(item, asked, at)
    if (other && over === undefined) return { instead: { refused: 'held-by-colleague' } }
    if (other && other.address !== over) return { instead: { refused: 'changed-meanwhile' } }
    const own = leaseAt(item, at)
    if (!other && own && isFresh(own, at)) return { instead: { held: item, again: true } }
    return { next: { ...item, lease: leaseFrom({ by, address }, at), version: item.version + 1 } }
  })
  return 'instead' in result ? result.instead : { held: result.changed, again: false }
}

/** Harmless where it is not theirs, or not any more. */
export async function letCallGo(
  { work }: HoldCallPorts,
  { workId, by, address, at }: Omit<HoldingCall, 'over'>,
): Promise<{ readonly free: true } | { readonly refused: 'no-such-work' | 'contended' }> {
  const result = await changeWork(work, workId, (item): Change<typeof item, { readonly free: true }> => {
    const isOwn = leaseAt(item, at) !== null && leaseOfOther(item, { by, address }, at) === null
    return isOwn ? { next: { ...item, lease: undefined, version: item.version + 1 } } : { instead: { free: true } }
  })
  return 'instead' in result ? result.instead : { free: true }
}
