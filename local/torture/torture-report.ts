/** The options of a torture run, and its report. */
import type { FaultKind, FaultLevel } from '#local/torture/fault-plan.ts'
import type { Plant } from '#local/torture/plants.ts'
import type { Verdict } from '#local/torture/verdict.ts'

export interface TortureOptions {
  readonly customers: number
  readonly level: FaultLevel
  readonly seed: number
  /** Real minutes after which no more faults strike and the system settles. */
  readonly minutes: number
  readonly plant: Plant | null
  readonly workers: number
  readonly tell: (line: string) => void
  readonly signal?: AbortSignal
}

export interface TortureReport {
  readonly seed: number
  readonly customers: number
  readonly level: FaultLevel
  readonly kills: number
  /** Of these, processes in which a sender or a planner was at work. */
  readonly killsAtWork: number
  /** Processes in which an agent's request, or a list of calls, was at work. */
  readonly killsAtDesk: number
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>
  readonly alarms: Readonly<Record<string, number>>
  /** What the functions could not do at once, by the beginning of the error text. */
  readonly setbacks: Readonly<Record<string, number>>
  readonly deadMessages: number
  readonly seconds: { readonly setUp: number; readonly days: number; readonly judging: number }
  readonly verdict: Verdict
}
