/** A case at a glance, for the work screen, the command line and machines. */
import { holdsCare } from '#core/audience/open-case.ts'
import { categoryOf } from '#core/campaign/case-policy.ts'
import type { CaseField, CaseRequirement, CaseType, EscalationLevel } from '#core/campaign/case-terms.ts'
import type { Instant } from '#core/time/instant.ts'
import { type CaseClock, caseClocks } from '#core/work/case/case-clocks.ts'
import { isWaiting } from '#core/work/case/case-pauses.ts'
import { type Raised, raisedOf } from '#core/work/case/case-raised.ts'
import { type Reminders, remindersOf } from '#core/work/case/case-reminders.ts'
import {
  type CaseAbout,
  descriptionOf,
  escalationOf,
  escalationRank,
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
  /** Reminders that went out; `remind` holds those to come. */
  readonly sent: readonly { readonly percent: number; readonly at: Instant; readonly to: string | null }[]
}

export interface CaseSummary extends SeverityNow {
  readonly type: CaseType
  /** Null while none is chosen. */
  readonly category: string | null
  readonly fields: Partial<Readonly<Record<CaseField, string>>>
  /** Null while no category is chosen. */
  readonly missing: readonly CaseRequirement[] | null
  /** The id of one of departments.json, or a name. */
  readonly department: string | null
  readonly escalated: EscalationLevel | null
  /** Null where it never went up, or came down again. */
  readonly raised: Raised | null
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
    raised: raisedOf(item),
    isWaiting: isWaiting(item),
    holdsCare: isOpen(item) && holdsCare(severityOf(item, rules.cases).severity, rules.cases),
    clocks: caseClocks(item, rules).map((clock) => {
      const { budget: _, ...told } = clock
      return { ...told, state: stateAt(clock, now), ...toCome(item, clock, rules), sent: sentOf(item, clock) }
    }),
  }
}

/** Of those that were sent, and of the steps that it took, none is to come again. */
function toCome(item: CaseAbout, clock: CaseClock, rules: CaseRules): Reminders {
  const { remind, escalate } = remindersOf(item, clock, rules)
  const sent = new Set(sentOf(item, clock).map(({ percent }) => percent))
  const above = escalationRank(escalationOf(item))
  return {
    remind: remind.filter(({ percent }) => !sent.has(percent)),
    escalate: escalate.filter(({ to }) => escalationRank(to) > above),
  }
}

const sentOf = ({ events }: CaseAbout, { is, since }: Pick<CaseClock, 'is' | 'since'>): ClockShown['sent'] =>
  events.flatMap((event) =>
    event.is === 'reminded'
      ? event.clocks
          .filter((point) => point.clock === is && point.since === since)
          .map(({ percent }) => ({ percent, at: event.at, to: event.to?.name ?? null }))
      : [],
  )

function stateAt({ dueAt, metAt }: CaseClock, now: Instant): ClockState {
  if (metAt !== null) return dueAt !== null && metAt > dueAt ? 'met-late' : 'met'
  if (dueAt === null) return 'paused'
  return dueAt <= now ? 'late' : 'running'
}
