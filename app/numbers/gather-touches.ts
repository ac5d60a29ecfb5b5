/**
 * The touches of a day, and the gifts that were given with them: everybody in the batches of its occurrences, with their touch where one was tried. Two rows
 * are read for each touch, and one for its customer.
 */
import type { GatherPorts } from '#app/numbers/gather-ports.ts'
import { whose } from '#app/numbers/whose.ts'
import type { AcceptedCampaign } from '#app/ports/campaigns.ts'
import type { OutcomeState } from '#core/audience/outcome.ts'
import { campaignOfBatch } from '#core/campaign/call-touch.ts'
import type { Fact } from '#core/facts/fact-tables.ts'
import { giftFact } from '#core/facts/purchase-facts.ts'
import { touchFact } from '#core/facts/touch-facts.ts'
import type { Who } from '#core/facts/who.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import type { Touch } from '#core/planning/touch.ts'
import type { LocalDate } from '#core/time/local-date.ts'

type TouchPorts = Pick<
  GatherPorts,
  'occurrences' | 'campaigns' | 'touches' | 'vouchers' | 'customers' | 'numberOf' | 'companyRules'
>

export interface GatheredTouches {
  readonly touches: readonly Fact<'touches'>[]
  readonly gifts: readonly Fact<'gifts'>[]
  /** Campaigns of which every row of the day is still there. */
  readonly whole: ReadonlySet<string>
}

export async function gatherTouches(ports: TouchPorts, date: LocalDate): Promise<GatheredTouches> {
  const touches: Fact<'touches'>[] = []
  const gifts: Fact<'gifts'>[] = []
  const whole = new Set<string>()
  for (const occurrence of await ports.occurrences.between(date, date)) {
    const before = touches.length
    const versionOf = versions(ports, occurrence)
    for await (const page of ports.occurrences.batchPages(occurrence.occurrenceId)) {
      const { facts, given } = await factsOfPage(ports, { occurrence, page, versionOf })
      for (const fact of facts) touches.push(fact)
      for (const fact of given) gifts.push(fact)
    }
    if (isWhole(occurrence, touches.length - before)) whole.add(occurrence.campaignId)
  }
  return { touches, gifts, whole }
}

/** An open occurrence is never purged. A closed one that holds fewer than its balance counted was, or is being. */
const isWhole = ({ state, balance }: Occurrence, found: number): boolean => state === 'open' || found === balance?.audience

function versions({ campaigns }: TouchPorts, { campaignId }: Occurrence) {
  const known = new Map<number, AcceptedCampaign | undefined>()
  return async (version: number): Promise<AcceptedCampaign> => {
    if (!known.has(version)) known.set(version, await campaigns.version(campaignId, version))
    const accepted = known.get(version)
    if (!accepted) throw new Error(`campaign ${campaignId} has no version ${version}, by which a batch was planned`)
    return accepted
  }
}

interface Page {
  readonly occurrence: Occurrence
  readonly page: readonly Batch[]
  readonly versionOf: (version: number) => Promise<AcceptedCampaign>
}

async function factsOfPage(ports: TouchPorts, { occurrence: { occurrenceId, date, controlGroup }, page, versionOf }: Page) {
  const { companyRules } = ports
  const recipients = page.flatMap((batch) => batch.recipients)
  const tried = recipients.filter(({ outcome }) => WAS_TRIED[outcome.state])
  const made = await ports.touches.getMany(tried.map(({ customerId }) => ({ customerId, occurrenceId })))
  const touchOf = new Map(made.map((touch) => [touch.customerId, touch]))
  const whoIs = await whose(
    ports,
    recipients.map(({ customerId }) => customerId),
  )
  const facts: Fact<'touches'>[] = []
  for (const batch of page) {
    const { definition } = await versionOf(batch.campaignVersion)
    const campaign = campaignOfBatch(batch, definition, companyRules.channels)
    const { zone } = companyRules.company
    for (const recipient of batch.recipients) {
      const { customerId } = recipient
      facts.push(
        touchFact({ campaign, date, zone, recipient, touch: touchOf.get(customerId), who: whoIs(customerId), controlGroup }),
      )
    }
  }
  return { facts, given: await giftsWith(ports, { touches: made, whoIs }) }
}

/** Of the others no touch is stored. */
const WAS_TRIED: Readonly<Record<OutcomeState, boolean>> = {
  planned: false,
  skipped: false,
  deferred: false,
  withheld: false,
  sent: true,
  failed: true,
  unknown: true,
}

/** The code of a letter that did not leave is nobody's gift. */
async function giftsWith(
  { vouchers, numberOf }: TouchPorts,
  { touches, whoIs }: { readonly touches: readonly Touch[]; readonly whoIs: (customerId: string) => Who },
): Promise<readonly Fact<'gifts'>[]> {
  const holders = new Map(
    touches.flatMap(({ result, voucherCode, customerId }) =>
      result === 'sent' && voucherCode !== null ? [[voucherCode, customerId] as const] : [],
    ),
  )
  const issued = await vouchers.getMany([...holders.keys()])
  return issued.map((voucher) => giftFact('issued', voucher, { who: whoIs(holders.get(voucher.code) ?? ''), numberOf }))
}
