/**
 * How an attempt to ring a customer ended: a closed list, each with what follows from it (docs/adr/028). The list and its words follow the practice
 * of call centres in Vietnam.
 */

export const DISPOSITIONS = [
  'satisfied',
  'feedback',
  'complaint',
  'request',
  'wants-more',
  'call-back',
  'no-answer',
  'busy',
  'unreachable',
  'other-person',
  'wrong-number',
  'refused',
  'do-not-call',
  'other',
] as const
export type Disposition = (typeof DISPOSITIONS)[number]

/** How a call task ended. expired: its last day passed. cancelled: its campaign was. */
export const CALL_ENDS = ['reached', 'exhausted', 'refused', 'wrong-number', 'stopped', 'expired', 'cancelled'] as const
export type CallEnd = (typeof CALL_ENDS)[number]

export interface Consequence {
  /** Null: another attempt is made, as long as there are any left. */
  readonly ends: Exclude<CallEnd, 'exhausted' | 'expired' | 'cancelled'> | null
  /** Whether an attempt of this kind is one of those that are counted. An agreed call-back is not: the customer chose the time. */
  readonly isCounted: boolean
  /** The case that staff must follow until it is solved. */
  readonly opens: 'complaint' | 'request' | null
  /** What must be written with it. */
  readonly asks: 'time' | 'note' | null
}

const REACHED: Consequence = { ends: 'reached', isCounted: false, opens: null, asks: null }
const AGAIN: Consequence = { ends: null, isCounted: true, opens: null, asks: null }

/** Only `ends: 'reached'` is a contact: the customer was spoken with. */
export const CONSEQUENCES: Readonly<Record<Disposition, Consequence>> = {
  satisfied: REACHED,
  feedback: { ...REACHED, asks: 'note' },
  complaint: { ...REACHED, opens: 'complaint', asks: 'note' },
  request: { ...REACHED, opens: 'request', asks: 'note' },
  'wants-more': REACHED,
  'call-back': { ends: null, isCounted: false, opens: null, asks: 'time' },
  'no-answer': AGAIN,
  busy: AGAIN,
  unreachable: AGAIN,
  'other-person': AGAIN,
  'wrong-number': { ...AGAIN, ends: 'wrong-number' },
  refused: { ...AGAIN, ends: 'refused' },
  'do-not-call': { ...AGAIN, ends: 'stopped' },
  other: { ...AGAIN, asks: 'note' },
}

/** Through what a contact was made. All are counted alike. */
export const CONTACT_WAYS = ['phone', 'zalo-call', 'zalo', 'facebook', 'visit'] as const
export type ContactWay = (typeof CONTACT_WAYS)[number]
