import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { careInMemory, ROOT, scratchFolder, textIn } from '#test/cli/care-run.ts'
import { campaignFolder, readProjectJson } from '#test/functions/wiring/campaign-folder.ts'
import { aCustomer, solar } from '#test/support/builders.ts'

const CAMPAIGNS = join(ROOT, 'campaigns')
async function atWork() {
  const { care, stores } = careInMemory()
  await stores.customers.put([
    aCustomer({ birthday: solar('08-15'), firstPurchaseOn: '2024-05-02' }),
    aCustomer({ customerId: 'c-002', locale: 'en', fullName: '<b>Anne</b>', addressName: '<b>Anne</b>', honorific: 'none' }),
  ])
  const out = join(scratchFolder(), 'deep', 'preview')
  const preview = (campaign: string, ...more: string[]) =>
    care('preview', campaign, '--campaigns', CAMPAIGNS, '--out', out, ...more)
  return { preview, care, out, stores }
}

describe('care preview', () => {
  test('writes subject, HTML and text of the very mail, in the customer’s language', async () => {
    const { preview, out } = await atWork()
    const run = await preview('purchase-anniversary', '--customer', 'c-001')
    expect(run.exitCode).toBe(0)
    expect(run.printed.split('\n').slice(1)).toEqual(
      ['subject.txt', 'html', 'txt'].map((kind) => join(out, `purchase-anniversary.c-001.${kind}`)),
    )
    expect(textIn(out, 'purchase-anniversary.c-001.subject.txt')).toBe(`${run.printed.split('\n')[0]}\n`)
    expect(textIn(out, 'purchase-anniversary.c-001.html')).toContain('<html lang="vi"')
    expect(textIn(out, 'purchase-anniversary.c-001.txt')).toContain('Chị Lan')
    // From 2 May 2024 to the next one, in 2027.
    expect(textIn(out, 'purchase-anniversary.c-001.txt')).toMatch(/\b3 năm|\bba năm/i)
  })

  test('in the language that is asked for', async () => {
    const { preview, out } = await atWork()
    expect((await preview('mid-autumn', '--customer', 'c-001', '--locale', 'en')).exitCode).toBe(0)
    expect(textIn(out, 'mid-autumn.c-001.en.html')).toContain('<html lang="en"')
    expect((await preview('mid-autumn', '--customer', 'c-002', '--locale', 'vi')).exitCode).toBe(0)
    expect(textIn(out, 'mid-autumn.c-002.vi.html')).toContain('<html lang="vi"')
    expect((await preview('mid-autumn', '--customer', 'c-001', '--locale', 'fr')).exitCode).toBe(2)
  })

  test.each(['csat-after-delivery', 'csat-reminder'])('%s shows its question with its buttons', async (campaign) => {
    const { preview, out } = await atWork()
    expect((await preview(campaign, '--customer', 'c-001')).exitCode).toBe(0)
    expect(textIn(out, `${campaign}.c-001.txt`)).toContain('1 = Rất không hài lòng')
    expect(textIn(out, `${campaign}.c-001.html`).match(/\/s\/[^"]+\?score=\d"/g)).toHaveLength(5)
  })

  test('an advertising mail shows label and gift, and issues no voucher', async () => {
    const { preview, out, stores } = await atWork()
    await preview('birthday-gift', '--customer', 'c-001')
    expect(textIn(out, 'birthday-gift.c-001.subject.txt')).toMatch(/^\[QC\] /)
    expect(textIn(out, 'birthday-gift.c-001.txt')).toContain('XXXX-XXXX-XXXX')
    expect(await stores.vouchers.get('XXXX-XXXX-XXXX')).toBeUndefined()
  })

  test('someone for whom the occasion never comes is shown the mail all the same', async () => {
    const { preview, out } = await atWork()
    expect((await preview('birthday-gift', '--customer', 'c-002')).exitCode).toBe(0)
    expect(textIn(out, 'birthday-gift.c-002.html')).toContain('&lt;b&gt;Anne')
    expect(textIn(out, 'birthday-gift.c-002.html')).not.toContain('<b>Anne')
  })

  test('as JSON', async () => {
    const { preview, out } = await atWork()
    expect(JSON.parse((await preview('mid-autumn', '--customer', 'c-001', '--json')).printed)).toEqual({
      subject: textIn(out, 'mid-autumn.c-001.subject.txt').trimEnd(),
      files: ['subject.txt', 'html', 'txt'].map((kind) => join(out, `mid-autumn.c-001.${kind}`)),
    })
  })

  test('one preview never takes the place of another, and an id never leaves the folder', async () => {
    const { preview, out, stores } = await atWork()
    await stores.customers.put([aCustomer({ customerId: '../c/003' })])
    await preview('mid-autumn', '--customer', 'c-001')
    const first = textIn(out, 'mid-autumn.c-001.html')
    for (const [campaign, ...more] of [
      ['national-day', '--customer', 'c-001'],
      ['mid-autumn', '--customer', 'c-002'],
      ['mid-autumn', '--customer', 'c-001', '--locale', 'en'],
      ['mid-autumn', '--customer', '../c/003'],
    ] as const)
      expect((await preview(campaign, ...more)).exitCode).toBe(0)
    expect(textIn(out, 'mid-autumn.c-001.html')).toBe(first)
    const names = ['mid-autumn.c-001', 'mid-autumn.c-001.en', 'mid-autumn.c-002', 'mid-autumn..._c_003', 'national-day.c-001']
    const written = readdirSync(out).filter((name) => name.endsWith('.html'))
    expect(new Set(written)).toEqual(new Set(names.map((name) => `${name}.html`)))
  })

  test('a customer who is not stored is refused, and nothing is written', async () => {
    const { preview, out } = await atWork()
    const run = await preview('mid-autumn', '--customer', 'c-404')
    expect(run).toMatchObject({ exitCode: 1, refused: ['c-404: no such customer is stored; see care import'] })
    expect(existsSync(out)).toBe(false)
  })

  test('a campaign there is not is refused with the names of those there are', async () => {
    const { preview, out } = await atWork()
    const run = await preview('mid-winter', '--customer', 'c-001')
    expect(run.exitCode).toBe(1)
    expect(run.refused.join('\n')).toMatch(/mid-winter: no such campaign.*mid-autumn/)
    expect(existsSync(out)).toBe(false)
  })

  test('a campaign with a mistake is refused with the mistake; a right one beside it is shown', async () => {
    const { care, out } = await atWork()
    const folder = campaignFolder({
      'wrong.json': { ...readProjectJson('mid-autumn.json'), colour: 'red' },
      'right.json': readProjectJson('national-day.json'),
    })
    const preview = (id: string) => care('preview', id, '--campaigns', folder, '--customer', 'c-001', '--out', out)
    expect((await preview('mid-autumn')).refused.join('\n')).toContain('colour: red')
    expect((await preview('national-day')).exitCode).toBe(0)
  })

  test('without a customer or a place for the files is wrong usage', async () => {
    const { care } = await atWork()
    expect(await care('preview', 'mid-autumn')).toMatchObject({ exitCode: 2, usage: expect.stringContaining('--customer') })
    expect(await care('preview', 'mid-autumn', '--customer', 'c-001')).toMatchObject({
      exitCode: 2,
      usage: expect.stringContaining('--out'),
    })
  })
})
