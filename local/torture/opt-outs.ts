/** Customers who opt out while mails go out; records when the opt-out was stored, and what had been claimed by then. */
import { withdrawConsent } from '#app/consent/withdraw-consent.ts'
import { PURPOSES } from '#core/audience/consent.ts'
import { letterChannel } from '#core/channel/channel.ts'
import { claimsMade } from '#local/torture/claims-made.ts'
import type { CompanyUnderTest } from '#local/torture/company-under-test.ts'
import type { Stop } from '#local/torture/evidence.ts'
import { type Plant, plantedStops } from '#local/torture/plants.ts'
import type { TorturePerson } from '#local/torture/world/people.ts'

export function arrangeOptOuts(
  { held, clock, stores, companyRules }: Pick<CompanyUnderTest, 'held' | 'clock' | 'stores' | 'companyRules'>,
  { people, plant }: { readonly people: readonly TorturePerson[]; readonly plant: Plant | null },
): ReadonlyMap<string, Stop> {
  const channel = letterChannel(companyRules.channels).id
  const stopping = plantedStops(stores, plant)
  const optedOut = new Map<string, Stop>()
  for (const { customer, optsOutAt } of people) {
    if (optsOutAt === null) continue
    const { customerId } = customer
    held.until(optsOutAt, async () => {
      for (const purpose of PURPOSES) {
        const at = clock.now()
        await withdrawConsent(
          { ...stopping, companyRules },
          { customerId, purpose, channel, at, source: 'one-click', evidence: optsOutAt },
        )
      }
      optedOut.set(customerId, { at: clock.now(), claimedBefore: await claimsMade(stores.ledgers, [customerId]) })
    })
  }
  return optedOut
}
