/** Everything that the page of one customer shows. */
import { nextDaysOf, type Reach } from '#app/campaigns/coming-days.ts'
import { customerTimeline } from '#app/person/customer-timeline.ts'
import type { Person } from '#app/ports/customers.ts'
import { contactPointsOf } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import { addDays } from '#core/time/local-date.ts'
import { readContactLimits } from '#functions/staff/contact-limits.ts'
import { knownCampaigns, todayOf } from '#functions/staff/room.ts'
import { readSaid } from '#functions/staff/said.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { PersonShown } from '#web/staff/customers/person-page.ts'
import type { Frame } from '#web/staff/frame.ts'

/** Batches are read for so many days back; touches have rows of their own and are all shown. */
const LOOK_BACK_DAYS = 60
const LOOK_AHEAD_DAYS = 4

export async function readPerson(
  system: StaffSystem,
  { frame, person }: { readonly frame: Frame; readonly person: Person },
): Promise<PersonShown> {
  const { stores, companyRules } = system
  const { customer } = person
  const { customerId } = customer
  const today = todayOf(system)
  const from = addDays(today, -LOOK_BACK_DAYS)
  const [campaigns, consents, purchases, timeline] = await Promise.all([
    knownCampaigns(system, frame.locale),
    stores.consents.ofCustomer(customerId),
    stores.purchases.ofCustomer(customerId),
    customerTimeline(stores, { customerId, from, to: addDays(today, LOOK_AHEAD_DAYS), zone: frame.company.zone }),
  ])
  const reach = { customer, consents: person.consents, suppressions: await suppressionsOf(stores, customer) }
  const live = campaigns.latest.filter(({ definition }) => campaigns.states.get(definition.id) !== 'cancelled')
  return {
    person,
    campaigns,
    companyRules,
    today,
    timeline,
    from,
    said: await readSaid(system, { campaigns, person, timeline, now: frame.now }),
    consents,
    limits: await readContactLimits(stores, { person, reach, companyRules, now: frame.now }),
    coming: nextDaysOf({
      reach,
      purchases,
      campaigns: live.map(({ definition }) => definition),
      from: today,
      companyRules,
    }),
  }
}

async function suppressionsOf(
  { suppressions, seals, companyRules }: StaffSystem['stores'],
  customer: Customer,
): Promise<Reach['suppressions']> {
  const points = contactPointsOf(companyRules.channels, customer).map((point) => ({ ...point, key: seals.contactKey(point) }))
  const found = await suppressions.among(points.map(({ key }) => key))
  return new Map(
    points.flatMap(({ kind, key }) => {
      const suppression = found.get(key)
      return suppression === undefined ? [] : [[kind, suppression] as const]
    }),
  )
}
