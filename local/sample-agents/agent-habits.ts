/**
 * When sample agents ring, and how calls end. The shares are our assumption: most of those who are rung in working hours answer, and what is rare (a
 * complaint, a wrong number, no more calls) comes several times more often than in reality, so that a month of five hundred customers shows it.
 */
import type { Disposition } from '#core/work/disposition.ts'

/** An agent works a part of the list at each of these times. At most of them this machine looks after the lists already, so they cost no step of their own. */
export const ROUNDS = ['09:00', '11:00', '15:00'] as const

/**
 * Customers ask to be rung at five. The strict hours of Decree 91/2020 end there for calls of every class, so agents promise the last quarter before
 * (campaigns/policy/vn.json).
 */
export const PROMISED_AT = '16:45'
/** Who asks for it later than this is rung on another day. */
export const ASKED_UNTIL = '16:00'
/** So many days ahead an agent looks for a day on which they work at that time. */
export const PROMISED_WITHIN_DAYS = 10

/** Of a hundred entries of a list those that an agent does not come to on that day. Promises and complaints are never among them. */
export const LEFT_OVER = 12

/** Working days after which a case is solved. */
export const SOLVED_AFTER = [0, 1, 1, 2, 3] as const
/** After which a customer with a low score who cannot be rung is written to. */
export const WRITTEN_AFTER = 3

/** Of a hundred ends those of which an agent says whether it was solved at the first contact. */
export const SAYS_AT_FIRST = 80

/** By weight, so that the sum is free. */
export type Weighted = readonly (readonly [Disposition, number])[]

export const ENDS: Weighted = [
  ['satisfied', 36],
  ['feedback', 11],
  ['request', 5],
  ['complaint', 4],
  ['wants-more', 4],
  ['call-back', 9],
  ['no-answer', 17],
  ['busy', 5],
  ['unreachable', 4],
  ['other-person', 2],
  ['wrong-number', 1],
  ['refused', 1],
  ['do-not-call', 1],
]

/** Who chose the time answers more often. */
export const ENDS_OF_PROMISES: Weighted = [
  ['satisfied', 60],
  ['feedback', 15],
  ['request', 6],
  ['complaint', 4],
  ['no-answer', 15],
]
