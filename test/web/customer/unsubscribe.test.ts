import { describe, expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { aCompany, aCustomer } from '#test/support/builders.ts'
import { NOW, pagesAtWork, SAFE_METHODS } from '#test/web/customer/pages-at-work.ts'

describe('opening the link of a mail', () => {
  test.each(SAFE_METHODS)('a hundred times by %s changes nothing: mail scanners open every link', async (method) => {
    const pages = await pagesAtWork()
    for (let time = 0; time < 100; time++) {
      const answer = await pages.ask(`/u/${pages.token()}`, { method })
      expect(answer.status).toBe(200)
    }
    expect(pages.writes()).toBe(0)
    expect(await pages.consentsOf()).toEqual({})
  })

  test.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH'])('by %s leads nowhere and changes nothing', async (method) => {
    const pages = await pagesAtWork()
    expect((await pages.ask(`/u/${pages.token()}`, { method })).status).toBe(404)
    expect(pages.writes()).toBe(0)
  })

  test.each([
    ['vi', 'care', 'Chị Lan không muốn nhận thư hỏi thăm và chúc mừng nữa?'],
    ['vi', 'survey', 'Chị Lan không muốn nhận thư khảo sát ý kiến nữa?'],
    ['vi', 'advertising', 'Chị Lan không muốn nhận thư ưu đãi và quà tặng nữa?'],
    ['en', 'care', 'Dear Lan, would you like to stop receiving greetings and care mails?'],
    ['en', 'survey', 'Dear Lan, would you like to stop receiving survey mails?'],
    ['en-AU', 'advertising', 'Dear Lan, would you like to stop receiving offers and gifts?'],
    ['fr', 'care', 'Chị Lan không muốn nhận thư hỏi thăm và chúc mừng nữa?'],
  ])('asks someone who reads %s about %s in their language, whatever the browser speaks', async (locale, purpose, question) => {
    const pages = await pagesAtWork({ customers: [aCustomer({ locale })] })
    const answer = await pages.get(`/u/${pages.token({ purpose })}`, { 'accept-language': 'de-DE,en;q=0.5' })
    const html = await answer.text()
    expect(html).toContain(question)
    expect(html).toContain(`<html lang="${locale.startsWith('en') ? 'en' : 'vi'}">`)
  })

  test.each([
    ['anh', { honorific: 'anh', givenName: 'Dũng' }, 'Anh Dũng không muốn', 'giao dịch của chính anh', 'cho anh nữa'],
    ['thầy', { honorific: 'thay', givenName: 'Đức' }, 'Thầy Đức không muốn', 'giao dịch của chính thầy', 'cho thầy nữa'],
    [
      'nobody by name',
      { honorific: 'none', givenName: null },
      'Quý khách không muốn',
      'của chính quý khách',
      'cho quý khách nữa',
    ],
    ['markup', { honorific: 'anh', givenName: '<b>$&' }, 'Anh &lt;b&gt;$&amp; không muốn', 'của chính anh', 'cho anh nữa'],
  ] as const)('speaks to %s as the letter does, before and after', async (_who, over, ask, everything, done) => {
    const pages = await pagesAtWork({ customers: [aCustomer({ ...over, addressName: null })] })
    const before = await (await pages.get(`/u/${pages.token()}`)).text()
    expect(before).toContain(ask)
    expect(before).toContain(everything)
    expect(await (await pages.press(`/u/${pages.token()}`)).text()).toContain(done)
  })

  test('shows no more of the customer than the letter’s greeting: whoever holds the mail may open it', async () => {
    const pages = await pagesAtWork({ customers: [aCustomer({ fullName: 'Nguyễn Thị Lan', email: 'lan@example.com' })] })
    const html = await (await pages.get(`/u/${pages.token()}`)).text()
    for (const secret of ['Nguyễn', 'lan@example.com', 'c-001']) expect(html).not.toContain(secret)
  })
})

describe('confirming', () => {
  test('withdraws the purpose of the mail and no other, and keeps when, how and the proof', async () => {
    const pages = await pagesAtWork()
    const token = pages.token({ purpose: 'advertising' })
    const answer = await pages.press(`/u/${token}`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('không gửi thư ưu đãi và quà tặng cho chị nữa')
    expect(await pages.consentsOf()).toEqual({ 'advertising/email': { decision: 'withdrawn', at: NOW } })
    expect(await pages.recordsOf()).toMatchObject([
      { purpose: 'advertising', decision: 'withdrawn', source: 'unsubscribe-page', evidence: token.slice(-16) },
    ])
    expect(pages.said).toEqual(['consent.withdrawn'])
  })

  test('“everything” withdraws every purpose and names them all', async () => {
    const pages = await pagesAtWork({ customers: [aCustomer({ locale: 'en' })] })
    const answer = await pages.press(`/u/${pages.token()}`, { everything: 'yes' })
    expect(await answer.text()).toContain('no more greetings and care mails, survey mails, and offers and gifts')
    expect(Object.keys((await pages.consentsOf()) ?? {}).toSorted()).toEqual(['advertising/email', 'care/email', 'survey/email'])
  })

  test('by the mailbox’s own button (RFC 8058) works without the page, and says so in the record', async () => {
    const pages = await pagesAtWork()
    const answer = await pages.post(`/u/${pages.token()}`, { 'List-Unsubscribe': 'One-Click' })
    expect(answer.status).toBe(200)
    expect(await pages.recordsOf()).toMatchObject([{ purpose: 'care', source: 'one-click' }])
  })

  test('by the mailbox’s button works as multipart too, which the RFC allows', async () => {
    const pages = await pagesAtWork()
    const body = new FormData()
    body.append('List-Unsubscribe', 'One-Click')
    expect((await pages.ask(`/u/${pages.token()}`, { method: 'POST', body })).status).toBe(200)
    expect(await pages.recordsOf()).toMatchObject([{ purpose: 'care', source: 'one-click' }])
  })

  test.each([
    ['no body at all', undefined, undefined],
    ['JSON', '{"a":1}', 'application/json'],
    ['a form that is broken off', '--x\r\nContent-Disposition: form', 'multipart/form-data; boundary=x'],
    ['multipart without a boundary', 'a', 'multipart/form-data'],
    ['bytes', '\u0000\u0001', 'application/x-www-form-urlencoded'],
  ])('with %s, which neither a mailbox nor our page sends, stops nothing and offers the button', async (_, body, type) => {
    const pages = await pagesAtWork()
    const init = { method: 'POST', ...(body !== undefined && { body }), ...(type && { headers: { 'content-type': type } }) }
    const answer = await pages.ask(`/u/${pages.token()}`, init)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Chúng tôi chưa ngừng gửi.')
    expect(await pages.consentsOf()).toEqual({})
    expect(pages.writes()).toBe(0)
  })

  test('twice, by page and by button, is harmless', async () => {
    const pages = await pagesAtWork()
    const token = pages.token()
    for (let time = 0; time < 2; time++) expect((await pages.press(`/u/${token}`)).status).toBe(200)
    expect((await pages.post(`/u/${token}`, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
    expect(await pages.consentsOf()).toEqual({ 'care/email': { decision: 'withdrawn', at: NOW } })
    expect((await pages.recordsOf()).map(({ source }) => source).toSorted()).toEqual(['unsubscribe-page'])
  })

  test('asks for one word of confirmation that names what was stopped', async () => {
    const pages = await pagesAtWork()
    await pages.press(`/u/${pages.token()}`, { everything: 'yes' })
    expect(pages.notices.waiting()).toEqual([{ customerId: 'c-001', purposes: ['care', 'survey', 'advertising'], at: NOW }])
  })

  test('a thousand times over is confirmed as the same act, and no more once it is old', async () => {
    const pages = await pagesAtWork()
    const path = `/u/${pages.token()}`
    await pages.press(path)
    pages.setNow('2027-03-10T02:14:00.000Z')
    await pages.press(path)
    pages.setNow('2027-03-11T02:00:00.000Z')
    for (let time = 0; time < 1_000; time++) await pages.post(path, { 'List-Unsubscribe': 'One-Click' })
    const notice = { customerId: 'c-001', purposes: ['care'], at: NOW }
    expect(pages.notices.waiting()).toEqual([notice, notice])
    expect(await pages.recordsOf()).toHaveLength(1)
  })

  test('leads on to where everything can be chosen', async () => {
    const pages = await pagesAtWork()
    for (const answer of [await pages.get(`/u/${pages.token()}`), await pages.press(`/u/${pages.token()}`)]) {
      const [, path = ''] = /href="(\/p\/[^"]+)"/.exec(await answer.text()) ?? []
      expect((await pages.get(path)).status).toBe(200)
    }
  })

  test('answers with a page that does not say “done” when it could not be written down', async () => {
    const pages = await pagesAtWork()
    const failing = () => Promise.reject(new Error('the table is away'))
    pages.breakStores({ customers: { ...pages.ports.customers, setConsents: failing } })
    const answer = await pages.press(`/u/${pages.token()}`)
    expect(answer.status).toBe(500)
    expect(pages.failures).toEqual([new Error('the table is away')])
    const html = await answer.text()
    expect(html).toContain('Xin thử lại sau ít phút')
    expect(html).not.toContain('Đã ngừng gửi')
    expect(html).not.toContain('the table is away')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})

const strangers = cryptoSeals({ secret: 'another secret, which nobody here has ever seen' })

describe('a link that must not work', () => {
  const cases: readonly (readonly [string, (pages: Awaited<ReturnType<typeof pagesAtWork>>) => string])[] = [
    ['forged', () => 'Yy0wMDE.Zm9yZ2Vk'],
    ['without a seal', ({ token }) => token().split('.')[0]!],
    ['with a letter of its seal altered', ({ token }) => flipped(token(), -1)],
    ['with a letter of its text altered', ({ token }) => flipped(token(), 3)],
    ['with something behind it', ({ token }) => `${token()}.x`],
    [
      'of someone else’s secret',
      () => strangers.linkToken({ use: 'unsubscribe', fields: ['c-001', 'care'], expiresAt: '2028-01-01T00:00:00.000Z' }),
    ],
    ['of another use', ({ surveyPath }) => surveyPath().slice(3)],
    ['for a purpose there is not', ({ token }) => token({ purpose: 'transactional' })],
    ['that is no token', () => '%00%ff'],
    ['that is very long', () => 'a'.repeat(8_000)],
    ['with markup in it', () => encodeURIComponent('"><script>alert(1)</script>')],
  ]
  test.each(cases)('%s: a friendly page by both methods, and nothing is written', async (_, make) => {
    const pages = await pagesAtWork()
    const path = `/u/${make(pages)}`
    for (const answer of [await pages.get(path), await pages.post(path), await pages.post(path, { everything: 'yes' })]) {
      expect(answer.status).toBe(404)
      const html = await answer.text()
      expect(html).toContain('Liên kết không dùng được')
      expect(html).toContain('024 3926 0000')
      expect(html).not.toContain('<script')
    }
    expect(pages.writes()).toBe(0)
    expect(await pages.consentsOf()).toEqual({})
  })

  test.each([
    ['has expired', { expiresAt: NOW }, 'Liên kết đã hết hạn'],
    ['is of a person who is gone', { customerId: 'c-404' }, 'Liên kết không còn dùng được'],
  ])('that %s: says so by both methods, and nothing is written', async (_, over, title) => {
    const pages = await pagesAtWork()
    const path = `/u/${pages.token(over)}`
    for (const answer of [await pages.get(path), await pages.post(path), await pages.post(path, { everything: 'yes' })]) {
      expect(answer.status).toBe(410)
      const html = await answer.text()
      expect(html).toContain(title)
      expect(html).toContain('024 3926 0000')
    }
    expect(pages.writes()).toBe(0)
  })

  test('speaks the language of the browser, where the customer is not known', async () => {
    const pages = await pagesAtWork()
    const html = await (await pages.get('/u/x', { 'accept-language': 'en-US,en;q=0.9,vi;q=0.8' })).text()
    expect(html).toContain('This link does not work')
  })

  test('an address that leads nowhere says so', async () => {
    const pages = await pagesAtWork()
    const answer = await pages.get('/nowhere', { 'accept-language': 'en' })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('No such page')
  })
})

describe('every answer', () => {
  test.each(['/u/x', '/p/x', '/s/x', '/s/x/thanks', '/v', '/v/7Q2M-0XKD-13AB', '/v/none', '/nowhere', '/v?code=a%20b'])(
    'of %s may load nothing from elsewhere, be framed by nobody, and stay in no cache',
    async (path) => {
      await expectClosed(path, { cached: 'no-store', methods: ['GET', 'POST', 'HEAD'] })
    },
  )

  test.each(['/page.css', '/file-size.js'])(
    'of %s may load nothing from elsewhere, and is asked for again unless its address names its version',
    async (path) => {
      await expectClosed(path, { cached: 'no-cache', methods: ['GET', 'HEAD'] })
    },
  )

  async function expectClosed(
    path: string,
    { cached, methods }: { readonly cached: string; readonly methods: readonly string[] },
  ) {
    const pages = await pagesAtWork()
    for (const method of methods) {
      const { headers } = await pages.ask(path, { method })
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe(cached)
    }
  }

  test('holds no script and no style of its own, whatever the company is called', async () => {
    const company = aCompany({
      name: '<script>alert("Sen")</script>',
      legalName: 'A & B <b>',
      phone: '"><img src=x onerror=alert(1)>',
    })
    const pages = await pagesAtWork({ company })
    for (const path of [
      `/u/${pages.token()}`,
      pages.surveyPath(),
      pages.preferencesPath(),
      '/u/x',
      '/v',
      '/v/7Q2M-0XKD-13AB',
      '/v/%3Cscript%3E',
      '/nowhere',
    ]) {
      const html = await (await pages.get(path)).text()
      expect(html).toContain('&lt;script&gt;alert(&quot;Sen&quot;)&lt;/script&gt;')
      expect(html).not.toMatch(/<script|<img|<style|<[^>]*\s(on\w+|style)=/i)
    }
  })
})

/** Another letter at that place, counted from the end when negative. */
function flipped(token: string, place: number): string {
  const at = place < 0 ? token.length + place : place
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
}
