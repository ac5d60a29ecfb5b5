import { expect, test } from 'vitest'
import { ComeAgainError } from '#app/sending/come-again.ts'
import type { QueueHandler } from '#functions/queues/by-kind.ts'
import { carryOutOrdersHandler, orderKindOf } from '#functions/queues/carry-out-orders.ts'
import { settleRecords } from '#functions/queues/settle-records.ts'
import { again, sqsEvent } from '#test/functions/queues/sqs-event.ts'

const slice = { occurrenceId: 'tet_2027-02-06', slice: 3, pass: 'open' }
const batch = { occurrenceId: 'tet_2027-02-06', batchId: '003.01.+0700' }
const notice = { kind: 'opt-out', customerId: 'c-001', purposes: ['care'], at: '2027-03-10T02:00:00.000Z' }

const lists = { kind: 'list-calls' }
const clock = { kind: 'ring-case', workId: 'case_1_c-001' }

/** Handlers that note what they were given and refuse what holds "bad". */
function noting<Kind extends string>(kinds: readonly Kind[]) {
  const seen: [Kind, string][] = []
  const handlerOf =
    (kind: Kind): QueueHandler =>
    async (event) =>
      settleRecords(event, {
        act: async ({ body }) => {
          seen.push([kind, body])
          if (body.includes('bad')) throw new Error('bad')
        },
        failed: () => {},
      })
  return { seen, handlers: Object.fromEntries(kinds.map((kind) => [kind, handlerOf(kind)])) as Record<Kind, QueueHandler> }
}

test.each([
  [slice, 'slice'],
  [batch, 'batch'],
  [notice, 'notice'],
  [lists, 'lists'],
  [clock, 'clocks'],
  [{ kind: 'look-at-clocks' }, 'clocks'],
  [{ ...batch, slice: 1 }, 'batch'],
  [{}, 'batch'],
  [[], 'batch'],
  ['no JSON', 'batch'],
  ['null', 'batch'],
  ['', 'batch'],
])('%j is an order of the kind %s', (order, kind) => {
  expect(orderKindOf(typeof order === 'string' ? order : JSON.stringify(order))).toBe(kind)
})

test('orders of every kind in one hand go to their own handlers, and only the bad ones come again', async () => {
  const { seen, handlers } = noting(['slice', 'batch', 'notice', 'lists', 'clocks'])
  const event = sqsEvent(batch, { ...slice, pass: 'bad' }, notice, slice, { ...notice, customerId: 'bad' }, lists, clock)
  expect(again(await carryOutOrdersHandler(handlers)(event))).toEqual(['m-2', 'm-5'])
  expect(seen.map(([kind]) => kind)).toEqual(['batch', 'slice', 'notice', 'slice', 'notice', 'lists', 'clocks'])
})

test('a record whose time has not come is told apart from one that failed', async () => {
  const kinds: string[] = []
  class HeldByAnother extends ComeAgainError {}
  const act = async ({ body }: { body: string }) => {
    throw body === 'later' ? new HeldByAnother('held') : new Error('broken')
  }
  const settled = await settleRecords(sqsEvent('later', 'now'), { act, failed: ({ kind }) => void kinds.push(kind) })
  expect(again(settled)).toEqual(['m-1', 'm-2'])
  expect(kinds).toEqual(['comes-again', 'failed'])
})
