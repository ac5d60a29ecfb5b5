/** What staff handed over on the day of a list: it counts for more than what a person has room for, and than with whom the work lay before. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { handOverOf } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export type HandedOver =
  /** By a colleague or by themselves. */
  | { readonly is: 'to-person'; readonly at: Instant }
  /** To a team or to everybody. `by`: the address of the member who gave it up; null where it is not known. */
  | { readonly is: 'given-up'; readonly by: string | null }

/** Null for what lies where it lay in the morning, and for what the system gave to a team. */
export function handedOn(
  item: Pick<WorkItem, 'events'>,
  { date, rules }: { readonly date: LocalDate; readonly rules: Pick<CompanyRules, 'company'> },
): HandedOver | null {
  const last = handOverOf(item)
  if (last?.by.is !== 'staff' || localDateAt(last.at, rules.company.zone) !== date) return null
  return last.to.is === 'person' ? { is: 'to-person', at: last.at } : { is: 'given-up', by: last.by.address ?? null }
}
