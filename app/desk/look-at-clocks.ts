/**
 * The look of the night at all open cases, a stretch at a time: sets the alarm of each as its row, the calendar and the policy have it now. So a changed
 * policy, a case of a version that set no alarms, and an alarm that was lost come right by the next morning. It may be repeated, and two at once do no harm.
 */
import { eachBounded } from '#app/each-bounded.ts'
import type { Events } from '#app/events.ts'
import type { CaseAlarms, CaseOrders } from '#app/ports/case-alarms.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { ringsToCome } from '#core/work/case/case-rings.ts'

export interface LookAtClocksPorts {
  readonly work: Pick<WorkStore, 'openOn'>
  readonly alarms: CaseAlarms
  readonly caseOrders: Pick<CaseOrders, 'lookFrom'>
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'clocksLookedAt'>
}

/** Takes some seconds. */
const STRETCH = 1_000
const AT_ONCE = 16
/** What should have rung before that is left to the lists, which show it as late: the first night of a new version must not mail about every old case. */
const STILL_RUNG_MS = 3 * DAY_MS

export async function lookAtClocks(
  { work, alarms, caseOrders, companyRules, events }: LookAtClocksPorts,
  { after, now }: { readonly after: string | null; readonly now: Instant },
): Promise<void> {
  const { found, isMore } = await work.openOn({ desk: { of: 'all' }, after, through: null, limit: STRETCH })
  const rung = found.flatMap(({ item }) => {
    if (item.kind !== 'case') return []
    const next = ringsToCome(item, companyRules).find(({ at }) => at > plusMs(now, -STILL_RUNG_MS))
    return next ? [{ workId: item.workId, at: next.at }] : []
  })
  await eachBounded(rung, { limit: AT_ONCE, act: (alarm) => alarms.set(alarm) })
  const last = found.at(-1)
  // Last: a run that breaks off is repeated with the same stretch.
  if (isMore && last) await caseOrders.lookFrom(last.place)
  events.clocksLookedAt({ cases: rung.length, isMore })
}
