/**
 * One line of a team's list of calls: whom to ring, who rings, and why it stands where it stands. The order of the lines is the order of ringing. Lines
 * hold ids alone: names and numbers are read when a line is shown, so that a correction or an erasure holds at once.
 */
import * as z from 'zod'
import { type Instant, InstantSchema } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** Why the owner of the work does not ring. hour: not at work at the agreed time. left: not in the team. */
export const OWNER_GONE = ['away', 'hour', 'left'] as const
/** Why the member who looks after the customer does not ring. hour: begins work after it is due. full: has as many calls as they can make. */
export const LOOKED_AFTER_GONE = ['away', 'hour', 'full'] as const
/**
 * Why a line is given to no member of the team. capacity: all are full. owner-full: its owner is. spread: it waited over a long holiday, and comes on one of the next
 * days. no-lead: no member rings on this day, and neither a lead nor a head answers for the team.
 */
export const NOT_GIVEN = ['capacity', 'owner-full', 'spread', 'no-lead'] as const
export type NotGiven = (typeof NOT_GIVEN)[number]

export const WhySchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('promise'), at: InstantSchema }),
  z.object({ is: z.literal('broken-promise'), at: InstantSchema }),
  z.object({ is: z.literal('complaint') }),
  z.object({ is: z.literal('low-score'), score: z.int(), outOf: z.int().optional() }),
  /** The customer rang the hotline then, and no member of staff answered. */
  z.object({ is: z.literal('missed-hotline'), at: InstantSchema }),
  z.object({ is: z.literal('tier'), tier: z.string() }),
  /** Days since it was due. */
  z.object({ is: z.literal('leftover'), days: z.int().min(1) }),
  z.object({ is: z.literal('due'), at: InstantSchema }),
  /** Several customers have the number. */
  z.object({ is: z.literal('shared-number'), people: z.int().min(2) }),
  z.object({ is: z.literal('owner') }),
  /** `owner`: the address of the member of staff. */
  z.object({ is: z.literal('owner-gone'), owner: z.string(), because: z.enum(OWNER_GONE) }),
  /** The member who rings looks after the customer. */
  z.object({ is: z.literal('looked-after') }),
  /** `by`: the address of the member who looks after the customer. */
  z.object({ is: z.literal('looked-after-gone'), by: z.string(), because: z.enum(LOOKED_AFTER_GONE) }),
  z.object({ is: z.literal('nobody-on-shift') }),
  /** It lay with that member (their address), and what goes before ordinary calls took its place. */
  z.object({ is: z.literal('gave-way'), from: z.string() }),
  /** The one who rings has no room for it, and it does not wait for another day. */
  z.object({ is: z.literal('beyond-room') }),
  z.object({ is: z.literal('not-given'), because: z.enum(NOT_GIVEN) }),
])
export type Why = Readonly<z.infer<typeof WhySchema>>

export interface DayLine {
  /** The most urgent first. */
  readonly workIds: readonly string[]
  readonly customerIds: readonly string[]
  /** The address of the one who rings; null for a line that is not given out. */
  readonly agent: string | null
  /** Rung, or closed, on this day before the list was made again. */
  readonly isWorked: boolean
  readonly why: readonly Why[]
}

export interface DayList {
  readonly team: string
  readonly date: LocalDate
  /** From 1. */
  readonly version: number
  /** When it was made last. */
  readonly madeAt: Instant
  readonly lines: readonly DayLine[]
  /** Entries beyond what a list holds. They are due, and come when others are done. */
  readonly beyond: number
}

/** A stored list is one row of at most 400 kB, with some 60 bytes for each line. */
export const MOST_LINES = 5_000

/** A list is of use on its day; it is kept a little longer for questions about it. */
export const DAYS_KEPT = 7
