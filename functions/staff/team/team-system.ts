/** What the pages of a team's time work with. */
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import type { FrameSystem } from '#functions/staff/visit/frame-of.ts'

export interface TeamSystem extends FrameSystem, Pick<StaffSystem, 'events' | 'pageFailed'> {
  readonly stores: Pick<StaffStores, 'roster' | 'dutyBook' | 'auditLog' | 'dayLists' | 'work' | 'customers'>
}
