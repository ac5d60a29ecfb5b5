/** What runs by itself in the sample company only: its shop sells, and its customers read their mail. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import type { DueEngine } from '#local/clock/due-engine.ts'
import type { EventLog } from '#local/event-log.ts'
import type { SampleTables } from '#local/load-sample.ts'
import { sampleListeners } from '#local/sample-listeners/sample-listeners.ts'
import { sampleShop } from '#local/sample-shop.ts'
import type { Stack } from '#local/stack/start-stack.ts'
import { readState } from '#local/state-folder.ts'

export interface SampleAtWork {
  readonly engines: readonly DueEngine[]
  close(): void
}

export async function sampleAtWork(
  {
    folder,
    sample,
    listeners = false,
  }: { readonly folder: string | null; readonly sample: SampleTables | null; readonly listeners?: boolean },
  {
    stack,
    companyRules: { company },
    eventLog,
    pagesAt,
    now,
  }: {
    readonly stack: Stack
    readonly companyRules: CompanyRules
    readonly eventLog: EventLog
    /** The address that links in mails lead to. */
    readonly pagesAt: string
    readonly now: Instant
  },
): Promise<SampleAtWork> {
  if (sample === null || (folder !== null && readState(folder)?.sample !== 'loaded')) return { engines: [], close: () => {} }
  const shop = await sampleShop({ file: sample.purchasesToCome, stores: stack.stores, company, now })
  if (!listeners) return { engines: [shop], close: () => {} }
  const { mailbox, mailIn, pages } = stack
  const readers = sampleListeners({ mailbox, mailIn, pages, pagesAt, sink: eventLog, zone: company.zone, folder, now })
  return { engines: [shop, readers], close: readers.close }
}
