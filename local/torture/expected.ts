/** What should happen, from the inputs alone: checks every customer for every campaign and date, in slow and simple code. */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { occurrenceIdOf } from '#core/occasion/occurrence-id.ts'
import type { AgentsLog } from '#local/torture/desk/agents-log.ts'
import type { CampaignFacts, ExpectedOccurrence, GraveCase, PersonFacts, Stop } from '#local/torture/evidence.ts'
import { CANCELLED } from '#local/torture/world/call-campaigns.ts'
import { goesBad, type TorturePerson } from '#local/torture/world/people.ts'
import { suppressedBefore } from '#local/torture/world/rows-of-before.ts'

const DATES = ['2027-03-26', '2027-03-27', '2027-03-28', '2027-03-29', '2027-03-30']

export function expectedOccurrences(
  campaigns: readonly CampaignDefinition[],
  people: readonly TorturePerson[],
): readonly ExpectedOccurrence[] {
  return campaigns.flatMap((campaign) =>
    DATES.filter((date) => actsOn(campaign, date)).map((date) => {
      const due = people.filter((person) => isDue(campaign, date, person))
      const stronger = campaigns.filter((other) => mayOutrank(other, campaign) && actsOn(other, date))
      return {
        occurrenceId: occurrenceIdOf({ campaignId: campaign.id, date }),
        campaignId: campaign.id,
        date,
        due: idsOf(due),
        mayBeOutranked: idsOf(due.filter((person) => stronger.some((other) => isDue(other, date, person)))),
      }
    }),
  )
}

const idsOf = (people: readonly TorturePerson[]) => new Set(people.map(({ customer }) => customer.customerId))

function actsOn({ occasion, lives }: CampaignDefinition, date: string): boolean {
  if (date < (lives.from ?? date) || date > (lives.to ?? date)) return false
  switch (occasion.kind) {
    case 'birthday':
      return true
    case 'fixed':
      return date === `2027-${two(occasion.month)}-${two(occasion.day)}`
    case 'lunar':
    case 'lunar-month-end':
    case 'nth-weekday':
    case 'company-day':
    case 'calendar-day':
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
    case 'after-invitation':
      throw new Error(`this run has no occasion of kind ${occasion.kind}`)
  }
}

function isDue({ occasion, audience }: CampaignDefinition, date: string, { customer }: TorturePerson): boolean {
  if (audience.tiers && !audience.tiers.includes(customer.tier ?? '')) return false
  if (occasion.kind !== 'birthday') return true
  const { birthday } = customer
  return birthday?.kind === 'solar' && date.slice(5) === `${two(birthday.month)}-${two(birthday.day)}`
}

const two = (number: number) => String(number).padStart(2, '0')

const mayOutrank = (a: CampaignDefinition, b: CampaignDefinition) =>
  a.contentClass !== 'survey' && b.contentClass !== 'survey' && a.limits.priority > b.limits.priority

export function campaignFacts(
  { id, window, graceDays, contentClass, limits, gift, budget, touch }: CampaignDefinition,
  { companyHours, mailPerThousand }: { companyHours: { readonly from: string; readonly to: string }; mailPerThousand: number },
): CampaignFacts {
  return {
    campaignId: id,
    from: window.from > companyHours.from ? window.from : companyHours.from,
    to: window.to < companyHours.to ? window.to : companyHours.to,
    graceDays,
    needsGrant: contentClass === 'advertising',
    mayWithhold: limits.holdoutPercent > 0,
    giftAmount: gift?.value.amount ?? 0,
    budgetLimit: budget?.amount ?? null,
    mailPerThousand,
    calls: touch.channel === 'call' ? { writesToTheRest: 'else' in touch, isCancelled: id === CANCELLED } : null,
  }
}

export function personFacts(
  people: readonly TorturePerson[],
  {
    optedOut,
    graveCases,
    log,
  }: {
    readonly optedOut: ReadonlyMap<string, Stop>
    readonly graveCases: ReadonlyMap<string, GraveCase>
    readonly log: Pick<AgentsLog, 'sent' | 'erasures'>
  },
): ReadonlyMap<string, PersonFacts> {
  const suppressed = suppressedBefore(people)
  const stops = [...log.sent.values()].filter(({ form }) => form.disposition === 'do-not-call')
  const complained = new Set(
    [...log.sent.values()].flatMap(({ form, customerId }) => (form.disposition === 'complaint' ? [customerId] : [])),
  )
  const customers = new Set(stops.map(({ customerId }) => customerId))
  const numbers = new Set(stops.flatMap(({ form, phone }) => (form.stop === 'number' ? phone : [])))
  return new Map(
    people.map(({ customer: { customerId, zone, email, phone }, grantsAdvertising }) => [
      customerId,
      {
        customerId,
        zone,
        email,
        phone,
        grantsAdvertising,
        optedOut: optedOut.get(customerId) ?? null,
        graveCase: graveCases.get(customerId) ?? null,
        mayHaveComplained: complained.has(customerId),
        mayHaveStoppedCalls: customers.has(customerId) || (phone !== null && numbers.has(phone)),
        isErased: log.erasures.has(customerId),
        addressGoesBad: email !== null && goesBad(email),
        isSuppressed: email !== null && suppressed.has(email),
      },
    ]),
  )
}
