/** Runs every hour by its schedule: plans ahead for all campaigns. */
import { type PlanOccurrencesPorts, planOccurrences } from '#app/planning/plan-occurrences.ts'
import type { Instant } from '#core/time/instant.ts'

export const planOccurrencesHandler =
  ({ ports, clock }: { ports: PlanOccurrencesPorts; clock: () => Instant }) =>
  (): Promise<void> =>
    planOccurrences(ports, clock())
