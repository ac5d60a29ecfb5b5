/** Frequency caps: the most touches in any rolling window, over all campaigns and channels. */

import type { Contact, Ledger } from '#core/audience/ledger.ts'
import type { Company, FrequencyCap } from '#core/campaign/company.ts'
import type { HouseRules } from '#core/campaign/house-rules.ts'
import type { ClassRules } from '#core/campaign/policy-pack.ts'
import { isPersonal } from '#core/occasion/due.ts'
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'

/** Kept a day beyond the longest window, so that clocks that differ a little never lose a contact. */
const MARGIN_HOURS = 24
/** A date of the customer's own may be corrected to a later day of the year: its greeting is remembered for longer than a year has days, a lunar one included. */
const PERSONAL_DAYS = 400

/** What the customer asked for by an act of their own does not count, and is not capped. */
const counts = ({ contentClass }: Contact) => contentClass !== 'transactional'

/** The cap that one more touch at `at` would break, and when none is broken any more: the one that lasts longest. Undefined when none. */
export function brokenCap({
  caps,
  ledger,
  at,
}: {
  caps: readonly FrequencyCap[]
  ledger: Ledger
  at: Instant
}): { readonly cap: FrequencyCap; readonly freeAt: Instant } | undefined {
  const broken = caps.flatMap((cap) => {
    const since = plusMs(at, -cap.hours * HOUR_MS)
    const within = ledger.contacts
      .filter((contact) => counts(contact) && contact.at > since)
      .sort((a, b) => (a.at < b.at ? -1 : 1))
    const blocking = within[within.length - cap.max]
    return blocking ? [{ cap, freeAt: plusMs(blocking.at, cap.hours * HOUR_MS) }] : []
  })
  return broken.toSorted((a, b) => (a.freeAt > b.freeAt ? -1 : 1))[0]
}

/** The ledger after one more contact, with those forgotten that no cap can see any more. */
export function withContact({ ledger, contact, keepHours }: { ledger: Ledger; contact: Contact; keepHours: number }): Ledger {
  const since = plusMs(contact.at, -(keepHours + MARGIN_HOURS) * HOUR_MS)
  const aYearAgo = plusMs(contact.at, -PERSONAL_DAYS * DAY_MS)
  return {
    customerId: ledger.customerId,
    version: ledger.version + 1,
    contacts: [...ledger.contacts.filter(({ at, occasionKey }) => at > (isPersonal(occasionKey) ? aYearAgo : since)), contact],
  }
}

/** The ledger after a contact that was claimed and surely not made. */
export const withoutContact = (ledger: Ledger, occurrenceId: string): Ledger => ({
  customerId: ledger.customerId,
  version: ledger.version + 1,
  contacts: ledger.contacts.filter((contact) => contact.occurrenceId !== occurrenceId),
})

/** Every cap that binds a touch: the company's own and the law's. */
export const capsFor = (company: Company, rules: ClassRules): readonly FrequencyCap[] => [
  ...company.frequencyCaps,
  ...rules.email.caps,
]

/** The longest window of any cap in force: the ledger must remember that far back, whichever campaign writes to it. */
export function longestCap({ company, policies }: HouseRules): number {
  const legal = policies.flatMap(({ periods }) =>
    periods.flatMap(({ classes }) => Object.values(classes).flatMap(({ email }) => email.caps)),
  )
  return Math.max(0, ...[...company.frequencyCaps, ...legal].map(({ hours }) => hours))
}
