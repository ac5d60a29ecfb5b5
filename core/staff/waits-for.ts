/** For whom a case that went up waits to be taken up. */
import type { StaffMember } from '#core/staff/roster.ts'
import { raisedOf } from '#core/work/case/case-raised.ts'
import { isBy, isSameStaff } from '#core/work/event-staff.ts'
import { ownerOf } from '#core/work/standing.ts'
import type { History } from '#core/work/work-event.ts'

/** They were told of it; or it is theirs to look at by their role, unless they have it anyway, or took it up there. */
export function waitsFor(item: History, viewer: Pick<StaffMember, 'address' | 'name' | 'role'>): boolean {
  const raised = raisedOf(item)
  if (raised === null || raised.takenUp !== null) return false
  if (raised.told.some((person) => person?.address === viewer.address)) return true
  if (viewer.role !== 'lead' && viewer.role !== 'head') return false
  const owner = ownerOf(item)
  const isOwner = owner.is === 'person' && isSameStaff(owner, viewer)
  return !isOwner && !isBy(raised.by, viewer)
}
