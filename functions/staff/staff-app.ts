/** The routes of the staff app know who asks; the middleware in front of them found it out. */
import { Hono } from 'hono'
import type { StaffMember } from '#core/staff/roster.ts'
import type { NotSignedIn } from '#web/staff/signed-out-page.ts'

export interface StaffEnv {
  Variables: {
    /** Null when nobody is signed in, which only a few pages allow. */
    visitor: StaffMember | null
    /** Why nobody is. */
    notSignedIn: NotSignedIn | null
    /** What the visitor typed into the form that was sent. */
    typed: readonly string[]
  }
}

export type StaffApp = Hono<StaffEnv>

export const staffApp = (): StaffApp => new Hono<StaffEnv>()
