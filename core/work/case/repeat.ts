/** The same customer again about the same: a case of the same category within the window of cases.json. */
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import { SEVERITIES } from '#core/campaign/case-terms.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import type { SeveritySet } from '#core/work/case/case-event.ts'
import { descriptionOf, severityOf, typeOf } from '#core/work/case/case-standing.ts'
import { type Case, openedAt, type WorkItem } from '#core/work/work-item.ts'

/** The latest case before it; null where there is none, and while no category is chosen. */
export function repeatOf(
  item: Case,
  others: readonly WorkItem[],
  { repeatWithinDays }: Pick<CasePolicy, 'repeatWithinDays'>,
): Case | null {
  const category = descriptionOf(item)?.category
  if (category === undefined) return null
  const at = openedAt(item)
  const since = plusMs(at, -repeatWithinDays * DAY_MS)
  const same = others.flatMap((other) =>
    other.kind === 'case' &&
    other.workId !== item.workId &&
    descriptionOf(other)?.category === category &&
    openedAt(other) < at &&
    openedAt(other) >= since
      ? [other]
      : [],
  )
  return same.toSorted((a, b) => (openedAt(a) > openedAt(b) ? -1 : 1))[0] ?? null
}

/**
 * What being described as a repeat makes of a complaint: as grave as the rule of repeats says, where that is graver than it is. What staff set by hand
 * holds against it.
 */
export function severityByRepeat(item: Case, at: Instant, policy: CasePolicy): SeveritySet | null {
  const now = severityOf(item, policy)
  if (typeOf(item) !== 'complaint' || now.because.is === 'reason') return null
  const severity = SEVERITIES.find((one) => policy.severities[one].when.repeat)
  if (severity === undefined || SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(now.severity)) return null
  return { is: 'severity-set', at, by: { is: 'system' }, severity, because: { is: 'rule', rule: 'repeat' } }
}
