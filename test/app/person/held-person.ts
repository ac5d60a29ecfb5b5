/** One customer with rows in every table, a neighbour beside them, and the ports to hand out or remove it all, on a real engine. */

import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { dynamoBudgetStore } from '#adapters/dynamo/budget-store.ts'
import { dynamoPersonRows } from '#adapters/dynamo/person-rows.ts'
import { dynamoRetentionLog } from '#adapters/dynamo/retention-log.ts'
import { dynamoDataSearch } from '#adapters/dynamo/search-rows.ts'
import { TABLES, type TableName, type TableNames } from '#adapters/dynamo/table-definitions.ts'
import { memoryCaseFiles } from '#adapters/memory/case-files.ts'
import { memoryRawMails } from '#adapters/memory/raw-mails.ts'
import { type EventSink, events } from '#app/events.ts'
import type { Recipient } from '#core/planning/occurrence.ts'
import type { Instant } from '#core/time/instant.ts'
import { stores } from '#functions/wiring/stores.ts'
import { aBatch, aCompany, aCustomer, aPurchase, aRecipient, theCompanyRules } from '#test/support/builders.ts'
import { type Engine, freshTable } from '#test/support/dynamo-engines.ts'
import {
  aConsentRecord,
  storedOccurrence,
  storedReply,
  storedResponse,
  storedTouch,
  storedVoucher,
} from '#test/support/store-builders.ts'
import { TEST_KEYS } from '#test/support/suppression-keys.ts'
import { aTheme } from '#test/support/theme-builders.ts'
import { storedWork } from '#test/support/work-builders.ts'

export const AT: Instant = '2027-03-20T02:00:00.000Z'
export const LAN = 'c-001'
/** Whose id begins like Lan's: nobody may take one for the other. */
export const NEIGHBOUR = 'c-0012'
const OCCURRENCE = 'birthday_2027-03-10'

export async function heldPerson({ client }: Engine) {
  const names: Partial<Record<TableName, string>> = {}
  for (const table of Object.keys(TABLES) as TableName[]) names[table] = (await freshTable(client, table)).tableName
  const tables = names as TableNames
  const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })
  const make = stores({ client, addressHash: seals.addressHash })
  const seen: string[] = []
  const sink: EventSink = { event: (name) => seen.push(name), alarm: (name) => seen.push(name) }
  const rawMails = memoryRawMails()
  const ports = {
    customers: make.customers(tables.customers, tables.finder),
    purchases: make.purchases(tables.purchases),
    occurrences: make.occurrences(tables.occurrences),
    touches: make.touches(tables.touches),
    ledgers: make.ledgers(tables.touches),
    consents: make.consents(tables.consents),
    doNotCall: make.doNotCall(tables.suppressions, { keys: async () => TEST_KEYS }),
    suppressions: make.suppressions(tables.suppressions, { keys: async () => TEST_KEYS }),
    vouchers: make.vouchers(tables.vouchers),
    responses: make.responses(tables.responses),
    replies: make.replies(tables.replies),
    work: make.work(tables.work, { CUSTOMERS_TABLE: tables.customers, TOUCHES_TABLE: tables.touches }),
    dayLists: make.dayLists(tables.staff),
    questions: make.questions(tables.staff),
    findings: make.findings(tables.staff),
    hotlineCallers: make.hotlineCallers(tables.numbers),
    budgets: dynamoBudgetStore({ client, tableName: tables.budgets }),
    budgetPlans: make.budgetPlans(tables.budgets),
    reports: make.reports(tables.numbers),
    company: aCompany(),
    themes: [aTheme('late', ['giao chậm'])],
    companyRules: theCompanyRules(),
    seals,
    rawMails,
    caseFiles: memoryCaseFiles(),
    retentionLog: dynamoRetentionLog({ client, tableName: tables.occurrences }),
    newName: () => 'erased-late',
    rows: dynamoPersonRows({ client, tables }),
    search: dynamoDataSearch({ client, tables }),
    events: events(sink),
  }
  for (const customerId of [LAN, NEIGHBOUR]) await fill(ports, customerId)
  await ports.occurrences.open(
    storedOccurrence({ occurrenceId: OCCURRENCE, campaignId: 'birthday', date: '2027-03-10', slices: 1 }),
  )
  await ports.occurrences.putBatch(aBatch({ occurrenceId: OCCURRENCE, recipients: [LAN, NEIGHBOUR].map(sentTo), state: 'done' }))
  return { ...ports, seen, tables }
}

/** Under which names Lan's voucher, batch and decision go on being counted. */
export async function namesGiven({ seals, vouchers, occurrences }: Filled): Promise<readonly string[]> {
  const code = seals.voucherCode({ campaignId: 'birthday', occasionKey: 'birthday:2027', customerId: LAN })
  const recipients = (await occurrences.batches(OCCURRENCE)).flatMap((batch) => batch.recipients)
  const named = [await vouchers.get(code), ...recipients, ...(await occurrences.decisions(OCCURRENCE))]
  return [...new Set(named.flatMap((row) => row?.customerId ?? []))].filter((name) => name !== NEIGHBOUR)
}

const sentTo = (customerId: string): Recipient =>
  aRecipient({ customerId, occasionKey: 'birthday:2027', outcome: { state: 'sent', at: AT, providerId: `m-${customerId}` } })

type Filled = Pick<
  Awaited<ReturnType<typeof heldPerson>>,
  | 'customers'
  | 'purchases'
  | 'touches'
  | 'ledgers'
  | 'consents'
  | 'vouchers'
  | 'responses'
  | 'replies'
  | 'work'
  | 'rawMails'
  | 'occurrences'
  | 'seals'
>

async function fill(ports: Filled, customerId: string): Promise<void> {
  const email = `${customerId}@example.com`
  const occasionKey = 'birthday:2027'
  const contact = { occurrenceId: OCCURRENCE, occasionKey, channel: 'email', contentClass: 'care', at: AT } as const
  const code = ports.seals.voucherCode({ campaignId: 'birthday', occasionKey, customerId })
  await ports.customers.put([aCustomer({ customerId, email, phone: customerId === LAN ? '+84912345678' : null })])
  await ports.purchases.put([aPurchase({ customerId })])
  await ports.consents.append(aConsentRecord({ customerId }))
  await ports.ledgers.claim({ customerId, version: 1, contacts: [contact] })
  await ports.touches.record([
    storedTouch({ customerId, occurrenceId: OCCURRENCE, delivery: { state: 'delivered', at: AT, detail: '250 ok' } }),
  ])
  // Issued in a try whose touch was never written: only the occasion leads to it.
  await ports.vouchers.issue(storedVoucher({ code, customerId, campaignId: 'birthday', occasionKey }))
  await ports.responses.put(storedResponse({ customerId }))
  const fromHash = ports.seals.addressHash(email)
  await ports.replies.add(storedReply({ customerId, rawKey: `in/${customerId}`, fromHash }))
  await ports.replies.add(
    storedReply({ customerId: null, replyId: `lost-${customerId.length}`, rawKey: `in/lost-${customerId}`, fromHash }),
  )
  for (const key of [`in/${customerId}`, `in/lost-${customerId}`])
    await ports.rawMails.put(key, new TextEncoder().encode('Dạ cảm ơn'))
  await ports.work.open(storedWork({ workId: `low-score_nps_${customerId}`, customerId }))
  const typed = { address: 'hanh@example.com', text: `gọi lại ${email}`, at: AT, revision: 1 }
  await ports.work.keepDrafts({ workId: `low-score_nps_${customerId}`, notes: [typed], version: 1 })
  await ports.occurrences.noteTrouble({ occurrenceId: OCCURRENCE, customerId, kind: 'bounced' })
  const decision = { occurrenceId: OCCURRENCE, customerId, by: 'hoa', because: 'seen in the log', at: AT }
  await ports.occurrences.decide({ ...decision, decision: 'settled-sent' })
}
