/** The proof of an erasure comes whatever staff did for the customer before, wherever the erasure began, and names what is really left. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoAuditLog } from '#adapters/dynamo/audit-log.ts'
import { erasePerson } from '#app/person/erase-person.ts'
import { audited } from '#app/staff/audited.ts'
import { partitionOf } from '#core/customer/stable-hash.ts'
import { batchIdOf } from '#core/planning/batch-id.ts'
import { checkInId } from '#core/work/check-in.ts'
import { AT, heldPerson, LAN, NEIGHBOUR } from '#test/app/person/held-person.ts'
import { allFound } from '#test/support/all-pages.ts'
import { readLines } from '#test/support/audit-lines.ts'
import { aBatch, aRecipient } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { storedOccurrence } from '#test/support/store-builders.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

const PROVEN = { customerId: LAN, left: [], leftMails: [], isFinished: true }
/** As the page of the staff app erases. */
const NO_SEARCH = { find: async function* () {} }
const CALLS = 'check-in-call_2027-03-09'

type Ports = Awaited<ReturnType<typeof heldPerson>>

const handedTo = (customerId: string) => checkInId({ occurrenceId: CALLS, customerId })
const outcomes = async ({ occurrences }: Ports) =>
  (await occurrences.batches(CALLS)).flatMap(({ recipients }) => recipients.map(({ outcome }) => outcome))

/** A campaign of calls handed both customers to the desk. */
async function withCalls(): Promise<Ports> {
  const ports = await heldPerson(engine)
  const slice = Math.floor(partitionOf(LAN) / 64)
  const batchId = batchIdOf({ slice, bucket: 0, slot: { from: AT, to: AT } }, 0)
  const recipients = [LAN, NEIGHBOUR].map((customerId) =>
    aRecipient({ customerId, outcome: { state: 'sent', at: AT, providerId: handedTo(customerId) } }),
  )
  await ports.occurrences.open(
    storedOccurrence({ occurrenceId: CALLS, campaignId: 'check-in-call', date: '2027-03-09', slices: 64 }),
  )
  await ports.occurrences.putBatch(aBatch({ occurrenceId: CALLS, batchId, slice, recipients, state: 'done' }))
  return ports
}

test('what staff did for the customer stays in the audit log, and keeps no erasure from being proven', async () => {
  const { client } = engine
  const ports = await heldPerson(engine)
  const auditLog = dynamoAuditLog({ client, tableName: ports.tables.staff })
  const events = { staffActUnclosed: () => {} }
  const act = { at: AT, by: 'hanh@example.com', people: 1 }
  await audited({ auditLog, events }, { ...act, act: 'correct-person', on: { kind: 'customer', id: LAN } }, async () => 'done')
  await audited({ auditLog, events }, { ...act, act: 'close-work', on: { kind: 'work', id: handedTo(LAN) } }, async () => 'done')
  // A colleague who is a customer too, with the same address.
  await auditLog.countTurnedAway({ at: AT, because: 'role', permission: 'see-audit', by: 'c-001@example.com' })
  expect(await erasePerson(ports, { customerId: LAN, as: 'erased-1', at: AT })).toEqual(PROVEN)
  expect(await auditLog.turnedAway({ month: '2027-03', limit: 10 })).toHaveLength(1)
  expect(await auditLog.pageAbout({ id: LAN, limit: 10 })).toHaveLength(2)
  expect(readLines(await auditLog.page({ month: '2027-03', limit: 10 })).map(({ on }) => on?.id)).toHaveLength(4)
})

test('a call that a campaign handed to the desk names them no more, and is still a call', async () => {
  const ports = await withCalls()
  expect(await erasePerson(ports, { customerId: LAN, as: 'erased-1', at: AT })).toEqual(PROVEN)
  expect(await outcomes(ports)).toMatchObject([{ providerId: handedTo('erased-1') }, { providerId: handedTo(NEIGHBOUR) }])
})

test('the survey after a case whose id names them keeps the day and the campaign, and names them no more', async () => {
  const ports = await withCalls()
  const [batch] = await ports.occurrences.batches(CALLS)
  const recipients = batch!.recipients.map((one) => ({
    ...one,
    occasionKey: `ces:w2027-03-05#told_low-score_nps_${one.customerId}_a1`,
  }))
  await ports.occurrences.putBatch({ ...batch!, recipients, version: batch!.version + 1 })
  expect(await erasePerson(ports, { customerId: LAN, as: 'erased-1', at: AT })).toEqual(PROVEN)
  const [after] = await ports.occurrences.batches(CALLS)
  expect(after?.recipients.map(({ occasionKey }) => occasionKey)).toEqual([
    'ces:w2027-03-05#told_low-score_nps_erased-1_a1',
    `ces:w2027-03-05#told_low-score_nps_${NEIGHBOUR}_a1`,
  ])
})

test('a call that an erasure of the version before left is renamed by the next run', async () => {
  const ports = await withCalls()
  await erasePerson({ ...ports, search: NO_SEARCH }, { customerId: LAN, as: 'erased-1', at: AT })
  const [batch] = await ports.occurrences.batches(CALLS)
  const recipients = batch!.recipients.map((one) =>
    one.customerId === 'erased-1'
      ? {
          ...one,
          occasionKey: `ces:w2027-03-05#told_${LAN}_a1`,
          outcome: { state: 'sent', at: AT, providerId: handedTo(LAN) } as const,
        }
      : one,
  )
  await ports.occurrences.putBatch({ ...batch!, recipients, version: batch!.version + 1 })
  expect(await allFound(ports.search.find([LAN]))).toMatchObject([{ table: 'occurrences' }])
  expect(await erasePerson(ports, { customerId: LAN, as: 'erased-2', at: AT })).toEqual(PROVEN)
  expect(await allFound(ports.search.find([LAN]))).toEqual([])
})

test('erased on the page, which searches nothing, a customer is looked for everywhere by the run that gives the proof', async () => {
  const ports = await heldPerson(engine)
  await erasePerson({ ...ports, search: NO_SEARCH }, { customerId: LAN, as: 'erased-1', at: AT })
  expect(await erasePerson(ports, { customerId: LAN, as: 'erased-2', at: AT })).toEqual(PROVEN)
  await ports.work.open({ ...(await ports.work.ofCustomer(NEIGHBOUR))[0]!, workId: `left-over_${LAN}` })
  expect(await erasePerson(ports, { customerId: LAN, as: 'erased-3', at: AT })).toMatchObject({
    left: [{ table: 'work', key: `left-over_${LAN}` }],
  })
})

test('once the tombstone is gone, nothing is known of them, whatever word their id is', async () => {
  const ports = await heldPerson(engine)
  await erasePerson(ports, { customerId: LAN, as: 'erased-1', at: AT })
  expect(await ports.ledgers.removeTombstone(LAN)).toBe('written')
  expect(await erasePerson(ports, { customerId: LAN, as: 'erased-2', at: AT })).toBeUndefined()
  expect(await erasePerson(ports, { customerId: 'birthday', as: 'erased-3', at: AT })).toBeUndefined()
})
