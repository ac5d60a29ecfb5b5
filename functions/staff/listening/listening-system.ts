/** What the page of everything heard works with. */
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import type { FrameSystem } from '#functions/staff/visit/frame-of.ts'

export interface ListeningSystem extends FrameSystem, Pick<StaffSystem, 'events'> {
  readonly stores: Pick<StaffStores, 'auditLog' | 'campaigns' | 'customers' | 'rawMails' | 'replies' | 'responses' | 'work'>
}
