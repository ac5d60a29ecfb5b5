import { describe, expect, test } from 'vitest'
import { checkCampaign } from '#core/campaign/check-campaign.ts'
import { france } from '#test/core/time/france.ts'
import { vietnam } from '#test/core/time/vietnam.ts'
import { aCampaign, aPolicy, somePrices, someRules, theCompanyRules } from '#test/support/builders.ts'
import { inEnglish } from '#test/support/in-english.ts'

const FILE = 'campaigns/greeting.json'
const gift = { kind: 'voucher' as const, value: { amount: 100_000, currency: 'VND' }, validDays: 30 }
const budget = { amount: 1_000_000, currency: 'VND', period: 'year' as const }
const ATTRIBUTES = [
  { id: 'tea', label: { vi: 'Trà', en: 'Tea' } },
  { id: 'price', label: { vi: 'Giá', en: 'Price' }, weight: 2 },
]
const REMINDER = { kind: 'after-invitation', campaign: 'csat', offset: { days: 5 } } as const
const check = (overrides: Parameters<typeof aCampaign>[0], companyRules = theCompanyRules()) =>
  inEnglish(checkCampaign({ file: FILE, campaign: aCampaign(overrides), companyRules }))

describe('what a schema cannot see', () => {
  test('nothing is wrong with a greeting, nor with a gift that has a budget and its class', () => {
    expect(check({})).toEqual([])
    expect(check({ contentClass: 'advertising', gift, budget })).toEqual([])
  })

  test.each([
    ['care', true],
    ['transactional', true],
    ['advertising', false],
    ['survey', false],
  ] as const)('the guide that a customer asked for may be of class %s: %s', (contentClass, may) => {
    const occasion = { kind: 'after-call-asked-guide', offset: { days: 1 } } as const
    const wrong = check({ contentClass, occasion }).filter(({ expected }) => expected.includes('asked for the guide'))
    expect(wrong.map(({ path, value }) => [path, value])).toEqual(may ? [] : [['contentClass', contentClass]])
  })

  test.each<[number, number, boolean]>([
    [2, 29, true],
    [2, 30, false],
    [4, 30, true],
    [4, 31, false],
    [12, 31, true],
  ])('month %i has a day %i: %s', (month, day, exists) => {
    const problems = check({ occasion: { kind: 'fixed', month, day } })
    expect(problems.map(({ path, value }) => [path, value])).toEqual(exists ? [] : [['occasion.day', String(day)]])
    if (!exists) expect(problems[0]?.expected).toMatch(new RegExp(`^a day of month ${month}, 1 to (29|30)$`))
  })

  test.each(['birthday', 'constructor'])(
    'a company day %s that company.json does not have is answered with those it has',
    (day) => {
      expect(check({ occasion: { kind: 'company-day', day } })).toEqual([
        { file: FILE, path: 'occasion.day', value: day, expected: 'one of the days in company.json: founding' },
      ])
    },
  )

  test('a company without days of its own is told so', () => {
    const companyRules = theCompanyRules({ company: { days: {} } })
    expect(check({ occasion: { kind: 'company-day', day: 'founding' } }, companyRules)[0]?.expected).toContain('has none yet')
  })

  test('a day of a country is one that a calendar has, of whatever country', () => {
    const two = theCompanyRules({ calendars: [vietnam, france] })
    expect(check({ occasion: { kind: 'calendar-day', day: 'vn.tet' } }, two)).toEqual([])
    expect(check({ occasion: { kind: 'calendar-day', day: 'fr.easter-monday' } }, two)).toEqual([])
    expect(check({ occasion: { kind: 'calendar-day', day: 'fr.easter-sunday' } }, two)).toEqual([
      {
        file: FILE,
        path: 'occasion.day',
        value: 'fr.easter-sunday',
        expected: 'an occasion in calendar/; did you mean fr.easter-monday?',
      },
    ])
    expect(check({ occasion: { kind: 'calendar-day', day: 'my.hari-raya' } })[0]?.expected).toMatch(
      /^an occasion in calendar\/: vn\.new-year, vn\.ong-tao, /,
    )
  })

  test('a window outside the hours of the company', () => {
    expect(check({ window: { from: '05:00', to: '08:00' } })).toEqual([
      {
        file: FILE,
        path: 'window',
        value: '05:00-08:00',
        expected: 'hours that meet those allowed for care in VN: 08:00-21:00',
      },
    ])
    expect(check({ window: { from: '05:00', to: '08:01' } })).toEqual([])
  })

  test('a window outside the hours of one country’s law, with the country', () => {
    const rules = { hours: [{ from: '10:00', to: '12:00' }], caps: [] }
    const frenchLaw = aPolicy({ country: 'FR' })
    Object.assign(frenchLaw.periods[0]!.classes, { care: { email: someRules(rules) } })
    const problems = check({ window: { from: '08:00', to: '10:00' } }, theCompanyRules({ policies: [aPolicy(), frenchLaw] }))
    expect(problems.map(({ expected }) => expected)).toEqual(['hours that meet those allowed for care in FR: 10:00-12:00'])
  })

  test.each(['care', 'transactional'] as const)('a gift makes a touch advertising, not %s', (contentClass) => {
    const problems = check({ contentClass, gift, budget })
    expect(problems).toMatchObject([{ path: 'contentClass', value: contentClass }])
    expect(problems[0]?.expected).toContain('"advertising"')
  })

  test('a survey gives nothing for its answers', () => {
    const problems = check({ contentClass: 'survey', survey: { kind: 'nps' }, gift, budget })
    expect(problems).toMatchObject([{ path: 'gift', value: 'voucher' }])
    expect(problems[0]?.expected).toContain('advertising')
  })

  test.each<[string, Parameters<typeof aCampaign>[0], string | undefined]>([
    ['asks and says so', { contentClass: 'survey', survey: { kind: 'csat' } }, undefined],
    ['asks in a greeting', { survey: { kind: 'csat' } }, 'contentClass'],
    ['is a survey that asks nothing', { contentClass: 'survey' }, 'survey'],
    ['rates attributes', { contentClass: 'survey', survey: { kind: 'csi', attributes: ATTRIBUTES } }, undefined],
    ['rates the ready-made ones', { contentClass: 'survey', survey: { kind: 'csi' } }, undefined],
    [
      'has attributes for one question',
      { contentClass: 'survey', survey: { kind: 'nps', attributes: ATTRIBUTES } },
      'survey.attributes',
    ],
    ['reminds of one', { contentClass: 'survey', occasion: REMINDER }, undefined],
    ['reminds of one as a greeting', { occasion: REMINDER }, 'contentClass'],
    ['reminds of one and asks besides', { contentClass: 'survey', occasion: REMINDER, survey: { kind: 'csat' } }, 'survey'],
  ])('a campaign that %s', (_, overrides, path) => {
    expect(check(overrides).map((problem) => problem.path)).toEqual(path === undefined ? [] : [path])
  })

  test.each([
    [undefined, ['occasion.offset.days', '(missing)']],
    [-1, ['occasion.offset.days', '-1']],
    [0, ['occasion.offset.days', '0']],
    [1, undefined],
  ])('what follows a call, a case or an invitation follows on another day: an offset of %s', (days, wrong) => {
    const offset = days === undefined ? {} : { offset: { days } }
    for (const occasion of [
      { kind: 'after-call', ...offset },
      { kind: 'after-case', ...offset },
    ] as const) {
      const problems = check({ contentClass: 'survey', occasion, survey: { kind: 'ces' } })
      expect(problems.map(({ path, value }) => [path, value])).toEqual(wrong === undefined ? [] : [wrong])
    }
    const reminder = check({ contentClass: 'survey', occasion: { kind: 'after-invitation', campaign: 'csat', ...offset } })
    expect(reminder.map(({ path, value }) => [path, value])).toEqual(wrong === undefined ? [] : [wrong])
  })

  test('a gift needs a limit', () => {
    expect(check({ contentClass: 'advertising', gift })).toMatchObject([{ path: 'budget', value: '(missing)' }])
  })

  test('money is in the currency of the company, wherever it is written', () => {
    const dollars = { ...gift, value: { amount: 500, currency: 'USD' } }
    expect(check({ contentClass: 'advertising', gift: dollars, budget: { ...budget, currency: 'USD' } })).toMatchObject([
      { path: 'budget.currency', value: 'USD' },
      { path: 'gift.value.currency', value: 'USD' },
    ])
    expect(check({ budget }, theCompanyRules({ prices: somePrices(16, 'USD') }))).toMatchObject([
      { path: 'budget', value: 'USD' },
    ])
    expect(check({}, theCompanyRules({ prices: somePrices(16, 'USD') }))).toEqual([])
  })
})
