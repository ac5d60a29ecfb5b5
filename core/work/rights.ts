/** A customer makes a request about their own data: the work it makes, with the law's clocks. */
import { type CompanyRules, rightsClocks } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { type Actor, eventStaff } from '#core/work/event-staff.ts'
import { withExtension } from '#core/work/history.ts'
import { opened } from '#core/work/opened.ts'
import { isExtended } from '#core/work/standing.ts'
import type { Opened } from '#core/work/work-event.ts'
import type { Law, Right } from '#core/work/work-fact.ts'
import type { DataRequest, WorkItem } from '#core/work/work-item.ts'

export interface AskedRight {
  readonly ask: Right
  readonly customerId: string
  readonly country: string
  readonly at: Instant
  readonly by?: Opened['by']
  readonly replyId?: string | null
}

/**
 * The item, to be acknowledged by the end of the last working day that the law gives and done by the end of the last day. Undefined when no policy
 * pack covers the day: the law must not be guessed.
 */
export function rightsItem(
  companyRules: CompanyRules,
  { ask, customerId, country, at, by = { is: 'system' }, replyId = null }: AskedRight,
): DataRequest | undefined {
  const today = localDateAt(at, companyRules.company.zone)
  if (!rightsClocks(companyRules, { country, date: today })) return undefined
  return opened(
    {
      kind: 'data-request',
      // One item per right and day, however many mails ask for it and in whatever words.
      workId: `rights_${ask}_${today}_${customerId}`,
      customerId,
      subject: { is: 'right', ask, law: { by: 'country', country }, replyId },
      holds: [],
      events: [{ is: 'opened', at, by }],
    },
    companyRules,
  )
}

export interface Extension extends Actor {
  readonly at: Instant
  readonly because: string
  /** The customer's country, for rows of the version before, which do not tell it. */
  readonly country: string
}

/** The item after its time was extended by as much as the law allows, for all the rights in it. Possible once. */
export function extended(
  companyRules: CompanyRules,
  item: WorkItem,
  { at, because, country, ...actor }: Extension,
): DataRequest | 'already-extended' | 'no-clock' {
  if (item.kind !== 'data-request') return 'no-clock'
  if (isExtended(item)) return 'already-extended'
  const law = known(item.subject.law, country)
  const date = localDateAt(item.events[0].at, companyRules.company.zone)
  if (!rightsClocks(companyRules, { country: law.country, date })) return 'no-clock'
  const holds = item.holds.map((fact) => (fact.is === 'right' ? { ...fact, law: known(fact.law, country) } : fact))
  const asked = { ...item, subject: { ...item.subject, law }, holds }
  return withExtension(asked, { is: 'extended', at, by: eventStaff(actor), because }, companyRules)
}

const known = (law: Law, country: string) => (law.by === 'country' ? law : ({ by: 'country', country } as const))
