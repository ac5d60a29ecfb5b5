/** What runs by itself in the sample company only: its shop sells, its customers and departments read their mail, and its agents ring. */
import { events } from '#app/events.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import type { DueEngine } from '#local/clock/due-engine.ts'
import type { EventLog } from '#local/event-log.ts'
import type { SampleTables } from '#local/load-sample.ts'
import { sampleAgents } from '#local/sample-agents/sample-agents.ts'
import { sampleDepartments } from '#local/sample-departments/sample-departments.ts'
import { sampleListeners } from '#local/sample-listeners/sample-listeners.ts'
import { sampleShop } from '#local/sample-shop.ts'
import type { Stack } from '#local/stack/start-stack.ts'
import { readState } from '#local/state-folder.ts'

export interface SampleAtWork {
  readonly engines: readonly DueEngine[]
  close(): void
}

interface SampleAsked {
  readonly folder: string | null
  readonly sample: SampleTables | null
  readonly listeners?: boolean
  readonly agents?: boolean
}

export async function sampleAtWork(
  { folder, sample, listeners = false, agents = false }: SampleAsked,
  {
    stack,
    companyRules,
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
  const { company } = companyRules
  const { mailbox, mailIn, pages, stores } = stack
  const shop = await sampleShop({ file: sample.purchasesToCome, stores, company, now })
  const ringing = agents ? [sampleAgents({ stores, companyRules, events: events(eventLog), sink: eventLog, now })] : []
  if (!listeners) return { engines: [shop, ...ringing], close: () => {} }
  const readers = sampleListeners({ mailbox, mailIn, pages, pagesAt, sink: eventLog, zone: company.zone, folder, now })
  const { departments } = companyRules
  const asked = sampleDepartments({ mailbox, pages, pagesAt, departments, sink: eventLog, now })
  return { engines: [shop, readers, asked, ...ringing], close: readers.close }
}
