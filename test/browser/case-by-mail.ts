/** What people outside the desk do about a case: they get mails, answer them by mail, and act by their links. */
import { type CareDesk, follow } from '#test/browser/care-desk.ts'
import { textOf } from '#test/browser/case-by-hand.ts'

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
