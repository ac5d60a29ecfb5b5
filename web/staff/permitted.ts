/** Why a control is disabled: the visitor's role, or what the system is busy with. Null when it may be used. */
import { mayDo, type Permission } from '#core/staff/role.ts'
import { busyBecause, type Frame } from '#web/staff/frame.ts'
import { onlyFor } from '#web/words/roles.ts'

export function notPermitted({ visitor, locale }: Pick<Frame, 'visitor' | 'locale'>, permission: Permission): string | null {
  return visitor && mayDo(visitor.role, permission) ? null : onlyFor(permission, locale)
}

/** For acts that put work on the queues. */
export const notNow = (frame: Pick<Frame, 'visitor' | 'locale' | 'busy'>, permission: Permission): string | null =>
  notPermitted(frame, permission) ?? busyBecause(frame)
