/** What a mail about a list of calls says, in its two parts and its files, which are read back as a spreadsheet would. */
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { StaffMail } from '#app/ports/sending.ts'
import type { Customer } from '#core/customer/customer.ts'
import { HANH, MAI, teamDays } from '#test/app/sending/team-days.ts'

async function mailed(
  customers: readonly Partial<Customer>[],
  { to = HANH, ...desk }: Parameters<typeof teamDays>[0] & { readonly to?: string } = {},
): Promise<StaffMail> {
  const { due, rings, mailsTo } = await teamDays(desk)
  for (const [at, customer] of customers.entries()) await due(`kh${at}`, 'hanh', customer)
  await rings('07:30')
  const [mail] = mailsTo(to)
  if (!mail) throw new Error(`no mail to ${to}`)
  return mail
}

const csvIn = ({ attachments }: StaffMail): readonly (readonly string[])[] =>
  parse(Buffer.from(attachments.find(({ fileName }) => fileName.endsWith('.csv'))?.bytes ?? []), { bom: true })
const sheetIn = async ({ attachments }: StaffMail) => {
  const { sheets } = await readXlsx(attachments.find(({ fileName }) => fileName.endsWith('.xlsx'))?.bytes ?? new Uint8Array())
  return sheets[0]?.rows
}
const LAN = { fullName: 'Nguyễn Thị Lan', honorific: 'chi', phone: '+84912345678' } as const

describe('the mail', () => {
  test('links no number at which nobody is rung, nor that of a customer who refused calls; who may be rung is linked', async () => {
    const { ports, due, rings, mailsTo } = await teamDays()
    for (const [at, customerId] of ['an', 'binh', 'chi'].entries()) await due(customerId, 'hanh', { phone: `+8491234567${at}` })
    const contactKey = ports.seals.contactKey({ kind: 'phone', value: '+84912345670' })
    await ports.suppressions.add({ contactKey, kind: 'phone', reason: 'opt-out', at: '2027-02-07T02:00:00.000Z', evidence: 'x' })
    await ports.customers.setConsents('binh', { 'care/call': { decision: 'withdrawn', at: '2027-02-07T02:00:00.000Z' } })
    await rings('07:30')
    const [mail] = mailsTo(HANH)
    expect([...(mail?.html ?? '').matchAll(/href="tel:([^"]*)"/g)].map(([, phone]) => phone)).toEqual(['+84912345672'])
    expect(mail?.text).toContain('0912 345 670 (số bị chặn: không gọi)')
    expect(mail?.text).toContain('0912 345 671 (khách không muốn nhận cuộc gọi nữa)')
  })

  test('says whom to ring in both parts: rank, form of address, number, reason, time, why, link', async () => {
    const mail = await mailed([LAN])
    expect(mail.text).toContain(`1. Chị Lan (Nguyễn Thị Lan), 0912 345 678
   Gọi lại: điểm thấp. Gọi trước 11:00
   Vì: khách cho điểm 3; đến hạn lúc 11:00; việc của người gọi
   https://staff.example.com/work/call-kh0`)
    expect(mail.html).toContain('<b>Chị Lan</b> · Nguyễn Thị Lan')
    expect(mail.html).toContain('<a href="tel:+84912345678" class="phone">0912 345 678</a>')
    expect(mail.html).toContain('href="https://staff.example.com/work/call-kh0"')
    for (const part of [mail.html, mail.text]) expect(part).toContain('https://staff.example.com/calls')
  })

  test('of an agent’s own part is numbered from 1 without a gap; the lead’s has the order of the team', async () => {
    const { due, rings, mailsTo } = await teamDays()
    for (const [at, owner] of ['hanh', 'bao', 'hanh', 'bao'].entries()) await due(`kh${at}`, owner)
    await rings('07:30')
    const numbersIn = ({ text }: StaffMail) => [...text.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
    const [mine] = mailsTo(HANH)
    const [all] = mailsTo(MAI)
    expect(
      mine && [
        numbersIn(mine),
        csvIn(mine)
          .slice(1)
          .map(([place]) => place),
      ],
    ).toEqual([
      [1, 2],
      ['1', '2'],
    ])
    expect(all && numbersIn(all)).toEqual([1, 2, 3, 4])
  })

  test('is in English where the company is; the customer is addressed in their own language', async () => {
    const mail = await mailed(
      [LAN, { fullName: 'Minh Tran', givenName: 'Minh', addressName: 'Minh', honorific: 'anh', locale: 'en' }],
      {
        locale: 'en',
      },
    )
    expect(mail.subject).toBe('Your list of calls, 2 March 2027: 2 calls')
    expect(mail.html).toContain('<html lang="en">')
    expect(mail.text).toContain('Chị Lan (Nguyễn Thị Lan), 0912 345 678\n   Call back: low score. Ring before 11:00')
    expect(mail.text).toContain('Mr Minh (Minh Tran)')
  })

  test('has no links where the staff app has no address', async () => {
    const mail = await mailed([LAN], { staffUrl: null })
    expect(`${mail.html}${mail.text}`).not.toMatch(/https?:|undefined|null/)
    expect(csvIn(mail)[0]).not.toContain('Liên kết')
  })

  test('writes what a customer is called as text, and nothing of it as markup or a line of its own', async () => {
    const mail = await mailed([{ ...LAN, fullName: '<img src=x>\r\nBcc: x@example.com', addressName: '<b>Lan</b>' }])
    expect(mail.html).not.toMatch(/<img|<b>Lan/)
    expect(mail.text).not.toMatch(/^Bcc/m)
  })

  test('a customer without a number stands in it without one', async () => {
    const mail = await mailed([{ ...LAN, phone: null }])
    expect(mail.text).toContain('Chị Lan (Nguyễn Thị Lan), không có số điện thoại')
    expect(csvIn(mail)[1]?.[3]).toBe('')
  })

  test('the lead’s says who rings, and what was given to nobody', async () => {
    const customers = Array.from({ length: 60 }, (_, n) => ({ fullName: `Khách ${n}` }))
    const mail = await mailed(customers, { to: MAI })
    const [, given, left] = /Đã giao (\d+) cuộc, chưa giao (\d+) cuộc/.exec(mail.text) ?? []
    expect(Number(given) + Number(left)).toBe(60)
    expect(Number(left)).toBeGreaterThan(0)
    expect(mail.html).toContain('<h2>Chưa giao cho ai</h2>')
    expect(mail.text).toContain('chưa giao: người phụ trách đã đủ cuộc gọi')
    expect(csvIn(mail)[0]?.slice(0, 3)).toEqual(['Thứ tự', 'Người gọi', 'Xưng hô'])
    expect(csvIn(mail).filter(([, agent]) => agent === 'Hanh')).toHaveLength(Number(given))
  })

  test('that is too long says so, and where the rest is', async () => {
    const customers = Array.from({ length: 120 }, (_, n) => ({ fullName: `Khách ${n}` }))
    const long = await mailed(customers, { to: MAI })
    expect(long.text).toContain('Danh sách quá dài cho một thư: ở đây là 100 trong 120 cuộc. Các tệp đính kèm có đủ.')
    expect(csvIn(long)).toHaveLength(121)
    expect(Buffer.byteLength(long.html)).toBeLessThan(102_000)
    const bare = await mailed(customers, { to: MAI, mostAttachedBytes: 1_000 })
    expect(bare.attachments).toEqual([])
    expect(bare.text).toContain('Tệp đính kèm cũng quá lớn nên không gửi kèm. Xem đủ trên trang Danh sách gọi.')
  })
})

describe('its files', () => {
  const DANGEROUS = ['=1+1', '+SUM(A1)', '-2+3', '@SUM(A1)', '\t=1+1', '\r=1+1']

  test('are read back with every cell as text', async () => {
    const mail = await mailed([
      LAN,
      { fullName: 'John', givenName: 'John', addressName: 'John', phone: '+14155550100', locale: 'en' },
    ])
    expect(mail.attachments.map(({ fileName }) => fileName)).toEqual([
      'danh-sach-goi-2027-03-02.csv',
      'danh-sach-goi-2027-03-02.xlsx',
    ])
    const row = [
      ...['1', 'Chị Lan', 'Nguyễn Thị Lan', '0912 345 678', 'Gọi lại: điểm thấp', '', '11:00'],
      ...['khách cho điểm 3; đến hạn lúc 11:00; việc của người gọi', 'https://staff.example.com/work/call-kh0'],
    ]
    expect(csvIn(mail)[1]).toEqual(row)
    expect(csvIn(mail)[2]?.[3]).toBe("'+14155550100")
    const sheet = await sheetIn(mail)
    expect(sheet?.[1]?.map((cell) => cell ?? '')).toEqual(row)
    expect(sheet?.[2]?.[3]).toBe('+14155550100')
  })

  test.each(DANGEROUS)('a customer called %j runs nothing', async (fullName) => {
    const mail = await mailed([{ ...LAN, fullName, addressName: fullName, honorific: 'none', locale: 'en' }])
    for (const cells of csvIn(mail)) for (const cell of cells) expect(cell).not.toMatch(/^[\s]*[=+\-@]/)
    for (const cell of (await sheetIn(mail))?.flat() ?? []) expect(typeof (cell ?? '')).toBe('string')
  })
})
