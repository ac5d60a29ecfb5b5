/**
 * Requests to the staff app that were turned away, for the log that leads, heads and operators read. Anyone can send a thousand in a minute, so the log
 * counts them: one line for each hour, reason and person. Of a visitor who is not signed in it keeps nothing but the reason.
 */
import * as z from 'zod'
import { PERMISSIONS } from '#core/staff/role.ts'
import { HOUR_MS, type Instant, InstantSchema, instantOf } from '#core/time/instant.ts'

/** Why the app does not know who asks. `issuer-…` and `answer-…` come from a sign-in that failed. */
export const SIGN_IN_MISSING = [
  'no-session',
  'not-ours',
  'session-ended',
  'session-expired',
  'not-on-roster',
  'no-address',
  'unverified',
  'bound-to-another',
  'issuer-refused',
  'issuer-away',
  'answer-late',
  'answer-not-ours',
] as const
export type SignInMissing = (typeof SIGN_IN_MISSING)[number]

export const TURNED_AWAY = [
  /** Signed in, and the role may not. */
  'role',
  ...SIGN_IN_MISSING,
  'form-from-elsewhere',
  'form-too-long',
  'form-unreadable',
] as const

/** One line holds so many; from then on it says that there were more. */
export const MOST_COUNTED = 1_000

export const TurnedAwaySchema = z.object({
  /** The beginning of the hour. */
  at: InstantSchema,
  because: z.enum(TURNED_AWAY),
  /** What the role may not; null for every other reason. */
  permission: z.enum(PERMISSIONS).nullable(),
  /** The address of the person signed in; null where none was, or where it was not asked yet. */
  by: z.string().min(1).nullable(),
  /** As the person was called then, because an address is given on; lines of the version before lack it. */
  byName: z.string().min(1).optional(),
})
export type TurnedAway = Readonly<z.infer<typeof TurnedAwaySchema>>

export interface TurnedAwayLine extends TurnedAway {
  readonly place: string
  readonly result: 'turned-away'
  readonly times: number
}

export const hourOf = (at: Instant): Instant => instantOf(Math.floor(Date.parse(at) / HOUR_MS) * HOUR_MS)

/** Where its line stands in the log; the same for every request that it counts. */
export const turnedAwayPlace = ({ at, because, permission, by, byName }: TurnedAway): string =>
  [hourOf(at), because, permission ?? '', by ?? '', ...(byName === undefined ? [] : [byName])].join('#')
