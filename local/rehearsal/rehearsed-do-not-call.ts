/** The do-not-call list of a rehearsal: what the stored one says of the rehearsed customers. */
import { contactKey } from '#adapters/crypto/contact-keys.ts'
import type { DoNotCallList } from '#app/ports/consent.ts'
import { type CompanyRules, doNotCallLimits } from '#core/campaign/company-rules.ts'
import { spokenChannel } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Instant } from '#core/time/instant.ts'
import { daysBetween, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { ContactLists } from '#local/rehearsal/part.ts'

/** After every rehearsed day. */
const RENEWED: LocalDate = '9999-12-31'

/**
 * Copies the list page by page. A list that may be relied on today is taken as one that the company renews in time, so a rehearsal of a year ahead does
 * not end with it; an old one stays old. Without the right to look numbers up there is none, and no customer is called for advertising.
 */
export function rehearsedDoNotCall({
  stored,
  companyRules,
  now,
}: {
  readonly stored: DoNotCallList
  readonly companyRules: CompanyRules
  readonly now: Instant
}) {
  const { kind, of } = spokenChannel(companyRules.channels).contactPoint
  const found = new Set<string>()
  return {
    add: async (customers: readonly Customer[]): Promise<void> => {
      const keys = customers.flatMap((customer) => {
        const value = of(customer)
        return value === null ? [] : [contactKey({ kind, value })]
      })
      for (const key of await stored.among([...new Set(keys)])) found.add(key)
    },
    /** Null while no list was ever brought in. */
    close: async (): Promise<ContactLists['doNotCall']> => {
      const inForce = await stored.inForce()
      if (inForce === undefined) return null
      const age = daysBetween(inForce.asOf, localDateAt(now, companyRules.company.zone))
      const isRenewed = doNotCallLimits(companyRules).every((maxAgeDays) => age <= maxAgeDays)
      return { asOf: isRenewed ? RENEWED : inForce.asOf, contactKeys: [...found] }
    },
  }
}
