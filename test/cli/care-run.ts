/** Runs `care` in process, on stores in memory, and collects what it said. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type Command, CommanderError } from 'commander'
import { onTestFinished } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { memoryBudgetPlans } from '#adapters/memory/budget-plans.ts'
import { memoryBudgetStore } from '#adapters/memory/budget-store.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryConsentLog } from '#adapters/memory/consent-log.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryDoNotCallList } from '#adapters/memory/do-not-call-list.ts'
import { memoryLedgerStore } from '#adapters/memory/ledger-store.ts'
import { memoryMailProvider } from '#adapters/memory/mail-provider.ts'
import { memoryNoticeQueue } from '#adapters/memory/notice-queue.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memorySendingStops } from '#adapters/memory/sending-stops.ts'
import { memoryAuditLog, memoryRosterStore, memorySessionStore, memorySubjectStore } from '#adapters/memory/staff-stores.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { memoryVoucherStore } from '#adapters/memory/voucher-store.ts'
import { memoryWordsStore } from '#adapters/memory/words-store.ts'
import { memoryWorkQueues } from '#adapters/memory/work-queues.ts'
import type { PutBack } from '#app/ports/dead-letters.ts'
import type { StaffAccounts } from '#app/ports/staff.ts'
import { careProgram } from '#cli/care-program.ts'
import type { PlaceToWork } from '#cli/place-to-work.ts'
import type { Instant } from '#core/time/instant.ts'
import { aCompany, theCompanyRules } from '#test/support/builders.ts'
import { memoryCaseAlarms } from '#test/support/case-alarms.ts'
import { withKeys } from '#test/support/suppression-keys.ts'

export const ROOT = join(import.meta.dirname, '../..')
export const NOW: Instant = '2027-03-10T02:00:00.000Z'

export interface CareRun {
  readonly printed: string
  readonly warned: readonly string[]
  readonly refused: readonly string[]
  /** What was said about wrong usage, or the help. */
  readonly usage: string
  readonly exitCode: number
}

/** `accounts`: where staff sign in, for a company with a user pool. */
export function careInMemory({ accounts = null }: { readonly accounts?: StaffAccounts | null } = {}) {
  const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })
  const stores = {
    campaigns: memoryCampaignStore(),
    customers: memoryCustomerStore(seals),
    purchases: memoryPurchaseStore(),
    occurrences: memoryOccurrenceStore(),
    touches: memoryTouchStore(),
    ledgers: memoryLedgerStore(),
    consents: memoryConsentLog(),
    suppressions: memorySuppressionList(),
    doNotCall: memoryDoNotCallList(),
    vouchers: memoryVoucherStore(),
    words: memoryWordsStore(),
    budgets: memoryBudgetStore(),
    budgetPlans: memoryBudgetPlans(),
    staff: {
      roster: memoryRosterStore(),
      sessions: memorySessionStore(),
      subjects: memorySubjectStore(),
      auditLog: memoryAuditLog(),
      accounts,
    },
    seals,
    companyRules: theCompanyRules(),
    company: aCompany(),
    now: NOW,
  }
  const queues = memoryWorkQueues()
  const notices = memoryNoticeQueue()
  const provider = memoryMailProvider()
  const stops = memorySendingStops()
  const letters: PutBack[] = []
  let work: Awaited<ReturnType<PlaceToWork['work']>> = {
    queues,
    notices,
    deadLetters: { putBack: async () => letters },
    caseOrders: memoryCaseAlarms(),
  }
  const place: PlaceToWork = {
    isThere: () => true,
    stores: async () => stores as never,
    work: async () => work,
    personal: () => Promise.reject(new Error('no personal data here: see test/cli/person.test.ts')),
    provider: async () => ({ provider, stops, configurationSet: 'care' }),
    sealSecret: () => Promise.reject(new Error('no keys here: see test/cli/keys.test.ts')),
    suppressions: async () => ({
      list: stores.suppressions,
      doNotCall: stores.doNotCall,
      keyOutOfReach: async () => undefined,
      count: () => Promise.reject(new Error('counted only without the key: see test/cli/migrate.test.ts')),
      keyMadeAt: async () => NOW,
      table: withKeys({ client: new DynamoDBClient(), tableName: 'none' }),
      local: true,
    }),
    finder: () => Promise.reject(new Error('no finder here: see test/cli/migrate-finder.test.ts')),
    workTable: () => Promise.reject(new Error('no stored work here')),
    staffTable: () => Promise.reject(new Error('no stored log here')),
    facts: () => Promise.reject(new Error('no facts here')),
    figures: () => Promise.reject(new Error('no figures here')),
    companyRules: () => theCompanyRules(),
    close: async () => {},
  }
  const stop = (out: string) => {
    work = { out }
  }
  return { stores, place, queues, notices, letters, provider, stops, stop, care: (...args: string[]) => runCare(place, args) }
}

/** A place where nobody may look: for commands that need no stores. */
export const careWithoutStores = (...args: string[]) =>
  runCare(
    {
      isThere: () => false,
      stores: () => {
        throw new Error('this command was not to open the stores')
      },
      work: async () => ({ out: 'no system is running' }),
      personal: () => Promise.reject(new Error('this command was not to look for anybody')),
      provider: async () => ({ out: 'no system is running' }),
      sealSecret: () => Promise.reject(new Error('this command was not to look for keys')),
      suppressions: () => Promise.reject(new Error('no suppression is looked for')),
      finder: () => Promise.reject(new Error('this command was not to look for customers')),
      workTable: () => Promise.reject(new Error('no stored work here')),
      staffTable: () => Promise.reject(new Error('no stored log here')),
      facts: () => Promise.reject(new Error('no facts here')),
      figures: () => Promise.reject(new Error('no figures here')),
      companyRules: () => theCompanyRules(),
      close: async () => {},
    },
    args,
  )

export async function runCare(place: PlaceToWork, args: readonly string[]): Promise<CareRun> {
  const printed: string[] = []
  const warned: string[] = []
  const refused: string[] = []
  const usage: string[] = []
  let exitCode = 0
  const program = careProgram({
    place,
    output: {
      print: (text) => void printed.push(text),
      warn: (text) => void warned.push(text),
      refuse: (reasons) => {
        refused.push(...reasons)
        exitCode = 1
      },
    },
  })
  try {
    await withExits(program, (text) => void usage.push(text)).parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    exitCode = error.exitCode === 0 ? 0 : 2
  }
  return { printed: printed.join('\n'), warned, refused, usage: usage.join(''), exitCode }
}

function withExits(command: Command, write: (text: string) => void): Command {
  command.exitOverride().configureOutput({ writeErr: write, writeOut: write })
  for (const each of command.commands) withExits(each, write)
  return command
}

export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'care-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const textIn = (...path: readonly string[]) => readFileSync(join(...path), 'utf8')
