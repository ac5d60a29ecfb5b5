/** A customer makes a request about their own data: the work it makes, with the law's clocks. */
import { type CompanyRules, rightsClocks, statutoryDays } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { addWorkingDays } from '#core/time/working-days.ts'
import { dayStart, localDateAt } from '#core/time/zone.ts'
import { OPENED, type Right, type WorkItem } from '#core/work/work-item.ts'

/**
 * The item, to be acknowledged by the end of the last working day that the law gives and done by the end of the last day, both in the company's
 * zone. The day of the request is not counted. Undefined when no policy pack covers the day: the law must not be guessed.
 */
export function rightsItem(
  companyRules: CompanyRules,
  {
    ask,
    customerId,
    country,
    at,
    replyId = null,
  }: {
    readonly ask: Right
    readonly customerId: string
    readonly country: string
    readonly at: Instant
    readonly replyId?: string | null
  },
): WorkItem | undefined {
  const { zone } = companyRules.company
  const today = localDateAt(at, zone)
  const clocks = rightsClocks(companyRules, { country, date: today })
  if (!clocks) return undefined
  const endOf = (date: LocalDate) => dayStart(addDays(date, 1), zone)
  return {
    // One item per right and day, however many mails ask for it and in whatever words.
    workId: `rights_${ask}_${today}_${customerId}`,
    kind: 'case',
    reason: 'rights',
    customerId,
    campaignId: null,
    occurrenceId: null,
    replyId,
    score: null,
    right: { ask, doneBy: endOf(addDays(today, clocks.doneDays[ask])), extended: false },
    openedAt: at,
    dueAt: endOf(addWorkingDays(statutoryDays(companyRules, country), today, clocks.acknowledgeWorkingDays)),
    holds: [],
    note: null,
    ...OPENED,
  }
}

/** The item after its time was extended by as much as the law allows. Possible once. */
export function extended(
  companyRules: CompanyRules,
  item: WorkItem,
  country: string,
): WorkItem | 'already-extended' | 'no-clock' {
  const { zone } = companyRules.company
  const clocks = rightsClocks(companyRules, { country, date: localDateAt(item.openedAt, zone) })
  if (!clocks || !item.right) return 'no-clock'
  if (item.right.extended) return 'already-extended'
  const later = (doneBy: Instant) => dayStart(addDays(localDateAt(doneBy, zone), clocks.extensionDays), zone)
  return {
    ...item,
    right: { ...item.right, doneBy: later(item.right.doneBy), extended: true },
    holds: item.holds.map((fact) =>
      fact.is === 'right' && fact.doneBy !== null ? { ...fact, doneBy: later(fact.doneBy) } : fact,
    ),
    version: item.version + 1,
  }
}
