/** What people do with a case by hand: staff come to it from the list of work and fill in its forms; customers and departments act by the links of their mails. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type CareDesk, follow, press, type StaffName } from '#test/browser/care-desk.ts'

/** From the list of everybody's work to the screen of what is open about the customer. */
export async function openWork(desk: CareDesk, name: StaffName, about: string, title = 'Khiếu nại'): Promise<Page> {
  const page = await desk.open(name, '/work?whose=all')
  await follow(page.locator('article[data-work]', { hasText: about }).getByRole('link', { name: title, exact: true }))
  return page
}

interface FilledIn {
  /** By the labels of the fields. */
  readonly chosen?: Readonly<Record<string, string>>
  readonly typed?: Readonly<Record<string, string>>
  /** By words of their labels. */
  readonly ticked?: readonly string[]
  readonly button: string
  /** What the next page says of it. */
  readonly says: string | RegExp
}

/** One form of the screen: `name` as it stands in the page. */
export async function sendForm(page: Page, name: string, { chosen = {}, typed = {}, ticked = [], button, says }: FilledIn) {
  const form = page.locator(`[data-act="${name}"]`)
  for (const [label, value] of Object.entries(chosen))
    await form.getByLabel(label, { exact: true }).selectOption({ label: value })
  for (const [label, value] of Object.entries(typed)) await form.getByLabel(label, { exact: true }).fill(value)
  for (const words of ticked) await press(form.locator('label', { hasText: words }))
  await follow(form.getByRole('button', { name: button, exact: true }))
  expect(await saidOn(page)).toMatch(says)
}

/** What became of the form before. */
export const saidOn = (page: Page): Promise<string | null> => page.locator('main > .said').first().textContent()

/** `[data-…]` of the page, as one line. */
export const textOf = async (shown: Locator): Promise<string> => ((await shown.textContent()) ?? '').replace(/\s+/g, ' ').trim()

type Mail = ReturnType<CareDesk['mailsTo']>[number]

/** The newest mail with that in its subject, and with these words. */
export function mailTo(desk: CareDesk, address: string, subject: string, words = ''): Mail {
  const mail = desk.mailsTo(address).find((one) => one.subject.includes(subject) && one.text?.includes(words))
  if (!mail) throw new Error(`no mail to ${address} with “${subject}”: ${desk.mailsTo(address).map((one) => one.subject)}`)
  return mail
}

/** The first link of the mail to that part of the pages. */
export function linkIn({ html, subject }: Mail, part: string): string {
  const links = [...(html ?? '').matchAll(/href="([^"]+)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'))
  const link = links.find((address) => address.includes(part))
  if (link === undefined) throw new Error(`no link to ${part} in “${subject}”`)
  return link
}

/** The customer answers a mail by mail; what the mail was taken for. */
export async function answerByMail(desk: CareDesk, mail: Mail, text: string): Promise<string> {
  const page = await desk.customersPhone()
  await page.goto(`${desk.system.url}/mailbox/${mail.messageId}`)
  await page.getByLabel('Khách viết gì?').fill(text)
  await follow(page.getByRole('button', { name: 'Gửi trả lời' }))
  return textOf(page.getByRole('status'))
}
