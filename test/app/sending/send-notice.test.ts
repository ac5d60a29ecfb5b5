import { describe, expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryLedgerStore } from '#adapters/memory/ledger-store.ts'
import { memoryMailer } from '#adapters/memory/mailer.ts'
import { memoryNoticeQueue } from '#adapters/memory/notice-queue.ts'
import { memoryPace } from '#adapters/memory/pace.ts'
import { memorySendingStops } from '#adapters/memory/sending-stops.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { memoryWordsStore } from '#adapters/memory/words-store.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { acceptNotice } from '#app/campaigns/accept-notice.ts'
import { suppressContactPoint } from '#app/consent/suppress-contact-point.ts'
import { events } from '#app/events.ts'
import type { Notice, OptOutNotice } from '#app/ports/notices.ts'
import { SenderFaultError } from '#app/ports/sending.ts'
import { proveTouch } from '#app/sending/prove-touch.ts'
import { type SendNoticePorts, sendNotice } from '#app/sending/send-notice.ts'
import { OPT_OUT_NOTICE, OPT_OUT_TEMPLATE } from '#core/audience/opt-out-notice.ts'
import { MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { aCustomer, someWords, theCompanyRules } from '#test/support/builders.ts'

const AT = '2027-03-10T02:00:00.000Z'
const NOTICE: OptOutNotice = { customerId: 'c-001', purposes: ['care'], at: AT }
const HER = 'c-001@example.com'

async function atWork(customer = aCustomer()) {
  const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })
  const said: string[] = []
  const mailer = memoryMailer()
  const stores = {
    customers: memoryCustomerStore(seals),
    work: memoryWorkStore(),
    suppressions: memorySuppressionList(),
    ledgers: memoryLedgerStore(),
    touches: memoryTouchStore(),
    mailer,
    pace: memoryPace(),
    stops: memorySendingStops(),
    notices: memoryNoticeQueue(),
    seals,
    companyRules: theCompanyRules(),
    words: memoryWordsStore(),
    bundledWords: (template: string) => someWords(template, 'bundled'),
    letters: {
      caseMail: () => ({ problem: 'no case here: see test/functions/queues/send-notice.test.ts' }),
      caseNotice: () => ({ problem: 'no case here either' }),
      optOut: ({ words, purposes, at }) => ({
        letter: {
          subject: `stopped ${purposes.join(' ')}`,
          html: `<p>${words.mails.vi?.text}</p>`,
          text: at,
          headers: {},
          replyTo: 'care@trasen.example.com',
        },
      }),
    },
    events: events({ event: (name) => said.push(name), alarm: (name) => said.push(name) }),
  } satisfies SendNoticePorts
  await stores.customers.put([customer])
  let now = plusMs(AT, 1_000)
  const send = (notice: Notice = NOTICE, over: Partial<SendNoticePorts> = {}) =>
    sendNotice({ ...stores, ...over }, notice, () => now)
  const later = (ms: number) => {
    now = plusMs(now, ms)
  }
  const touches = () => stores.touches.ofCustomer('c-001')
  const contacts = async () => (await stores.ledgers.getMany(['c-001']))[0]?.contacts ?? []
  return { stores, mailer, said, send, touches, contacts, later, now: () => now }
}

describe('the confirmation of a stop', () => {
  test('goes to the stored address at once, is claimed and recorded, and is counted by no cap', async () => {
    const { mailer, send, touches, contacts, said } = await atWork()
    expect(await send()).toBe('sent')
    expect(mailer.mails).toMatchObject([{ to: HER, subject: 'stopped care', text: AT, campaignId: OPT_OUT_NOTICE }])
    expect(await touches()).toMatchObject([{ result: 'sent', contentClass: 'transactional', campaignId: OPT_OUT_NOTICE }])
    expect(await contacts()).toMatchObject([{ contentClass: 'transactional' }])
    expect(said).toEqual(['notice.sent'])
  })

  test('is sent once, however often the message comes: a moment, an hour and a month later', async () => {
    const { mailer, send, later } = await atWork()
    expect(await send()).toBe('sent')
    for (const pause of [0, 60 * MINUTE_MS, 30 * 24 * 60 * MINUTE_MS]) {
      later(pause)
      expect(await send()).toBe('sent')
    }
    expect(mailer.mails).toHaveLength(1)
  })

  test.each<[string, 'no-address' | 'suppressed', (stores: Awaited<ReturnType<typeof atWork>>['stores']) => Promise<unknown>]>([
    [
      'an address that is suppressed while the message is being read',
      'suppressed',
      ({ suppressions, customers, ledgers, seals, companyRules }) =>
        suppressContactPoint(
          { suppressions, customers, ledgers, seals, companyRules },
          { point: { kind: 'email', value: HER }, reason: 'complaint', at: AT, evidence: 'x' },
        ),
    ],
    [
      'an address that is taken away',
      'no-address',
      async ({ customers, ledgers }) => {
        await customers.put([aCustomer({ email: null })])
        await ledgers.noteStop(['c-001'])
      },
    ],
  ])('%s is not written to: %s', async (_, result, stop) => {
    const { stores, mailer, send } = await atWork()
    const { touches } = stores
    let stopped = false
    const getMany: typeof touches.getMany = async (keys) => {
      if (!stopped) await stop(stores)
      stopped = true
      return touches.getMany(keys)
    }
    expect(await send(NOTICE, { touches: { ...touches, getMany } })).toBe(result)
    expect(mailer.mails).toEqual([])
  })

  test('two of the same at the same moment are one mail', async () => {
    const { mailer, send } = await atWork()
    const results = await Promise.allSettled([send(), send(), send()])
    expect(mailer.mails).toHaveLength(1)
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
    expect(await send()).toBe('sent')
  })

  test('a second stop of the same within a day is not confirmed again, and one of something else is', async () => {
    const { mailer, send, later } = await atWork()
    await send()
    later(60 * MINUTE_MS)
    expect(await send({ ...NOTICE, at: plusMs(AT, 60 * MINUTE_MS) })).toBe('told-already')
    expect(await send({ ...NOTICE, purposes: ['care', 'survey'], at: plusMs(AT, 61 * MINUTE_MS) })).toBe('sent')
    later(24 * 60 * MINUTE_MS)
    expect(await send({ ...NOTICE, at: plusMs(AT, 25 * 60 * MINUTE_MS) })).toBe('sent')
    expect(mailer.mails.map(({ subject }) => subject)).toEqual(['stopped care', 'stopped care survey', 'stopped care'])
  })

  test('ten thousand stops in a minute are one mail, and take one place in the sending rate', async () => {
    const { mailer, send, later } = await atWork()
    let places = 0
    const pace = { take: async () => void places++, throttled: () => {} }
    for (let n = 0; n < 10_000; n++) {
      await send({ ...NOTICE, at: plusMs(AT, n) }, { pace })
      later(6)
    }
    expect([mailer.mails.length, places]).toEqual([1, 1])
  })

  test('without a place in the sending rate nothing is sent, and the claim is given back', async () => {
    const { mailer, send, contacts } = await atWork()
    const pace = { take: () => Promise.reject(new Error('no places')), throttled: () => {} }
    await expect(send(NOTICE, { pace })).rejects.toThrow('no places')
    expect([mailer.mails, await contacts()]).toEqual([[], []])
    expect(await send()).toBe('sent')
  })

  test('twice without a place stops the sender, and is put back anew from then on instead of using up its tries', async () => {
    const { mailer, stores, send, contacts, said, later } = await atWork()
    const pace = { take: async () => Promise.reject(new Error('no places')), throttled: () => {} }
    await expect(send(NOTICE, { pace })).rejects.toThrow('no places')
    later(MINUTE_MS)
    await expect(send(NOTICE, { pace })).rejects.toThrow('no places')
    expect((await stores.stops.current()).stop).toMatchObject({ fault: 'unreachable' })
    later(2 * MINUTE_MS)
    expect(await send(NOTICE, { pace })).toBe('put-off')
    expect(said).toEqual(['sender.stillStopped', 'sender.stopped'])
    expect([mailer.mails, await contacts()]).toEqual([[], []])
    later(15 * MINUTE_MS)
    expect(await send()).toBe('sent')
    expect((await stores.stops.current()).stop).toBeNull()
  })

  test('to which no answer comes stops nobody alone, and two of two customers stop the sender', async () => {
    const { stores, mailer, send } = await atWork()
    await stores.customers.put([aCustomer({ customerId: 'c-002', email: 'c-002@example.com' })])
    mailer.answer(HER, { unknown: '500' })
    mailer.answer('c-002@example.com', { unknown: '500' })
    await expect(send()).rejects.toThrow('500')
    expect((await stores.stops.current()).stop).toBeNull()
    await expect(send({ ...NOTICE, customerId: 'c-002' })).rejects.toThrow('500')
    expect((await stores.stops.current()).stop).toMatchObject({ fault: 'unreachable' })
  })

  test.each([
    ['a customer who is gone', { customerId: 'c-999' }, aCustomer(), 'customer-gone'],
    ['a customer without an address', {}, aCustomer({ email: null }), 'no-address'],
  ])('%s gets none', async (_what, over, customer, result) => {
    const { mailer, send, contacts } = await atWork(customer)
    expect(await send({ ...NOTICE, ...over })).toBe(result)
    expect([mailer.mails, await contacts()]).toEqual([[], []])
  })

  test.each(['hard-bounce', 'soft-bounces', 'complaint', 'legal', 'opt-out'] as const)(
    'an address that must not be written to (%s) gets none',
    async (reason) => {
      const { stores, mailer, send } = await atWork()
      const contactKey = stores.seals.contactKey({ kind: 'email', value: HER })
      await stores.suppressions.add({ contactKey, kind: 'email', reason, at: AT, evidence: 'x' })
      expect(await send()).toBe('suppressed')
      expect(mailer.mails).toEqual([])
    },
  )

  test('an entry of the list that nobody can read keeps it back, and raises an alarm', async () => {
    const { stores, mailer, send, said } = await atWork()
    const unreadable = {
      among: async (hashes: readonly string[]) => new Map(hashes.map((hash) => [hash, 'unreadable' as const])),
    }
    expect(await send(NOTICE, { suppressions: unreadable })).toBe('suppressed')
    expect([mailer.mails, said]).toEqual([[], ['suppression.unreadable']])
    expect(stores.touches).toBeDefined()
  })

  test('a letter that cannot be written fails before anything is claimed, and is sent when the template is right', async () => {
    const { mailer, send, contacts, stores } = await atWork()
    await expect(
      send(NOTICE, { letters: { ...stores.letters, optOut: () => ({ problem: 'no template in xx' }) } }),
    ).rejects.toThrow('no template in xx')
    expect(await contacts()).toEqual([])
    expect(await send()).toBe('sent')
    expect(mailer.mails).toHaveLength(1)
  })
})

describe('when the provider', () => {
  test('has no time, the claim is given back and the message comes again', async () => {
    const { mailer, send, contacts, touches } = await atWork()
    mailer.answer(HER, { busy: 'daily-quota', detail: 'used up' })
    await expect(send()).rejects.toThrow('daily-quota')
    expect([await contacts(), await touches()]).toEqual([[], []])
    mailer.answer(HER, { accepted: 'm-2' })
    expect(await send()).toBe('sent')
  })

  test('refuses it for good, that is recorded, and nobody tries again', async () => {
    const { mailer, send, touches, said } = await atWork()
    mailer.answer(HER, { refused: 'MessageRejected' })
    expect(await send()).toBe('refused')
    expect(await touches()).toMatchObject([{ result: 'failed', reason: 'MessageRejected' }])
    expect(said).toEqual(['touch.failed'])
    mailer.answer(HER, { accepted: 'm-2' })
    expect(await send()).toBe('refused')
  })

  test('gives no answer, its own later word settles it', async () => {
    const { stores, mailer, send, touches, now, later } = await atWork()
    mailer.answer(HER, { unknown: 'timeout' })
    await expect(send()).rejects.toThrow('timeout')
    await expect(send()).rejects.toThrow('a moment ago')
    const occurrenceId = `${OPT_OUT_NOTICE}_${AT}`
    const campaigns = { latest: () => Promise.reject(new Error('no campaign is asked for')) }
    const proof = {
      campaignId: OPT_OUT_NOTICE,
      occurrenceId,
      customerId: 'c-001',
      channel: 'email',
      providerId: 'm-1',
      sentAt: now(),
    }
    await proveTouch({ ...stores, campaigns }, proof)
    later(7 * MINUTE_MS)
    expect(await send()).toBe('sent')
    expect(mailer.mails).toHaveLength(1)
    expect(await touches()).toMatchObject([{ occasionKey: `${OPT_OUT_NOTICE}:care`, contentClass: 'transactional' }])
  })

  test('says nothing at all, it is tried once more, and then never again', async () => {
    const { mailer, send, later, said } = await atWork()
    mailer.answer(HER, { unknown: 'timeout' }, { unknown: 'timeout' })
    await expect(send()).rejects.toThrow()
    later(7 * MINUTE_MS)
    await expect(send()).rejects.toThrow('timeout')
    later(7 * MINUTE_MS)
    expect(await send()).toBe('unknown')
    expect(await send()).toBe('unknown')
    expect(mailer.mails).toHaveLength(2)
    expect(said).toContain('touch.unknown')
  })

  test('speaks of a notice whose claim was given back, its touch is of no campaign all the same', async () => {
    const { stores, touches, now } = await atWork()
    const campaigns = { latest: () => Promise.reject(new Error('no campaign is asked for')) }
    const proof = {
      campaignId: OPT_OUT_NOTICE,
      occurrenceId: `${OPT_OUT_NOTICE}_${AT}`,
      customerId: 'c-001',
      channel: 'email',
      providerId: 'm-1',
      sentAt: now(),
    }
    await proveTouch({ ...stores, campaigns }, proof)
    expect(await touches()).toMatchObject([{ result: 'sent', contentClass: 'transactional' }])
  })
})

test.each([
  ['customers', 'get'],
  ['suppressions', 'among'],
  ['touches', 'getMany'],
  ['ledgers', 'claim'],
  ['mailer', 'send'],
  ['touches', 'add'],
] as const)('a crash at %s.%s is made up for, with at most one mail more and no fewer than one', async (port, word) => {
  const { stores, mailer, send, later } = await atWork()
  const broken = { ...stores[port], [word]: () => Promise.reject(new Error('the table is away')) }
  await expect(send(NOTICE, { [port]: broken })).rejects.toThrow()
  later(7 * MINUTE_MS)
  expect(await send()).toBe('sent')
  // Sent, and its touch not written: without the provider's word it goes out once again.
  expect(mailer.mails.length).toBe(port === 'touches' && word === 'add' ? 2 : 1)
})

describe('the words of the confirmation', () => {
  const html = ({ mailer }: Awaited<ReturnType<typeof atWork>>) => mailer.mails.map((mail) => mail.html)
  const accept = async ({ stores }: Awaited<ReturnType<typeof atWork>>, text: string) => {
    const words = someWords(OPT_OUT_TEMPLATE, text)
    return acceptNotice(stores.words, { words, at: AT, by: 'lan' })
  }

  test('are those that came with the code until others are accepted, and then the last accepted', async () => {
    const before = await atWork()
    await before.send()
    expect(html(before)).toEqual(['<p>bundled</p>'])

    const after = await atWork()
    expect(await accept(after, 'một')).toBe('accepted')
    expect(await accept(after, 'một')).toBe('unchanged')
    expect(await accept(after, 'hai')).toBe('accepted')
    await after.send()
    expect(html(after)).toEqual(['<p>hai</p>'])
    expect(after.said).toEqual(['notice.sent'])
  })

  test.each([
    ['not there', async () => undefined],
    ['unreadable', async () => 'unreadable' as const],
  ])('accepted and %s: the mail that the law asks for goes out in those of the code, and an alarm rings', async (_, read) => {
    const company = await atWork()
    await accept(company, 'hai')
    expect(await company.send(NOTICE, { words: { ...company.stores.words, read } })).toBe('sent')
    expect(html(company)).toEqual(['<p>bundled</p>'])
    expect(company.said).toEqual(['words.missing', 'notice.sent'])
  })
})

describe('while nothing can be sent to anybody', () => {
  const PAUSED = { stopped: 'sending-paused' as const, detail: 'paused' }

  test('the confirmation waits in its queue, claimed by nobody, and is sent when that is over', async () => {
    const { stores, mailer, send, contacts, touches, later, said } = await atWork()
    mailer.answer(HER, PAUSED)
    expect(await send()).toBe('put-off')
    expect([await contacts(), await touches(), stores.notices.waiting()]).toEqual([[], [], [NOTICE]])
    expect(said).toEqual(['sender.stopped'])
    // Looked at again too early, and by another sender: no call, and it waits on.
    expect(await send(stores.notices.take())).toBe('put-off')
    expect(stores.notices.waiting()).toEqual([NOTICE])
    later(2 * MINUTE_MS)
    expect(await send(stores.notices.take())).toBe('sent')
    expect([mailer.mails.length, stores.notices.waiting()]).toEqual([1, []])
    expect(said).toEqual(['sender.stopped', 'sender.resumed', 'notice.sent'])
  })

  test('it waits as long as the stop says, however many probes that takes', async () => {
    const { stores, mailer, send, later } = await atWork()
    mailer.answer(HER, ...Array.from({ length: 20 }, () => PAUSED))
    const waits: number[] = []
    const notices = {
      sendLater: async (notice: Notice, afterMs: number) => {
        waits.push(afterMs / MINUTE_MS)
        await stores.notices.sendLater(notice, afterMs)
      },
    }
    let result = await send(NOTICE, { notices })
    while (result === 'put-off') {
      later((waits.at(-1) ?? 0) * MINUTE_MS)
      result = await send(stores.notices.take(), { notices })
    }
    expect(result).toBe('sent')
    expect(waits.slice(0, 5)).toEqual([2, 4, 8, 15, 15])
    expect(mailer.mails).toHaveLength(1)
  })

  test('a notice that has nobody to go to leaves the probe to the next', async () => {
    const { mailer, send, later } = await atWork()
    await send()
    mailer.answer(HER, PAUSED)
    later(48 * 60 * MINUTE_MS)
    const second = { ...NOTICE, at: plusMs(AT, 48 * 60 * MINUTE_MS) }
    expect(await send(second)).toBe('put-off')
    later(2 * MINUTE_MS)
    expect(await send(NOTICE)).toBe('sent')
    expect(mailer.mails).toHaveLength(1)
    expect(await send(second)).toBe('sent')
    expect(mailer.mails).toHaveLength(2)
  })

  test('a fault met where its place in the rate is taken gives the claim back, too', async () => {
    const { stores, send, contacts } = await atWork()
    const pace = { take: () => Promise.reject(new SenderFaultError('credentials', 'expired')), throttled: () => {} }
    expect(await send(NOTICE, { pace })).toBe('put-off')
    expect([await contacts(), stores.notices.waiting()]).toEqual([[], [NOTICE]])
    expect((await stores.stops.current()).stop).toMatchObject({ fault: 'credentials' })
  })
})
