import { describe, expect, test } from 'vitest'
import { aCustomer } from '#test/support/builders.ts'
import { aVoucher, NOW, pagesAtWork, SAFE_METHODS, TILL_KEY } from '#test/web/customer/pages-at-work.ts'

const CODE = '7Q2M-0XKD-13AB'
const PAGE = `/till/${CODE}`
const till = { tillKey: TILL_KEY, by: 'Quầy 2' }
const english = { 'accept-language': 'en' }

describe('looking at the till', () => {
  test.each(SAFE_METHODS)('a hundred times by %s never redeems', async (method) => {
    const pages = await pagesAtWork()
    for (let time = 0; time < 100; time++) expect((await pages.ask(PAGE, { method })).status).toBe(200)
    expect(pages.writes()).toBe(0)
  })

  test('is in the language of the browser, which is the shop’s, and names no customer', async () => {
    const pages = await pagesAtWork({ customers: [aCustomer({ locale: 'en', fullName: 'Nguyễn Thị Lan' })] })
    const html = await (await pages.get(PAGE, { 'accept-language': 'vi' })).text()
    for (const words of ['Phiếu còn dùng được.', CODE, 'Khóa quầy', 'Sử dụng phiếu']) expect(html).toContain(words)
    for (const secret of ['Lan', 'c-001', 'birthday-gift']) expect(html).not.toContain(secret)
  })

  test('opened from the staff app it keeps the language of the member of staff, whatever the browser speaks, from page to page', async () => {
    const pages = await pagesAtWork()
    const vietnamese = { 'accept-language': 'vi' }
    const found = await pages.get(`/till?code=${CODE}&language=en`, vietnamese)
    expect(found.headers.get('location')).toBe(`${PAGE}?language=en`)
    const html = await (await pages.get(`${PAGE}?language=en`, vietnamese)).text()
    expect(html).toContain('This voucher can be used.')
    expect(html).toContain('href="/till?language=en"')
    const search = await (await pages.get('/till?language=en', vietnamese)).text()
    expect(search).toContain('<input type="hidden" name="language" value="en">')
    const redeemed = await (await pages.post(`${PAGE}?language=en`, till, vietnamese)).text()
    expect(redeemed).toContain('Done: the voucher is now used.')
    expect(await (await pages.get(`${PAGE}?language=xx`, vietnamese)).text()).toContain('Quầy: phiếu quà tặng')
  })

  test.each([
    ['expired', { validTo: '2027-03-09', validFrom: '2027-03-01' }],
    ['not yet valid', { validFrom: '2027-03-11' }],
    ['redeemed', { redeemedAt: '2027-03-09T03:00:00.000Z', redeemedBy: 'Till 7' }],
  ])('one that is %s has no form to redeem it, and tells nobody who did', async (_, over) => {
    const pages = await pagesAtWork({ vouchers: [aVoucher(over)] })
    const html = await (await pages.get(PAGE, english)).text()
    for (const secret of ['name="tillKey"', 'Till 7', 'c-001']) expect(html).not.toContain(secret)
  })

  test('the empty form asks for a code, and what is none is no voucher', async () => {
    const pages = await pagesAtWork()
    expect(await (await pages.get('/till', english)).text()).toContain('<form method="get" action="/till">')
    for (const path of ['/till/---', '/till/A', `/till/${'A'.repeat(5_000)}`, '/till/%3Cscript%3E']) {
      const answer = await pages.get(path, english)
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toContain('name="tillKey"')
    }
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
    for (const path of [PAGE, '/till/AAAA-AAAA-AAAA']) {
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
    const answer = await pages.post('/till/AAAA-AAAA-AAAA', till, english)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('There is no voucher with this code.')
  })

  test.each([
    ['', 'till'],
    ['   ', 'till'],
    ['<b>Lan</b>', '<b>Lan</b>'],
    ['x'.repeat(100), 'x'.repeat(100)],
  ])('the name “%s” of the till is kept as “%s”, and never as markup', async (by, kept) => {
    const pages = await pagesAtWork()
    const html = await (await pages.post(PAGE, { ...till, by })).text()
    expect((await pages.vouchers.get(CODE))?.redeemedBy).toBe(kept)
    expect(html).not.toContain('<b>Lan')
  })

  test('with a name longer than the limit is refused with the limit, and can be done with a shorter one', async () => {
    const pages = await pagesAtWork()
    const answer = await pages.post(PAGE, { ...till, by: 'x'.repeat(101) }, english)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('longer than 100 characters')
    expect(pages.writes()).toBe(0)
    expect((await pages.post(PAGE, till)).status).toBe(200)
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
