import { createTransport, type Transporter } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeTag } from '#adapters/ses/tags.ts'
import { OPT_OUT_NOTICE } from '#core/audience/opt-out-notice.ts'
import { reasonOf } from '#core/work/work-item.ts'
import type { MailboxMessage } from '#local/aws/ses/mailbox.ts'
import { answerMail } from '#local/mail-in/answer-mail.ts'
import { type SmtpPort, startSmtpPort } from '#local/mail-in/smtp-port.ts'
import { aCustomer, aPurchase } from '#test/support/builders.ts'
import { journeyStack } from '#test/support/journey-stack.ts'

/** Delivered on Monday the 8th, asked some days later, asked after and reminded in the week after: when exactly, the campaigns say. */
const PEOPLE = ['happy', 'unhappy', 'stops-by-button', 'stops-by-words', 'away', 'silent', 'bystander', 'vague', 'changes-mind']
const CUSTOMERS = PEOPLE.map((customerId) => aCustomer({ customerId, email: `${customerId}@example.com` }))
const ASKED = '2027-03-11T10:00:00.000Z'
const A_WEEK_LATER = '2027-03-18T10:00:00.000Z'
/** The occurrence in which everybody was asked. */
let survey = ''

type World = Awaited<ReturnType<typeof journeyStack>>
let world: World
let smtp: SmtpPort
let mailProgram: Transporter

const tag = (mail: MailboxMessage, name: string) => decodeTag(mail.tags.find((each) => each.name === name)?.value ?? '') ?? ''
const mailTo = (customerId: string, campaignId = 'csat-after-delivery'): MailboxMessage => {
  const found = world.mails().find((mail) => tag(mail, 'customer') === customerId && tag(mail, 'campaign') === campaignId)
  if (!found) throw new Error(`no mail of ${campaignId} to ${customerId}`)
  return found
}
const confirmations = (customerId: string) =>
  world.mails().filter((mail) => tag(mail, 'campaign') === OPT_OUT_NOTICE && tag(mail, 'customer') === customerId)
const header = (mail: MailboxMessage, name: string) => mail.headers.find((each) => each.name === name)?.value

/** As the customer's mail program hands it in. */
async function answer(message: MailboxMessage, text: string, over: { automatic?: boolean; from?: string } = {}): Promise<void> {
  const quoteLine = 'Vào Th 5, 11 thg 3, 2027 vào lúc 10:00 Trà Sen Việt <chamsoc@trasenviet.example.com> đã viết:'
  const { automatic = false, from = message.to[0] ?? '' } = over
  const mail = await answerMail({ message, from, text, automatic, at: world.clock.now(), quoteLine })
  await mailProgram.sendMail({ envelope: { from: mail.from, to: [...mail.to] }, raw: Buffer.from(mail.bytes) })
  await world.drain()
}

const response = (customerId: string) => world.stores.responses.get({ customerId, occurrenceId: survey })
const consents = async (customerId: string) => (await world.stores.customers.get(customerId))?.consents
const work = async (customerId: string) => (await world.stores.work.ofCustomer(customerId)).map(reasonOf)
/** What became of a customer in the occurrences of a campaign. */
async function outcomes(campaignId: string, customerId: string) {
  const all = await world.stores.occurrences.between('2027-03-08', '2027-03-18')
  const batches = await Promise.all(
    all
      .filter((each) => each.campaignId === campaignId)
      .map(({ occurrenceId }) => world.stores.occurrences.batches(occurrenceId)),
  )
  const recipients = batches.flat().flatMap((batch) => batch.recipients)
  return recipients.filter((recipient) => recipient.customerId === customerId).map((recipient) => recipient.outcome)
}

beforeAll(async () => {
  world = await journeyStack({
    startAt: '2027-03-09T17:00:00.000Z',
    people: {
      customers: CUSTOMERS,
      purchases: PEOPLE.map((customerId) =>
        aPurchase({ customerId, purchaseId: `o-${customerId}`, purchasedOn: '2027-03-05', deliveredOn: '2027-03-08' }),
      ),
      consents: () => ({}),
    },
  })
  const replyDomain = world.companyRules.company.replyDomain ?? ''
  smtp = await startSmtpPort({ port: 0, replyDomain, received: async (mail) => void (await world.mailIn.layDown(mail)) })
  mailProgram = createTransport({ host: '127.0.0.1', port: smtp.port })
  await world.moveTo(ASKED)
  survey = tag(mailTo('happy'), 'occurrence')
  await answer(mailTo('happy'), '5 sao, giao nhanh lắm ạ!\n\n--\nLan\nGửi từ iPhone của tôi')
  await answer(mailTo('unhappy'), '1/5. Hộp trà bị móp.')
  await answer(mailTo('stops-by-words'), 'Dừng')
  await answer(mailTo('away'), 'Tôi đang nghỉ phép, dừng làm việc đến 20/3. Gấp xin gọi 5.', { automatic: true })
  await answer(mailTo('vague'), 'Chắc cỡ 3-4 gì đó')
  await answer(mailTo('changes-mind'), '2')
  await answer(mailTo('changes-mind'), '5')
  await answer(mailTo('bystander'), '4', { from: 'somebody.else@example.net' })
})
afterAll(async () => {
  mailProgram?.close()
  await smtp?.stop()
  await world?.stop()
})

describe('answers by mail', () => {
  test('go to an address that says whose they are, and no two customers share one', () => {
    const addresses = PEOPLE.map((customerId) => mailTo(customerId).replyTo.join())
    expect(new Set(addresses).size).toBe(PEOPLE.length)
    for (const address of addresses) expect(address).toMatch(/^r\+[0-9a-z]+@traloi\.trasenviet\.example\.com$/i)
  })

  test('count once each, with the words they came in and without quotes and signatures', async () => {
    expect((await response('happy'))?.answers).toMatchObject([{ score: 5, origin: { via: 'reply' } }])
    const [reply] = await world.stores.replies.ofCustomer('happy')
    expect(reply).toMatchObject({ occurrenceId: survey, outcome: 'answered', reading: { kind: 'answer', language: 'vi' } })
    expect(reply?.reading.text).toContain('giao nhanh lắm')
    expect(reply?.reading.text).not.toMatch(/iPhone|đã viết|Trà Sen/)
    expect((await response('changes-mind'))?.answers.map(({ score }) => score)).toEqual([2, 5])
    expect((await response('bystander'))?.answers.map(({ score }) => score)).toEqual([4])
  })

  test('that are unhappy make work within the minute, and unclear ones go to a person', async () => {
    // The broken box is the one item; the low score that came with it counts beside.
    expect(await work('unhappy')).toEqual(['complaint'])
    expect((await response('unhappy'))?.answers.map(({ score }) => score)).toEqual([1])
    expect(await work('changes-mind')).toEqual(['low-score'])
    expect([await response('vague'), await work('vague')]).toEqual([undefined, ['unclear-reply']])
  })

  test('of machines are kept, and make nothing', async () => {
    const [reply] = await world.stores.replies.ofCustomer('away')
    expect(reply).toMatchObject({ outcome: 'kept', reading: { kind: 'autoReply' } })
    expect([await response('away'), await work('away'), await consents('away'), confirmations('away')]).toEqual([
      undefined,
      [],
      {},
      [],
    ])
  })

  test('stay linked to the raw mail, byte by byte', async () => {
    const [reply] = await world.stores.replies.ofCustomer('unhappy')
    const raw = await world.stores.rawMails.read(reply?.rawKey ?? '', 1_000_000)
    expect(raw && 'bytes' in raw && Buffer.from(raw.bytes).toString()).toContain('X-SES-Virus-Verdict: PASS')
  })
})

describe('a stop', () => {
  test('by the mail program’s own button is a mail to the address in the header, and stops the survey', async () => {
    const message = mailTo('stops-by-button')
    const [, address = ''] = /<mailto:([^?>]+)\?subject=unsubscribe>/.exec(header(message, 'List-Unsubscribe') ?? '') ?? []
    expect(address).toMatch(/^s\+/i)
    await mailProgram.sendMail({ from: 'stops-by-button@example.com', to: address, subject: 'unsubscribe', text: '' })
    await world.drain()
    expect(await consents('stops-by-button')).toMatchObject({ 'survey/email': { decision: 'withdrawn', at: ASKED } })
    expect(confirmations('stops-by-button')).toHaveLength(1)
  })

  test('by words is confirmed once, in the customer’s language, as a machine’s mail without a list to leave', async () => {
    expect(await consents('stops-by-words')).toMatchObject({ 'survey/email': { decision: 'withdrawn', at: ASKED } })
    const [mail, ...more] = confirmations('stops-by-words')
    expect([mail?.to, more]).toEqual([['stops-by-words@example.com'], []])
    expect([header(mail!, 'Auto-Submitted'), header(mail!, 'List-Unsubscribe')]).toEqual(['auto-replied', undefined])
    expect(mail?.text).toContain('17:00 Thứ Năm, ngày 11 tháng 3 năm 2027')
    expect(mail?.text).toContain('thư khảo sát ý kiến')
    expect(await outcomes('csat-after-delivery', 'stops-by-words')).toMatchObject([{ state: 'sent' }])
  })

  test('said time and again, or answered by a machine, is confirmed once', async () => {
    for (let n = 0; n < 20; n++) await answer(mailTo('stops-by-words'), `Dừng ${n}`)
    const [mail] = confirmations('stops-by-words')
    await expect(answer(mail!, 'Tôi đang nghỉ phép', { automatic: true })).rejects.toMatchObject({ responseCode: 550 })
    expect(confirmations('stops-by-words')).toHaveLength(1)
  })

  test('binds the very next survey and nothing else; who answered is not reminded, who did not is, and can answer the reminder', async () => {
    await world.moveTo(A_WEEK_LATER)
    for (const customerId of ['stops-by-button', 'stops-by-words']) {
      expect(await outcomes('csat-reminder', customerId)).toMatchObject([{ state: 'skipped', reason: 'opted-out' }])
      expect(await outcomes('after-delivery', customerId)).toMatchObject([{ state: 'sent' }])
    }
    expect(await outcomes('csat-reminder', 'happy')).toMatchObject([{ state: 'skipped', reason: 'already-answered' }])
    expect(await outcomes('csat-reminder', 'silent')).toMatchObject([{ state: 'sent' }])
    await answer(mailTo('silent', 'csat-reminder'), 'Bốn điểm')
    expect((await response('silent'))?.answers).toMatchObject([{ score: 4 }])
  })
})

describe('in the end', () => {
  test('every mail that came in is one reply, nothing is left in a queue, and nobody was alarmed', async () => {
    const replies = await Promise.all(PEOPLE.map((customerId) => world.stores.replies.ofCustomer(customerId)))
    const keys = replies.flat().map(({ rawKey }) => rawKey)
    expect(new Set(keys).size).toBe(keys.length)
    expect(world.alarms).toEqual([])
    const letters = await world.deadLetters.putBack()
    expect(letters.map(({ queue, found }) => [queue, found])).toContainEqual(['replies', 0])
    expect(letters.every(({ found }) => found === 0)).toBe(true)
  })

  test('confirmations stand among the customer’s touches, delivered, and belong to no campaign', async () => {
    const touches = await world.stores.touches.ofCustomer('stops-by-words')
    expect(touches.filter(({ campaignId }) => campaignId === OPT_OUT_NOTICE)).toMatchObject([
      { result: 'sent', contentClass: 'transactional', delivery: { state: 'delivered' } },
    ])
  })
})
