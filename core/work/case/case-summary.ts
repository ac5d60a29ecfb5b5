/** A case at a glance, for the work screen, the command line and machines. */
import { holdsCare } from '#core/audience/open-case.ts'
import { categoryOf } from '#core/campaign/case-policy.ts'
import type { CaseField, CaseType, EscalationLevel } from '#core/campaign/case-terms.ts'
import type { Instant } from '#core/time/instant.ts'
import { type CaseClock, caseClocks } from '#core/work/case/case-clocks.ts'
import { isWaiting } from '#core/work/case/case-pauses.ts'
import { type Reminders, remindersOf } from '#core/work/case/case-reminders.ts'
import {
  type CaseAbout,
  descriptionOf,
  escalationOf,
  missingFields,
  type SeverityNow,
  severityOf,
  typeOf,
} from '#core/work/case/case-standing.ts'
import type { CaseRules } from '#core/work/case/case-time.ts'
import { isOpen } from '#core/work/standing.ts'

/** late: it ran out, whether it was met afterwards or not yet. */
export type ClockState = 'running' | 'late' | 'paused' | 'met' | 'met-late'

export interface ClockShown extends Omit<CaseClock, 'budget'>, Reminders {
  readonly state: ClockState
}

export interface CaseSummary extends SeverityNow {
  readonly type: CaseType
  /** Null while none is chosen. */
  readonly category: string | null
  readonly fields: Partial<Readonly<Record<CaseField, string>>>
  /** Null while no category is chosen. */
  readonly missing: readonly CaseField[] | null
  /** The id of one of departments.json, or a name. */
  readonly department: string | null
  readonly escalated: EscalationLevel | null
  readonly isWaiting: boolean
  /** While it is open, no greeting, offer or survey goes out to its customer. */
  readonly holdsCare: boolean
  readonly clocks: readonly ClockShown[]
}

export function caseSummary(item: CaseAbout, { rules, now }: { readonly rules: CaseRules; readonly now: Instant }): CaseSummary {
  const described = descriptionOf(item)
  const category = described && categoryOf(rules.cases, described.category)
  return {
    ...severityOf(item, rules.cases),
    type: typeOf(item),
    category: described?.category ?? null,
    fields: described?.fields ?? {},
    missing: missingFields(item, rules.cases),
    department: described?.department ?? category?.department ?? null,
    escalated: escalationOf(item),
    isWaiting: isWaiting(item),
    holdsCare: isOpen(item) && holdsCare(severityOf(item, rules.cases).severity, rules.cases),
    clocks: caseClocks(item, rules).map((clock) => {
      const { budget: _, ...told } = clock
      return { ...told, state: stateAt(clock, now), ...remindersOf(item, clock, rules) }
    }),
  }
}

function stateAt({ dueAt, metAt }: CaseClock, now: Instant): ClockState {
  if (metAt !== null) return dueAt !== null && metAt > dueAt ? 'met-late' : 'met'
  if (dueAt === null) return 'paused'
  return dueAt <= now ? 'late' : 'running'
}
