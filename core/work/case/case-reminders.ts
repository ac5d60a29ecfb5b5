/** When a clock of a case reminds its owner, and when it goes up: at shares of its time, in worked time, else when work begins again. */
import type { EscalationLevel } from '#core/campaign/case-terms.ts'
import type { Instant } from '#core/time/instant.ts'
import { afterWorking, nextWorked } from '#core/time/work-time.ts'
import type { CaseClock } from '#core/work/case/case-clocks.ts'
import { pausesOf } from '#core/work/case/case-pauses.ts'
import type { CaseAbout } from '#core/work/case/case-standing.ts'
import type { CaseRules } from '#core/work/case/case-time.ts'

export interface Reminders {
  readonly remind: readonly { readonly percent: number; readonly at: Instant }[]
  readonly escalate: readonly { readonly percent: number; readonly to: EscalationLevel; readonly at: Instant }[]
}

const NONE: Reminders = { remind: [], escalate: [] }

/** Of a clock that was met, and of the law's, there are none; nor for what lies behind a pause that lasts. */
export function remindersOf(item: CaseAbout, clock: CaseClock, { cases }: Pick<CaseRules, 'cases'>): Reminders {
  const { budget, by, since } = clock
  if (clock.metAt !== null || budget === null || by === null) return NONE
  const pauses = clock.is === 'propose' || clock.is === 'resolve' ? pausesOf(item.events) : []
  const at = (percent: number): Instant | null => {
    const passed = afterWorking(budget.time, { from: since, ms: Math.round((budget.ms * percent) / 100), pauses })
    return passed === null ? null : nextWorked(budget.time, passed)
  }
  const timed = <Step extends { readonly percent: number }>(step: Step) => {
    const when = at(step.percent)
    return when === null ? [] : [{ ...step, at: when }]
  }
  return {
    remind: cases.reminders.flatMap((percent) => timed({ percent })),
    escalate: cases.severities[by.severity].escalate.flatMap(timed),
  }
}
