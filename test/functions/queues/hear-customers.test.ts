import { describe, expect, test, vi } from 'vitest'
import { hearCustomersHandler } from '#functions/queues/hear-customers.ts'
import { postedStop } from '#functions/queues/posted-stop.ts'
import { receiveReplyHandler } from '#functions/queues/receive-reply.ts'
import { type RecordFailure, settleRecords } from '#functions/queues/settle-records.ts'
import { takeStopHandler } from '#functions/queues/take-stop.ts'
import { listeningCompany, NOW } from '#test/app/listening/receiving.ts'
import { again, sqsEvent } from '#test/functions/queues/sqs-event.ts'

const stopOf = (token: string) => postedStop({ at: Date.parse(NOW), token, form: 'List-Unsubscribe=One-Click' })
const news = (key: string) => ({ Records: [{ eventTime: NOW, s3: { object: { key } } }] })
const MINUTE = 60_000

/** A function with a minute, whose clock the test moves. */
function aMinute() {
  const started = Date.now()
  return { getRemainingTimeInMillis: () => started + MINUTE - Date.now() }
}

/** The real handlers. Reading the mails named hangs never comes to an end, and reading the mails named slow takes so long. */
async function atWork({ slowMs = 0 } = {}) {
  const company = await listeningCompany()
  const failures: RecordFailure[] = []
  const read: string[] = []
  const wait = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))
  const rawMails: typeof company.stores.rawMails = {
    ...company.stores.rawMails,
    read: async (key, most) => {
      read.push(key)
      if (key.startsWith('hangs')) return new Promise(() => {})
      if (key.startsWith('slow')) await wait(slowMs)
      return company.stores.rawMails.read(key, most)
    },
  }
  const failed = (failure: RecordFailure) => void failures.push(failure)
  const notices = { confirmOptOut: async () => {}, mailOfCase: async () => {} }
  const ports = { ...company.stores, notices, rawMails }
  const handler = hearCustomersHandler({
    mail: receiveReplyHandler({ ports, failed }),
    stop: takeStopHandler({ ports, failed }),
  })
  const token = (customerId: string) => {
    const expiresAt = '2028-04-13T02:00:00.000Z'
    return company.seals.linkToken({ use: 'unsubscribe', fields: [customerId, 'care'], expiresAt })
  }
  return { ...company, handler, failures, read, token }
}

describe('mails and stops of customers in one hand', () => {
  test('go to their own handlers, stops first, and only the bad ones come again', async () => {
    const seen: [string, string][] = []
    const noting = (kind: string) => (event: Parameters<typeof settleRecords>[0]) =>
      settleRecords(event, {
        act: async ({ body }) => {
          seen.push([kind, body])
          if (body.includes('bad')) throw new Error('bad')
        },
        failed: () => {},
      })
    const bodies = ['{"Records":[]}', stopOf('abc.def'), 'one-click bad', 'bad']
    const handler = hearCustomersHandler({ mail: noting('mail'), stop: noting('stop') })
    expect(again(await handler(sqsEvent(...bodies))).toSorted()).toEqual(['m-3', 'm-4'])
    expect(seen.map(([kind]) => kind)).toEqual(['stop', 'stop', 'mail', 'mail'])
  })

  test('a stop behind a mail that never comes to an end has taken effect before that mail is begun', async () => {
    const { handler, token, consents } = await atWork()
    const withdrawn = { 'care/email': { decision: 'withdrawn', at: NOW } }
    void handler(sqsEvent(news('hangs'), stopOf(token('c-001')), news('in/2'), stopOf(token('c-002'))))
    await vi.waitFor(async () => expect([await consents('c-001'), await consents('c-002')]).toEqual([withdrawn, withdrawn]))
  })
})

describe('the time of a run', () => {
  test('is shared by its mails: one that hangs comes again after its part, and its neighbours are received', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    try {
      const { handler, failures, read, said } = await atWork()
      const answered = handler(sqsEvent(news('gone/1'), news('hangs'), news('gone/2')), aMinute())
      await vi.advanceTimersByTimeAsync(28_000)
      expect(read).toEqual(['gone/1', 'hangs'])
      await vi.advanceTimersByTimeAsync(2_000)
      expect(again(await answered)).toEqual(['m-2'])
      expect(said.map(({ name }) => name)).toEqual(['reply.rawMailGone', 'reply.rawMailGone'])
      expect(failures).toMatchObject([{ messageId: 'm-2', kind: 'failed', error: { name: 'TooLongError' } }])
    } finally {
      vi.useRealTimers()
    }
  })

  test('belongs to a mail alone in its hand, whatever it costs, but for the answer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    try {
      const { handler, failures } = await atWork({ slowMs: 57_000 })
      const answered = handler(sqsEvent(news('slow')), aMinute())
      await vi.advanceTimersByTimeAsync(57_000)
      expect(again(await answered)).toEqual([])
      expect(failures).toEqual([])
    } finally {
      vi.useRealTimers()
    }
  })

  test('that is gone begins no mail, which comes again and is no failure', async () => {
    const { handler, failures, read, token, consents } = await atWork()
    const over = { getRemainingTimeInMillis: () => 1_500 }
    expect(again(await handler(sqsEvent(news('in/1'), stopOf(token('c-001'))), over))).toEqual(['m-1'])
    expect(read).toEqual([])
    expect(failures).toMatchObject([{ kind: 'comes-again', error: { name: 'NoTimeLeftError' } }])
    expect(await consents()).toMatchObject({ 'care/email': { decision: 'withdrawn' } })
  })
})
