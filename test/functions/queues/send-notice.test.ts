import { resolve } from 'node:path'
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
import { events } from '#app/events.ts'
import { sendNoticeHandler } from '#functions/queues/send-notice.ts'
import { templateNotices } from '#functions/wiring/notice-letters.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'
import { again, sqsEvent } from '#test/functions/queues/sqs-event.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { openedAt, storedCase } from '#test/support/work-builders.ts'
import { wordsIn } from '#web/rendering/compiled-template.ts'

const AT = '2027-03-10T02:05:00.000Z'
const PAGES = 'https://care.trasen.example.com'
const { templates } = await compileTemplates(resolve(import.meta.dirname, '../../../templates'))

async function atWork() {
  const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })
  const companyRules = theCompanyRules({ company: { replyDomain: 'reply.trasen.example.com' } })
  const mailer = memoryMailer()
  const ports = {
    customers: memoryCustomerStore(seals),
    work: memoryWorkStore(),
    suppressions: memorySuppressionList(),
    ledgers: memoryLedgerStore(),
    touches: memoryTouchStore(),
    mailer,
    pace: memoryPace(),
    letters: templateNotices({ company: companyRules.company, seals, pages: PAGES }),
    words: memoryWordsStore(),
    bundledWords: (template: string) => wordsIn(templates, template),
    stops: memorySendingStops(),
    notices: memoryNoticeQueue(),
    seals,
    companyRules,
    events: events({ event: () => {}, alarm: () => {} }),
  }
  await ports.customers.put([
    aCustomer(),
    aCustomer({
      customerId: 'c-002',
      locale: 'en',
      zone: 'Australia/Sydney',
      fullName: 'Ann Lee',
      addressName: 'Ann',
      honorific: 'none',
    }),
    aCustomer({ customerId: 'c-003', locale: 'fr' }),
  ])
  const failures: string[] = []
  const handlerOver = (over: Partial<typeof ports>) =>
    sendNoticeHandler({ ports: { ...ports, ...over }, clock: () => AT, failed: ({ messageId }) => failures.push(messageId) })
  return { ports, mailer, seals, failures, handlerOver, handler: handlerOver({}) }
}

const notice = (over: object = {}) => ({ kind: 'opt-out', customerId: 'c-001', purposes: ['care'], at: AT, ...over })

describe('notices from their queue', () => {
  test('none is no work', async () => {
    expect(await (await atWork()).handler(sqsEvent())).toEqual({ batchItemFailures: [] })
  })

  test('many, bad ones among them: only the bad ones come again, and the same twice is one mail', async () => {
    const { handler, mailer, failures } = await atWork()
    const bodies = [
      notice(),
      '{',
      notice({ kind: 'birthday' }),
      notice({ purposes: [] }),
      notice({ purposes: ['everything'] }),
      notice({ at: 'yesterday' }),
      notice({ customerId: '' }),
      notice(),
      notice({ customerId: 'c-002' }),
    ]
    expect(again(await handler(sqsEvent(...bodies)))).toEqual(['m-2', 'm-3', 'm-4', 'm-5', 'm-6', 'm-7'])
    expect(failures).toHaveLength(6)
    expect(mailer.mails.map(({ to }) => to)).toEqual(['c-001@example.com', 'c-002@example.com'])
  })

  test.each([
    ['customers', 'get'],
    ['suppressions', 'among'],
    ['ledgers', 'claim'],
    ['pace', 'take'],
  ] as const)('while %s.%s fails the notice comes again, and then it is sent', async (port, word) => {
    const { ports, handler, handlerOver, mailer } = await atWork()
    const broken = { ...ports[port], [word]: () => Promise.reject(new Error('away')) }
    expect(again(await handlerOver({ [port]: broken })(sqsEvent(notice())))).toEqual(['m-1'])
    expect(again(await handler(sqsEvent(notice())))).toEqual([])
    expect(mailer.mails).toHaveLength(1)
  })
})

describe('the words of the confirmation', () => {
  const mailTo = async (over: object) => {
    const { handler, mailer, seals } = await atWork()
    await handler(sqsEvent(notice(over)))
    return { mail: mailer.mails[0]!, seals }
  }

  test('are Vietnamese for who reads Vietnamese, and say what was stopped and when it was received', async () => {
    const { mail } = await mailTo({ purposes: ['care', 'advertising'] })
    expect(mail.subject).toBe('Trà Sen đã ghi nhận yêu cầu ngừng nhận thư của chị')
    expect(mail.text).toContain('Chị Lan thân mến')
    expect(mail.text).toContain('09:05 Thứ Tư, ngày 10 tháng 3 năm 2027')
    expect(mail.text).toContain('thư hỏi thăm và chúc mừng và thư ưu đãi và quà tặng')
  })

  test('are English for who reads English, by their own clock', async () => {
    const { mail } = await mailTo({ customerId: 'c-002', purposes: ['survey'] })
    expect(mail.text).toContain('Dear Ann')
    expect(mail.text).toContain('on 10 March 2027 at 13:05')
    expect(mail.text).toContain('stopped sending you survey mails')
  })

  test('are the company’s language for everybody else', async () => {
    expect((await mailTo({ customerId: 'c-003' })).mail.text).toContain('Chị Lan thân mến')
  })

  test('bring a link to change one’s mind, which opens nothing else', async () => {
    const { mail, seals } = await mailTo({})
    const [, token = ''] = /\/p\/(\S+)/.exec(mail.text) ?? []
    expect(await seals.openLink(token, { use: 'preferences', now: AT })).toEqual({ fields: ['c-001'] })
    expect(await seals.openLink(token, { use: 'unsubscribe', now: AT })).toBeUndefined()
    expect(mail.html).toContain(`${PAGES}/p/${token}`)
  })

  test('are marked as a machine’s, offer no list to leave, advertise nothing, and are answered by people', async () => {
    const { mail } = await mailTo({})
    expect(mail.headers).toEqual({ 'Auto-Submitted': 'auto-replied' })
    expect(mail.replyTo).toBe('care@trasen.example.com')
    expect(mail.subject).not.toMatch(/\[QC\]/)
    expect(mail.text).not.toMatch(/\/u\/|voucher/i)
  })
})

describe('a mail of a case', () => {
  const text = 'Chị Lan thân mến,\n\nChúng tôi đổi hộp <trà> & gửi lại.\nHạnh'
  const mailed = {
    is: 'mailed',
    at: AT,
    by: { is: 'staff', name: 'Hạnh' },
    note: text,
    mail: { mailId: 'm-1', subject: 'Về hộp trà {{honorific}}' },
  } as const
  const order = (over: object = {}) => ({ kind: 'case-mail', customerId: 'c-001', workId: 'w-1', mailId: 'm-1', ...over })
  async function withCase() {
    const all = await atWork()
    await all.ports.work.open(storedCase({ workId: 'w-1', events: [openedAt('2027-03-10T01:00:00.000Z'), mailed] }))
    const events = async () => (await all.ports.work.get('w-1'))?.events.map(({ is }) => is)
    return { ...all, events }
  }

  test('goes out once, in the frame of the company, and its answer comes back to the case', async () => {
    const { handler, mailer, seals, ports } = await withCase()
    expect(again(await handler(sqsEvent(order(), order(), '{', order({ workId: '' }))))).toEqual(['m-3', 'm-4'])
    expect(again(await handler(sqsEvent(order())))).toEqual([])
    expect(mailer.mails).toHaveLength(1)
    const mail = mailer.mails[0]!
    expect(mail).toMatchObject({ to: 'c-001@example.com', subject: 'Về hộp trà {{honorific}}', campaignId: 'notice.case' })
    expect(mail.text).toContain(`${text}\n\nChị cứ trả lời ngay thư này`)
    expect(mail.html).toContain('<p>Chị Lan thân mến,</p>\n<p>Chúng tôi đổi hộp &lt;trà&gt; &amp; gửi lại.<br>Hạnh</p>')
    const opened = await seals.openReplyLocalPart(mail.replyTo?.split('@')[0] ?? '')
    expect(opened).toMatchObject({ use: 'case', customerId: 'c-001', date: '2027-03-10' })
    expect(await ports.touches.ofCustomer('c-001')).toMatchObject([
      { occurrenceId: 'notice.case_m-1', campaignId: 'notice.case', contentClass: 'transactional', result: 'sent' },
    ])
  })

  test.each([
    ['work', 'get'],
    ['customers', 'get'],
    ['ledgers', 'claim'],
    ['pace', 'take'],
  ] as const)('while %s.%s fails the order comes again, and then it is sent', async (port, word) => {
    const { ports, handler, handlerOver, mailer } = await withCase()
    const broken = { ...ports[port], [word]: () => Promise.reject(new Error('away')) }
    expect(again(await handlerOver({ [port]: broken })(sqsEvent(order())))).toEqual(['m-1'])
    expect(again(await handler(sqsEvent(order())))).toEqual([])
    expect(mailer.mails).toHaveLength(1)
  })

  test.each([
    ['of no case', { workId: 'w-9' }],
    ['that is not in its case', { mailId: 'm-9' }],
    ['of another customer’s case', { customerId: 'c-002' }],
  ])('%s sends nothing', async (_what, over) => {
    const { handler, mailer } = await withCase()
    expect(again(await handler(sqsEvent(order(over))))).toEqual([])
    expect(mailer.mails).toEqual([])
  })

  test('that cannot reach its customer is told to the case, once', async () => {
    const { handler, mailer, ports, seals, events } = await withCase()
    const contactKey = seals.contactKey({ kind: 'email', value: 'c-001@example.com' })
    await ports.suppressions.add({ contactKey, kind: 'email', reason: 'complaint', at: AT, evidence: 'ses-1' })
    await handler(sqsEvent(order(), order()))
    expect(mailer.mails).toEqual([])
    expect(await events()).toEqual(['opened', 'mailed', 'not-mailed'])
  })

  test('that did not go out stays so when it is handed over again: staff were told, and may have written another', async () => {
    const { handler, mailer, ports, events } = await withCase()
    const known = (await ports.customers.get('c-001'))?.customer ?? aCustomer()
    await ports.customers.put([{ ...known, email: null }])
    await handler(sqsEvent(order()))
    await ports.customers.put([known])
    await handler(sqsEvent(order()))
    expect(mailer.mails).toEqual([])
    expect(await events()).toEqual(['opened', 'mailed', 'not-mailed'])
  })

  test('that the provider refuses is told to the case', async () => {
    const { handlerOver, events } = await withCase()
    await handlerOver({ mailer: { send: async () => ({ refused: 'address rejected' }) } as never })(sqsEvent(order()))
    expect(await events()).toEqual(['opened', 'mailed', 'not-mailed'])
  })
})

describe('an automatic mail of a case', () => {
  const order = { kind: 'case-mail', customerId: 'c-001', workId: 'w-1', mailId: 'm-1' }
  const SYSTEM = { is: 'system' } as const
  test.each([
    [
      'when somebody will look',
      { is: 'told-hours', at: AT, by: SYSTEM, mailId: 'm-1', says: 'from', when: '2027-03-15T01:00:00.000Z' },
      ['từ 08:00 Thứ Hai, ngày 15 tháng 3 năm 2027', 'auto-replied'],
    ],
    [
      'by when, of the gravest',
      { is: 'told-hours', at: AT, by: SYSTEM, mailId: 'm-1', says: 'by', when: '2027-03-10T15:40:00.000Z' },
      ['trước 22:40 Thứ Tư, ngày 10 tháng 3 năm 2027', 'auto-replied'],
    ],
    ['after a closing', { is: 'followed-up', at: AT, by: SYSTEM, mailId: 'm-1' }, ['mọi việc vẫn ổn', 'auto-generated']],
  ] as const)(
    'says %s, once, is marked as automatic, and its answer comes back to the case',
    async (_what, event, [words, marked]) => {
      const { ports, handler, mailer, seals } = await atWork()
      await ports.work.open(storedCase({ workId: 'w-1', events: [openedAt('2027-03-10T01:00:00.000Z'), event] }))
      await handler(sqsEvent(order, order))
      expect(mailer.mails).toHaveLength(1)
      const mail = mailer.mails[0]!
      expect(mail.text).toContain(words)
      expect(mail.headers).toEqual({ 'Auto-Submitted': marked })
      expect(await seals.openReplyLocalPart(mail.replyTo?.split('@')[0] ?? '')).toMatchObject({
        use: 'case',
        customerId: 'c-001',
      })
    },
  )

  test('that asks whether it is solved has two buttons, each with its own choice, that lead to the case', async () => {
    const { ports, handler, mailer, seals } = await atWork()
    const asked = {
      is: 'waiting',
      at: AT,
      by: { is: 'staff', name: 'Hạnh' },
      note: 'Chị Lan thân mến,\n\nMọi việc đã ổn chưa ạ?',
      mail: { mailId: 'm-1', subject: 'Đã ổn chưa' },
      solved: true,
    } as const
    await ports.work.open(storedCase({ workId: 'w-1', events: [openedAt('2027-03-10T01:00:00.000Z'), asked] }))
    await handler(sqsEvent(order))
    const mail = mailer.mails[0]!
    const links = [...mail.html.matchAll(/href="([^"]*\/c\/[^"]*)"/g)].map(([, href]) => href)
    expect(links.map((link) => link?.slice(link.indexOf('?')))).toEqual(['?said=yes', '?said=no'])
    for (const link of links) expect(mail.text).toContain(link)
    const token = /\/c\/([^?]+)/.exec(links[0] ?? '')?.[1] ?? ''
    const fields = ['c-001', 'w-1', 'm-1']
    expect(await seals.openLink(token, { use: 'solved', now: AT })).toEqual({ fields })
    expect(await seals.openLink(token, { use: 'solved', now: '2027-04-10T00:00:00.000Z' })).toBe('expired')
    expect(await seals.openLink(token, { use: 'survey', now: AT })).toBeUndefined()
  })
})
