/** The routes of the staff app know who asks; the middleware in front of them found it out. */
import { Hono } from 'hono'
import type { StaffMember } from '#core/staff/roster.ts'
import type { SignInMissing, TurnedAway } from '#core/staff/turned-away.ts'
import type { Typed } from '#web/staff/typed-field.ts'

export interface StaffEnv {
  Variables: {
    /** Null when nobody is signed in, which only a few pages allow. */
    visitor: StaffMember | null
    /** Why nobody is. */
    notSignedIn: SignInMissing | null
    /** What the visitor typed into the form that was sent. */
    typed: readonly Typed[]
    /** Why the request was turned away; undefined where it was not. */
    turnedAway: Pick<TurnedAway, 'because' | 'permission'> | undefined
  }
}

export type StaffApp = Hono<StaffEnv>

export const staffApp = (): StaffApp => new Hono<StaffEnv>()
