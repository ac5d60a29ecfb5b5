/** Raw mails and notices in memory keep the promises of their ports. */
import { expect, test } from 'vitest'
import { memoryNoticeQueue } from '#adapters/memory/notice-queue.ts'
import { memoryRawMails } from '#adapters/memory/raw-mails.ts'
import { noticeQueueContract } from '#test/contract/notice-queue.contract.ts'
import { rawMailsContract } from '#test/contract/raw-mails.contract.ts'
import { AN_INSTANT } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'

rawMailsContract(async () => {
  const mails = memoryRawMails()
  return { mails, lay: async (key, bytes) => mails.put(key, bytes) }
})

noticeQueueContract(async () => {
  const queue = memoryNoticeQueue()
  const taken = async () => {
    const all = queue.waiting()
    while (queue.take() !== undefined);
    return all
  }
  return { queue, taken }
})

test('notices are taken oldest first, and stay as they were asked for', async () => {
  const queue = memoryNoticeQueue()
  const first = { customerId: 'c-001', purposes: ['survey' as const], at: AN_INSTANT }
  await queue.confirmOptOut(first)
  await queue.confirmOptOut({ ...first, customerId: 'c-002' })
  tamper([first, queue.waiting()])
  expect(queue.take()).toEqual({ customerId: 'c-001', purposes: ['survey'], at: AN_INSTANT })
  expect(queue.waiting().map(({ customerId }) => customerId)).toEqual(['c-002'])
  queue.take()
  expect(queue.take()).toBeUndefined()
})
