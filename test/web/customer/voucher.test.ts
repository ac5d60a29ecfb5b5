import { describe, expect, test } from 'vitest'
import { aCustomer } from '#test/support/builders.ts'
import { aVoucher, pagesAtWork, SAFE_METHODS, TILL_KEY } from '#test/web/customer/pages-at-work.ts'

const CODE = '7Q2M-0XKD-13AB'
const PAGE = `/v/${CODE}`
const english = { 'accept-language': 'en' }
const toEnglish = { customers: [aCustomer({ locale: 'en' })] }

describe('looking at a voucher', () => {
  test.each(SAFE_METHODS)('a hundred times by %s never redeems it', async (method) => {
    const pages = await pagesAtWork()
    for (let time = 0; time < 100; time++) expect((await pages.ask(PAGE, { method })).status).toBe(200)
    expect(pages.writes()).toBe(0)
    expect((await pages.vouchers.get(CODE))?.redeemedAt).toBeNull()
  })

  test.each([
    ['vi', 'en-GB,en;q=0.9', ['Phiếu còn dùng được.', CODE, '100.000', '09/03/2027', '07/04/2027']],
    ['en', 'vi-VN', ['This voucher can be used.', CODE, '100,000', 'Valid']],
    ['fr', 'en', ['Phiếu còn dùng được.']],
  ])(
    'of someone who reads %s is in the language of their letters, though the browser speaks %s',
    async (locale, browser, words) => {
      const pages = await pagesAtWork({ customers: [aCustomer({ locale })] })
      const html = await (await pages.get(PAGE, { 'accept-language': browser })).text()
      for (const word of words) expect(html).toContain(word)
    },
  )

  test('of someone who is gone is in the language of the browser', async () => {
    const pages = await pagesAtWork({ customers: [] })
    expect(await (await pages.get(PAGE, english)).text()).toContain('This voucher can be used.')
  })

  test('has nothing for the till: no form, no key, no way to redeem', async () => {
    const pages = await pagesAtWork()
    const html = await (await pages.get(PAGE)).text()
    for (const word of ['<form', 'tillKey', 'type="password"', 'Khóa quầy', 'nhân viên', '/till'])
      expect(html).not.toContain(word)
    const posted = await pages.post(PAGE, { tillKey: TILL_KEY, by: 'Quầy 2' })
    expect(posted.status).toBe(404)
    expect(pages.writes()).toBe(0)
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
  ])('typed with %s is the same voucher, by the customer and at the till, from the form and as an address', async (_, typed) => {
    const pages = await pagesAtWork()
    for (const page of ['/v', '/till']) {
      const form = await pages.get(`${page}?code=${encodeURIComponent(typed)}`)
      expect(form.status).toBe(303)
      const answer = await pages.get(form.headers.get('location') ?? '')
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain(CODE)
    }
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
    const pages = await pagesAtWork({ vouchers: [aVoucher(over)], ...toEnglish })
    const answer = await pages.get(PAGE)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain(words)
    for (const secret of ['name="tillKey"', 'Till 7', 'c-001', 'birthday-gift']) expect(html).not.toContain(secret)
  })

  test('days begin and end in the company’s zone', async () => {
    const pages = await pagesAtWork({ vouchers: [aVoucher({ validFrom: '2027-03-11', validTo: '2027-03-11' })], ...toEnglish })
    // Midnight in Vietnam is 17:00 UTC.
    for (const [instant, words] of [
      ['2027-03-10T16:59:59.999Z', 'not valid yet'],
      ['2027-03-10T17:00:00.000Z', 'can be used'],
      ['2027-03-11T16:59:59.999Z', 'can be used'],
      ['2027-03-11T17:00:00.000Z', 'has expired'],
    ] as const) {
      pages.setNow(instant)
      expect(await (await pages.get(PAGE)).text()).toContain(words)
    }
  })

  test('the empty form asks for a code, and leads staff who kept its address to the till', async () => {
    const pages = await pagesAtWork()
    const html = await (await pages.get('/v', english)).text()
    expect(html).toContain('<label for="code">Voucher code</label>')
    expect(html).toContain('<a href="/till">Shop staff: open the till page</a>')
    expect((await pages.get('/v?code=')).status).toBe(200)
  })
})
