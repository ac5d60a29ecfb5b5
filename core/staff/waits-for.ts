/** For whom a case that went up waits to be taken up. */
import { ABOVE } from '#core/staff/may-hand-back.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { raisedOf } from '#core/work/case/case-raised.ts'
import { isBy, isSameStaff } from '#core/work/event-staff.ts'
import { ownerOf } from '#core/work/standing.ts'
import type { History } from '#core/work/work-event.ts'

/** They were told of it; or it went up to their level, unless they have it anyway, or took it up there. */
export function waitsFor(item: History, viewer: Pick<StaffMember, 'address' | 'name' | 'role'>): boolean {
  const raised = raisedOf(item)
  if (raised === null || raised.takenUp !== null) return false
  if (raised.told.some((person) => person?.address === viewer.address)) return true
  if (!ABOVE[raised.to].includes(viewer.role)) return false
  const owner = ownerOf(item)
  const isOwner = owner.is === 'person' && isSameStaff(owner, viewer)
  return !isOwner && !isBy(raised.by, viewer)
}
