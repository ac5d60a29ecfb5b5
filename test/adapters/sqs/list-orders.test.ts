/** An order about the lists of calls is one that the function behind the queue understands. */

import type { SQSClient } from '@aws-sdk/client-sqs'
import { expect, test } from 'vitest'
import { contactKeys } from '#adapters/crypto/contact-keys.ts'
import { memoryBudgetPlans } from '#adapters/memory/budget-plans.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryDayLists } from '#adapters/memory/day-lists.ts'
import { memoryFindingsBook } from '#adapters/memory/findings-book.ts'
import { memoryInterruptions } from '#adapters/memory/interruptions.ts'
import { memoryMailer } from '#adapters/memory/mailer.ts'
import { memoryNumberStore } from '#adapters/memory/number-store.ts'
import { memoryPace } from '#adapters/memory/pace.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memoryQuestionBook } from '#adapters/memory/question-book.ts'
import { memoryReplyStore } from '#adapters/memory/reply-store.ts'
import { memorySendingStops } from '#adapters/memory/sending-stops.ts'
import { memoryStaffMailMarks } from '#adapters/memory/staff-mail-marks.ts'
import { memoryDutyBook, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { sqsListOrders } from '#adapters/sqs/list-orders.ts'
import { events } from '#app/events.ts'
import { orderKindOf } from '#functions/queues/carry-out-orders.ts'
import { listCallsHandler } from '#functions/queues/list-calls.ts'
import { sqsEvent } from '#test/functions/queues/sqs-event.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { openedAt, storedCase } from '#test/support/work-builders.ts'

const AT = '2027-03-10T02:00:00.000Z'

test('a complaint orders the lists, and the order is taken for what it is', async () => {
  const sent: { QueueUrl?: string; MessageBody?: string }[] = []
  const client = { send: async ({ input }: { input: object }) => void sent.push(input) } as unknown as SQSClient
  await sqsListOrders({ client, orderQueueUrl: 'https://queue.example.com/orders' }).makeAgain({
    workId: 'complaint_r-1',
    at: AT,
  })
  const [{ QueueUrl, MessageBody = '' } = {}] = sent
  expect(QueueUrl).toBe('https://queue.example.com/orders')
  expect(orderKindOf(MessageBody)).toBe('lists')
  const rung: string[] = []
  const ports = {
    lists: memoryDayLists(),
    work: memoryWorkStore(),
    customers: memoryCustomerStore({ addressHash: (address) => address }),
    roster: memoryRosterStore(),
    dutyBook: memoryDutyBook(),
    letters: { write: () => Promise.reject(new Error('no mail is due')) },
    mailer: memoryMailer(),
    pace: memoryPace(),
    stops: memorySendingStops(),
    companyRules: theCompanyRules(),
    events: events({ event: () => {}, alarm: (name) => void rung.push(name) }),
    urgentLetters: { write: () => Promise.reject(new Error('no mail is due')), linkTo: () => null },
    reportLetters: { write: () => Promise.reject(new Error('no mail is due')) },
    headReportLetters: { write: () => Promise.reject(new Error('no mail is due')) },
    numbers: memoryNumberStore(),
    budgetPlans: memoryBudgetPlans(),
    budgetLetters: { write: () => Promise.reject(new Error('no budget waits')) },
    campaigns: memoryCampaignStore(),
    staffMails: memoryStaffMailMarks(),
    interruptions: memoryInterruptions(),
    replies: memoryReplyStore(),
    hook: null,
    suppressions: memorySuppressionList(),
    seals: contactKeys,
    questions: memoryQuestionBook(),
    findings: memoryFindingsBook(),
    purchases: memoryPurchaseStore(),
    careDigestLetters: { write: () => Promise.reject(new Error('no mail is due')) },
    digestLetters: { write: () => Promise.reject(new Error('no mail is due')) },
    questionLetters: { write: () => expect.unreachable('no mail is due') },
  }
  const handler = listCallsHandler({ ports, clock: () => AT, failed: (...failure) => expect(failure).toBeUndefined() })
  expect(await handler(sqsEvent(MessageBody))).toEqual({ batchItemFailures: [] })
  expect(await ports.interruptions.since(AT)).toEqual([])
  await ports.work.open(storedCase({ workId: 'complaint_r-1', events: [openedAt(AT)] }))
  const before = JSON.stringify({ kind: 'list-calls', urgentAt: AT })
  expect(await handler(sqsEvent(before))).toEqual({ batchItemFailures: [] })
  expect(await ports.interruptions.since(AT)).toEqual([])
  expect(await handler(sqsEvent(MessageBody))).toEqual({ batchItemFailures: [] })
  // Without a roster there is no person to tell, and no alarm about that.
  expect(await ports.interruptions.since(AT)).toMatchObject([{ at: AT, workId: null, isPosted: true }])
  expect(rung).toEqual([])
})
