import { describe, expect, test } from 'vitest'
import { aCustomer } from '#test/support/builders.ts'
import { NOW, type PagesAtWork, pagesAtWork, SAFE_METHODS } from '#test/web/customer/pages-at-work.ts'

const EARLIER = '2027-01-01T00:00:00.000Z'
const tickedIn = (html: string) => [...html.matchAll(/name="([^"]+)" value="[^"]+" checked>/g)].map(([, name]) => name)
const chosenIn = (html: string) => [...html.matchAll(/name="frequency" value="([^"]+)" checked>/g)].map(([, value]) => value)
const pageOf = async (pages: PagesAtWork) => (await pages.get(pages.preferencesPath())).text()
const shownIn = (html: string) => /name="shown" value="([^"]+)"/.exec(html)?.[1] ?? ''
const ALL_CARE = { 'care/email': 'yes', 'survey/email': 'yes' }

async function save(pages: PagesAtWork, form: Record<string, string>) {
  const html = await pageOf(pages)
  const offered = /name="offered" value="([^"]+)"/.exec(html)?.[1] ?? ''
  return pages.press(pages.preferencesPath(), { shown: shownIn(html), offered, frequency: 'any', ...form })
}

describe('opening the page', () => {
  test.each(SAFE_METHODS)('a hundred times by %s changes nothing', async (method) => {
    const pages = await pagesAtWork()
    for (let time = 0; time < 100; time++) {
      expect((await pages.ask(`${pages.preferencesPath()}${time % 2 ? '?saved=yes' : ''}`, { method })).status).toBe(200)
    }
    expect(pages.writes()).toBe(0)
  })

  test('shows how things stand: care and surveys may come, advertising is never ticked before it was agreed to', async () => {
    const html = await pageOf(await pagesAtWork())
    expect(tickedIn(html)).toEqual(['care/email', 'survey/email', 'frequency'])
    expect(chosenIn(html)).toEqual(['any'])
  })

  test('shows what was withdrawn and what was granted', async () => {
    const pages = await pagesAtWork()
    await pages.ports.customers.setConsents('c-001', {
      'care/email': { decision: 'withdrawn', at: EARLIER },
      'survey/call': { decision: 'withdrawn', at: EARLIER },
      'advertising/email': { decision: 'granted', at: EARLIER },
    })
    await pages.ports.customers.setFrequency({ customerId: 'c-001', frequency: 'monthly', at: EARLIER, evidence: 'x' })
    const html = await pageOf(pages)
    expect(tickedIn(html)).toEqual(['survey/email', 'advertising/email', 'frequency'])
    expect(chosenIn(html)).toEqual(['monthly'])
  })

  test('says what advertising is, from whom and how often at most, as a consent must rest on knowing', async () => {
    const vi = await pageOf(await pagesAtWork())
    expect(vi).toContain('phiếu quà tặng của Trà Sen. Chúng tôi chỉ gửi khi chị đồng ý, nhiều nhất 3 lần trong 7 ngày')
    const en = await pageOf(await pagesAtWork({ customers: [aCustomer({ locale: 'en' })] }))
    expect(en).toContain('at most 3 times in 7 days')
  })
})

describe('saving', () => {
  test('a consent keeps which words were agreed to, and holds at once', async () => {
    const pages = await pagesAtWork()
    const shown = shownIn(await pageOf(pages))
    expect(shown).toMatch(/^vi-[0-9a-f]{8}$/)
    const answer = await save(pages, { ...ALL_CARE, 'advertising/email': 'yes' })
    expect(answer.status).toBe(303)
    expect(await pages.recordsOf()).toMatchObject([
      {
        purpose: 'advertising',
        channel: 'email',
        decision: 'granted',
        at: NOW,
        source: 'preference-page',
        evidence: `${pages.preferencesPath().slice(-16)} text ${shown}`,
      },
    ])
    expect(await pages.consentsOf()).toEqual({ 'advertising/email': { decision: 'granted', at: NOW } })
    const saved = await (await pages.get(answer.headers.get('location') ?? '')).text()
    expect(saved).toContain('Đã lưu lựa chọn của chị')
    expect(tickedIn(saved)).toContain('advertising/email')
    expect(pages.notices.waiting()).toEqual([])
  })

  test('what is left as it was is no decision', async () => {
    const pages = await pagesAtWork()
    await save(pages, ALL_CARE)
    expect(pages.writes()).toBe(0)
  })

  test('a box that is cleared is withdrawn, with a word of confirmation; what was not offered is left as it stands', async () => {
    const pages = await pagesAtWork()
    await pages.ports.customers.setConsents('c-001', { 'advertising/call': { decision: 'granted', at: EARLIER } })
    await save(pages, { 'care/email': 'yes', 'survey/call': 'yes' })
    expect(await pages.consentsOf()).toEqual({
      'advertising/call': { decision: 'granted', at: EARLIER },
      'survey/email': { decision: 'withdrawn', at: NOW },
    })
    expect((await pages.recordsOf()).map(({ purpose, channel }) => `${purpose}/${channel}`)).toEqual(['survey/email'])
    expect(pages.notices.waiting()).toEqual([{ customerId: 'c-001', purposes: ['survey'], at: NOW }])
  })

  test('only what can come is offered: nobody is asked about calls while none are made', async () => {
    for (const locale of ['vi', 'en']) {
      const html = await pageOf(await pagesAtWork({ customers: [aCustomer({ locale })] }))
      expect([...html.matchAll(/type="checkbox" name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
        'care/email',
        'survey/email',
        'advertising/email',
      ])
      for (const word of ['điện thoại', 'elephone', '/call']) expect(html).not.toContain(word)
    }
  })

  test('a page that was opened when calls were still offered says what it said then', async () => {
    const pages = await pagesAtWork()
    await pages.press(pages.preferencesPath(), {
      shown: 'vi-0123abcd',
      frequency: 'any',
      'care/email': 'yes',
      'survey/call': 'yes',
    })
    expect(await pages.consentsOf()).toEqual({
      'care/call': { decision: 'withdrawn', at: NOW },
      'survey/email': { decision: 'withdrawn', at: NOW },
    })
  })

  test('“stop everything” stops everything, whatever is ticked', async () => {
    const pages = await pagesAtWork()
    await pages.ports.customers.setConsents('c-001', { 'advertising/email': { decision: 'granted', at: EARLIER } })
    await save(pages, { ...ALL_CARE, 'advertising/email': 'yes', stop: 'everything' })
    const consents = await pages.consentsOf()
    expect(Object.values(consents ?? {}).map(({ decision }) => decision)).toEqual(Array.from({ length: 5 }, () => 'withdrawn'))
    expect(pages.notices.waiting()).toEqual([{ customerId: 'c-001', purposes: ['care', 'survey', 'advertising'], at: NOW }])
  })

  test('how often is kept', async () => {
    const pages = await pagesAtWork()
    await save(pages, { ...ALL_CARE, frequency: 'weekly' })
    expect((await pages.personOf())?.frequency).toBe('weekly')
    await save(pages, { ...ALL_CARE, frequency: 'every minute' })
    expect((await pages.personOf())?.frequency).toBe('weekly')
  })

  test.each([{}, { 'care/email': 'yes' }, { shown: 'vi' }, { shown: 'vi-xyz', 'care/email': 'yes' }])(
    'a form %j that is none of ours changes nothing: an empty one would read as “stop everything”',
    async (form) => {
      const pages = await pagesAtWork()
      const answer = await pages.post(pages.preferencesPath(), form)
      expect(answer.status).toBe(303)
      expect(pages.writes()).toBe(0)
    },
  )

  test('a state that cannot be read is rebuilt from the log, not taken for permission', async () => {
    const pages = await pagesAtWork()
    await pages.ports.consents.append({
      customerId: 'c-001',
      recordId: 'r-1',
      purpose: 'care',
      channel: 'email',
      decision: 'withdrawn',
      at: EARLIER,
      source: 'one-click',
      evidence: 't',
    })
    const get = async () => ({ customer: aCustomer(), consents: 'unreadable' as const, frequency: 'any' as const })
    pages.breakStores({ customers: { ...pages.ports.customers, get } })
    expect(tickedIn(await pageOf(pages))).toEqual(['survey/email', 'frequency'])
  })
})

test.each([
  ['forged', () => '/p/x.y', 404],
  ['of another use', (pages: PagesAtWork) => `/p/${pages.token()}`, 404],
  ['expired', (pages: PagesAtWork) => pages.preferencesPath({ expiresAt: NOW }), 410],
  ['of a person who is gone', (pages: PagesAtWork) => pages.preferencesPath({ customerId: 'c-404' }), 410],
] as const)('a link that is %s gets a friendly page by both methods, and nothing is written', async (_, pathOf, status) => {
  const pages = await pagesAtWork()
  for (const answer of [
    await pages.get(pathOf(pages)),
    await pages.post(pathOf(pages), { stop: 'everything', shown: 'vi-00000000' }),
  ]) {
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain('024 3926 0000')
  }
  expect(pages.writes()).toBe(0)
})
