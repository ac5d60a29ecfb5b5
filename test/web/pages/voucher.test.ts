import { describe, expect, test } from 'vitest'
import { aVoucher, NOW, pagesAtWork, SAFE_METHODS, TILL_KEY } from '#test/web/pages/pages-at-work.ts'

const CODE = '7Q2M-0XKD-13AB'
const PAGE = `/v/${CODE}`
const till = { tillKey: TILL_KEY, by: 'Quầy 2' }
const english = { 'accept-language': 'en' }

describe('looking at a voucher', () => {
  test.each(SAFE_METHODS)('a hundred times by %s never redeems it', async (method) => {
    const pages = await pagesAtWork()
    for (let time = 0; time < 100; time++) expect((await pages.ask(PAGE, { method })).status).toBe(200)
    expect(pages.writes()).toBe(0)
    expect((await pages.vouchers.get(CODE))?.redeemedAt).toBeNull()
  })

  test('shows its code, what it is worth and until when, in the language of the browser', async () => {
    const pages = await pagesAtWork()
    const vietnamese = await (await pages.get(PAGE)).text()
    for (const words of ['Phiếu còn dùng được.', CODE, '100.000', '09/03/2027', '07/04/2027']) expect(vietnamese).toContain(words)
    const inEnglish = await (await pages.get(PAGE, { 'accept-language': 'en-GB,en;q=0.9' })).text()
    for (const words of ['This voucher can be used.', CODE, '100,000', 'Valid']) expect(inEnglish).toContain(words)
  })

  test.each([
    ['lower case', '7q2m-0xkd-13ab'],
    ['no dashes', '7Q2M0XKD13AB'],
    ['blanks', ' 7q2m 0xkd 13ab '],
    ['O for 0', '7Q2M-OXKD-13AB'],
    ['I for 1', '7Q2M-0XKD-I3AB'],
    ['l for 1', '7q2m-oxkd-l3ab'],
    ['long dashes', '7Q2M–0XKD—13AB'],
    ['letters of full width', '７Ｑ２Ｍ０ＸＫＤ１３ＡＢ'],
    ['a full stop behind it', '7Q2M-0XKD-13AB.'],
  ])('typed with %s is the same voucher, from the form and as an address', async (_, typed) => {
    const pages = await pagesAtWork()
    const form = await pages.get(`/v?code=${encodeURIComponent(typed)}`)
    expect(form.status).toBe(303)
    const answer = await pages.get(form.headers.get('location') ?? '')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain(CODE)
  })

  test.each([
    ['nothing usable in it', '/v/---'],
    ['one letter', '/v/A'],
    ['another code', '/v/7Q2M-0XKD-13AC'],
    ['thousands of letters', `/v/${'A'.repeat(5_000)}`],
    ['a path in it', '/v/..%2F..%2Fetc'],
    ['broken escapes', '/v/%E0%A4%A'],
    ['markup in it', '/v/%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
  ])('with %s is no voucher, and nothing of it is shown', async (_, path) => {
    const pages = await pagesAtWork()
    const answer = await pages.get(path, english)
    expect(answer.status).toBe(404)
    const html = await answer.text()
    expect(html).toContain('There is no voucher with this code.')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<dl>')
    expect(html).not.toContain('name="tillKey"')
  })

  test('asks the store for nothing that cannot be a code: no table takes an empty key or a huge one', async () => {
    const pages = await pagesAtWork()
    const asked: string[] = []
    pages.breakStores({
      vouchers: {
        ...pages.ports.vouchers,
        get: async (code) => {
          asked.push(code)
          return undefined
        },
      },
    })
    for (const typed of ['---', '', '%20', 'A'.repeat(3_000)]) await pages.get(`/v/${typed}`)
    expect(asked.filter((code) => code === '' || code.length > 100)).toEqual([])
  })

  test.each([
    ['expired', { validTo: '2027-03-09', validFrom: '2027-03-01' }, 'This voucher has expired.'],
    ['not yet valid', { validFrom: '2027-03-11' }, 'This voucher is not valid yet.'],
    ['redeemed', { redeemedAt: '2027-03-09T03:00:00.000Z', redeemedBy: 'Till 7' }, 'This voucher has been used.'],
  ])('one that is %s says so, has no form to redeem it, and tells nobody who did', async (_, over, words) => {
    const pages = await pagesAtWork({ vouchers: [aVoucher(over)] })
    const answer = await pages.get(PAGE, english)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain(words)
    for (const secret of ['name="tillKey"', 'Till 7', 'c-001', 'birthday-gift']) expect(html).not.toContain(secret)
  })

  test('days begin and end in the company’s zone', async () => {
    const pages = await pagesAtWork({ vouchers: [aVoucher({ validFrom: '2027-03-11', validTo: '2027-03-11' })] })
    // Midnight in Vietnam is 17:00 UTC.
    for (const [instant, words] of [
      ['2027-03-10T16:59:59.999Z', 'not valid yet'],
      ['2027-03-10T17:00:00.000Z', 'can be used'],
      ['2027-03-11T16:59:59.999Z', 'can be used'],
      ['2027-03-11T17:00:00.000Z', 'has expired'],
    ] as const) {
      pages.setNow(instant)
      expect(await (await pages.get(PAGE, english)).text()).toContain(words)
    }
  })

  test('the empty form asks for a code', async () => {
    const pages = await pagesAtWork()
    const html = await (await pages.get('/v', english)).text()
    expect(html).toContain('<label for="code">Voucher code</label>')
    expect((await pages.get('/v?code=')).status).toBe(200)
  })
})

describe('redeeming at the till', () => {
  test('with the till key marks it used, by whom and when', async () => {
    const pages = await pagesAtWork()
    const answer = await pages.post(PAGE, till, english)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Done: the voucher is now used.')
    expect(await pages.vouchers.get(CODE)).toMatchObject({ redeemedAt: NOW, redeemedBy: 'Quầy 2' })
    expect(pages.said).toEqual(['voucher.redeemed'])
  })

  test.each([
    ['no key', {}],
    ['an empty key', { tillKey: '' }],
    ['a wrong key', { tillKey: 'quầy số 1, khóa dàj' }],
    ['the beginning of the key', { tillKey: TILL_KEY.slice(0, -1) }],
    ['the key and more', { tillKey: `${TILL_KEY} ` }],
    ['the key in capitals', { tillKey: TILL_KEY.toUpperCase() }],
  ])('with %s is refused, whatever the voucher, and changes nothing', async (_, form: Record<string, string>) => {
    const pages = await pagesAtWork()
    for (const path of [PAGE, '/v/AAAA-AAAA-AAAA']) {
      const answer = await pages.post(path, form, english)
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain('The till key is wrong')
    }
    expect(pages.writes()).toBe(0)
  })

  test('with the key sent as a file is refused', async () => {
    const pages = await pagesAtWork()
    const body = new FormData()
    body.append('tillKey', new File([TILL_KEY], 'key.txt'))
    expect((await pages.ask(PAGE, { method: 'POST', body })).status).toBe(403)
    expect(pages.writes()).toBe(0)
  })

  test('a second time is refused, says that it is used, and names nobody', async () => {
    const pages = await pagesAtWork()
    await pages.post(PAGE, till)
    pages.setNow('2027-03-11T02:00:00.000Z')
    const answer = await pages.post(PAGE, { ...till, by: 'Quầy 9' }, english)
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('could not be redeemed. This voucher has been used.')
    expect(html).not.toContain('Quầy 2')
    expect(html).not.toContain('c-001')
    expect(await pages.vouchers.get(CODE)).toMatchObject({ redeemedAt: NOW, redeemedBy: 'Quầy 2' })
  })

  test('at two tills in the same moment exactly one gets it', async () => {
    const pages = await pagesAtWork()
    const tills = Array.from({ length: 8 }, (_, n) => `Quầy ${n}`)
    const answers = await Promise.all(tills.map((by) => pages.post(PAGE, { ...till, by })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409, 409, 409])
    const winner = tills[answers.findIndex(({ status }) => status === 200)]
    expect((await pages.vouchers.get(CODE))?.redeemedBy).toBe(winner)
    expect(pages.said).toEqual(['voucher.redeemed'])
  })

  test.each([
    ['that has expired', { validTo: '2027-03-09', validFrom: '2027-03-01' }],
    ['that is not valid yet', { validFrom: '2027-03-11' }],
  ])('one %s is refused and stays as it is', async (_, over) => {
    const pages = await pagesAtWork({ vouchers: [aVoucher(over)] })
    expect((await pages.post(PAGE, till)).status).toBe(409)
    expect(await pages.vouchers.get(CODE)).toEqual(aVoucher(over))
  })

  test('one there is not is refused', async () => {
    const pages = await pagesAtWork()
    const answer = await pages.post('/v/AAAA-AAAA-AAAA', till, english)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('There is no voucher with this code.')
  })

  test.each([
    ['', 'till'],
    ['   ', 'till'],
    ['<b>Lan</b>', '<b>Lan</b>'],
    ['x'.repeat(200), 'x'.repeat(60)],
  ])('the name “%s” of the till is kept as “%s”, and never as markup', async (by, kept) => {
    const pages = await pagesAtWork()
    const html = await (await pages.post(PAGE, { ...till, by })).text()
    expect((await pages.vouchers.get(CODE))?.redeemedBy).toBe(kept)
    expect(html).not.toContain('<b>Lan')
  })

  test('that could not be written down is not said to be done', async () => {
    const pages = await pagesAtWork()
    pages.breakStores({
      vouchers: { ...pages.ports.vouchers, redeem: () => Promise.reject(new Error('the table is away')) },
    })
    const answer = await pages.post(PAGE, till, english)
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('could not be completed')
    expect(pages.failures).toHaveLength(1)
  })
})
