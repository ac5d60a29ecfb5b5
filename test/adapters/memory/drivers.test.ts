/** What the memory adapters offer to those who drive them: rehearsals and tests. */
import { expect, test } from 'vitest'
import { memoryBatchAlarms } from '#adapters/memory/batch-alarms.ts'
import { memoryMailer } from '#adapters/memory/mailer.ts'
import { memoryWorkQueues } from '#adapters/memory/work-queues.ts'
import type { Mail } from '#app/ports/sending.ts'
import { tamper } from '#test/support/tamper.ts'

test('queues give their orders back in the order they came, each once', async () => {
  const queues = memoryWorkQueues()
  const orders = [0, 1, 2].map((slice) => ({ occurrenceId: 'tet_2027-02-06', slice, pass: 'open' as const }))
  await queues.planSlices(orders)
  await queues.sendBatches([{ occurrenceId: 'tet_2027-02-06', batchId: '003.01.+0700' }])
  tamper(orders)
  expect(queues.waiting().slices.map(({ slice }) => slice)).toEqual([0, 1, 2])
  expect(queues.takeSlice()?.slice).toBe(0)
  expect(queues.takeSlice()?.slice).toBe(1)
  await queues.planSlices([{ occurrenceId: 'tet_2027-02-06', slice: 9, pass: 'refresh' }])
  expect([queues.takeSlice()?.slice, queues.takeSlice()?.slice, queues.takeSlice()]).toEqual([2, 9, undefined])
  expect(queues.takeBatch()).toEqual({ occurrenceId: 'tet_2027-02-06', batchId: '003.01.+0700' })
  expect(queues.takeBatch()).toBeUndefined()
  expect(queues.waiting()).toEqual({ slices: [], batches: [] })
})

test('an alarm rings once when its time has come, and setting it again moves it', async () => {
  const alarms = memoryBatchAlarms()
  const set = (batchId: string, dueAt: string) => alarms.set({ occurrenceId: 'tet_2027-02-06', batchId, dueAt })
  const rung = (now: string) => alarms.takeDue(now).map(({ batchId }) => batchId)
  expect(alarms.nextDue()).toBeUndefined()
  await set('b', '2027-02-06T03:00:00.000Z')
  await set('a', '2027-02-06T02:00:00.000Z')
  await set('c', '2027-02-06T01:00:00.000Z')
  await set('c', '2027-02-06T04:00:00.000Z')
  expect(alarms.nextDue()).toBe('2027-02-06T02:00:00.000Z')
  expect(rung('2027-02-06T01:59:59.999Z')).toEqual([])
  expect(rung('2027-02-06T03:00:00.000Z')).toEqual(['a', 'b'])
  expect(rung('2027-02-06T03:00:00.000Z')).toEqual([])
  expect(alarms.nextDue()).toBe('2027-02-06T04:00:00.000Z')
  expect(rung('2027-02-07T00:00:00.000Z')).toEqual(['c'])
  expect(alarms.nextDue()).toBeUndefined()
})

test('the mailer accepts, keeps what it took, and answers an address as it was told', async () => {
  const mailer = memoryMailer()
  const mail = (to: string): Mail => ({
    to,
    subject: 's',
    html: 'h',
    text: 't',
    headers: {},
    replyTo: null,
    campaignId: 'tet',
    occurrenceId: 'tet_2027-02-06',
    customerId: 'c-001',
  })
  mailer.answer('b@example.com', { busy: 'throttled', detail: 'slow' }, { unknown: 'no answer' })
  mailer.answer('c@example.com', { refused: 'never' })
  expect(await mailer.send(mail('a@example.com'))).toEqual({ accepted: 'mail-000001' })
  expect(await mailer.send(mail('b@example.com'))).toEqual({ busy: 'throttled', detail: 'slow' })
  expect(await mailer.send(mail('b@example.com'))).toEqual({ unknown: 'no answer' })
  expect(await mailer.send(mail('b@example.com'))).toEqual({ accepted: 'mail-000003' })
  expect(await mailer.send(mail('c@example.com'))).toEqual({ refused: 'never' })
  expect(mailer.mails.map(({ to }) => to)).toEqual(['a@example.com', 'b@example.com', 'b@example.com'])
})
