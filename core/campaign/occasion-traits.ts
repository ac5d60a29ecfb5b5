/** What must be decided for every kind of occasion, in one table: a new kind does not compile until each line has its answer. */
import type { OccasionRule } from '#core/campaign/occasion-rule.ts'

interface OccasionTraits {
  /** Every customer has it on the same day. */
  readonly sameDayForAll: boolean
  /** A greeting gives way to a stronger one near by. What follows an order, a call, a case or an invitation is about that, and never gives way. */
  readonly givesWay: boolean
  /** Whom it means is known only when its day is over: calls, cases and invitations of the same day may still come. */
  readonly knownWhenOver: boolean
  /** Without purchases it means no customer. */
  readonly fromPurchases: boolean
  /** The letter may speak of one order: one that was bought and may not be delivered yet, or one that was delivered. */
  readonly order: 'bought' | 'delivered' | null
  /** It has a number of years for every customer. */
  readonly hasYears: boolean
  /** It comes of an earlier contact: customers whom care leaves alone hardly have it. */
  readonly followsContact: boolean
  /** The customer asked for the touch. */
  readonly isAskedFor: boolean
}

const GREETING = {
  sameDayForAll: false,
  givesWay: true,
  knownWhenOver: false,
  fromPurchases: false,
  order: null,
  hasYears: false,
  followsContact: false,
  isAskedFor: false,
} as const satisfies OccasionTraits
const CALENDAR_DAY = { ...GREETING, sameDayForAll: true } as const satisfies OccasionTraits
const FOLLOW_UP = { ...GREETING, givesWay: false } as const satisfies OccasionTraits
const AFTER_CONTACT = { ...FOLLOW_UP, knownWhenOver: true, followsContact: true } as const satisfies OccasionTraits

const TRAITS = {
  fixed: CALENDAR_DAY,
  lunar: CALENDAR_DAY,
  'lunar-month-end': CALENDAR_DAY,
  'nth-weekday': CALENDAR_DAY,
  'company-day': CALENDAR_DAY,
  'calendar-day': CALENDAR_DAY,
  birthday: GREETING,
  'purchase-anniversary': { ...GREETING, fromPurchases: true, hasYears: true },
  'every-n-months': { ...GREETING, fromPurchases: true },
  'since-contact': { ...GREETING, followsContact: true },
  'after-purchase': { ...FOLLOW_UP, fromPurchases: true, order: 'bought' },
  'after-delivery': { ...FOLLOW_UP, fromPurchases: true, order: 'delivered' },
  'after-call': AFTER_CONTACT,
  'after-unreached-call': AFTER_CONTACT,
  'after-call-asked-guide': { ...AFTER_CONTACT, isAskedFor: true },
  'after-case': AFTER_CONTACT,
  periodic: GREETING,
  'after-invitation': AFTER_CONTACT,
} as const satisfies Readonly<Record<OccasionRule['kind'], OccasionTraits>>

export const traitsOf = ({ kind }: Pick<OccasionRule, 'kind'>): OccasionTraits => TRAITS[kind]

type CalendarKind = {
  [Kind in OccasionRule['kind']]: (typeof TRAITS)[Kind]['sameDayForAll'] extends true ? Kind : never
}[OccasionRule['kind']]

/** An occasion that every customer has on the same day. */
export type CalendarRule = Extract<OccasionRule, { kind: CalendarKind }>

export const isCalendarRule = (rule: OccasionRule): rule is CalendarRule => traitsOf(rule).sameDayForAll

/** The campaign whose invitation it reminds of; undefined when it reminds of none. */
export function remindedCampaign(rule: OccasionRule): string | undefined {
  switch (rule.kind) {
    case 'after-invitation':
      return rule.campaign
    case 'fixed':
    case 'lunar':
    case 'lunar-month-end':
    case 'nth-weekday':
    case 'company-day':
    case 'calendar-day':
    case 'birthday':
    case 'purchase-anniversary':
    case 'every-n-months':
    case 'since-contact':
    case 'after-purchase':
    case 'after-delivery':
    case 'after-call':
    case 'after-unreached-call':
    case 'after-call-asked-guide':
    case 'after-case':
    case 'periodic':
      return undefined
  }
}
