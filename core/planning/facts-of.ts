/**
 * Everything that eligibility asks about one customer and one touch, gathered in one place: planning and the last look before sending must never
 * differ in what they know.
 */
import { capsFor } from '#core/audience/caps.ts'
import type { ConsentState } from '#core/audience/consent.ts'
import { type DoNotCallFacts, doNotCallStanding } from '#core/audience/do-not-call.ts'
import type { EligibilityFacts, Invitation } from '#core/audience/eligibility.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import { isHeldForCase, type OpenCase } from '#core/audience/open-case.ts'
import type { Frequency } from '#core/audience/preference.ts'
import type { SharedAddress } from '#core/audience/shared-address.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { type CompanyRules, touchRules } from '#core/campaign/company-rules.ts'
import { channelOf } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Due } from '#core/occasion/due.ts'
import { outrankedBy, type Rivals } from '#core/planning/arbitration.ts'
import { type Grace, type Slots, slotsFor } from '#core/planning/slots-for.ts'
import { writtenInstead } from '#core/planning/written-instead.ts'
import { type Instant, later } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

/** The same for every customer of an occurrence. */
export interface OccurrenceFacts {
  readonly campaign: CampaignDefinition
  readonly occurrence: { readonly occurrenceId: string; readonly date: LocalDate }
  /** Undefined when the campaign's occasion no longer falls on the date: then no customer is due. */
  readonly due: Due | undefined
  readonly rivals: Rivals
  readonly companyRules: CompanyRules
  readonly now: Instant
}

/** What was read about one customer. */
export interface CustomerFacts {
  readonly person: {
    readonly customer: Customer
    readonly consents: ConsentState | 'unreadable'
    readonly frequency: Frequency
    readonly sharedAddress?: SharedAddress
    readonly openCases?: readonly OpenCase[]
  }
  readonly occasionKey: string
  readonly stillDue: boolean
  readonly suppression: Suppression | 'unreadable' | undefined
  /** Undefined where it was not read: then the list counts as missing wherever the rules ask for it. */
  readonly doNotCall: DoNotCallFacts | undefined
  readonly ledger: Ledger
  readonly invitation: Invitation | undefined
  /** The campaign's own unless given. */
  readonly grace?: Grace
}

export interface TouchFacts {
  readonly facts: EligibilityFacts
  readonly slots: Slots
}

/** Undefined when no policy pack says what the law allows: the law must not be guessed. */
export function factsOf(
  { campaign, occurrence, due, rivals, companyRules, now }: OccurrenceFacts,
  { person, grace, doNotCall, ...known }: CustomerFacts,
): TouchFacts | undefined {
  const { company, channels } = companyRules
  const { customer, consents, frequency, sharedAddress, openCases } = person
  const { date } = occurrence
  const channel = channelOf(channels, campaign.touch.channel)
  const { contentClass } = campaign
  const rules = touchRules(companyRules, { country: customer.country, contentClass, channel: channel.id, date })
  if (!rules) return undefined
  const slots = slotsFor({ campaign, companyRules, rules, date, customer, now, ...(grace && { grace }) })
  const at = later(slots.slotOrNominal.from, now)
  const facts: EligibilityFacts = {
    ...known,
    doNotCall: doNotCallStanding(rules, { known: doNotCall, on: localDateAt(at, customer.zone) }),
    campaign,
    rules,
    channel,
    caps: capsFor({ company, rules, channel: channel.id, frequency }),
    occurrenceId: occurrence.occurrenceId,
    customer,
    consents,
    heldForCase: isHeldForCase(openCases, companyRules.cases),
    writtenInstead: due && writtenInstead({ shared: sharedAddress, customer, campaign, due, date, rivals, companyRules }),
    outrankedBy: outrankedBy({ rivals, customer, consents, companyRules }),
    slot: slots.slot,
    surveys: company.surveys,
    controlGroup: company.controlGroup,
    at,
  }
  return { facts, slots }
}
