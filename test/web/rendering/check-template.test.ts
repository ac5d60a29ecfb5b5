import { describe, expect, test } from 'vitest'
import { inEnglish } from '#test/support/in-english.ts'
import { checkNotice, checkTemplates } from '#web/rendering/check-template.ts'
import type { TemplateUse } from '#web/rendering/check-template-use.ts'
import type { CompiledMail } from '#web/rendering/compiled-template.ts'

const OPT_OUT = '{{#if unsubscribeLink}}{{unsubscribeLink}}{{preferencesLink}}{{/if}}'
const aMail = (over: Partial<CompiledMail> = {}): CompiledMail => ({
  subject: 'Chào {{greetingName}}',
  preheader: 'Chào',
  html: `Chào ${OPT_OUT}`,
  text: `Chào ${OPT_OUT}`,
  ...over,
})
const aUse = (over: Partial<TemplateUse> = {}): TemplateUse => ({
  campaignFile: 'campaigns/hello.json',
  template: 'hello',
  locales: ['vi'],
  hasGift: false,
  contentClass: 'care',
  ...over,
})
const check = (mail: Partial<CompiledMail>, ...uses: Partial<TemplateUse>[]) =>
  inEnglish(checkTemplates({ templates: { hello: { vi: aMail(mail) } }, uses: uses.map(aUse) }))

const body = (words: string) => ({ html: `${words} ${OPT_OUT}`, text: `${words} ${OPT_OUT}` })

test('a sound template has no problem', () => {
  expect(check({}, {})).toEqual([])
})

describe('merge fields', () => {
  test.each([
    ['{{customer.fulName}}', '{{customer.fullName}}'],
    ['{{fullname}}', '{{customer.fullName}}'],
    ['{{company.Phone}}', '{{company.phone}}'],
    ['{{voucher.validTil}}', '{{voucher.validUntil}}'],
    ['{{greeting_name}}', '{{greetingName}}'],
  ])('%s is answered with %s, once for the whole body', (value, expected) => {
    expect(check(body(value))).toEqual([{ file: 'templates/hello/vi.md', path: 'body', value, expected }])
  })

  test('a field like no other is answered with the whole list', () => {
    expect(check({ subject: '{{weather}}' })).toMatchObject([
      { path: 'subject', value: '{{weather}}', expected: expect.stringContaining('customer.fullName, customer.addressName') },
    ])
  })

  test('an unknown field in a condition is found too', () => {
    expect(check(body('{{#if ocasion.years}}x{{/if}}'))).toMatchObject([{ expected: '{{occasion.years}}' }])
  })

  test('the voucher can be asked for as a whole, but not shown as a whole', () => {
    expect(check(body('{{#if voucher}}x{{/if}}'))).toEqual([])
    expect(check(body('{{voucher}}'))).toHaveLength(1)
  })

  test('a broken tag is named', () => {
    expect(check({ preheader: '{{#if voucher}}x' })).toMatchObject([
      { path: 'preheader', value: '{{#if voucher}}', expected: expect.stringContaining('{{/if}}') },
    ])
  })
})

describe('subject', () => {
  test.each(['', '   '])('%j is no subject', (subject) => {
    expect(check({ subject })).toMatchObject([{ path: 'subject', expected: 'a subject' }])
  })
  test.each([
    [150, 0],
    [151, 1],
  ])('%i characters give %i problems', (length, problems) => {
    expect(check({ subject: 'a'.repeat(length) })).toHaveLength(problems)
  })
  test('a merge field counts as a name does', () => {
    expect(check({ subject: `${'a'.repeat(139)}{{greetingName}}` })).toMatchObject([{ value: '151 characters' }])
  })
})

describe('language', () => {
  test('each language the audience needs must be there', () => {
    expect(check({}, { locales: ['vi', 'en'] })).toEqual([
      { file: 'campaigns/hello.json', path: 'touch.template', value: 'hello in en', expected: 'a file templates/hello/en.md' },
    ])
  })
  test.each(['helo', 'constructor'])('a template %s that does not exist is answered with those that do', (template) => {
    expect(check({}, { template })).toEqual([
      { file: 'campaigns/hello.json', path: 'touch.template', value: template, expected: 'one of hello' },
    ])
  })
})

describe('gift', () => {
  const gift = { hasGift: true, contentClass: 'advertising' } as const
  test('a voucher without a gift is a problem, unless the text asks for it first', () => {
    expect(check(body('{{voucher.code}}'), {})).toMatchObject([
      { path: 'body', value: '{{voucher.code}}', expected: expect.stringContaining('campaigns/hello.json has no gift') },
    ])
    expect(check(body('{{#if voucher}}{{voucher.code}} {{voucher.value}}{{/if}}'), {})).toEqual([])
    expect(check(body('{{#unless voucher}}{{voucher.code}}{{/unless}}'), {})).toHaveLength(1)
  })
  test('a gift whose code stands in neither part is two problems', () => {
    expect(check({}, gift)).toMatchObject([
      { path: 'html', expected: expect.stringContaining('[[voucher]]') },
      { path: 'text', expected: expect.stringContaining('[[voucher]]') },
    ])
  })
  test('a code shown, plainly or to those who have it, is fine', () => {
    expect(check(body('{{voucher.code}}'), gift)).toEqual([])
    expect(check(body('{{#if voucher}}{{voucher.code}}{{/if}}'), gift)).toEqual([])
  })
  test('a code shown only on some other condition is not', () => {
    expect(check(body('{{#if occasion.years}}{{voucher.code}}{{/if}}'), gift)).toHaveLength(2)
    expect(check(body('{{#if voucher.link}}{{voucher.code}}{{/if}}'), gift)).toHaveLength(2)
  })
  test('not every voucher has a page', () => {
    expect(check(body('{{voucher.code}} {{voucher.link}}'), gift)).toMatchObject([{ value: '{{voucher.link}}' }])
    expect(check(body('{{voucher.code}} {{#if voucher.link}}{{voucher.link}}{{/if}}'), gift)).toEqual([])
  })
  test('the same template is judged by each campaign for itself', () => {
    expect(check(body('{{voucher.code}}'), gift, { campaignFile: 'campaigns/other.json' })).toMatchObject([
      { expected: expect.stringContaining('campaigns/other.json') },
    ])
  })
})

describe('asking', () => {
  const asks = { asks: true, contentClass: 'survey' } as const
  const question = '{{survey.question}} {{survey.link}} {{#if survey.nps}}{{survey.nps.low}}{{/if}}'
  test('a survey whose question stands in neither part is two problems', () => {
    expect(check({}, asks)).toMatchObject([
      { path: 'html', expected: expect.stringContaining('[[survey]]') },
      { path: 'text', expected: expect.stringContaining('[[survey]]') },
    ])
  })
  test('a question shown is fine, its scale only where it is asked for', () => {
    expect(check(body(question), asks)).toEqual([])
    expect(check(body(`${question} {{survey.nps.low}}`), asks)).toMatchObject([{ value: '{{survey.nps.low}}' }])
    expect(check(body(`${question} {{#if survey.ces}}{{survey.nps.low}}{{/if}}`), asks)).toHaveLength(1)
  })
  test('a question shown only to some is not', () => {
    expect(check(body(`{{#if survey.nps}}${question}{{/if}}`), asks)).toHaveLength(2)
    expect(check(body(`{{#if survey}}${question}{{/if}}`), asks)).toEqual([])
  })
  test('a campaign that asks nothing must not use a template that asks', () => {
    expect(check(body(question), { contentClass: 'care' })).toMatchObject([
      { path: 'body', value: '{{survey.question}}', expected: expect.stringContaining('campaigns/hello.json asks nothing') },
      { path: 'body', value: '{{survey.link}}' },
    ])
    expect(check(body(`{{#if survey}}${question}{{/if}}`), { contentClass: 'care' })).toEqual([])
  })
})

describe('opting out', () => {
  test.each(['care', 'survey', 'advertising'] as const)('%s mail needs the link in both parts', (contentClass) => {
    expect(check({ html: 'x', text: 'x' }, { contentClass })).toMatchObject([{ path: 'html' }, { path: 'text' }])
  })
  test('a link that only some would see does not count', () => {
    const words = '{{#if occasion.years}}{{unsubscribeLink}}{{/if}}'
    expect(check({ html: words, text: words }, {})).toHaveLength(2)
  })
  test('transactional mail goes without, and must not count on it', () => {
    expect(check({ html: 'x', text: 'x' }, { contentClass: 'transactional' })).toEqual([])
    expect(check({}, { contentClass: 'transactional' })).toEqual([])
    expect(check({ html: '{{unsubscribeLink}}', text: 'x' }, { contentClass: 'transactional' })).toMatchObject([
      { path: 'body', value: '{{unsubscribeLink}}' },
    ])
  })
})

describe('years', () => {
  test('are shown only where asked for, or where the occasion always has them', () => {
    expect(check({ subject: '{{occasion.years}} năm' }, {})).toMatchObject([
      { path: 'subject', value: '{{occasion.years}}', expected: expect.stringContaining('{{#if occasion.years}}') },
    ])
    expect(check({ subject: '{{#if occasion.years}}{{occasion.years}} năm{{/if}} x' }, {})).toEqual([])
    expect(check({ subject: '{{occasion.years}} năm' }, { hasYears: true })).toEqual([])
  })
})

describe('what is of an order', () => {
  const product = '{{#if purchase.product}}{{purchase.product}}{{/if}}'
  const day = '{{purchase.deliveredOn}}'

  test.each([
    ['shown', '{{purchase.product}}', '{{purchase.product}}'],
    ['shown where it is there', product, '{{purchase.product}}'],
    ['only asked for', '{{#if purchase.deliveredOn}}x{{/if}}', '{{purchase.deliveredOn}}'],
    [
      'in the other case of something else',
      '{{#if occasion.years}}x{{else}}{{purchase.deliveredOn}}{{/if}}',
      '{{purchase.deliveredOn}}',
    ],
  ])('%s is refused in a campaign that is about no order', (_, words, value) => {
    const found = check(body(words), {})
    expect(found.length).toBeGreaterThan(0)
    for (const problem of found)
      expect(problem).toMatchObject({
        path: 'body',
        value,
        expected: expect.stringContaining('campaigns/hello.json is about none'),
      })
  })

  test('in the subject is found there', () => {
    expect(check({ subject: '{{purchase.product}}' }, {})).toMatchObject([{ path: 'subject', value: '{{purchase.product}}' }])
  })

  test('may be shown after a delivery: the day as it is, the product where it is known', () => {
    expect(check(body(`${product} ${day}`), { order: 'delivered' })).toEqual([])
    expect(check(body('{{purchase.product}}'), { order: 'delivered' })).toMatchObject([
      { value: '{{purchase.product}}', expected: expect.stringContaining('{{#if purchase.product}}') },
    ])
  })

  test('after a purchase the day of delivery must be asked for: it may not have come yet', () => {
    expect(check(body(`{{#if purchase.deliveredOn}}${day}{{/if}}`), { order: 'bought' })).toEqual([])
    expect(check(body(day), { order: 'bought' })).toMatchObject([
      { value: '{{purchase.deliveredOn}}', expected: expect.stringContaining('{{#if purchase.deliveredOn}}') },
    ])
  })

  test('the one does not guard the other, and the whole cannot be asked for', () => {
    const crossed = '{{#if purchase.deliveredOn}}{{purchase.product}}{{/if}}'
    expect(check(body(crossed), { order: 'delivered' })).toMatchObject([{ value: '{{purchase.product}}' }])
    expect(check(body('{{#if purchase}}{{purchase.product}}{{/if}}'), { order: 'delivered' })[0]).toMatchObject({
      value: '{{purchase}}',
    })
  })
})

test.each(['nameInSentence', 'occasion.lunarYear', 'occasion.lunarAnimal', 'occasion.nextLunarYear', 'occasion.nextLunarAnimal'])(
  '{{%s}} is there for every campaign',
  (field) => {
    expect(check(body(`{{${field}}}`), {})).toEqual([])
  },
)

describe('the confirmation of a stop', () => {
  const notice = (words: string) =>
    checkNotice({ templates: { stop: { vi: aMail({ html: words, text: words }) } }, template: 'stop', locale: 'vi' })

  test('says what was stopped, to everybody', () => {
    expect(notice('{{greetingName}} {{stopped.what}} {{stopped.at}} {{preferencesLink}} {{company.name}}')).toEqual([])
  })

  test.each(['voucher.code', 'survey.link', 'unsubscribeLink', 'purchase.product', 'occasion.years'])(
    'has no {{%s}}',
    (field) => {
      expect(notice(`{{${field}}}`)).toMatchObject([{ file: 'templates/stop/vi.md', value: `{{${field}}}` }, {}])
      expect(notice(`{{#if ${field}}}{{${field}}}{{/if}}`)).toEqual([])
    },
  )

  test('must be there in the company’s language', () => {
    const templates = { stop: { en: aMail() } }
    expect(inEnglish(checkNotice({ templates, template: 'stop', locale: 'vi' }))).toMatchObject([
      { file: 'templates/stop/vi.md' },
    ])
    expect(inEnglish(checkNotice({ templates: {}, template: 'stop', locale: 'vi' }))).toHaveLength(1)
  })
})
