/** The messages between the torture and the processes that run the functions. */
import type { CompanyFiles } from '#core/campaign/company-files.ts'
import type { FaultRates, JobKind, WorkerFault } from '#local/torture/fault-plan.ts'
import type { Plant } from '#local/torture/plants.ts'
import type { CompiledTemplates } from '#web/rendering/compiled-template.ts'

/** In a file that every process reads at its start. */
export interface WorkerSetting {
  readonly environment: Readonly<Record<string, string>>
  readonly companyFiles: CompanyFiles
  readonly templates: CompiledTemplates
  readonly pages: string
  readonly plant: Plant | null
}

export interface Job {
  readonly id: number
  readonly kind: JobKind
  readonly now: string
  /** Bodies of the messages with their ids; empty for the hourly planner. */
  readonly records: readonly { readonly messageId: string; readonly body: string }[]
}

export type ToWorker =
  | { readonly say: 'rates'; readonly rates: FaultRates }
  | { readonly say: 'clock'; readonly now: string }
  | { readonly say: 'job'; readonly job: Job }

export type FromWorker =
  | { readonly say: 'ready' }
  /** Ids of the messages that must come again. */
  | { readonly say: 'done'; readonly id: number; readonly failed: readonly string[]; readonly answer?: unknown }
  | { readonly say: 'failed'; readonly id: number; readonly because: string }

/** Written synchronously to its own pipe, so that a process that ends itself has reported why. */
export type WorkerNote =
  | { readonly fault: WorkerFault }
  | { readonly alarm: string; readonly values: unknown }
  | { readonly broken: string }

export const NOTES_PIPE = 4
