/** What the page of the calls of a day works with. It writes nothing. */
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import type { FrameSystem } from '#functions/staff/visit/frame-of.ts'

export interface CallsSystem extends FrameSystem, Pick<StaffSystem, 'events'> {
  readonly stores: Pick<
    StaffStores,
    'campaigns' | 'customers' | 'dayLists' | 'dutyBook' | 'roster' | 'seals' | 'suppressions' | 'work'
  >
}
