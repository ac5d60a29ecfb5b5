/** The mails around the care desk: the lists of the morning with their files, the report of the evening, and the surveys of customers. */
import { readXlsx } from 'hucre/xlsx'
import { expect } from 'vitest'
import type { LocalDate } from '#core/time/local-date.ts'
import { linesOn } from '#test/browser/calls-by-hand.ts'
import { addressOf, type CareDesk, follow, type StaffName } from '#test/browser/care-desk.ts'
import { BUYERS } from '#test/browser/week-buyers.ts'
import { shortDate } from '#web/rendering/written-value.ts'

export const listMails = (desk: CareDesk, name: StaffName, date: LocalDate) =>
  desk
    .mailsTo(addressOf(name))
    .filter(({ subject }) => subject.startsWith('Danh sách gọi') && subject.includes(shortDate(date, 'vi')))

/** None before the team's day begins; then one for each of them, with both files, about the lines that their page shows. */
export async function expectLists(desk: CareDesk, team: readonly StaffName[], date: LocalDate): Promise<void> {
  await desk.until(date, '07:29')
  for (const name of team) expect(listMails(desk, name, date), name).toEqual([])
  await desk.until(date, '07:30')
  for (const name of team) {
    const [mail, ...more] = listMails(desk, name, date)
    expect([mail?.at, more], name).toEqual([desk.at(date, '07:30'), []])
    const own = (await linesOn(await desk.open(name, '/calls'))).flatMap(({ customers }) => customers)
    const files = await filesOf(mail?.attachments ?? [])
    expect(files.map(({ kind }) => kind).toSorted(), name).toEqual(['csv', 'xlsx'])
    for (const { words } of files)
      expect(BUYERS.flatMap((one) => (words.includes(one.name) ? one.id : [])).toSorted(), name).toEqual(own.toSorted())
  }
}

type Attachments = ReturnType<CareDesk['mailsTo']>[number]['attachments']

const filesOf = (attachments: Attachments) =>
  Promise.all(
    attachments.map(async ({ fileName, contentBase64 }) => {
      const bytes = Buffer.from(contentBase64, 'base64')
      const kind = fileName.slice(fileName.lastIndexOf('.') + 1)
      const sheets = kind === 'xlsx' ? (await readXlsx(bytes)).sheets : null
      return { kind, words: sheets?.flatMap(({ rows }) => rows.flat()).join(' ') ?? bytes.toString() }
    }),
  )

/** What the lead reads in the evening. */
export function reportOf(desk: CareDesk, date: LocalDate): string {
  const subject = `Cuối ngày ${shortDate(date, 'vi')}`
  const mail = desk.mailsTo(addressOf('mai')).find((one) => one.subject.startsWith(subject))
  if (!mail?.text) throw new Error(`no report of ${date}`)
  return mail.text
}

const SUBJECTS = { satisfied: 'có hài lòng', solved: 'đã được giải quyết chưa' }

/** Whether a mail that asks this went to the customer. */
export const wasAsked = (desk: CareDesk, customer: string, what: keyof typeof SUBJECTS): boolean =>
  desk.mailsToCustomer(customer).some(({ subject }) => subject.includes(SUBJECTS[what]))

/** The customer opens the link of the score in the mail, on a phone, types why, as fast as people type, and sends it. */
export async function answerSurvey(
  desk: CareDesk,
  customer: string,
  { score, why }: { readonly score: number; readonly why: string },
): Promise<void> {
  const links = desk.mailsToCustomer(customer).flatMap(({ html }) => [...(html ?? '').matchAll(/href="([^"]+)"/g)])
  const link = links.map(([, address = '']) => address).find((address) => address.endsWith(`?score=${score}`))
  if (link === undefined) throw new Error(`${customer} was not asked`)
  const page = await desk.customersPhone()
  await page.goto(link)
  await page.getByLabel(/Điều gì khiến/).pressSequentially(why, { delay: 150 })
  await follow(page.getByRole('button', { name: 'Gửi câu trả lời' }))
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Cảm ơn/)
}
