/**
 * May this customer get this touch now? One ordered table answers for planning and for the last check before sending. The first rule that matches
 * wins, and its verdict carries the reason.
 */
import { actedBefore, askedBefore } from '#core/audience/acted.ts'
import { type BindingCap, brokenCap } from '#core/audience/caps.ts'
import { isCare } from '#core/audience/care.ts'
import type { ConsentState, Decisions, Purpose } from '#core/audience/consent.ts'
import type { DoNotCallStanding } from '#core/audience/do-not-call.ts'
import type { Contact, Ledger } from '#core/audience/ledger.ts'
import { PLANNED, type Verdict } from '#core/audience/outcome.ts'
import type { BareReason, Skip } from '#core/audience/skip.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import { surveyRest } from '#core/audience/survey-rest.ts'
import { withheldBecause } from '#core/audience/withheld.ts'
import type { CampaignDefinition, ContentClass } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { TouchRules } from '#core/campaign/policy-pack.ts'
import type { Channel, ChannelId } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Instant } from '#core/time/instant.ts'
import type { SlotSearch } from '#core/time/send-slot.ts'

/** How an invitation stands now. */
export interface Invitation {
  readonly answered: boolean
  /** The customer wrote a mail in answer. Staff read that mail, whatever it says, so no reminder goes out. */
  readonly wroteBack: boolean
  /** It asks whether the customer's matter was solved, and something of theirs is open. */
  readonly matterOpen: boolean
  /** When it closes for answers. Undefined when its survey is no longer known: then no answer can be recorded. */
  readonly closesAt: Instant | undefined
}

export interface EligibilityFacts {
  readonly campaign: CampaignDefinition
  readonly rules: TouchRules
  /** Of the campaign's touch. */
  readonly channel: Channel
  /** The company's caps, the customer's own, and those of the law for this class and channel. */
  readonly caps: readonly BindingCap[]
  readonly occurrenceId: string
  readonly occasionKey: string
  /** Undefined when the customer was deleted. */
  readonly customer: Customer | undefined
  /** False when the customer's dates no longer give this occasion, or the audience no longer means them. */
  readonly stillDue: boolean
  readonly consents: ConsentState | 'unreadable'
  readonly suppression: Suppression | 'unreadable' | undefined
  /** Undefined where the rules ask for no do-not-call list. */
  readonly doNotCall: DoNotCallStanding | undefined
  readonly ledger: Ledger
  /** A grave case of theirs is open. */
  readonly heldForCase: boolean
  /** The campaign of higher priority that has an occasion for this customer too close to this one. */
  readonly outrankedBy: string | undefined
  /** The customer with the same address who gets the same greeting. */
  readonly writtenInstead: string | undefined
  /** Where the touch would go out. */
  readonly slot: SlotSearch
  /** How long a customer is left without another survey. */
  readonly surveys: Company['surveys']
  readonly controlGroup: Company['controlGroup']
  /** The invitation that this touch reminds of; undefined for every other touch. */
  readonly invitation: Invitation | undefined
  /** When it would go out: caps are counted up to here. */
  readonly at: Instant
}

type Rule = (facts: EligibilityFacts) => Skip | undefined

const skipIf =
  (reason: BareReason, predicate: (facts: EligibilityFacts) => boolean): Rule =>
  (facts) =>
    predicate(facts) ? { reason } : undefined

/** What holds for every touch of a class through a channel, whatever its occasion: how the customer can be reached, and what they agreed to. */
export interface StandingFacts
  extends Pick<EligibilityFacts, 'customer' | 'rules' | 'channel' | 'consents' | 'suppression' | 'doNotCall'> {
  readonly campaign: Pick<CampaignDefinition, 'contentClass'>
}

type StandingRule = (facts: StandingFacts) => Skip | undefined

const STANDING_RULES: readonly StandingRule[] = [
  ({ customer, channel }) => (customer && channel.contactPoint.of(customer) === null ? { reason: 'no-address' } : undefined),
  ({ customer, channel: { contactPoint } }) => {
    if (customer === undefined) return undefined
    const value = contactPoint.of(customer)
    return value !== null && !contactPoint.isUsable(value, customer) ? { reason: 'bad-address' } : undefined
  },
  ({ suppression }) => (suppression === 'unreadable' ? { reason: 'suppression-unreadable' } : undefined),
  ({ suppression }) =>
    suppression && suppression !== 'unreadable' ? { reason: 'suppressed', because: suppression.reason } : undefined,
  ({ consents, rules, channel, campaign }) =>
    consentSkip({ consents, rules, channel: channel.id, contentClass: campaign.contentClass }),
  ({ doNotCall }) => doNotCallSkip(doNotCall),
]

/** Why no touch of the class goes to the customer through the channel as things stand, by the same rules that decide each touch; undefined when it may. */
export function standingRefusal(facts: StandingFacts): Skip | undefined {
  for (const rule of STANDING_RULES) {
    const skip = rule(facts)
    if (skip) return skip
  }
  return undefined
}

/** The order of `SKIP_REASONS`: who is not there, who may not be reached, who does not want it, who had enough, who comes too late. */
const RULES: readonly Rule[] = [
  ({ customer, ledger }) => {
    // An erased customer may have been imported again while the tombstone stands, or read before the erasure.
    const erased = ledger.erasedAt !== undefined
    return customer === undefined || erased ? { reason: 'customer-gone', erased } : undefined
  },
  // Whether it was solved is not asked, and not reminded of, while it is not.
  skipIf('no-longer-due', ({ stillDue, invitation }) => !stillDue || invitation?.matterOpen === true),
  skipIf('blackout', ({ slot }) => 'none' in slot && slot.none === 'blackout'),
  ({ slot, customer }) =>
    customer && 'none' in slot && slot.none === 'closed-day' ? { reason: 'closed-day', country: customer.country } : undefined,
  ...STANDING_RULES,
  ({ ledger, occurrenceId, occasionKey }) => {
    const earlier = ledger.contacts.find(
      (contact) => contact.occurrenceId === occurrenceId || contact.occasionKey === occasionKey,
    )
    const contacted = earlier ?? actedBefore(ledger, occasionKey)
    return contacted && { reason: 'already-contacted', occurrenceId: idOf(contacted) }
  },
  ({ campaign, ledger, occasionKey }) => {
    const asked = campaign.survey && askedBefore(ledger, occasionKey)
    return asked && { reason: 'already-asked', occurrenceId: idOf(asked) }
  },
  ({ invitation }) => {
    if (invitation?.answered) return { reason: 'already-answered', by: 'answer' }
    return invitation?.wroteBack ? { reason: 'already-answered', by: 'mail' } : undefined
  },
  skipIf(
    'survey-closed',
    ({ invitation, at }) => invitation !== undefined && (invitation.closesAt === undefined || invitation.closesAt <= at),
  ),
  skipIf('held-for-case', ({ heldForCase, campaign }) => heldForCase && isCare(campaign)),
  ({ writtenInstead }) => (writtenInstead === undefined ? undefined : { reason: 'same-address', writtenTo: writtenInstead }),
  ({ outrankedBy }) => (outrankedBy === undefined ? undefined : { reason: 'outranked', by: outrankedBy }),
  ({ campaign, customer, surveys, ledger, at }) => {
    if (!campaign.survey || !customer) return undefined
    const { relationship } = campaign.survey
    const rest = surveyRest({ surveys, relationship, ledger, zone: customer.zone, at })
    return rest && { reason: 'surveyed-recently', days: rest.days, freeAt: rest.freeAt }
  },
  ({ campaign, caps, ledger, at }) => {
    if (campaign.contentClass === 'transactional') return undefined
    const broken = brokenCap({ caps, ledger, at })
    if (broken === undefined) return undefined
    const { cap, freeAt } = broken
    return { reason: 'frequency-cap', max: cap.max, hours: cap.hours, freeAt }
  },
  skipIf('window-passed', ({ slot }) => 'none' in slot && slot.none === 'window-passed'),
]

/** Which contact it was. Of one long ago only its existence is known. */
const idOf = (contact: Contact | 'long-ago') => (contact === 'long-ago' ? null : contact.occurrenceId)

/** Send, or why not. The caller decides about deferring and budgets, because it knows the clock and the money. */
export function eligibility(facts: EligibilityFacts): Verdict {
  for (const rule of RULES) {
    const skip = rule(facts)
    if (skip) return { state: 'skipped', ...skip }
  }
  const { campaign, customer, controlGroup } = facts
  const because = customer ? withheldBecause({ campaign, controlGroup, customerId: customer.customerId }) : null
  return because === null ? PLANNED : { state: 'withheld', because }
}

const PURPOSE_OF: Readonly<Record<ContentClass, Purpose | null>> = {
  care: 'care',
  survey: 'survey',
  advertising: 'advertising',
  transactional: null,
}

/** Null for what goes out whatever the customer has refused. */
export const purposeOf = (contentClass: ContentClass): Purpose | null => PURPOSE_OF[contentClass]

/** Fails closed: a list that cannot be relied on frees no number. */
function doNotCallSkip(standing: DoNotCallStanding | undefined): Skip | undefined {
  switch (standing?.is) {
    case undefined:
    case 'clear':
      return undefined
    case 'listed':
      return { reason: 'do-not-call' }
    case 'too-old':
      return { reason: 'do-not-call-list-old', asOf: standing.asOf, maxAgeDays: standing.maxAgeDays }
    case 'missing':
      return { reason: 'do-not-call-list-old', asOf: null, maxAgeDays: standing.maxAgeDays }
  }
}

/** Fails closed: a consent state that cannot be read is no permission. */
export function consentSkip({
  consents,
  rules,
  channel,
  contentClass,
}: {
  consents: Decisions | 'unreadable'
  rules: TouchRules
  channel: ChannelId
  contentClass: ContentClass
}): Skip | undefined {
  const purpose = purposeOf(contentClass)
  if (purpose === null || rules.consent === 'none') return undefined
  if (consents === 'unreadable') return { reason: 'consent-unreadable' }
  const decision = consents[`${purpose}/${channel}`]?.decision
  if (decision === 'withdrawn') return { reason: 'opted-out', purpose }
  return rules.consent === 'opt-in' && decision !== 'granted' ? { reason: 'consent-missing', purpose } : undefined
}
