import { describe, expect, test } from 'vitest'
import type { ReceiveReplyPorts } from '#app/listening/receive-reply.ts'
import { ReplySchema } from '#core/reply/reply.ts'
import { plusMs } from '#core/time/instant.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { DOMAIN, LETTER, type ListeningCompany, listeningCompany, NOW, SURVEY } from '#test/app/listening/receiving.ts'
import { closedWork } from '#test/support/work-builders.ts'

describe('our own letter, quoted back without any mark', () => {
  const QUOTED = LETTER.replaceAll(/\{\{\w+Link\}\}/g, 'https://x.example/u/1')
    .replaceAll(/\{\{greetingName\}\}/g, 'Anh Minh')
    .replaceAll(/\{\{\w+\}\}/g, 'anh')

  test('unsubscribes nobody, and gives no score', async () => {
    const { aMail, receive, consents, response } = await listeningCompany()
    const reply = await receive(aMail({ text: `Trà bị mốc ${QUOTED.replaceAll('\n', ' ')}` }))
    expect(reply.reading).toMatchObject({ kind: 'complaint', score: null, text: expect.stringMatching(/^Trà bị mốc/) })
    expect(await consents()).not.toHaveProperty(['survey/email', 'decision'], 'withdrawn')
    expect((await response())?.answers ?? []).toEqual([])
  })

  test('its label, copied above it, stops', async () => {
    const { aMail, receive, consents } = await listeningCompany()
    await receive(aMail({ text: `Ngừng nhận thư\n\n${QUOTED}` }))
    expect(await consents()).toMatchObject({ 'survey/email': { decision: 'withdrawn' } })
  })

  test('of a letter to somebody else nothing is taken away: only that letter’s own words are known', async () => {
    const { aMail, receive } = await listeningCompany()
    const reply = await receive(aMail({ text: QUOTED, mailed: { campaignId: 'greeting' } }))
    expect(reply.reading.text).toContain('Điểm cao hay thấp')
  })
})

describe('an answer to a survey', () => {
  test('is recorded with its origin, and the reply points to what it answers', async () => {
    const { aMail, receive, response, openWork } = await listeningCompany()
    const reply = await receive(aMail({ text: '9. Giao hàng nhanh lắm ạ.' }))
    expect(ReplySchema.parse(reply)).toEqual(reply)
    expect(reply).toMatchObject({ customerId: 'c-001', occurrenceId: SURVEY, outcome: 'answered', receivedOn: '2027-03-10' })
    expect((await response())?.answers).toMatchObject([
      { at: NOW, score: 9, why: '9. Giao hàng nhanh lắm ạ.', origin: { via: 'reply', by: reply.replyId, fromCompany: false } },
    ])
    expect(await openWork()).toEqual([])
  })

  test.each(['9', '9/10', 'Chín điểm', '  10 điểm  '])('“%s” is a score and gives no reason', async (text) => {
    const { aMail, receive, response } = await listeningCompany()
    await receive(aMail({ text }))
    expect((await response())?.answers[0]).toMatchObject({ score: expect.any(Number), why: null })
  })

  test('a low score opens a call, due a working day later', async () => {
    const { aMail, receive, openWork, stores } = await listeningCompany()
    const { replyId } = await receive(aMail({ text: '3' }))
    expect(await openWork()).toEqual(['low-score c-001'])
    expect(await stores.work.allOpen()).toMatchObject([{ subject: { replyId, score: 3 }, dueAt: '2027-03-11T02:00:00.000Z' }])
  })

  test('a later mail counts, and the earlier one stays in the history', async () => {
    const { aMail, receive, response } = await listeningCompany()
    await receive(aMail({ text: '9' }))
    await receive(aMail({ text: '4', messageId: '<2@x>' }), { rawKey: 'in/2', receivedAt: plusMs(NOW, 1_000) })
    expect((await response())?.answers.map(({ score }) => score)).toEqual([9, 4])
  })

  test('mails that come in the wrong order count in the right one', async () => {
    const { aMail, receive, response } = await listeningCompany()
    await receive(aMail({ text: '4', messageId: '<2@x>' }), { receivedAt: plusMs(NOW, 1_000) })
    await receive(aMail({ text: '9' }))
    expect((await response())?.answers.map(({ score }) => score)).toEqual([9, 4])
  })

  test('after the survey has closed, a person sees it', async () => {
    const { aMail, receive, response, stores } = await listeningCompany()
    const reply = await receive(aMail({ text: '9' }), { receivedAt: '2027-07-01T02:00:00.000Z' })
    expect([await response(), reply.outcome]).toEqual([undefined, 'work-opened'])
    expect(await stores.work.allOpen()).toMatchObject([
      { subject: { is: 'unclear-reply', score: 9 }, holds: [{ is: 'answer-refused' }] },
    ])
  })

  test('a score that may mean several is never guessed: a person reads it', async () => {
    const { aMail, receive, response, openWork } = await listeningCompany()
    expect(await receive(aMail({ text: '8-9' }))).toMatchObject({
      outcome: 'work-opened',
      reading: { kind: 'unclear', score: null },
    })
    expect([await response(), await openWork()]).toEqual([undefined, ['unclear-reply c-001']])
  })

  test('a complaint with a score is both: counted, and followed up', async () => {
    const { aMail, receive, response, openWork } = await listeningCompany()
    const reply = await receive(aMail({ text: '2 điểm. Hàng bị vỡ, tôi rất thất vọng.' }))
    expect(reply.reading.kind).toBe('complaint')
    expect((await response())?.answers).toMatchObject([{ score: 2 }])
    expect(await openWork()).toEqual(['complaint c-001'])
  })

  test('the survey of the day counts, whatever the campaign asks by now', async () => {
    const { stores, aMail, receive, response } = await listeningCompany()
    const [latest] = (await stores.campaigns.latest()).filter(({ definition }) => definition.id === 'how-was-it')
    const definition = { ...latest!.definition, survey: { ...latest!.definition.survey!, kind: 'fcr' as const } }
    await stores.campaigns.accept({ definition, version: 2, acceptedAt: NOW, acceptedBy: 'marketing' })
    await receive(aMail({ text: '9' }))
    expect(await response()).toMatchObject({ kind: 'nps', answers: [{ score: 9 }] })
  })
})

describe('a stop', () => {
  test('by words stops what was answered, at the instant it came in, and asks for one confirmation', async () => {
    const { aMail, receive, consents, stores } = await listeningCompany()
    const reply = await receive(aMail({ text: 'Dừng', mailed: { campaignId: 'greeting' } }))
    expect(reply).toMatchObject({ outcome: 'opted-out', reading: { kind: 'optOut' } })
    expect(await consents()).toEqual({ 'care/email': { decision: 'withdrawn', at: NOW } })
    expect(await stores.consents.ofCustomer('c-001')).toMatchObject([{ source: 'reply', evidence: reply.replyId }])
    expect(stores.notices.waiting()).toEqual([{ customerId: 'c-001', purposes: ['care'], at: NOW }])
  })

  test.each([
    ['a survey’s address', { campaignId: 'how-was-it' }, ['survey/email']],
    ['a greeting’s address', { campaignId: 'greeting' }, ['care/email']],
    [
      'the address of a mail that cannot be stopped itself',
      { campaignId: 'receipt' },
      ['advertising/email', 'care/email', 'survey/email'],
    ],
    [
      'the address of a campaign nobody knows any more',
      { campaignId: 'gone' },
      ['advertising/email', 'care/email', 'survey/email'],
    ],
  ])('by mail to %s needs no words', async (_what, mailed, stopped) => {
    const { aMail, receive, consents, stores } = await listeningCompany()
    expect(await receive(aMail({ subject: 'unsubscribe', mailed: { ...mailed, use: 'stop' } }))).toMatchObject({
      outcome: 'opted-out',
    })
    expect(Object.keys((await consents()) ?? {}).sort()).toEqual(stopped)
    expect((await stores.consents.ofCustomer('c-001'))[0]?.source).toBe('mailto-unsubscribe')
    expect(await stores.work.allOpen()).toEqual([])
  })

  test('by a mail program that marks its mail as automatic, or that the spam filter dislikes, is still a stop', async () => {
    for (const headers of [[['auto-submitted', ['auto-generated']]], [['x-ses-spam-verdict', ['FAIL']]]] as const) {
      const { aMail, receive, consents } = await listeningCompany()
      await receive(aMail({ mailed: { use: 'stop' }, headers: new Map(headers.map(([name, values]) => [name, [...values]])) }))
      expect(await consents()).toMatchObject({ 'survey/email': { decision: 'withdrawn' } })
    }
  })

  test('that is dealt with only after a new yes takes nothing back', async () => {
    const { aMail, receive, consents, stores } = await listeningCompany()
    const granted = { 'care/email': { decision: 'granted' as const, at: plusMs(NOW, 60_000) } }
    await stores.customers.setConsents('c-001', granted)
    await receive(aMail({ text: 'Dừng', mailed: { campaignId: 'greeting' } }))
    expect(await consents()).toEqual(granted)
  })

  test('with a complaint in it is both', async () => {
    const { aMail, receive, openWork, consents } = await listeningCompany()
    const text = 'Hàng hỏng, gọi mãi không ai trả lời, tôi rất thất vọng.\nĐừng gửi thư cho tôi nữa.'
    expect(await receive(aMail({ text, mailed: { campaignId: 'greeting' } }))).toMatchObject({ outcome: 'opted-out' })
    expect(await consents()).toHaveProperty('care/email.decision', 'withdrawn')
    expect(await openWork()).toEqual(['complaint c-001'])
  })
})

describe('what a person must do', () => {
  test.each([
    ['a complaint', 'Sản phẩm bị lỗi, tôi không hài lòng chút nào.', 'complaint'],
    ['a request', 'Cho tôi hỏi bao giờ có hàng lại ạ? Gọi cho tôi nhé.', 'request'],
    ['what nobody understands', 'Ừ thì…', 'unclear-reply'],
  ])('%s becomes a case', async (_what, text, reason) => {
    const { aMail, receive, openWork } = await listeningCompany()
    const reply = await receive(aMail({ text, mailed: { campaignId: 'greeting' } }))
    expect([reply.outcome, await openWork()]).toEqual(['work-opened', [`${reason} c-001`]])
  })

  test('asking about their own data starts the clocks of the law', async () => {
    const { aMail, receive, stores } = await listeningCompany()
    await receive(aMail({ text: 'Vui lòng xóa toàn bộ dữ liệu cá nhân của tôi.', mailed: { campaignId: 'greeting' } }))
    expect(await stores.work.allOpen()).toMatchObject([{ subject: { is: 'right', ask: 'erase' }, customerId: 'c-001' }])
  })

  test('a mail too large to be read whole is the customer’s, and goes to a person with its size', async () => {
    const { aMail, receive, stores, response } = await listeningCompany()
    const reply = await receive(aMail({ text: '9' }), { tooLarge: 41_943_040 })
    expect(reply).toMatchObject({ customerId: 'c-001', reading: { kind: 'unclear', score: null } })
    expect(reply.reading.reasons).toContain('too-large:41943040')
    expect(await response()).toBeUndefined()
    expect(await stores.work.allOpen()).toMatchObject([{ subject: { is: 'unclear-reply', replyId: reply.replyId } }])
  })
})

describe('nobody’s mail', () => {
  const forgeries: readonly (readonly [string, (company: ListeningCompany) => string])[] = [
    ['no address of ours', () => 'care@trasen.example.com'],
    ['our domain without a seal', () => `info@${DOMAIN}`],
    ['an altered seal', ({ address }) => address().replace(/.(?=@)/, (letter) => (letter === 'a' ? 'b' : 'a'))],
    ['a right local part at another domain', ({ address }) => address().replace(DOMAIN, 'evil.example.com')],
    [
      'another secret’s seal',
      ({ address }) => address().replace(/\+.*@/, `+${'0123456789abcdefghjkmnpqrstvwxyz'.repeat(2).slice(0, 50)}@`),
    ],
    ['a customer who is gone', ({ address }) => address({ customerId: 'c-999' })],
    ['nothing at all', () => ''],
  ]
  test.each(forgeries)('sent to %s: kept, seen by a person, and nobody is touched', async (_what, forged) => {
    const company = await listeningCompany()
    const { aMail, receive, openWork, consents, stores } = company
    const mail = aMail({ recipients: [forged(company)], text: 'Dừng. 1 điểm. Xóa dữ liệu của tôi.' })
    expect(await receive(mail)).toMatchObject({ customerId: null, occurrenceId: null, outcome: 'work-opened' })
    expect([await consents(), await stores.consents.ofCustomer('c-001'), stores.notices.waiting()]).toEqual([{}, [], []])
    expect(await stores.responses.ofCustomer('c-001')).toEqual([])
    expect([await openWork(), (await stores.replies.unmatched()).length]).toEqual([['unclear-reply null'], 1])
  })

  test('who it says it comes from decides nothing: the sealed address does', async () => {
    const { aMail, receive, consents } = await listeningCompany()
    await receive(aMail({ from: 'c-002@example.com', text: 'Dừng', mailed: { campaignId: 'greeting' } }))
    expect([await consents('c-001'), await consents('c-002')]).toMatchObject([{ 'care/email': {} }, {}])
  })

  test('among many addresses, however they are spelt, ours is found', async () => {
    const { aMail, receive, address } = await listeningCompany()
    const recipients = ['a@example.com', address().toUpperCase(), address({ customerId: 'c-002' })]
    expect(await receive(aMail({ recipients, text: '9' }))).toMatchObject({ customerId: 'c-001', outcome: 'answered' })
  })
})

describe('what no person wrote', () => {
  test.each([
    ['an automatic reply', [['auto-submitted', ['auto-replied']]], 'autoReply'],
    [
      'a bounce',
      [
        ['return-path', ['<>']],
        ['content-type', ['multipart/report; report-type=delivery-status']],
      ],
      'bounce',
    ],
  ] as const)('%s is kept, answered by nothing, and never a stop', async (_what, headers, kind) => {
    const { aMail, receive, consents, openWork, stores } = await listeningCompany()
    const mail = aMail({ text: 'Dừng. 9 điểm.', headers: new Map(headers.map(([name, values]) => [name, [...values]])) })
    expect(await receive(mail)).toMatchObject({ customerId: 'c-001', outcome: 'kept', reading: { kind } })
    expect([await consents(), await openWork(), stores.notices.waiting()]).toEqual([{}, [], []])
    expect(await stores.responses.ofCustomer('c-001')).toEqual([])
  })

  test('one without a customer makes no work either', async () => {
    const { aMail, receive, openWork } = await listeningCompany()
    const mail = aMail({ recipients: [`postmaster@${DOMAIN}`], headers: new Map([['auto-submitted', ['auto-replied']]]) })
    expect(await receive(mail)).toMatchObject({ customerId: null, outcome: 'kept' })
    expect(await openWork()).toEqual([])
  })

  test.each([
    ['a virus', 'virus', {}],
    ['spam, sent to no sealed address', 'spam', { recipients: [`info@${DOMAIN}`] }],
  ] as const)('what the mail service calls %s is nobody’s, and none of its words are kept', async (_what, verdict, over) => {
    const { aMail, receive, consents, openWork, stores } = await listeningCompany()
    const headers = new Map([[`x-ses-${verdict}-verdict`, ['FAIL']]])
    const attachments = [{ name: 'invoice.exe', type: 'application/x-msdownload', bytes: 3 }]
    expect(await receive(aMail({ text: 'Dừng. 9 điểm.', headers, attachments, ...over }))).toMatchObject({
      customerId: null,
      subject: '',
      attachments: [],
      outcome: 'kept',
      reading: { text: '', score: null, reasons: [`verdict:${verdict}`], holds: [], verdict },
    })
    expect([await consents(), await openWork(), stores.notices.waiting()]).toEqual([{}, [], []])
  })
})

describe('harmless text', () => {
  test('is stored as it was written, however long or strange', async () => {
    const { aMail, receive } = await listeningCompany()
    const text = `<script>alert(1)</script> =HYPERLINK("http://x") ${'á'.repeat(100_000)}`
    const reply = await receive(aMail({ text, subject: 'x'.repeat(5_000), mailed: { campaignId: 'greeting' } }))
    expect(reply.reading.text.startsWith('<script>alert(1)</script> =HYPERLINK')).toBe(true)
    expect([reply.reading.text.length <= 20_000, reply.subject.length]).toEqual([true, 500])
  })
})

describe('the same mail', () => {
  const kinds: readonly (readonly [string, string])[] = [
    ['an answer', '3'],
    ['a stop', 'Dừng'],
    ['a complaint', 'Hàng bị vỡ, tôi rất thất vọng.'],
    ['a request for erasure', 'Hãy xóa dữ liệu cá nhân của tôi.'],
    ['something unclear', 'Ừ thì…'],
  ]
  test.each(kinds)('twice, under two keys and an hour apart, is one reply (%s)', async (_what, text) => {
    const { aMail, receive, everything } = await listeningCompany()
    await receive(aMail({ text }))
    const once = await everything()
    await receive(aMail({ text }))
    await receive(aMail({ text }), { rawKey: 'in/again', receivedAt: plusMs(NOW, 3_600_000) })
    expect(await everything()).toBe(once)
  })

  test('two mails that share an id and say different things are two', async () => {
    const { aMail, receive, stores } = await listeningCompany()
    await receive(aMail({ text: 'Cảm ơn' }))
    await receive(aMail({ text: 'Dừng' }), { rawKey: 'in/2' })
    expect(await stores.replies.ofCustomer('c-001')).toHaveLength(2)
  })

  /** What it touches on the way, in the order of the code. */
  const words = {
    campaigns: ['latest', 'version'],
    occurrences: ['get'],
    customers: ['get', 'setConsents'],
    consents: ['ofCustomer', 'append'],
    responses: ['get', 'put'],
    work: ['open', 'ofCustomer'],
    notices: ['confirmOptOut'],
    replies: ['get', 'add'],
  } as const satisfies Partial<Record<keyof ReceiveReplyPorts, readonly string[]>>
  const crashes = Object.entries(words).flatMap(([port, each]) => each.map((word) => [port as keyof typeof words, word] as const))

  test.each(crashes)(
    'comes again after a crash at %s.%s, before or after it was done, and ends as if nothing had been',
    async (port, word) => {
      for (const [, text] of [
        ...kinds,
        ['all at once', '1 điểm. Hàng bị vỡ, tôi rất thất vọng. Đừng gửi thư cho tôi nữa.'] as const,
      ]) {
        const calm = await listeningCompany()
        await calm.receive(calm.aMail({ text }))
        for (const when of ['before', 'after'] as const) {
          const { stores, aMail, receive, everything } = await listeningCompany()
          const port1: Record<string, unknown> = { ...stores[port] }
          const original = Reflect.get(stores[port], word)
          let broken = true
          port1[word] = async (...given: unknown[]) => {
            if (!broken) return Reflect.apply(original, stores[port], given)
            if (when === 'after') await Reflect.apply(original, stores[port], given)
            broken = false
            throw new Error('the machine died')
          }
          await receive(aMail({ text }), {}, { [port]: port1 }).catch(() => {})
          await receive(aMail({ text }), {}, { [port]: port1 })
          await receive(aMail({ text }))
          expect(await everything(), `${text} ${when}`).toBe(await calm.everything())
          const asked = new Set(stores.notices.waiting().map((notice) => JSON.stringify(notice)))
          expect([...asked]).toEqual([...new Set(calm.stores.notices.waiting().map((notice) => JSON.stringify(notice)))])
        }
      }
    },
  )
})

describe('a flood', () => {
  test('of ten thousand mails of one customer makes twenty items of work and one that says so, and loses none', async () => {
    const { aMail, receive, stores } = await listeningCompany()
    for (let n = 0; n < 10_000; n++) {
      await receive(
        aMail({ text: `Hàng bị lỗi lần thứ ${n}, tôi rất thất vọng`, messageId: `<${n}@x>`, mailed: { campaignId: 'greeting' } }),
        {
          rawKey: `in/${n}`,
          receivedAt: plusMs(NOW, n * 6),
        },
      )
    }
    const open = await stores.work.allOpen()
    expect(open).toHaveLength(21)
    expect(open.filter(({ subject }) => subject.is === 'many-replies')).toMatchObject([
      { customerId: 'c-001', workId: 'many-replies_c-001_2027-03-10' },
    ])
    expect(await stores.replies.ofCustomer('c-001')).toHaveLength(10_000)
  })

  test('what comes after staff have closed the item about many mails opens another', async () => {
    const { aMail, receive, stores } = await listeningCompany()
    const write = async (from: number, to: number) => {
      for (let n = from; n < to; n++)
        await receive(aMail({ text: `Ừ thì… ${n}`, messageId: `<${n}@x>`, mailed: { campaignId: 'greeting' } }), {
          rawKey: `in/${n}`,
          receivedAt: plusMs(NOW, n * 6),
        })
    }
    await write(0, 22)
    const [many] = (await stores.work.allOpen()).filter(({ subject }) => subject.is === 'many-replies')
    if (!many) throw new Error('nothing speaks of many mails')
    await stores.work.update(closedWork(many, '2027-03-10'))
    await write(22, 25)
    expect(
      (await stores.work.allOpen()).filter(({ subject }) => subject.is === 'many-replies').map(({ workId }) => workId),
    ).toEqual(['many-replies_c-001_2027-03-10_2'])
  })

  const unclear = 'Ừ thì…'
  const complains = 'Hàng bị vỡ, tôi rất thất vọng.'
  const asksToErase = 'Hãy xóa dữ liệu cá nhân của tôi.'
  async function flooded(count: number, text: string) {
    const company = await listeningCompany()
    const write = (n: number, words: string) =>
      company.receive(company.aMail({ text: words, messageId: `<${n}@x>`, mailed: { campaignId: 'greeting' } }), {
        rawKey: `in/${n}`,
        receivedAt: plusMs(NOW, n * 1_000),
      })
    for (let n = 1; n <= count; n++) await write(n, text)
    return { ...company, write }
  }

  test('of mails that nobody understands hides neither a complaint nor a right, which open work of their own', async () => {
    const { write, openWork } = await flooded(20, unclear)
    expect(await write(21, unclear)).toMatchObject({ outcome: 'among-many' })
    expect(await write(22, `${complains} ${asksToErase}`)).toMatchObject({ outcome: 'work-opened' })
    const open = await openWork()
    expect(open.filter((item) => item !== 'unclear-reply c-001')).toEqual(['rights c-001'])
    expect(await write(23, complains)).toMatchObject({ outcome: 'work-opened' })
    expect((await openWork()).filter((item) => item !== 'unclear-reply c-001').sort()).toEqual([
      'complaint c-001',
      'rights c-001',
    ])
    expect(open.filter((item) => item === 'unclear-reply c-001')).toHaveLength(21)
  })

  test('says of the twenty-first mail that it is one among many, also when it comes again after a crash', async () => {
    const { write, aMail, receive, stores, everything } = await flooded(20, unclear)
    const add: typeof stores.replies.add = () => Promise.reject(new Error('the machine died'))
    const mail = aMail({ text: unclear, messageId: '<21@x>', mailed: { campaignId: 'greeting' } })
    await receive(mail, { receivedAt: plusMs(NOW, 21_000) }, { replies: { ...stores.replies, add } }).catch(() => {})
    expect(await receive(mail, { receivedAt: plusMs(NOW, 21_000) })).toMatchObject({ outcome: 'among-many' })
    expect(await stores.work.allOpen()).toHaveLength(21)
    const before = await everything()
    expect(await write(20, unclear)).toMatchObject({ outcome: 'work-opened' })
    expect(await everything()).toBe(before)
  })

  test('of complaints has a limit of its own, which hides no right and no request', async () => {
    const { write, openWork } = await flooded(20, complains)
    expect(await write(21, complains)).toMatchObject({ outcome: 'among-many' })
    expect(await write(22, asksToErase)).toMatchObject({ outcome: 'work-opened' })
    expect(await write(23, 'Gọi cho tôi nhé.')).toMatchObject({ outcome: 'work-opened' })
    const open = await openWork()
    expect(open.filter((item) => item === 'complaint c-001')).toHaveLength(20)
    expect(open.filter((item) => item !== 'complaint c-001').sort()).toEqual([
      'request c-001',
      'rights c-001',
      'unclear-reply c-001',
    ])
  })

  test('of the same right is one item a day, told once, and every mail stays readable', async () => {
    const { write, stores, said } = await flooded(30, asksToErase)
    expect(await stores.work.allOpen()).toMatchObject([
      { workId: 'rights_erase_2027-03-10_c-001', subject: { is: 'right', ask: 'erase' } },
    ])
    expect(said.filter(({ name }) => name === 'work.opened')).toHaveLength(1)
    await write(31, 'Cho tôi xem dữ liệu cá nhân của tôi.')
    await write(86_400, asksToErase)
    expect((await stores.work.allOpen()).map(({ workId }) => workId).sort()).toEqual([
      'rights_access_2027-03-10_c-001',
      'rights_erase_2027-03-10_c-001',
      'rights_erase_2027-03-11_c-001',
    ])
    expect(await stores.replies.ofCustomer('c-001')).toHaveLength(32)
  })

  test('hides no right where no law says how long there is: a person sees each, however many mails came', async () => {
    const { aMail, receive, stores } = await flooded(20, unclear)
    const ports = { companyRules: { ...stores.companyRules, policies: [] } }
    for (const [n, text] of [asksToErase, 'Cho tôi xem dữ liệu cá nhân của tôi.', asksToErase].entries()) {
      const mail = aMail({ text, messageId: `<right-${n}@x>`, mailed: { campaignId: 'greeting' } })
      expect(await receive(mail, { receivedAt: plusMs(NOW, 60_000) }, ports)).toMatchObject({ outcome: 'work-opened' })
    }
    const requests = (await stores.work.allOpen()).filter(({ subject }) => subject.is === 'request')
    expect(requests.flatMap((item) => deadlinesOf(item, ports.companyRules).held).map(({ ask, done }) => [ask, done])).toEqual(
      expect.arrayContaining([
        ['erase', null],
        ['access', null],
      ]),
    )
    expect(requests).toHaveLength(2)
  })

  test('ends with the day: the next morning a complaint is work again', async () => {
    const { aMail, receive, stores } = await listeningCompany()
    for (let n = 0; n < 30; n++)
      await receive(aMail({ text: 'Hàng bị lỗi, tôi rất thất vọng', messageId: `<${n}@x>`, mailed: { campaignId: 'greeting' } }))
    await receive(aMail({ text: 'Hàng vẫn lỗi, tôi rất thất vọng', mailed: { campaignId: 'greeting' } }), {
      receivedAt: '2027-03-11T01:00:00.000Z',
    })
    expect(await stores.work.allOpen()).toHaveLength(22)
  })

  test('from nobody knows whom makes twenty items an hour and one that says so', async () => {
    const { aMail, receive, stores } = await listeningCompany()
    const stray = (n: number, receivedAt = plusMs(NOW, n)) =>
      receive(aMail({ recipients: [`x${n}@${DOMAIN}`], text: `${n}`, messageId: `<${n}@x>` }), { rawKey: `in/${n}`, receivedAt })
    for (let n = 0; n < 500; n++) expect((await stray(n)).outcome).toBe(n < 20 ? 'work-opened' : 'among-many')
    await stray(3)
    expect(await stores.work.allOpen()).toHaveLength(21)
    expect(await stores.replies.unmatched()).toHaveLength(500)
    await stray(501, '2027-03-10T03:00:00.000Z')
    expect(await stores.work.allOpen()).toHaveLength(22)
  })

  test('of answers is refused after twenty changes, and a person hears of it', async () => {
    const { aMail, receive, response, openWork } = await listeningCompany()
    for (let n = 0; n < 60; n++)
      await receive(aMail({ text: `${7 + (n % 4)}`, messageId: `<${n}@x>` }), {
        rawKey: `in/${n}`,
        receivedAt: plusMs(NOW, n * 1_000),
      })
    expect((await response())?.answers).toHaveLength(21)
    expect((await openWork()).length).toBeLessThanOrEqual(21)
  })
})

test('events name ids and kinds, and never what was written', async () => {
  const { aMail, receive, said } = await listeningCompany()
  await receive(aMail({ text: '2 điểm. Bí mật của tôi.', subject: 'Bí mật' }))
  expect(said.map(({ name }) => name)).toContain('reply.received')
  expect(JSON.stringify(said)).not.toMatch(/Bí mật|example\.com/)
})
