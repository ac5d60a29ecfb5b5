/** Customers who say no while mails go out; kept is the instant at which the no had been written down. */
import { withdrawConsent } from '#app/withdraw-consent.ts'
import { PURPOSES } from '#core/audience/consent.ts'
import type { Instant } from '#core/time/instant.ts'
import type { CompanyUnderTest } from '#local/torture/company-under-test.ts'
import type { TorturePerson } from '#local/torture/world/people.ts'

export function arrangeOptOuts(
  { held, clock, stores }: Pick<CompanyUnderTest, 'held' | 'clock' | 'stores'>,
  people: readonly TorturePerson[],
): ReadonlyMap<string, Instant> {
  const optedOutAt = new Map<string, Instant>()
  for (const { customer, optsOutAt } of people) {
    if (optsOutAt === null) continue
    held.until(optsOutAt, async () => {
      for (const purpose of PURPOSES) {
        const at = clock.now()
        await withdrawConsent(stores, { customerId: customer.customerId, purpose, at, source: 'one-click', evidence: optsOutAt })
      }
      optedOutAt.set(customer.customerId, clock.now())
    })
  }
  return optedOutAt
}
