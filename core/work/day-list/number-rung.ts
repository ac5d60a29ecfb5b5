/** Numbers that were rung on a day: of customers who share one, the second is not rung on that day, and nothing of theirs was left undone. */
import { localDateAt } from '#core/time/zone.ts'
import type { DayAsked } from '#core/work/day-list/work-of-day.ts'
import { rungAt } from '#core/work/rung.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export type PhoneOf = (customerId: string) => string | null

/** For whom the number was rung, by number. */
export function numbersRung(
  items: readonly WorkItem[],
  { phoneOf, day: { date, rules } }: { readonly phoneOf: PhoneOf; readonly day: DayAsked },
): ReadonlyMap<string, ReadonlySet<string>> {
  const rung = new Map<string, Set<string>>()
  for (const item of items) {
    const at = rungAt([item])
    if (item.customerId === null || at === null || localDateAt(at, rules.company.zone) !== date) continue
    const phone = phoneOf(item.customerId)
    if (phone !== null) rung.set(phone, (rung.get(phone) ?? new Set()).add(item.customerId))
  }
  return rung
}

/** Who was rung themselves is told of: another reason of theirs was there to be spoken of. */
export function isRungForAnother(
  { customerId }: Pick<WorkItem, 'customerId'>,
  { rung, phoneOf }: { readonly rung: ReadonlyMap<string, ReadonlySet<string>>; readonly phoneOf: PhoneOf },
): boolean {
  const phone = customerId === null ? null : phoneOf(customerId)
  const whom = phone === null ? undefined : rung.get(phone)
  return customerId !== null && whom !== undefined && !whom.has(customerId)
}
