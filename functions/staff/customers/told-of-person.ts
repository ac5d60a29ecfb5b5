/** The rows that tell of one customer, and the timeline that they come to: for the customer's page, and beside a call. */
import { keptVersions } from '#app/campaigns/kept-versions.ts'
import type { Person } from '#app/ports/customers.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { mayDo } from '#core/staff/role.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { type PersonEvents, personEvents } from '#functions/staff/customers/person-events.ts'
import { suppressionsOf } from '#functions/staff/customers/suppressions-of.ts'
import type { KnownCampaigns } from '#functions/staff/known-campaigns.ts'
import { withInvitations } from '#functions/staff/occurrences/shown-invitations.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import type { PersonEvent } from '#web/staff/customers/person-event.ts'
import type { Frame } from '#web/staff/frame.ts'

/** Occurrences are looked into for so many days back; what has rows of its own is shown from the beginning. */
const LOOK_BACK_DAYS = 60
const LOOK_AHEAD_DAYS = 4

export interface ToldSystem {
  readonly stores: Pick<
    StaffStores,
    | 'campaigns'
    | 'consents'
    | 'occurrences'
    | 'purchases'
    | 'replies'
    | 'responses'
    | 'seals'
    | 'suppressions'
    | 'touches'
    | 'vouchers'
    | 'work'
  >
  readonly companyRules: CompanyRules
}

interface Asked {
  readonly person: Person
  readonly campaigns: KnownCampaigns
  readonly frame: Frame
}

export async function toldOfPerson({ stores, companyRules }: ToldSystem, { person, campaigns, frame }: Asked) {
  const { customer } = person
  const { customerId } = customer
  const today = localDateAt(frame.now, companyRules.company.zone)
  const from: LocalDate = addDays(today, -LOOK_BACK_DAYS)
  const [consents, purchases, work, suppressions, touches, responses, replies] = await Promise.all([
    stores.consents.ofCustomer(customerId),
    stores.purchases.ofCustomer(customerId),
    stores.work.ofCustomer(customerId),
    suppressionsOf(stores, { customer, channels: companyRules.channels }),
    stores.touches.ofCustomer(customerId),
    stores.responses.ofCustomer(customerId),
    stores.replies.ofCustomer(customerId),
  ])
  // A closed call makes a customer due for its survey, whatever the role of the reader; the work itself is shown to those who may see it.
  const shownWork = frame.visitor !== null && mayDo(frame.visitor.role, 'see-work') ? work : []
  const rows = { consents, purchases, work, shownWork, suppressions, touches, responses, replies }
  const to = addDays(today, LOOK_AHEAD_DAYS)
  const kept = { ...stores, companyRules, campaigns: keptVersions(stores.campaigns, campaigns.latest) }
  const { events, decided }: PersonEvents = await personEvents(kept, { person, campaigns, from, to, ...rows })
  /** What became of an invitation is asked for the events that are shown alone. */
  const shown = (start: number, most: number): Promise<readonly PersonEvent[]> =>
    withInvitations(kept, { events: events.slice(start, start + most), person, campaigns, responses, now: frame.now })
  return { ...rows, from, today, events, decided, shown }
}
