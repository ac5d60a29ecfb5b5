/** What the cases told on the day on which they were counted last: kept, because pages do not read weeks of cases. */
import type { CareFindings } from '#core/report/care-findings.ts'

export interface FindingsBook {
  latest(): Promise<CareFindings | undefined>
  /** In place of those before. */
  put(findings: CareFindings): Promise<void>
  /** They hold ids of cases, which may name a customer who is erased: the next run counts anew. Harmless when there are none. */
  remove(): Promise<void>
}
