/** Whether the customer of an open call task or case may be rung at this moment by who looks at it; null where there is no call to make. */
import { refusalOf } from '#app/campaigns/coming-days.ts'
import { doNotCallFacts } from '#app/consent/do-not-call-facts.ts'
import type { Person } from '#app/ports/customers.ts'
import type { Skip } from '#core/audience/skip.ts'
import type { ContentClass } from '#core/campaign/campaign-definition.ts'
import { callLawFor } from '#core/campaign/company-rules.ts'
import { spokenChannel } from '#core/channel/channel.ts'
import { breaksOf } from '#core/duty/noon-break.ts'
import { teamOf } from '#core/duty/team.ts'
import { teamHours } from '#core/duty/team-hours.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { classOfCall } from '#core/work/check-in.ts'
import { isHeldCall } from '#core/work/held-call.ts'
import { leaseOfOther } from '#core/work/lease.ts'
import { type MayRing, mayRing, type RingFacts } from '#core/work/may-ring.ts'
import { rangInVainAt } from '#core/work/missed-call.ts'
import { promiseTo, rungAt } from '#core/work/rung.ts'
import { isOpen } from '#core/work/standing.ts'
import { type CallTask, callersNumber, isMissedHotline, isRungFor, type WorkItem } from '#core/work/work-item.ts'
import { suppressionsOf } from '#functions/staff/customers/suppressions-of.ts'
import { type Sharer, sharersOf } from '#functions/staff/work/number-sharers.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'

export type RingSystem = Pick<WorkSystem, 'companyRules'> & {
  readonly stores: Pick<
    WorkSystem['stores'],
    'customers' | 'dayLists' | 'doNotCall' | 'finder' | 'roster' | 'seals' | 'suppressions' | 'work'
  >
}

interface Asked {
  readonly item: WorkItem
  readonly person: Person | undefined
  readonly visitor: Pick<StaffMember, 'name' | 'address' | 'team'>
  readonly now: Instant
  /** Where they are known already. */
  readonly sharers?: readonly Sharer[]
}

export async function ringNow(system: RingSystem, asked: Asked): Promise<MayRing | null> {
  const { item, person, visitor, now } = asked
  if (!isRungFor(item) || !isOpen(item)) return null
  const phone = person?.customer.phone ?? callersNumber(item)
  if (!person && phone === null) return null
  // A case is also worked on in writing: of a customer without a number nothing needs to be said.
  if (item.kind === 'case' && phone === null) return null
  const { stores, companyRules } = system
  const { company, calendar, channels } = companyRules
  // Of a caller who is no customer it is not known where they are: the company's own country counts.
  const customer = person?.customer ?? { country: company.country, zone: company.zone, preferredParts: null }
  const contentClass = item.kind === 'call-task' ? classOfCall(item) : 'care'
  const channel = spokenChannel(channels).id
  const date = localDateAt(now, customer.zone)
  const [standing, published, sharers, own, promise] = await Promise.all([
    standingAgainst(system, { item, person, contentClass, date }),
    stores.roster.current(),
    asked.sharers ?? sharersOf(system, item, person),
    item.customerId === null ? [] : stores.work.ofCustomer(item.customerId),
    item.kind === 'call-task' ? promiseNow(system, { item, visitor, now }) : null,
  ])
  const plan = await stores.roster.plan(published?.planId ?? null)
  const lastRung = rungAt([item, ...own, ...sharers.flatMap(({ work }) => work)])
  return mayRing({
    standing,
    law: callLawFor(companyRules, { customer, contentClass, channel, date }),
    hours: company.hours,
    blackouts: company.blackouts,
    breaks: customer.preferredParts?.includes('noon')
      ? []
      : breaksOf(teamHours(teamOf(plan, visitor.team), localDateAt(now, company.zone), calendar)),
    promise,
    heldUntil: leaseOfOther(item, { by: visitor.name, address: visitor.address }, now)?.until ?? null,
    // Who rang in vain after that is rung back on the same day.
    rungAt: isMissedHotline(item) && lastRung !== null && lastRung < rangInVainAt(item) ? null : lastRung,
    now,
  })
}

/**
 * Where the list of the day gives a promise to a colleague, because who agreed on it is away, it binds that colleague (docs/adr/034). Who is away is not
 * asked here: the list says it.
 */
async function promiseNow(
  { stores, companyRules }: RingSystem,
  { item, visitor, now }: Pick<Asked, 'visitor' | 'now'> & { readonly item: CallTask },
): Promise<RingFacts['promise']> {
  const promise = promiseTo(item, visitor)
  if (promise === null || promise.isOwn) return promise
  const list = await stores.dayLists.get({ team: visitor.team, date: localDateAt(now, companyRules.company.zone) })
  const isGiven = list?.lines.some(({ agent, workIds }) => agent === visitor.address && workIds.includes(item.workId)) ?? false
  return { ...promise, isOwn: isGiven }
}

interface Standing extends Pick<Asked, 'item' | 'person'> {
  readonly contentClass: ContentClass
  readonly date: LocalDate
}

/** Why no call reaches the customer as things stand. Nothing stands against ringing back who rang first: neither a do-not-call list nor an opt-out. */
async function standingAgainst(
  { stores, companyRules }: RingSystem,
  { item, person, contentClass, date }: Standing,
): Promise<Skip | null> {
  if (!person || isMissedHotline(item)) return null
  const { channels } = companyRules
  const { customer, consents, openCases } = person
  if (isHeldCall(item, openCases, companyRules.cases)) return { reason: 'held-for-case' }
  const channel = spokenChannel(channels).id
  const customers = [customer]
  const [suppressions, listed] = await Promise.all([
    suppressionsOf(stores, { customer, channels }),
    doNotCallFacts({ ...stores, companyRules }, { customers, contentClasses: [contentClass], channel, date }),
  ])
  const reach = { customer, consents, suppressions, doNotCall: listed.get(customer.customerId) }
  return refusalOf(reach, { contentClass, channel, date, companyRules })
}
