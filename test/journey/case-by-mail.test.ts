/** A complaint by mail, through the whole system: told at night when somebody looks, answered, written back to, asked, closed, opened again, asked after. */
import { createTransport, type Transporter } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeTag } from '#adapters/ses/tags.ts'
import { closeWork } from '#app/desk/close-work.ts'
import { workOnCase } from '#app/desk/work-on-case.ts'
import { writeToCustomer } from '#app/desk/write-to-customer.ts'
import { CASE_MAIL } from '#core/audience/case-mail.ts'
import { plusMs } from '#core/time/instant.ts'
import { nextWorked } from '#core/time/work-time.ts'
import { workingTimeOf } from '#core/work/case/case-time.ts'
import { isOpen } from '#core/work/standing.ts'
import type { Case } from '#core/work/work-item.ts'
import type { MailboxMessage } from '#local/aws/ses/mailbox.ts'
import { answerMail } from '#local/mail-in/answer-mail.ts'
import { type SmtpPort, startSmtpPort } from '#local/mail-in/smtp-port.ts'
import { carryOut } from '#local/sample-listeners/carry-out.ts'
import { mailAsRead } from '#local/sample-listeners/mail-as-read.ts'
import { aCustomer, aPurchase } from '#test/support/builders.ts'
import { journeyStack, PAGES } from '#test/support/journey-stack.ts'

/** The eve of a holiday, at 21:40. */
const NIGHT = '2027-04-29T14:40:00.000Z'
const BY = { by: 'Hạnh', address: 'hanh@example.com' }

type World = Awaited<ReturnType<typeof journeyStack>>
let world: World
let smtp: SmtpPort
let mailProgram: Transporter
let opens = ''

beforeAll(async () => {
  world = await journeyStack({
    startAt: '2027-04-27T17:00:00.000Z',
    campaigns: ['csat-after-delivery'],
    people: {
      customers: [aCustomer({ customerId: 'lan', email: 'lan@example.com', phone: '+84912345678' })],
      purchases: [aPurchase({ customerId: 'lan', purchaseId: 'o-1', purchasedOn: '2027-04-23', deliveredOn: '2027-04-26' })],
      consents: () => ({}),
    },
  })
  const replyDomain = world.companyRules.company.replyDomain ?? ''
  smtp = await startSmtpPort({ port: 0, replyDomain, received: async (mail) => void (await world.mailIn.layDown(mail)) })
  mailProgram = createTransport({ host: '127.0.0.1', port: smtp.port })
  await world.moveTo(NIGHT)
  opens = nextWorked(workingTimeOf(world.companyRules), NIGHT)
})
afterAll(async () => {
  mailProgram?.close()
  await smtp?.stop()
  await world?.stop()
})

const campaignOf = ({ tags }: MailboxMessage) => decodeTag(tags.find(({ name }) => name === 'campaign')?.value ?? '')
const ofCase = () => world.mails().filter((mail) => campaignOf(mail) === CASE_MAIL)
const last = (): MailboxMessage => {
  const mail = ofCase().at(-1)
  if (!mail) throw new Error('no mail of a case')
  return mail
}
async function answer(message: MailboxMessage, text: string, automatic = false): Promise<void> {
  const quoteLine = 'Vào Th 5, 29 thg 4, 2027 vào lúc 10:00 Trà Sen Việt <chamsoc@trasenviet.example.com> đã viết:'
  const mail = await answerMail({ message, from: 'lan@example.com', text, automatic, at: world.clock.now(), quoteLine })
  await mailProgram.sendMail({ envelope: { from: mail.from, to: [...mail.to] }, raw: Buffer.from(mail.bytes) })
  await world.drain()
}
const cases = async () => (await world.stores.work.ofCustomer('lan')).filter((item): item is Case => item.kind === 'case')
const theCase = async (): Promise<Case> => {
  const [item, ...others] = await cases()
  if (!item || others.length > 0) throw new Error(`${others.length + 1} cases`)
  return item
}
const kinds = async () => (await theCase()).events.map(({ is }) => is)
const ports = () => ({ ...world.stores, companyRules: world.companyRules })
async function write(mailId: string, over: object = {}): Promise<void> {
  const { workId } = await theCase()
  const letter = {
    mailId,
    subject: 'Về hộp trà của chị',
    text: 'Chị Lan thân mến,\n\nChúng tôi gửi chị hộp trà mới.',
    purpose: 'tells' as const,
  }
  const done = await writeToCustomer(ports(), { workId, ...letter, ...BY, at: world.clock.now(), ...over })
  expect(done).toMatchObject({ again: false })
  await world.drain()
}

test('a complaint at 21:40 on the eve of a holiday is told with the first moment of work, once', async () => {
  const asked = world.mails().find((mail) => campaignOf(mail) === 'csat-after-delivery')
  if (!asked) throw new Error('nobody was asked')
  await answer(asked, '1 sao. Hộp trà bị mốc, tôi rất thất vọng.')
  const { events } = await theCase()
  expect(events.find(({ is }) => is === 'told-hours')).toMatchObject({ says: 'from', when: opens })
  expect(opens > plusMs(NIGHT, 24 * 3_600_000)).toBe(true)
  expect(ofCase()).toHaveLength(1)
  expect(last().text).toContain('Sẽ có người xem và trả lời chị từ 08:00 Thứ')
  expect(last().headers.find(({ name }) => name === 'Auto-Submitted')?.value).toBe('auto-replied')
})

test('what she adds, and what her mailbox answers by itself, opens nothing and is told nothing', async () => {
  await answer(last(), 'Tôi đang nghỉ lễ, sẽ trả lời sau.', true)
  await answer(last(), 'Cả hai hộp đều mốc.')
  expect((await kinds()).slice(-1)).toEqual(['customer-wrote'])
  expect(ofCase()).toHaveLength(1)
})

test('staff write once; her answer comes back into the case', async () => {
  await world.moveTo(plusMs(opens, 3_600_000))
  await write('m-1')
  expect(ofCase()).toHaveLength(2)
  expect(last()).toMatchObject({ to: ['lan@example.com'], subject: 'Về hộp trà của chị' })
  await answer(last(), 'Cảm ơn')
  await answer(last(), 'Gửi về địa chỉ cũ giúp tôi nhé')
  const { events } = await theCase()
  expect(events.slice(-3)).toMatchObject([
    { is: 'mailed' },
    { is: 'customer-wrote', note: 'Cảm ơn', thanks: true },
    { is: 'customer-wrote', note: 'Gửi về địa chỉ cũ giúp tôi nhé' },
  ])
})

test('asked by two buttons she says that it is solved, and the case is closed by her word', async () => {
  const { workId } = await theCase()
  const act = (act: Parameters<typeof workOnCase>[1]['act']) => workOnCase(ports(), { workId, act, ...BY, at: world.clock.now() })
  await act({ is: 'describe', type: null, category: 'other', fields: {}, department: '' })
  await act({ is: 'move', to: 'follow-up', text: 'gửi hộp mới' })
  await write('m-2', { purpose: 'solved', text: 'Chị Lan thân mến,\n\nMọi việc đã ổn chưa ạ?' })
  const mail = mailAsRead(last(), PAGES)
  const ways = { pages: world.pages, mailIn: world.mailIn, zone: 'Asia/Ho_Chi_Minh' }
  const say = async (solved: boolean, words: string | null) => {
    let done = await carryOut(ways, { mail, act: { kind: 'say', solved, words }, at: world.clock.now(), now: world.clock.now() })
    while ('readsUntil' in done) {
      await world.moveTo(done.readsUntil)
      done = await done.goOn(done.readsUntil)
    }
    return done
  }
  expect(await say(true, null)).toMatchObject({ done: true })
  expect((await kinds()).slice(-2)).toEqual(['customer-said', 'closed'])
  expect(await say(false, 'Hộp mới vẫn mốc')).toMatchObject({ done: true })
  expect((await kinds()).slice(-2)).toEqual(['reopened', 'customer-said'])
})

test('closed by staff, thanks leave it closed, a mail that says more opens it again', async () => {
  const { workId } = await theCase()
  const at = world.clock.now()
  await workOnCase(ports(), { workId, act: { is: 'move', to: 'follow-up', text: 'đến tận nơi đổi' }, ...BY, at })
  const silent = { workClosed: () => {} }
  const close = () =>
    closeWork({ ...ports(), events: silent }, { workId, note: 'khách đồng ý', reached: true, ...BY, at: world.clock.now() })
  expect(await close()).toMatchObject({ again: false })
  await answer(last(), 'Cảm ơn nhiều')
  expect(isOpen(await theCase())).toBe(false)
  await answer(last(), 'Hôm nay lại thấy mốc')
  expect(isOpen(await theCase())).toBe(true)
  await workOnCase(ports(), { workId, act: { is: 'move', to: 'follow-up', text: 'hoàn tiền' }, ...BY, at: world.clock.now() })
  await world.moveTo(plusMs(world.clock.now(), 60_000))
  expect(
    await closeWork(
      { ...ports(), events: silent },
      { workId, note: 'đã hoàn tiền', reached: true, ...BY, at: world.clock.now() },
    ),
  ).toMatchObject({
    again: false,
  })
})

test('five working days later a call to ask again is on the desk, once', async () => {
  await world.moveTo(plusMs(world.clock.now(), 9 * 24 * 3_600_000))
  const calls = (await world.stores.work.ofCustomer('lan')).filter(({ subject }) => subject.is === 'follow-up')
  expect(calls).toMatchObject([{ subject: { workId: (await theCase()).workId, workingDays: 5 } }])
})
