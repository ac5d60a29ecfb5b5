/** How planning would decide one campaign's day for one customer, if it were planned now: the same facts, by the same rules, over a given ledger. */
import { dueDaysOf } from '#app/person/days-due.ts'
import type { Person } from '#app/ports/customers.ts'
import type { DoNotCallFacts } from '#core/audience/do-not-call.ts'
import { eligibility } from '#core/audience/eligibility.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import { isMember } from '#core/audience/membership.ts'
import type { Verdict } from '#core/audience/outcome.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import { insteadOfCalls } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { channelOf } from '#core/channel/channel.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { type Due, memberOccasion } from '#core/occasion/due.ts'
import { occasionKeyOf } from '#core/occasion/occasion-key.ts'
import { occurrenceIdOf } from '#core/occasion/occurrence-id.ts'
import { earliestOf, orderDays } from '#core/occasion/order-days.ts'
import { type MemberOccasion, purchaseOccasion } from '#core/occasion/recorded-occasion.ts'
import { rivalsOf } from '#core/planning/arbitration.ts'
import { factsOf } from '#core/planning/facts-of.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Slot } from '#core/time/send-slot.ts'

export interface PlannedFor {
  readonly person: Person
  /** By kind of contact point: a suppressed address stops no call. */
  readonly suppressions: ReadonlyMap<string, Suppression | 'unreadable'>
  /** Undefined where no rule asks for the do-not-call list. */
  readonly doNotCall: DoNotCallFacts | undefined
  readonly purchases: readonly Purchase[]
}

interface DayAsked {
  readonly of: PlannedFor
  readonly campaign: CampaignDefinition
  readonly date: LocalDate
  /** Campaigns that live: of higher priority, they may take the day. */
  readonly others: readonly CampaignDefinition[]
  readonly ledger: Ledger
  readonly now: Instant
  readonly companyRules: CompanyRules
}

export interface VerdictOfDay {
  readonly verdict: Verdict
  readonly occasionKey: string
  /** Where it goes out; where it would, for a customer who is skipped. Null where no policy pack says when. */
  readonly slot: Slot | null
  /** No hour is left on the day or within its grace. */
  readonly isOver: boolean
}

/** Undefined for a customer who is not meant, or not due on that day. */
export function verdictOfDay(asked: DayAsked): VerdictOfDay | undefined {
  const verdict = judgedOn(asked, asked.campaign)
  const letter = insteadOfCalls(asked.campaign, asked.companyRules.channels)
  // Who cannot be rung may be written to. Whom the team has no time to ring is known only when the day is planned.
  return letter && verdict?.verdict.state === 'skipped' ? judgedOn(asked, letter) : verdict
}

/** By the rules of the touch `campaign`; the days are remembered by the campaign as it was accepted. */
function judgedOn(
  { of, campaign: accepted, date, others, ledger, now, companyRules }: DayAsked,
  campaign: CampaignDefinition,
): VerdictOfDay | undefined {
  const { person, suppressions, doNotCall, purchases } = of
  const { customer } = person
  const due = dueDaysOf(accepted, companyRules)(date)
  const occasion = due && occasionOf(due, { person, purchases, companyRules })
  if (!occasion || !isMember({ audience: campaign.audience, customer, date })) return undefined
  const occasionKey = occasionKeyOf({ campaignId: campaign.id, key: occasion.key })
  const occurrence = { occurrenceId: occurrenceIdOf({ campaignId: campaign.id, date }), date }
  const rivals = rivalsOf({ campaign, date, others, companyRules })
  const known = factsOf(
    { campaign, occurrence, due, rivals, companyRules, now },
    {
      person,
      occasionKey,
      stillDue: true,
      suppression: suppressions.get(channelOf(companyRules.channels, campaign.touch.channel).contactPoint.kind),
      doNotCall,
      ledger,
      invitation: undefined,
    },
  )
  if (!known) {
    const verdict = { state: 'skipped', reason: 'policy-missing', country: customer.country } as const
    return { verdict, occasionKey, slot: null, isOver: false }
  }
  const { slot } = known.facts
  return {
    verdict: eligibility(known.facts),
    occasionKey,
    slot: known.slots.slotOrNominal,
    isOver: 'none' in slot && slot.none === 'window-passed',
  }
}

interface Known {
  readonly person: Person
  readonly purchases: readonly Purchase[]
  readonly companyRules: CompanyRules
}

/** Undefined where the customer is not due, or where only contacts, calls, cases and invitations to come will say. */
function occasionOf(due: Due, { person, purchases, companyRules }: Known): MemberOccasion | undefined {
  switch (due.who) {
    case 'boughtOn': {
      const order = earliestOf(orderDays(purchases, due.by).filter(({ day }) => due.days.includes(day)))
      return order && purchaseOccasion(order)
    }
    case 'everybody':
    case 'bornOn':
    case 'firstBoughtOn':
    case 'inTurn':
      return memberOccasion(due, person.customer, companyRules.company)
    case 'metOn':
    case 'closedOn':
    case 'unreachedOn':
    case 'guideAskedOn':
    case 'invitedOn':
      return undefined
  }
}
