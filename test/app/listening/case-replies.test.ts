/** The customer's answers to the mails of a case come back into it. */
import { describe, expect, test } from 'vitest'
import { caseClocks } from '#core/work/case/case-clocks.ts'
import { MOST_JOINED_A_DAY } from '#core/work/case/case-mail.ts'
import { isOpen } from '#core/work/standing.ts'
import type { Case } from '#core/work/work-item.ts'
import { listeningCompany, NOW } from '#test/app/listening/receiving.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aMailSubject, closingOn, openedAt, storedCase } from '#test/support/work-builders.ts'
import { replyInWords } from '#web/words/replies.ts'

const OPENED = '2027-03-09T02:00:00.000Z'
const DAY = '2027-03-09'
const theCase = (...events: readonly Case['events'][number][]) =>
  storedCase({ workId: 'complaint_r-0', events: [openedAt(OPENED), ...(events as [])] })
const solved = closingOn('2027-03-09', { at: '2027-03-09T08:00:00.000Z' })

async function company(item: Case = theCase()) {
  const all = await listeningCompany()
  await all.stores.work.open({ ...item, version: 0 })
  const to = `${all.seals.replyLocalPart({ use: 'case', customerId: 'c-001', campaignId: item.workId, date: DAY })}@${all.address().split('@')[1]}`
  const current = async () => (await all.stores.work.get(item.workId)) as Case
  const write = (text: string, over: Partial<Parameters<typeof all.aMail>[0]> = {}) =>
    all.receive(all.aMail({ recipients: [to], text, ...over }))
  const work = async () => (await all.stores.work.ofCustomer('c-001')).map(({ workId }) => workId)
  return { ...all, to, current, write, work }
}
const found = (type: 'complaint' | 'suggestion') =>
  ({ is: 'described', at: OPENED, by: { is: 'staff', name: 'Hạnh' }, type, category: 'other', fields: {} }) as const
const grave = {
  is: 'severity-set',
  at: OPENED,
  by: { is: 'system' },
  severity: 's1',
  because: { is: 'rule', rule: 'words' },
} as const
const kinds = ({ events }: Case) => events.map(({ is }) => is)

describe('an answer to a mail of a case', () => {
  test.each([
    ['words', 'Trà vẫn mốc, các bạn đổi giúp tôi', ['opened', 'customer-wrote']],
    ['a complaint', 'Hàng bị vỡ, tôi rất thất vọng', ['opened', 'customer-wrote']],
    ['a bare number', '9', ['opened', 'customer-wrote']],
  ])('with %s joins it, and makes no work of its own', async (_what, text, expected) => {
    const { write, current, work } = await company()
    expect(await write(text)).toMatchObject({ outcome: 'joined-case', customerId: 'c-001' })
    expect(kinds(await current())).toEqual(expected)
    expect((await current()).events.at(-1)).toMatchObject({ by: { is: 'system' }, note: text, at: NOW })
    expect(await work()).toEqual(['complaint_r-0'])
  })

  test('comes twice: it joins once', async () => {
    const { write, current } = await company()
    await write('vẫn mốc')
    await write('vẫn mốc')
    expect(kinds(await current())).toEqual(['opened', 'customer-wrote'])
  })

  test('comes again after a crash before it was stored: it joins once, and a complaint that is open again interrupts', async () => {
    const { write, current, stores, aMail, receive, to } = await company(theCase(solved))
    const broken = { ...stores.replies, add: () => Promise.reject(new Error('away')) }
    await expect(receive(aMail({ recipients: [to], text: 'vẫn mốc' }), {}, { replies: broken })).rejects.toThrow('away')
    await write('vẫn mốc')
    expect(kinds(await current())).toEqual(['opened', 'closed', 'reopened', 'customer-wrote'])
    expect(stores.listOrders.ordered().at(-1)).toEqual({ workId: 'complaint_r-0', at: NOW })
  })

  test.each([
    ['words of every day, in a complaint', {}, 'bao giờ có trà mới?', false],
    ['the gravest words, in a complaint', {}, 'Con tôi uống xong bị ngộ độc, đang nằm viện.', true],
    ['the gravest words, in a complaint that is as grave', { events: [openedAt(OPENED), grave] }, 'Con tôi bị ngộ độc', false],
  ] as const)('with %s: a complaint that is graver by it is told at once', async (_what, over, text, isTold) => {
    const { write, stores } = await company({ ...theCase(), ...(over as Partial<Case>) })
    await write(text)
    await write(text)
    expect(stores.listOrders.ordered()).toEqual(isTold ? [{ workId: 'complaint_r-0', at: NOW }] : [])
  })

  test('from another address, as a forwarded mail is answered, joins all the same: the address it goes to is sealed', async () => {
    const { write, current } = await company()
    await write('tôi là chồng chị Lan, trà vẫn mốc', { from: 'somebody@example.org' })
    expect(kinds(await current())).toEqual(['opened', 'customer-wrote'])
  })

  test('quotes our words: they are not the customer’s', async () => {
    const ours = 'Chúng tôi đã đổi hộp trà cho chị và gửi lại trong ngày mai.'
    const mailed = {
      is: 'mailed',
      at: OPENED,
      by: { is: 'staff', name: 'Hạnh' },
      note: ours,
      mail: { mailId: 'm-1', subject: 'Về hộp trà' },
    } as const
    const { write, current } = await company(theCase(mailed))
    await write(`Chưa nhận được\n\nVào 9 thg 3, 2027, Trà Sen đã viết:\n> ${ours}`)
    expect((await current()).events.at(-1)).toMatchObject({ note: 'Chưa nhận được' })
  })

  test.each([
    ['thanks, while it is open', theCase(), 'Cảm ơn', ['opened', 'customer-wrote'], 'kept'],
    ['thanks, after it was closed', theCase(solved), 'Cảm ơn chị nhiều', ['opened', 'closed'], 'kept'],
    [
      'not solved, after it was closed',
      theCase(solved),
      'Vẫn chưa ổn, trà vẫn mốc',
      ['opened', 'closed', 'reopened', 'customer-wrote'],
      'joined-case',
    ],
  ] as const)('%s', async (_what, item, text, expected, outcome) => {
    const { write, current, work } = await company(item)
    expect(await write(text)).toMatchObject({ outcome })
    expect(kinds(await current())).toEqual(expected)
    expect(await work()).toEqual(['complaint_r-0'])
  })

  test.each([
    'It is fine now',
    'Tạm ổn',
    'on roi em',
    'Vậy là được rồi ạ',
    'Ổn rồi em ạ',
    'Mọi việc ổn rồi',
    'Ok em nhé',
    'Vâng ạ',
    'All good',
    'Cảm ơn, mọi việc đã ổn',
    'Rất hài lòng',
  ])('“%s” leaves a closed case closed, interrupts nobody and makes no work; in an open one it stands', async (text) => {
    const over = await company(theCase(solved))
    expect(await over.write(text)).toMatchObject({ outcome: 'kept' })
    expect(kinds(await over.current())).toEqual(['opened', 'closed'])
    expect(await over.work()).toEqual(['complaint_r-0'])
    expect(over.stores.listOrders.ordered()).toEqual([])
    const [reply] = await over.stores.replies.ofCustomer('c-001')
    expect(reply && replyInWords(reply, 'vi')).toBe('cho biết mọi việc ổn')
    const { write, current } = await company()
    expect(await write(text)).toMatchObject({ outcome: 'joined-case' })
    expect(kinds(await current())).toEqual(['opened', 'customer-wrote'])
  })

  test.each([
    'Ổn cái gì mà ổn',
    'Ổn gì mà ổn',
    'Chưa ổn',
    'Not fine',
    'Fine, but the lid is loose',
    'Gần ổn rồi',
    'Cũng được',
    'Chưa',
    'Vẫn như cũ em ạ',
    'Ổn rồi nhưng hộp vẫn móp',
    'Ổn rồi, gọi cho chị nhé',
    'Not yet',
    'Dừng. Trà vẫn mốc',
    'Nó lại như hôm nọ',
  ])('“%s” may say that it is not solved: it opens a closed case again', async (text) => {
    const { write, current } = await company(theCase(solved))
    await write(text)
    expect(kinds(await current())).toEqual(['opened', 'closed', 'reopened', 'customer-wrote'])
  })

  test('a stop to a closed case stops and leaves it closed; a mail without words is a question for a person', async () => {
    const stopped = await company(theCase(solved))
    expect(await stopped.write('STOP')).toMatchObject({ outcome: 'opted-out' })
    expect([kinds(await stopped.current()), await stopped.work()]).toEqual([['opened', 'closed'], ['complaint_r-0']])
    const { write, current, openWork } = await company(theCase(solved))
    expect(await write('')).toMatchObject({ outcome: 'work-opened' })
    expect(kinds(await current())).toEqual(['opened', 'closed'])
    expect(await openWork()).toEqual(['unclear-reply c-001'])
  })

  test.each(['Đừng gửi thư nữa, vẫn như cũ thôi.', 'Unsubscribe. It is still not solved.', 'Stop. Nobody has called me back.'])(
    '“%s” stops, and its other words open a closed case again',
    async (text) => {
      const { write, current, consents } = await company(theCase(solved))
      expect(await write(text)).toMatchObject({ outcome: 'opted-out' })
      expect(await consents()).toMatchObject({ 'care/email': { decision: 'withdrawn' } })
      expect(kinds(await current())).toEqual(['opened', 'closed', 'reopened', 'customer-wrote'])
    },
  )

  test.each(['Đừng gửi thư cho tôi nữa', 'Please stop sending me these emails. Thanks', 'Dừng gửi giúp em, cảm ơn shop'])(
    '“%s” stops, and leaves a closed case closed',
    async (text) => {
      const { write, current } = await company(theCase(solved))
      expect(await write(text)).toMatchObject({ outcome: 'opted-out' })
      expect(kinds(await current())).toEqual(['opened', 'closed'])
    },
  )

  test('of a machine joins nothing, open or closed', async () => {
    for (const item of [theCase(), theCase(solved)]) {
      const { write, current } = await company(item)
      const headers = new Map([['auto-submitted', ['auto-replied']]])
      expect(await write('Tôi đang nghỉ phép', { headers })).toMatchObject({ outcome: 'kept' })
      expect(kinds(await current())).toEqual(kinds(item))
    }
  })

  test('with a stop stops, and its words stand in the case', async () => {
    const { write, current, consents } = await company()
    expect(await write('Đừng gửi thư cho tôi nữa')).toMatchObject({ outcome: 'opted-out' })
    expect(await consents()).toMatchObject({ 'care/email': { decision: 'withdrawn' } })
    expect(kinds(await current())).toEqual(['opened', 'customer-wrote'])
  })

  test('with a request about data has the law’s clock beside the case', async () => {
    const { write, current, openWork } = await company()
    await write('Trà vẫn mốc. Xóa dữ liệu của tôi.')
    expect(kinds(await current())).toEqual(['opened', 'customer-wrote'])
    expect((await openWork()).toSorted()).toEqual(['complaint c-001', 'rights c-001'])
  })

  test.each([
    ['a question', { subject: aMailSubject('unclear-reply') }, ['complaint c-001', 'unclear-reply c-001']],
    ['a request', { subject: aMailSubject('request') }, ['complaint c-001', 'request c-001']],
    [
      'what staff found to be a suggestion',
      { events: [openedAt(OPENED), found('suggestion')] },
      ['complaint c-001', 'complaint c-001'],
    ],
    [
      'a question that is closed',
      { subject: aMailSubject('unclear-reply'), events: [openedAt(OPENED), solved] },
      ['complaint c-001', 'unclear-reply c-001'],
    ],
    ['a complaint', {}, ['complaint c-001']],
    [
      'what staff found to be a complaint',
      { subject: aMailSubject('request'), events: [openedAt(OPENED), found('complaint')] },
      ['request c-001'],
    ],
  ] as const)(
    'with a complaint, where the case is %s: the law’s clock runs, and staff are told at once where it is new',
    async (_what, over, expected) => {
      const item = storedCase({ workId: 'case_r-0', events: [openedAt(OPENED)], ...(over as Partial<Case>) })
      const { write, current, openWork, stores } = await company(item)
      const text = 'Trà bị mốc hết rồi, tôi rất bực. Tôi khiếu nại, yêu cầu hoàn tiền!'
      expect(await write(text)).toMatchObject({ outcome: 'joined-case', reading: { kind: 'complaint' } })
      await write(text)
      expect((await current()).events.find(({ is }) => is === 'customer-wrote')).toMatchObject({ note: text })
      expect((await openWork()).toSorted()).toEqual(expected)
      const beside = (await stores.work.allOpen()).find(({ workId }) => workId !== 'case_r-0')
      if (!beside) return expect(expected).toHaveLength(1)
      if (beside.kind !== 'case') throw new Error(beside.kind)
      expect(caseClocks(beside, stores.companyRules).find(({ is }) => is === 'law')).toMatchObject({ since: NOW, metAt: null })
      expect(stores.listOrders.ordered()).toContainEqual({ workId: beside.workId, at: NOW })
    },
  )

  test('after the window, or beyond the limit of a day, makes work like any other mail', async () => {
    const old = storedCase({
      workId: 'complaint_r-0',
      events: [openedAt('2027-01-04T02:00:00.000Z'), closingOn('2027-01-05', { at: '2027-01-05T02:00:00.000Z' })],
    })
    const { aMail, receive, work, seals, address, stores, current } = await company(old)
    const to = `${seals.replyLocalPart({ use: 'case', customerId: 'c-001', campaignId: 'complaint_r-0', date: '2027-01-04' })}@${address().split('@')[1]}`
    expect(await receive(aMail({ recipients: [to], text: 'Hàng bị vỡ' }))).toMatchObject({ outcome: 'work-opened' })
    expect(isOpen(await current())).toBe(false)
    expect(await work()).toHaveLength(2)

    const busy = await company()
    for (let n = 0; n <= MOST_JOINED_A_DAY; n++) await busy.write(`vẫn mốc ${n}`, { messageId: `<${n}@x>` })
    expect(kinds(await busy.current())).toHaveLength(1 + MOST_JOINED_A_DAY)
    expect(await busy.work()).toHaveLength(2)
    expect(stores.work).toBeDefined()
  })

  test('to the address of a case that is gone makes work like any other mail', async () => {
    const { write, stores, openWork } = await company()
    await stores.work.remove('complaint_r-0')
    expect(await write('Hàng bị vỡ')).toMatchObject({ outcome: 'work-opened' })
    expect(await openWork()).toEqual(['complaint c-001'])
  })

  test('to the sealed address of another customer’s case joins that one alone', async () => {
    const { aMail, receive, seals, address, current, stores } = await company()
    const forged = `${seals.replyLocalPart({ use: 'case', customerId: 'c-002', campaignId: 'complaint_r-0', date: DAY })}@${address().split('@')[1]}`
    await receive(aMail({ recipients: [forged], text: 'Hàng bị vỡ' }))
    expect(kinds(await current())).toEqual(['opened'])
    expect(await stores.work.ofCustomer('c-002')).toHaveLength(1)
  })
})

describe('a mail that joins a case outside the hours of work', () => {
  const NIGHT = '2027-03-12T14:40:00.000Z'
  async function joins(item: Case, text: string, over: Parameters<Awaited<ReturnType<typeof company>>['write']>[1] = {}) {
    const all = await company(item)
    const again = (mail: object = {}, ports = {}, receivedAt = NIGHT) =>
      all.receive(all.aMail({ recipients: [all.to], text, ...over, ...mail }), { receivedAt }, ports)
    return { ...all, again, told: () => all.stores.notices.waiting().filter((notice) => 'workId' in notice) }
  }

  test.each([
    ['open', theCase()],
    ['closed, which it opens again', theCase(solved)],
  ])('%s: the customer is told when somebody will look, once for the stretch, and the case knows', async (_what, item) => {
    const { again, told, current } = await joins(item, 'Nắp vẫn lỏng')
    await again()
    expect((await current()).events.at(-1)).toMatchObject({ is: 'told-hours', says: 'from', when: '2027-03-15T01:00:00.000Z' })
    await again()
    await again({ text: 'Alo?', messageId: '<2@x>' }, {}, '2027-03-13T02:00:00.000Z')
    expect(told()).toHaveLength(1)
    expect((await current()).events.filter(({ is }) => is === 'told-hours')).toHaveLength(1)
  })

  test('of the gravest by when, from the clock of the answer', async () => {
    const { again, current } = await joins(
      theCase(grave, { is: 'noted', at: OPENED, by: { is: 'staff', name: 'Hạnh' }, note: 'gọi' }),
      'Alo?',
    )
    await again()
    const reply = caseClocks(await current(), theCompanyRules()).find(({ is }) => is === 'reply')
    expect((await current()).events.at(-1)).toMatchObject({ is: 'told-hours', says: 'by', when: reply?.dueAt })
  })

  test('is handed over again when the delivery before broke off', async () => {
    const { again, told, stores } = await joins(theCase(), 'Nắp vẫn lỏng')
    const notices = { ...stores.notices, mailOfCase: () => Promise.reject(new Error('away')) }
    await expect(again({}, { notices })).rejects.toThrow('away')
    await again()
    expect(told()).toHaveLength(1)
  })

  test.each([
    ['thanks', theCase(), 'Cảm ơn', {}],
    ['who is content', theCase(), 'Tạm ổn rồi em', {}],
    ['a stop', theCase(), 'Đừng gửi thư cho tôi nữa.', {}],
    ['spam', theCase(), 'Nắp vẫn lỏng', { headers: new Map([['x-ses-spam-verdict', ['FAIL']]]) }],
    ['a machine', theCase(), 'Tôi đang nghỉ phép', { headers: new Map([['auto-submitted', ['auto-replied']]]) }],
  ])('nothing is told to %s', async (_what, item, text, over) => {
    const { again, told } = await joins(item, text, over)
    await again()
    expect(told()).toEqual([])
  })

  test('nor to anybody while staff work', async () => {
    const { write, stores } = await company()
    await write('Nắp vẫn lỏng')
    expect(stores.notices.waiting()).toEqual([])
  })
})

describe('a mail that opens a case outside the hours of work', () => {
  const NIGHT = '2027-03-12T14:40:00.000Z'
  async function came(text: string, over: Parameters<Awaited<ReturnType<typeof listeningCompany>>['aMail']>[0] = {}) {
    const all = await listeningCompany()
    const receive = (mail: object = {}) => all.receive(all.aMail({ text, ...over, ...mail }), { receivedAt: NIGHT })
    await receive()
    return { ...all, again: receive, told: () => all.stores.notices.waiting().filter((notice) => 'workId' in notice) }
  }

  test('is told when somebody will look, once, and the case knows', async () => {
    const { told, again, stores } = await came('Hàng bị vỡ, tôi rất thất vọng')
    await again()
    const [item] = await stores.work.ofCustomer('c-001')
    expect(item?.events.at(-1)).toMatchObject({ is: 'told-hours', says: 'from', when: '2027-03-15T01:00:00.000Z' })
    expect(told()).toHaveLength(1)
    await again({ text: 'Và hộp bị móp nữa', messageId: '<2@x>' })
    expect(told()).toHaveLength(1)
  })

  test('is handed over again when the delivery before broke off', async () => {
    const { told, stores, receive, aMail } = await came('Cảm ơn')
    const broken = { ...stores.notices, mailOfCase: () => Promise.reject(new Error('away')) }
    const mail = aMail({ text: 'Hàng bị vỡ', messageId: '<3@x>' })
    await expect(receive(mail, { receivedAt: NIGHT }, { notices: broken })).rejects.toThrow('away')
    await receive(mail, { receivedAt: NIGHT })
    expect(told()).toHaveLength(1)
  })

  test.each([
    ['thanks', 'Cảm ơn', {}],
    ['a machine', 'Tôi đang nghỉ phép', { headers: new Map([['auto-submitted', ['auto-replied']]]) }],
    ['a stop', 'Hàng bị vỡ. Đừng gửi thư cho tôi nữa.', {}],
    ['spam', 'Hàng bị vỡ', { headers: new Map([['x-ses-spam-verdict', ['FAIL']]]) }],
    ['nobody known', 'Hàng bị vỡ', { recipients: ['nobody@example.com'] }],
  ])('nothing is told to %s', async (_what, text, over) => {
    expect((await came(text, over)).told()).toEqual([])
  })
})
