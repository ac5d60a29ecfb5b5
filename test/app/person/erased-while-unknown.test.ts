/** A customer is erased while it is unknown whether their mail left: the row is counted, and waits for no decision any more. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { erasePerson } from '#app/person/erase-person.ts'
import { renameInFoundBatches } from '#app/person/rename-in-found-batches.ts'
import { renameInOccurrences } from '#app/person/rename-in-occurrences.ts'
import { addsUp, undecidedOf } from '#core/planning/balance.ts'
import type { Balance, Occurrence } from '#core/planning/occurrence.ts'
import { AT, heldPerson, LAN } from '#test/app/person/held-person.ts'
import { aBatch, aRecipient } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { storedOccurrence } from '#test/support/store-builders.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

const TET = 'tet_2027-03-10'
const BALANCE: Balance = {
  audience: 2,
  planned: 0,
  sent: 1,
  skipped: 0,
  skippedBy: {},
  deferred: 0,
  withheld: 0,
  failed: 0,
  unknown: 1,
}
const closed = (over: Partial<Occurrence> = {}) =>
  storedOccurrence({ occurrenceId: TET, campaignId: 'tet', date: '2027-03-10', slices: 1, ...over })
const BATCH = aBatch({
  occurrenceId: TET,
  recipients: [
    aRecipient({ customerId: LAN, outcome: { state: 'unknown', since: AT, evidence: 'timeout' } }),
    aRecipient({ customerId: 'c-009', outcome: { state: 'sent', at: AT, providerId: 'm-9' } }),
  ],
  state: 'done',
})
const CLOSED = { state: 'closed', balance: BALANCE, version: 1 } as const

test('the balance of a closed occurrence still adds up, and says that nothing is left to decide', async () => {
  const ports = await heldPerson(engine)
  await ports.occurrences.open(closed())
  await ports.occurrences.putBatch(BATCH)
  await ports.occurrences.update(closed(CLOSED))
  await erasePerson(ports, { customerId: LAN, as: 'erased-1', at: AT })
  const balance = (await ports.occurrences.get(TET))?.balance
  expect(balance).toEqual({ ...BALANCE, unknownErased: 1 })
  expect(balance && [undecidedOf(balance), addsUp({ balance, audience: 2 })]).toEqual([0, true])
})

const NAME = { customerId: LAN, as: 'erased-1' }
const DATES = { sharers: [], from: '2027-03-01', to: '2027-03-31' } as const

test.each([
  ['that broke off behind its batch is repeated', 'erased-1'],
  ['is done once', LAN],
])('a renaming %s: the closed balance knows of it', async (_, customerId) => {
  const occurrences = memoryOccurrenceStore()
  await occurrences.open(closed())
  const [hers, other] = BATCH.recipients
  await occurrences.putBatch({ ...BATCH, recipients: [{ ...hers!, customerId }, other!] })
  await occurrences.update(closed(CLOSED))
  await renameInOccurrences({ occurrences }, { ...NAME, ...DATES })
  expect((await occurrences.get(TET))?.balance).toEqual({ ...BALANCE, unknownErased: 1 })
})

test('a batch that a search found is counted anew as well', async () => {
  const occurrences = memoryOccurrenceStore()
  await occurrences.open(closed())
  await occurrences.putBatch(BATCH)
  await occurrences.update(closed(CLOSED))
  const found = [{ table: 'occurrences', key: 'x', batch: BATCH }]
  expect(await renameInFoundBatches({ occurrences }, { ...NAME, found })).toBe(1)
  expect((await occurrences.get(TET))?.balance).toEqual({ ...BALANCE, unknownErased: 1 })
})

test('an occurrence that is being closed at that moment starts over, so that its balance knows of it', async () => {
  const occurrences = memoryOccurrenceStore()
  await occurrences.open(closed())
  await occurrences.putBatch(BATCH)
  await renameInOccurrences({ occurrences }, { ...NAME, ...DATES })
  expect(await occurrences.update(closed(CLOSED))).toBe('lost')
})
