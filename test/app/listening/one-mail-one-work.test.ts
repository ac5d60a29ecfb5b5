import { describe, expect, test } from 'vitest'
import { recordAnswer } from '#app/listening/record-answer.ts'
import { type Instant, plusMs } from '#core/time/instant.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { reasonOf } from '#core/work/work-item.ts'
import { DATE, listeningCompany, NOW, SURVEY } from '#test/app/listening/receiving.ts'
import { closedWork } from '#test/support/work-builders.ts'

const everythingAtOnce =
  '2 điểm. Hàng bị vỡ, tôi rất thất vọng. Gọi lại cho tôi. Cập nhật thông tin của tôi rồi xóa dữ liệu của tôi.'

describe('one mail is one piece of work, which holds all of it', () => {
  test.each<[string, string, string, readonly unknown[]]>([
    ['a complaint and a low score', '2 điểm. Hàng bị vỡ', 'complaint', [{ is: 'low-score' }]],
    ['a complaint and a high score', '10 điểm vì đã làm mất hàng của tôi', 'complaint', [{ is: 'contradicted-score' }]],
    ['a complaint and a request', '8. Thanks! The cup arrived broken, please call', 'complaint', [{ is: 'request' }]],
    ['a low score and a request', '3. Khi nào có trà mới?', 'low-score', [{ is: 'request' }]],
    ['a good score and a request', '9. Khi nào có trà mới?', 'request', []],
    ['a score and its opposite', '10 điểm. Đùa thôi', 'unclear-reply', [{ is: 'contradicted-score' }]],
    ['a good score and words nobody is sure of', '9 điểm, nước trà đục', 'unclear-reply', [{ is: 'words-to-read' }]],
    ['a good score in a word of scorn', '8 🙄', 'unclear-reply', [{ is: 'words-to-read' }]],
    ['a low score and words nobody is sure of', '3 điểm, nước trà đục', 'low-score', []],
    ['a low score and praise', '1 điểm. Tuyệt vời!', 'low-score', [{ is: 'contradicted-score' }]],
    ['a stop and a request', 'Dừng gửi email cho tôi. Nhờ gọi lại cho tôi về đơn hàng 123.', 'request', []],
    [
      'a stop, a complaint and a request',
      'Hàng bị vỡ. Đừng gửi thư cho tôi nữa. Gọi lại cho tôi nhé.',
      'complaint',
      [{ is: 'request' }],
    ],
    ['a right and a complaint', 'Hàng bị vỡ. Xóa dữ liệu của tôi.', 'rights', [{ is: 'complaint' }]],
  ])('%s', async (_what, text, reason, holds) => {
    const { aMail, receive, stores } = await listeningCompany()
    const { replyId } = await receive(aMail({ text }))
    const open = await stores.work.allOpen()
    expect(open.map(reasonOf)).toEqual([reason])
    expect(open).toMatchObject([{ customerId: 'c-001', subject: { replyId } }])
    expect(open[0]?.holds).toEqual(holds)
  })

  test('a complaint, a low score, a request and two rights: each right with its own clock, the nearer one first', async () => {
    const { aMail, receive, stores, response } = await listeningCompany()
    await receive(aMail({ text: everythingAtOnce }))
    const [item, ...more] = await stores.work.allOpen()
    expect(more).toEqual([])
    expect(item).toMatchObject({
      kind: 'data-request',
      workId: 'rights_correct_2027-03-10_c-001',
      subject: { is: 'right', ask: 'correct' },
    })
    expect(item && deadlinesOf(item, stores.companyRules)).toMatchObject({
      done: '2027-03-20T17:00:00.000Z',
      held: [{ ask: 'erase', done: '2027-03-30T17:00:00.000Z' }],
    })
    expect(item?.holds).toEqual([
      { is: 'right', ask: 'erase', law: { by: 'country', country: 'VN' } },
      { is: 'complaint' },
      { is: 'low-score' },
      { is: 'request' },
    ])
    expect((await response())?.answers).toMatchObject([{ score: 2 }])
  })

  test('the score that words contradict counts, and a person sees it', async () => {
    const { aMail, receive, response } = await listeningCompany()
    expect(await receive(aMail({ text: '10 điểm vì đã làm mất hàng của tôi' }))).toMatchObject({
      outcome: 'work-opened',
      reading: { kind: 'complaint', score: 10 },
    })
    expect((await response())?.answers).toMatchObject([{ score: 10 }])
  })
})

describe('an answer', () => {
  test.each(['9', '10 điểm, trà ngon, giao nhanh', '9. Great tea, thank you!'])(
    '%j that is understood makes no work',
    async (text) => {
      const { aMail, receive, openWork, response } = await listeningCompany()
      expect((await receive(aMail({ text }))).outcome).toBe('answered')
      expect([await openWork(), (await response())?.answers.length]).toEqual([[], 1])
    },
  )

  test('keeps its score when its words must be read', async () => {
    const { aMail, receive, response } = await listeningCompany()
    expect(await receive(aMail({ text: '9 điểm, nước trà đục' }))).toMatchObject({ outcome: 'answered', reading: { score: 9 } })
    expect((await response())?.answers).toMatchObject([{ score: 9, why: '9 điểm, nước trà đục' }])
  })
})

describe('what an item of before does not tell makes work of its own', () => {
  const later = (seconds: number): { readonly receivedAt: Instant } => ({ receivedAt: plusMs(NOW, seconds * 1_000) })

  test('a request in a second low answer', async () => {
    const { aMail, receive, stores } = await listeningCompany()
    await receive(aMail({ text: '3' }))
    await receive(aMail({ text: '2. Gọi lại cho tôi', messageId: '<2@x>' }), later(1))
    expect((await stores.work.allOpen()).map((item) => [reasonOf(item), item.holds]).sort()).toEqual([
      ['low-score', []],
      ['request', [{ is: 'low-score' }]],
    ])
  })

  test('words nobody is sure of in a second low answer', async () => {
    const { aMail, receive, stores } = await listeningCompany()
    await receive(aMail({ text: '3' }))
    await receive(aMail({ text: '2 điểm, nước trà đục', messageId: '<2@x>' }), later(1))
    expect((await stores.work.allOpen()).map((item) => [reasonOf(item), item.holds]).sort()).toEqual([
      ['low-score', []],
      ['unclear-reply', [{ is: 'low-score' }, { is: 'words-to-read' }]],
    ])
  })

  test('a complaint in a second wish for erasure on the same day', async () => {
    const { aMail, receive, openWork } = await listeningCompany()
    await receive(aMail({ text: 'Xóa dữ liệu của tôi' }))
    await receive(aMail({ text: 'Xóa dữ liệu của tôi! Hàng bị vỡ.', messageId: '<2@x>' }), later(1))
    expect((await openWork()).sort()).toEqual(['complaint c-001', 'rights c-001'])
  })

  test('another right of the same day, beside one that is open', async () => {
    const { aMail, receive, stores } = await listeningCompany()
    await receive(aMail({ text: 'Cập nhật thông tin của tôi' }))
    await receive(aMail({ text: 'Cập nhật thông tin của tôi. Xóa dữ liệu của tôi', messageId: '<2@x>' }), later(1))
    expect((await stores.work.allOpen()).map(({ workId, holds }) => [workId, holds]).sort()).toEqual([
      ['rights_correct_2027-03-10_c-001', []],
      ['rights_erase_2027-03-10_c-001', []],
    ])
  })

  test('a right asked for again after staff have closed it the same day is looked at again', async () => {
    const { aMail, receive, stores } = await listeningCompany()
    await receive(aMail({ text: 'Xóa dữ liệu của tôi' }))
    const [first] = await stores.work.allOpen()
    if (!first) throw new Error('no work')
    await stores.work.update(closedWork(first, '2027-03-10'))
    await receive(aMail({ text: 'Xóa dữ liệu của tôi', messageId: '<2@x>' }), later(60))
    const [again] = await stores.work.allOpen()
    expect(again).toMatchObject({ subject: { is: 'request' }, holds: [{ is: 'right', ask: 'erase' }] })
    expect(again && deadlinesOf(again, stores.companyRules).held).toEqual([{ ask: 'erase', done: '2027-03-30T17:00:00.000Z' }])
  })

  test('a low score on the page is called about; the mail that repeats it with a complaint is a case', async () => {
    const { aMail, receive, stores, openWork } = await listeningCompany()
    const answer = { score: 2, why: null, followUps: {} }
    const origin = { via: 'page', by: null, network: null, fromCompany: false } as const
    await recordAnswer(stores, { customerId: 'c-001', occurrenceId: SURVEY, answer, origin, at: NOW })
    await receive(aMail({ text: '2 điểm, hàng bị vỡ', messageId: '<2@x>' }), later(1))
    expect((await openWork()).sort()).toEqual(['complaint c-001', 'low-score c-001'])
  })

  test('beyond the day’s complaints a low score is still called about, and tells of the complaint', async () => {
    const { aMail, receive, stores } = await listeningCompany()
    for (let n = 0; n < 20; n++) {
      const mail = aMail({ text: 'Hàng bị vỡ', messageId: `<c${n}@x>`, mailed: { campaignId: 'greeting' } })
      await receive(mail, { rawKey: `in/${n}`, ...later(n) })
    }
    expect(await receive(aMail({ text: '2 điểm. Hàng bị vỡ', messageId: '<low@x>' }), later(30))).toMatchObject({
      outcome: 'work-opened',
    })
    const low = (await stores.work.allOpen()).filter(({ subject }) => subject.is === 'low-score')
    expect(low).toMatchObject([{ workId: `low-score_how-was-it_${DATE}_c-001`, holds: [{ is: 'complaint' }] }])
  })
})

describe('thanks', () => {
  test.each([
    ['to a greeting', 'Cảm ơn shop nhé ❤️', { campaignId: 'greeting' }],
    ['to a survey', 'Thanks!', { campaignId: 'how-was-it' }],
    ['in the spring', 'chúc mừng năm mới shop', { campaignId: 'greeting' }],
  ])('%s make no work and no answer, and are kept', async (_what, text, mailed) => {
    const { aMail, receive, openWork, response } = await listeningCompany()
    expect(await receive(aMail({ text, mailed }))).toMatchObject({ outcome: 'kept', reading: { kind: 'thanks', text } })
    expect([await openWork(), await response()]).toEqual([[], undefined])
  })

  test('of nobody known make none either', async () => {
    const { aMail, receive, openWork } = await listeningCompany()
    expect(await receive(aMail({ text: 'Cảm ơn shop', recipients: ['care@trasen.example.com'] }))).toMatchObject({
      outcome: 'kept',
    })
    expect(await openWork()).toEqual([])
  })

  test('with a question, a complaint or a stop are what that is', async () => {
    for (const [text, outcome, work] of [
      ['Cảm ơn shop, khi nào có hàng lại?', 'work-opened', ['request c-001']],
      ['Cảm ơn shop đã giao hàng bể', 'work-opened', ['complaint c-001']],
      ['Cảm ơn nhưng đừng gửi nữa nhé', 'opted-out', []],
    ] as const) {
      const { aMail, receive, openWork } = await listeningCompany()
      expect((await receive(aMail({ text, mailed: { campaignId: 'greeting' } }))).outcome).toBe(outcome)
      expect(await openWork()).toEqual(work)
    }
  })
})

describe('a complaint in a mail has the lists of calls made again', () => {
  test.each([
    ['a complaint', 'Hàng bị vỡ', 1],
    ['a complaint beside a right', 'Hàng bị vỡ. Xóa dữ liệu của tôi.', 1],
    ['a complaint beside a low score', 'Hàng bị vỡ, 3 điểm', 1],
    ['a low score', '3 điểm', 0],
    ['a request', 'Khi nào có trà mới?', 0],
  ])('%s', async (_what, text, orders) => {
    const { aMail, receive, stores } = await listeningCompany()
    await receive(aMail({ text }))
    const own = (await stores.work.allOpen()).slice(0, orders).map(({ workId }) => ({ workId, at: NOW }))
    expect(stores.listOrders.ordered()).toEqual(own)
  })

  test('one beyond the day’s limit orders none: ten thousand mails must not keep the lists busy', async () => {
    const { aMail, receive, stores } = await listeningCompany()
    for (let nth = 1; nth <= 22; nth++)
      await receive(aMail({ text: 'Hàng bị vỡ', messageId: `<${nth}@mail.example.com>` }), { rawKey: `in/${nth}` })
    expect(stores.listOrders.ordered()).toHaveLength(20)
  })
})
