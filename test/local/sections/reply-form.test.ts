/** A mail answered in the customer's place, by the form and by SMTP, on the whole local system. */
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instantAt } from '#core/time/zone.ts'
import { answerMail, replyAddress } from '#local/mail-in/answer-mail.ts'
import { openSmtp } from '#local/mail-in/open-smtp.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { smallCompany } from '#test/support/small-company.ts'

const company = smallCompany({ startOn: '2027-02-03' })
let system: RunningSystem
beforeAll(async () => {
  system = await company.start()
  system.moves?.to(instantAt('2027-02-04', '12:00', 'Asia/Ho_Chi_Minh'))
  await system.moves?.idle()
})
afterAll(async () => {
  await system?.stop()
  company.remove()
})

const mailTo = (address: string) => system.stack.mailbox.list({ to: address, limit: 5 }).messages.at(-1)!
const page = async (path: string) => (await fetch(`${system.url}${path}`, { headers: { cookie: 'language=en' } })).text()
async function post(messageId: string, form: Record<string, string>, origin = system.url) {
  const response = await fetch(`${system.url}/mailbox/${encodeURIComponent(messageId)}/reply`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
    headers: { origin, cookie: 'language=en' },
  })
  return { status: response.status, location: response.headers.get('location') ?? '' }
}
const consents = async (customerId: string) => (await system.stack.stores.customers.get(customerId))?.consents

test('the page of a mail shows where an answer goes, and a form for it', async () => {
  const message = mailTo('lan@example.com')
  const shown = await page(`/mailbox/${message.messageId}`)
  expect(shown).toContain(replyAddress(message)!)
  expect(shown).toContain('<textarea id="reply-text"')
})

test('an answer by the form is dealt with at once, and the page says what it was taken for', async () => {
  const message = mailTo('lan@example.com')
  const { status, location } = await post(message.messageId, { text: 'Dừng', from: '' })
  expect(status).toBe(303)
  expect(await page(location)).toContain('Taken for a stop. Stopped; a confirmation follows.')
  expect(await consents('KH01')).toMatchObject({ 'care/email': { decision: 'withdrawn' } })
  const confirmation = mailTo('lan@example.com') && system.stack.mailbox.list({ to: 'lan@example.com', limit: 1 }).messages[0]!
  expect(confirmation.headers).toContainEqual({ name: 'Auto-Submitted', value: 'auto-replied' })
  const own = await page(`/mailbox/${confirmation.messageId}`)
  expect(own).toContain('where people read them')
  expect(own).not.toContain('<textarea')
})

test('one that a machine wrote, or a stranger, is what it is: the seal tells whose it is, the head that nobody wrote it', async () => {
  const message = mailTo('hung@example.com')
  const automatic = await post(message.messageId, { text: 'Dừng', automatic: 'yes' })
  expect(await page(automatic.location)).toContain('Taken for an automatic reply. Kept, and nothing else.')
  expect(await consents('KH02')).toEqual({})
  const strange = await post(message.messageId, { text: 'Hàng bị vỡ, tôi rất thất vọng.', from: 'nguoi-la@example.org' })
  expect(await page(strange.location)).toContain('Taken for a complaint. Work is open for staff.')
  expect(await system.stack.stores.work.ofCustomer('KH02')).toMatchObject([{ subject: { is: 'complaint' } }])
})

test('an empty answer is not sent, and another page’s form is not heard', async () => {
  const message = mailTo('ha@example.com')
  const { location } = await post(message.messageId, { text: '   ' })
  expect(await page(location)).toContain('Write a few words')
  expect((await post(message.messageId, { text: 'Dừng' }, 'https://evil.example')).status).toBe(403)
  expect((await post('no-such-mail', { text: 'Dừng' })).status).toBe(404)
  expect(await consents('KH05')).toEqual({})
})

test('a mail program hands its answer in by SMTP, and it is dealt with by itself', async () => {
  const smtp = (await openSmtp(system, { smtpPort: 0, tell: () => {} }))!
  const transport = createTransport({ host: '127.0.0.1', port: smtp.port })
  const message = mailTo('ha@example.com')
  const mail = await answerMail({
    message,
    from: 'ha@example.com',
    text: 'Xin dừng gửi thư',
    automatic: false,
    at: system.clock.now(),
    quoteLine: 'On 4 February 2027 at 09:00, Trà Sen Việt wrote:',
  })
  await transport.sendMail({ envelope: { from: mail.from, to: [...mail.to] }, raw: Buffer.from(mail.bytes) })
  await expect.poll(() => consents('KH05')).toMatchObject({ 'care/email': { decision: 'withdrawn' } })
  transport.close()
  await smtp.stop()
})

test('a port that another program has is not insisted on', async () => {
  const said: string[] = []
  const first = (await openSmtp(system, { smtpPort: 0, tell: () => {} }))!
  const second = (await openSmtp(system, { smtpPort: first.port, tell: (line) => said.push(line) }))!
  expect(second.port).not.toBe(first.port)
  expect(said).toEqual([expect.stringContaining(`port ${first.port} is taken`)])
  await first.stop()
  await second.stop()
})
