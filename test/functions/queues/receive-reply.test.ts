import { describe, expect, test } from 'vitest'
import { receiveReplyHandler } from '#functions/queues/receive-reply.ts'
import { DATE, DOMAIN, listeningCompany, NOW, SURVEY } from '#test/app/listening/receiving.ts'
import { again, sqsEvent } from '#test/functions/queues/sqs-event.ts'
import { keysUnread } from '#test/support/keys-unread.ts'

const letters = (text: string) => new TextEncoder().encode(text)

/** As S3 tells of a new object; the key as it stands in the bucket. */
const news = (...keys: readonly string[]) => ({
  Records: keys.map((key) => ({
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: 'ap-southeast-1',
    eventTime: NOW,
    eventName: 'ObjectCreated:Put',
    s3: {
      s3SchemaVersion: '1.0',
      bucket: { name: 'inbound', arn: 'arn:aws:s3:::inbound' },
      object: { key: encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/'), size: 1, eTag: 'e', sequencer: '1' },
    },
  })),
})
const TEST_EVENT = { Service: 'Amazon S3', Event: 's3:TestEvent', Time: NOW, Bucket: 'inbound', RequestId: '1', HostId: '2' }

async function atWork() {
  const company = await listeningCompany()
  const failures: { messageId: string; error: unknown }[] = []
  const over = (ports: Partial<typeof company.stores>) =>
    receiveReplyHandler({ ports: { ...company.stores, ...ports }, failed: (failure) => void failures.push(failure) })
  /** Lays a mail down, as the mail service does, and answers its key. */
  const lay = (key: string, text: string, { to = company.address(), head = '' } = {}) => {
    const mail = `Return-Path: <c-001@example.com>\r\nX-SES-Spam-Verdict: PASS\r\nX-SES-Virus-Verdict: PASS\r\n${head}From: <c-001@example.com>\r\nTo: ${to}\r\nSubject: Re: =?utf-8?q?h=E1=BB=8Fi_th=C4=83m?=\r\nMessage-ID: <${encodeURIComponent(key)}@example.com>\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}\r\n`
    company.stores.rawMails.put(key, letters(mail))
    return key
  }
  const replies = async () => [
    ...(await company.stores.replies.ofCustomer('c-001')),
    ...(await company.stores.replies.unmatched()),
  ]
  return { ...company, handler: over({}), over, lay, replies, failures }
}

describe('a mail to an address whose key cannot be read just now', () => {
  const FIRST = 'a secret of the test, long enough to be one'

  test('is tried again instead of being filed as from nobody known, and is the customer’s when it can be read', async () => {
    const { over, lay, replies, failures } = await atWork()
    const { behind: seals, rotated, comesBack } = await keysUnread(FIRST)
    const localPart = rotated.replyLocalPart({ use: 'reply', customerId: 'c-001', campaignId: 'how-was-it', date: DATE })
    const event = sqsEvent(news(lay('in/1', 'Chín điểm', { to: `${localPart}@${DOMAIN}` })))
    expect(again(await over({ seals })(event))).toEqual(['m-1'])
    expect(failures).toMatchObject([{ error: { name: 'SecretUnreadError' } }])
    expect(await replies()).toEqual([])
    comesBack()
    expect(again(await over({ seals })(event))).toEqual([])
    expect(await replies()).toMatchObject([{ customerId: 'c-001', outcome: 'answered' }])
  })

  test('among others that open is no reason to wait', async () => {
    const { over, lay, replies, address } = await atWork()
    const { behind: seals, rotated } = await keysUnread(FIRST)
    const localPart = rotated.replyLocalPart({ use: 'reply', customerId: 'c-002', campaignId: 'how-was-it', date: DATE })
    const to = `${localPart}@${DOMAIN}, ${address()}`
    expect(again(await over({ seals })(sqsEvent(news(lay('in/1', 'Chín điểm', { to })))))).toEqual([])
    expect(await replies()).toMatchObject([{ customerId: 'c-001' }])
  })
})

describe('news of raw mails', () => {
  test('nothing new is no work and no failure', async () => {
    const { handler } = await atWork()
    expect(await handler(sqsEvent())).toEqual({ batchItemFailures: [] })
  })

  test('one mail is read, received at the instant it was laid down, and linked', async () => {
    const { handler, lay, replies, response } = await atWork()
    expect(again(await handler(sqsEvent(news(lay('in/1', 'Chín điểm')))))).toEqual([])
    expect(await replies()).toMatchObject([
      {
        customerId: 'c-001',
        rawKey: 'in/1',
        receivedAt: NOW,
        occurrenceId: SURVEY,
        subject: 'Re: hỏi thăm',
        outcome: 'answered',
      },
    ])
    expect((await response())?.answers).toMatchObject([{ score: 9 }])
  })

  test('the test of a notification, and the note of the mail service about itself, are nobody’s mail', async () => {
    const { handler, lay, replies, failures } = await atWork()
    lay('in/AMAZON_SES_SETUP_NOTIFICATION', 'Hello')
    expect(again(await handler(sqsEvent(TEST_EVENT, news('in/AMAZON_SES_SETUP_NOTIFICATION'))))).toEqual([])
    expect([await replies(), failures]).toEqual([[], []])
  })

  test('a key is written as in the query of a URL', async () => {
    const { handler, lay, replies } = await atWork()
    const key = 'in/thư mới + "lạ" 100%.eml'
    expect(again(await handler(sqsEvent(news(lay(key, '9')))))).toEqual([])
    expect(await replies()).toMatchObject([{ rawKey: key }])
  })

  test('bad ones among good: only the bad ones come again', async () => {
    const { handler, lay, replies, failures } = await atWork()
    const strange = { Records: [{ eventTime: NOW, s3: { object: { key: 'in/%E0%A4%A' } } }] }
    const bodies = ['{', news(lay('in/1', '9')), {}, 'null', { Records: [{ s3: {} }] }, strange, news(lay('in/2', 'Dừng')), '12']
    expect(again(await handler(sqsEvent(...bodies)))).toEqual(['m-1', 'm-3', 'm-4', 'm-5', 'm-6', 'm-8'])
    expect(failures).toHaveLength(6)
    expect((await replies()).map(({ rawKey }) => rawKey).sort()).toEqual(['in/1', 'in/2'])
  })

  test('several mails in one message are all received', async () => {
    const { handler, lay, replies } = await atWork()
    await handler(sqsEvent(news(lay('in/1', '9'), lay('in/2', 'Xin chào'))))
    expect(await replies()).toHaveLength(2)
  })

  test('the same message again, and the same mail under another key, change nothing', async () => {
    const { handler, lay, everything, stores } = await atWork()
    const event = sqsEvent(news(lay('in/1', '3. Giao chậm')))
    await handler(event)
    const once = await everything()
    await handler(event)
    const copy = await stores.rawMails.read('in/1', 10_000)
    if (copy && 'bytes' in copy) stores.rawMails.put('in/other', copy.bytes)
    await handler(sqsEvent(news('in/other')))
    expect(await everything()).toBe(once)
  })

  test('a mail that was erased while its news waited leaves nothing behind', async () => {
    const { handler, replies, said, failures } = await atWork()
    expect(again(await handler(sqsEvent(news('in/gone'))))).toEqual([])
    expect([await replies(), failures, said.map(({ name }) => name)]).toEqual([[], [], ['reply.rawMailGone']])
  })
})

describe('whatever bytes', () => {
  const noise = Uint8Array.from({ length: 50_000 }, (_, n) => (n * 7919 + (n >> 3)) % 256)
  test.each<readonly [string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['noise', noise],
    ['zeros', new Uint8Array(10_000)],
    ['a head without an end', letters(`To: ${'a,'.repeat(200_000)}`)],
    ['no head', letters('\r\n\r\n9')],
    ['parts within parts', letters(partsWithin(3_000))],
    ['a thousand parts', letters(manyParts(1_000))],
  ])('%s is kept as a reply of nobody, and its neighbour is received', async (_what, bytes) => {
    const { handler, lay, stores, failures, response } = await atWork()
    stores.rawMails.put('in/bad', bytes)
    expect(again(await handler(sqsEvent(news('in/bad'), news(lay('in/good', '9')))))).toEqual([])
    expect(failures).toEqual([])
    expect(await stores.replies.unmatched()).toMatchObject([{ rawKey: 'in/bad', customerId: null }])
    expect((await response())?.answers).toMatchObject([{ score: 9 }])
  })

  test('a mail of 40 MB is the customer’s by its beginning, and goes to a person with its size', async () => {
    const { handler, lay, replies, openWork, stores, response } = await atWork()
    const pictures = 'QUJD'.repeat(10_000_000)
    lay('in/large', `9 điểm, ảnh đính kèm\r\n\r\n${pictures}`)
    const started = process.memoryUsage().rss
    expect(again(await handler(sqsEvent(news('in/large'))))).toEqual([])
    const size = (await stores.rawMails.readBeginning('in/large', 50_000_000))!.length
    expect(await replies()).toMatchObject([{ customerId: 'c-001', reading: { kind: 'unclear', score: null } }])
    expect((await replies())[0]!.reading.reasons).toContain(`too-large:${size}`)
    expect((await replies())[0]!.reading.text.length).toBeLessThanOrEqual(20_000)
    expect([await openWork(), await response()]).toEqual([['unclear-reply c-001'], undefined])
    expect(process.memoryUsage().rss - started).toBeLessThan(300_000_000)
  })

  test('one of 10 MB is read whole, one byte more is not', async () => {
    const { handler, lay, replies, stores } = await atWork()
    const whole = 10 * 1024 * 1024
    for (const [key, size] of [
      ['in/whole', whole],
      ['in/more', whole + 1],
    ] as const) {
      lay(key, 'Cảm ơn')
      const mail = await stores.rawMails.read(key, 1_000_000)
      const bytes = new Uint8Array(size).fill(10)
      if (mail && 'bytes' in mail) bytes.set(mail.bytes)
      stores.rawMails.put(key, bytes)
    }
    expect(again(await handler(sqsEvent(news('in/whole'), news('in/more'))))).toEqual([])
    const reasons = Object.fromEntries((await replies()).map(({ rawKey, reading }) => [rawKey, reading.reasons.join()]))
    expect(reasons['in/whole']).not.toContain('too-large')
    expect(reasons['in/more']).toContain(`too-large:${whole + 1}`)
  })
})

describe('while something of ours fails', () => {
  test.each([
    ['rawMails', 'read'],
    ['campaigns', 'latest'],
    ['customers', 'get'],
    ['customers', 'setConsents'],
    ['consents', 'append'],
    ['notices', 'confirmOptOut'],
    ['replies', 'add'],
  ] as const)('(%s.%s) the mail comes again, and then everything of it is done', async (port, word) => {
    const { stores, over, handler, lay, consents, replies } = await atWork()
    lay('in/1', 'Dừng')
    const broken = { ...stores[port], [word]: () => Promise.reject(new Error('away')) }
    expect(again(await over({ [port]: broken })(sqsEvent(news('in/1'))))).toEqual(['m-1'])
    expect(again(await handler(sqsEvent(news('in/1'))))).toEqual([])
    expect(await consents()).toEqual({ 'survey/email': { decision: 'withdrawn', at: NOW } })
    expect(stores.notices.waiting().length).toBeGreaterThan(0)
    expect(await replies()).toMatchObject([{ outcome: 'opted-out' }])
  })
})

function partsWithin(depth: number): string {
  const open = (n: number) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`
  return `From: a@example.com\r\n${Array.from({ length: depth }, (_, n) => open(n)).join('')}`
}

function manyParts(count: number): string {
  const part = '--b\r\nContent-Type: application/zip; name="bomb.zip"\r\nContent-Transfer-Encoding: base64\r\n\r\nUEsDBA==\r\n'
  return `From: a@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${part.repeat(count)}--b--\r\n`
}
