import { describe, expect, test } from 'vitest'
import { ReplySchema } from '#core/reply/reply.ts'
import { reasonOf } from '#core/work/work-item.ts'
import { DOMAIN, listeningCompany, NOW } from '#test/app/listening/receiving.ts'

const SPAM = new Map([['x-ses-spam-verdict', ['FAIL']]])
const VIRUS = new Map([['x-ses-virus-verdict', ['FAIL']]])
const BOTH = new Map([...SPAM, ...VIRUS])

describe('a mail that the service calls spam, sent to a sealed address', () => {
  test.each(['Dừng', 'STOP', "I'd rather not get these anymore", 'sao cứ gửi hoài vậy trời, tui đâu có đăng ký'])(
    'stops when it says so: %j; the confirmation goes to the address we know',
    async (text) => {
      const { aMail, receive, consents, stores } = await listeningCompany()
      const mail = aMail({ text, headers: SPAM, from: 'stranger@example.org', mailed: { campaignId: 'greeting' } })
      const reply = await receive(mail)
      expect(ReplySchema.parse(reply)).toEqual(reply)
      expect(reply).toMatchObject({
        customerId: 'c-001',
        outcome: 'opted-out',
        reading: { kind: 'optOut', text, verdict: 'spam' },
      })
      expect(reply.reading.reasons).toContain('verdict:spam')
      expect(await consents()).toEqual({ 'care/email': { decision: 'withdrawn', at: NOW } })
      expect(await stores.consents.ofCustomer('c-001')).toMatchObject([{ source: 'reply', evidence: reply.replyId }])
      // By customer, never by the address it says it comes from.
      expect(stores.notices.waiting()).toEqual([{ customerId: 'c-001', purposes: ['care'], at: NOW }])
      expect(await stores.work.allOpen()).toEqual([])
    },
  )

  test.each<[string, string, string, readonly unknown[]]>([
    ['a score', '9', 'unclear-reply', []],
    ['thanks', 'Cảm ơn shop', 'unclear-reply', []],
    ['what nobody understands', 'Bạn đã trúng thưởng, bấm http://evil.example', 'unclear-reply', []],
    ['a complaint', 'Hàng bị vỡ', 'complaint', []],
    ['a request', 'Gọi lại cho tôi', 'request', []],
    ['a wish about their own data, whose clock runs', 'Xóa dữ liệu của tôi', 'rights', []],
  ])('goes to a person with the verdict: %s', async (_what, text, reason, holds) => {
    const { aMail, receive, stores, response, consents } = await listeningCompany()
    const attachments = [{ name: 'photo.jpg', type: 'image/jpeg', bytes: 3 }]
    const reply = await receive(aMail({ text, headers: SPAM, attachments }))
    expect(reply).toMatchObject({
      customerId: 'c-001',
      subject: 'Re: Trà Sen hỏi thăm',
      attachments,
      outcome: 'work-opened',
      reading: { score: null, text, verdict: 'spam' },
    })
    const open = await stores.work.allOpen()
    expect(open.map(reasonOf)).toEqual([reason])
    expect(open).toMatchObject([
      { subject: { replyId: reply.replyId }, customerId: 'c-001', holds: [...holds, { is: 'spam-verdict' }] },
    ])
    expect([await response(), await consents(), stores.notices.waiting()]).toEqual([undefined, {}, []])
  })

  test('a stop with a complaint in it stops, and the complaint is one item with the verdict', async () => {
    const { aMail, receive, stores } = await listeningCompany()
    const text = 'Hàng hỏng, tôi rất thất vọng.\nĐừng gửi thư cho tôi nữa.'
    expect(await receive(aMail({ text, headers: SPAM }))).toMatchObject({ outcome: 'opted-out' })
    expect(await stores.work.allOpen()).toMatchObject([{ subject: { is: 'complaint' }, holds: [{ is: 'spam-verdict' }] }])
  })

  test('to the address for stops it stops, and what else it says goes to a person', async () => {
    const { aMail, receive, consents, openWork } = await listeningCompany()
    const mail = aMail({ text: 'Hàng bị vỡ, tôi rất thất vọng', headers: SPAM, mailed: { use: 'stop', campaignId: 'greeting' } })
    expect(await receive(mail)).toMatchObject({ outcome: 'opted-out' })
    expect(await consents()).toHaveProperty('care/email.decision', 'withdrawn')
    expect(await openWork()).toEqual(['complaint c-001'])
  })

  test('of a machine it is kept, as any other machine’s', async () => {
    const { aMail, receive, openWork, consents } = await listeningCompany()
    const headers = new Map([...SPAM, ['auto-submitted', ['auto-replied']] as [string, string[]]])
    expect(await receive(aMail({ text: 'Dừng', headers }))).toMatchObject({ customerId: 'c-001', outcome: 'kept' })
    expect([await openWork(), await consents()]).toEqual([[], {}])
  })

  test('a flood of it makes no more work than any other flood', async () => {
    const { aMail, receive, stores } = await listeningCompany()
    for (let n = 0; n < 60; n++)
      await receive(
        aMail({ text: `Trúng thưởng ${n}`, headers: SPAM, messageId: `<${n}@x>`, mailed: { campaignId: 'greeting' } }),
        {
          rawKey: `in/${n}`,
        },
      )
    expect(await stores.work.allOpen()).toHaveLength(21)
    expect(await stores.replies.ofCustomer('c-001')).toHaveLength(60)
  })
})

describe('a virus', () => {
  test.each([
    ['alone', VIRUS],
    ['in spam', BOTH],
  ])('%s stops only by the address that can mean nothing else, and nothing of its words is kept', async (_what, headers) => {
    const { aMail, receive, consents, openWork } = await listeningCompany()
    const text = 'Dừng. Hàng bị vỡ.'
    expect(await receive(aMail({ text, headers }))).toMatchObject({
      customerId: null,
      subject: '',
      outcome: 'kept',
      reading: { text: '', verdict: 'virus' },
    })
    expect(await consents()).toEqual({})
    expect(await receive(aMail({ text, headers, mailed: { use: 'stop', campaignId: 'greeting' } }))).toMatchObject({
      customerId: 'c-001',
      outcome: 'opted-out',
      reading: { text: '', verdict: 'virus' },
    })
    expect(await consents()).toHaveProperty('care/email.decision', 'withdrawn')
    expect(await openWork()).toEqual([])
  })
})

test('spam to no sealed address stays nobody’s: kept without its words, and no work', async () => {
  const { aMail, receive, openWork } = await listeningCompany()
  expect(await receive(aMail({ text: 'Dừng', headers: SPAM, recipients: [`info@${DOMAIN}`] }))).toMatchObject({
    customerId: null,
    outcome: 'kept',
    reading: { text: '', reasons: ['verdict:spam'] },
  })
  expect(await openWork()).toEqual([])
})
