/** What a lead changes on the day itself: a member of the team is ill, or takes a colleague's shift. Changes are added and never removed; a later one takes one back. */
import * as z from 'zod'
import { ClockTimeSchema } from '#core/campaign/campaign-definition.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

export const ABSENCES = ['ill', 'leave', 'other'] as const
export type Absence = (typeof ABSENCES)[number]

/** How far ahead a day can be changed; what is further away stands in the roster. */
export const DAYS_AHEAD = 31

/** Why a day stays as it is. */
export const DUTY_REFUSALS = [
  'another-team',
  'no-such-person',
  'no-such-day',
  'not-working',
  'no-such-cover',
  'covers-another',
  'already-so',
  'changed-meanwhile',
] as const
export type DutyRefusal = (typeof DUTY_REFUSALS)[number]

const EVERY_CHANGE = {
  /** Unique within its day. */
  changeId: z.string().min(1),
  date: LocalDateSchema,
  at: InstantSchema,
  /** The address of the lead. */
  by: z.string().min(1),
  byName: z.string().min(1),
  /** Whose day it is. */
  address: z.string().min(1),
}

export const DutyChangeSchema = z.discriminatedUnion('is', [
  /** `from`: the time of the day from which they are away; null for the whole day. */
  z.object({ is: z.literal('away'), ...EVERY_CHANGE, because: z.enum(ABSENCES), from: ClockTimeSchema.nullable() }),
  /** `with` works their planned hours besides their own, from that time of the day on; null for the whole day. */
  z.object({
    is: z.literal('covered'),
    ...EVERY_CHANGE,
    with: z.string().min(1),
    from: ClockTimeSchema.nullable().default(null),
  }),
  /** Takes back what was changed on that person's day. */
  z.object({ is: z.literal('as-planned'), ...EVERY_CHANGE }),
])
export type DutyChange = Readonly<z.infer<typeof DutyChangeSchema>>
export type DutyChangeInForce = Exclude<DutyChange, { is: 'as-planned' }>

/** By the address of the person: the last change of a day is the one that holds. In the order in which they were made. */
export function changesInForce(changes: readonly DutyChange[]): ReadonlyMap<string, DutyChangeInForce> {
  const last = new Map<string, DutyChange>()
  for (const change of changes) last.set(change.address, change)
  return new Map([...last].flatMap(([address, change]) => (change.is === 'as-planned' ? [] : [[address, change] as const])))
}
