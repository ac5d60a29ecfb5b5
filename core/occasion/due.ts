/**
 * Who is due for a campaign on a date, as a question that an index can answer; and for one customer, which occasion it is. Both come from the same
 * value, so that planning and the last check before sending cannot disagree.
 */
import type { CampaignDefinition, ContentClass } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { CompanyCalendar } from '#core/campaign/company-rules.ts'
import { isCalendarRule } from '#core/campaign/occasion-traits.ts'
import { asksWhetherSolved } from '#core/campaign/survey-definition.ts'
import type { Customer } from '#core/customer/customer.ts'
import { anchorsActingOn } from '#core/occasion/acting-date.ts'
import { birthdayKeyOf } from '#core/occasion/birthday-key.ts'
import { birthdaysOn } from '#core/occasion/birthdays-on.ts'
import { happensOn } from '#core/occasion/calendar-occasion.ts'
import { monthDaysKeptOn, monthsKeptOn } from '#core/occasion/months-later.ts'
import { dayKey, monthsKey, roundKey } from '#core/occasion/occasion-key.ts'
import { type MemberOccasion, type MetOn, recordedOccasion } from '#core/occasion/recorded-occasion.ts'
import { contactDaysBefore } from '#core/occasion/since-contact.ts'
import { isSampled, isTurnOf, type Turn, turnOn } from '#core/occasion/turns.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export type Due =
  | { readonly who: 'everybody'; readonly anchor: LocalDate }
  | { readonly who: 'bornOn'; readonly birthdays: ReadonlyMap<string, { readonly yearKey: string; readonly anchor: LocalDate }> }
  | {
      readonly who: 'firstBoughtOn'
      readonly monthDays: readonly string[]
      readonly anchors: readonly LocalDate[]
      readonly everyMonths: number
    }
  /** Customers whose last real contact was on a day; with the months since then, and the occasion's date. */
  | ({ readonly who: 'metOn' } & MetOn)
  | { readonly who: 'boughtOn'; readonly by: 'purchase' | 'delivery'; readonly days: readonly LocalDate[] }
  /** Customers whose call task or case was closed on a day; own-matter: who had something to solve, and of whom nothing of the kind is open. */
  | {
      readonly who: 'closedOn'
      readonly kind: 'call-task' | 'case'
      readonly about: 'own-matter' | 'anything'
      readonly days: readonly LocalDate[]
    }
  /** Customers whose calls ended on a day with every attempt used up, and whose call was of that class: another class has rules of its own. */
  | { readonly who: 'unreachedOn'; readonly contentClass: ContentClass; readonly days: readonly LocalDate[] }
  /** Customers who asked on a day, in a call, for the guide by mail. */
  | { readonly who: 'guideAskedOn'; readonly days: readonly LocalDate[] }
  | {
      readonly who: 'inTurn'
      readonly turns: readonly Turn[]
      readonly sample: { readonly campaignId: string; readonly percent: number }
    }
  /** Customers whom another campaign asked on a day. */
  | { readonly who: 'invitedOn'; readonly campaignId: string; readonly days: readonly LocalDate[] }

/** Undefined when no customer can be due on that date. */
export function dueOn({
  campaign: { id: campaignId, contentClass, occasion: rule, survey },
  date,
  company,
  calendar,
}: {
  campaign: Pick<CampaignDefinition, 'id' | 'contentClass' | 'occasion' | 'survey'>
  date: LocalDate
  company: Company
  calendar: CompanyCalendar
}): Due | undefined {
  const anchors = anchorsActingOn({ date, timing: rule, calendar })
  if (anchors.length === 0) return undefined
  if (isCalendarRule(rule)) {
    const anchor = anchors.find((day) => happensOn(rule, day, { company, calendar }))
    return anchor === undefined ? undefined : { who: 'everybody', anchor }
  }
  switch (rule.kind) {
    case 'birthday': {
      const birthdays = anchors.flatMap((anchor) =>
        birthdaysOn(anchor, company.customerDates).map(({ birthdayKey, yearKey }) => [birthdayKey, { yearKey, anchor }] as const),
      )
      return { who: 'bornOn', birthdays: new Map(birthdays) }
    }
    case 'purchase-anniversary':
      return firstBoughtOn(anchors, 12)
    case 'every-n-months':
      return firstBoughtOn(anchors, rule.months)
    case 'since-contact': {
      const days = anchors.flatMap((anchor) =>
        [...contactDaysBefore({ date: anchor, every: rule.months, feb29: company.customerDates.feb29 })].map(
          ([day, months]) => [day, { months, anchor }] as const,
        ),
      )
      return { who: 'metOn', days: new Map(days) }
    }
    case 'after-purchase':
      return { who: 'boughtOn', by: 'purchase', days: anchors }
    case 'after-delivery':
      return { who: 'boughtOn', by: 'delivery', days: anchors }
    case 'after-call':
      return { who: 'closedOn', kind: 'call-task', about: matterOf(survey), days: anchors }
    case 'after-unreached-call':
      return { who: 'unreachedOn', contentClass, days: anchors }
    case 'after-call-asked-guide':
      return { who: 'guideAskedOn', days: anchors }
    case 'after-case':
      return { who: 'closedOn', kind: 'case', about: matterOf(survey), days: anchors }
    case 'periodic': {
      const { everyDays, samplePercent: percent } = rule
      const turns = anchors.flatMap((anchor) => turnOn({ campaignId, everyDays, anchor }) ?? [])
      return turns.length === 0 ? undefined : { who: 'inTurn', turns, sample: { campaignId, percent } }
    }
    case 'after-invitation':
      return { who: 'invitedOn', campaignId: rule.campaign, days: anchors }
  }
}

const matterOf = (survey: CampaignDefinition['survey']) => (asksWhetherSolved(survey) ? 'own-matter' : 'anything')

function firstBoughtOn(anchors: readonly LocalDate[], everyMonths: number): Due {
  const monthDays = new Set(anchors.flatMap((date) => monthDaysKeptOn({ date, every: everyMonths })))
  return { who: 'firstBoughtOn', monthDays: [...monthDays].sort(), anchors, everyMonths }
}

/** The customer's occasion, or undefined when this customer is not due, or no longer. Purchases, work and invitations are looked up, not computed. */
export function memberOccasion(due: Due, customer: Customer, company: Company): MemberOccasion | undefined {
  switch (due.who) {
    case 'everybody':
      return { key: dayKey(due.anchor), anchor: due.anchor, years: null }
    case 'bornOn': {
      const kept = customer.birthday ? due.birthdays.get(birthdayKeyOf(customer.birthday)) : undefined
      return kept && { key: kept.yearKey, anchor: kept.anchor, years: null }
    }
    case 'firstBoughtOn':
      return customer.firstPurchaseOn === null ? undefined : keptOn(due, customer.firstPurchaseOn, company)
    case 'inTurn': {
      const turn = due.turns.find((each) => isTurnOf(each, customer.customerId))
      return turn && isSampled(due.sample, customer.customerId)
        ? { key: roundKey(turn.round), anchor: turn.anchor, years: null }
        : undefined
    }
    case 'metOn':
    case 'boughtOn':
    case 'closedOn':
    case 'unreachedOn':
    case 'guideAskedOn':
    case 'invitedOn':
      return undefined
  }
}

function keptOn(due: Extract<Due, { who: 'firstBoughtOn' }>, from: LocalDate, company: Company): MemberOccasion | undefined {
  for (const anchor of due.anchors) {
    const months = monthsKeptOn({ from, date: anchor, every: due.everyMonths, feb29: company.customerDates.feb29 })
    if (months !== undefined) return { key: monthsKey(months), anchor, years: months % 12 === 0 ? months / 12 : null }
  }
  return undefined
}

/** The occasion of a planned customer as it stands now; undefined when the customer's dates no longer give it. */
export function occasionStillDue({
  due,
  key,
  customer,
  company,
}: {
  due: Due
  key: string
  customer: Customer
  company: Company
}): MemberOccasion | undefined {
  switch (due.who) {
    // A contact, a purchase, a closed item or an invitation does not move: its day is in the key. How their work stands since is read apart.
    case 'metOn':
    case 'boughtOn':
    case 'closedOn':
    case 'unreachedOn':
    case 'guideAskedOn':
    case 'invitedOn':
      return recordedOccasion(key)
    case 'everybody':
    case 'bornOn':
    case 'firstBoughtOn':
    case 'inTurn': {
      const occasion = memberOccasion(due, customer, company)
      return occasion?.key === key ? occasion : undefined
    }
  }
}
