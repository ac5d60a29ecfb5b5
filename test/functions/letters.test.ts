import { describe, expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { ClassRules } from '#core/campaign/policy-pack.ts'
import type { Customer } from '#core/customer/customer.ts'
import { templateLetters } from '#functions/letters.ts'
import { aCampaign, aCompany, aCustomer, someRules } from '#test/support/builders.ts'
import type { CompiledMail } from '#web/rendering/compiled-template.ts'

const NOW = '2027-03-10T02:00:00.000Z'
const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })

const mail = (language: string, body = ''): CompiledMail => ({
  subject: `${language}: {{occasion.name}}`,
  preheader: '',
  html: `<p>{{greetingName}} ${body}</p>`,
  text: `{{greetingName}} ${body}`,
})
const templates = {
  greeting: { vi: mail('vi'), en: mail('en') },
  gift: { vi: mail('vi', '{{voucher.code}} {{voucher.value}} {{voucher.validUntil}} {{voucher.link}}'), en: mail('en') },
  'only-english': { en: mail('en') },
  'two-kinds-of-vietnamese': { 'vi-VN': mail('vi-VN') },
  demanding: { vi: mail('vi', '{{voucher.code}}') },
}
const letters = templateLetters({ templates, company: aCompany(), seals, pages: 'https://care.example.com' })

const campaignWith = (template: string, overrides: Partial<CampaignDefinition> = {}): CampaignDefinition => ({
  ...aCampaign({ touch: { channel: 'email', template } }),
  ...overrides,
})

function write({
  campaign = campaignWith('greeting'),
  rules = someRules(),
  customer = aCustomer(),
  voucher = null,
}: {
  campaign?: CampaignDefinition
  rules?: ClassRules
  customer?: Customer
  voucher?: Voucher | null
} = {}) {
  const occasion = { key: 'tenth-of-march:2027-03-10', anchor: '2027-03-10', years: null }
  return letters.write({ campaign, rules, customer, occasion, voucher, now: NOW })
}

function letterOf(order: Parameters<typeof write>[0] = {}) {
  const written = write(order)
  if ('problem' in written) throw new Error(written.problem)
  return written.letter
}

const aVoucher: Voucher = {
  code: '7Q2M-0XKD-93AB',
  customerId: 'c-001',
  campaignId: 'tenth-of-march',
  occasionKey: 'tenth-of-march:2027-03-10',
  value: { amount: 100_000, currency: 'VND' },
  issuedAt: NOW,
  validFrom: '2027-03-10',
  validTo: '2027-04-08',
  redeemedAt: null,
  redeemedBy: null,
}

describe('the way out of a mail', () => {
  test.each(['care', 'survey', 'advertising'] as const)(
    'a %s mail carries both headers of RFC 8058, and its link opens to this customer and this purpose alone',
    (contentClass) => {
      const { headers } = letterOf({ campaign: campaignWith('greeting', { contentClass }) })
      expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
      const [, token = ''] = /^<https:\/\/care\.example\.com\/u\/([^>]+)>$/.exec(headers['List-Unsubscribe'] ?? '') ?? []
      expect(seals.openUnsubscribeToken(token, NOW)).toEqual({ customerId: 'c-001', purpose: contentClass })
      expect(seals.openUnsubscribeToken(token, '2028-04-13T01:59:59.999Z')).toBeDefined()
      expect(seals.openUnsubscribeToken(token, '2028-04-13T02:00:00.000Z')).toBeUndefined()
    },
  )

  test('headers stay printable ASCII whatever the customer’s id is', () => {
    const { headers } = letterOf({ customer: aCustomer({ customerId: 'KH-Đặng/01 "a"<b>\u0301\r\nBcc: x@example.com' }) })
    for (const [name, value] of Object.entries(headers)) expect(`${name}: ${value}`).toMatch(/^[\x20-\x7e]+$/)
    const [, token = ''] = /\/u\/([^>]+)>/.exec(headers['List-Unsubscribe'] ?? '') ?? []
    expect(seals.openUnsubscribeToken(token, NOW)?.customerId).toBe('KH-Đặng/01 "a"<b>\u0301\r\nBcc: x@example.com')
  })

  test('a mail that nobody can opt out of has neither header', () => {
    const rules = someRules({ consent: 'none', unsubscribe: false })
    expect(letterOf({ campaign: campaignWith('greeting', { contentClass: 'transactional' }), rules }).headers).toEqual({})
  })
})

describe('the language of a mail', () => {
  test.each([
    ['vi', 'greeting', 'vi: Mùng mười tháng ba'],
    ['en', 'greeting', 'en: Tenth of March'],
    ['en-AU', 'greeting', 'en: Tenth of March'],
    ['fr', 'greeting', 'vi: Mùng mười tháng ba'],
    ['vi-VN', 'two-kinds-of-vietnamese', 'vi-VN: Mùng mười tháng ba'],
  ])('someone who reads %s gets %s as “%s”', (locale, template, subject) => {
    expect(letterOf({ customer: aCustomer({ locale }), campaign: campaignWith(template) }).subject).toBe(subject)
  })

  test('a template that speaks neither the customer’s language nor the company’s is a problem, told and not sent', () => {
    expect(write({ campaign: campaignWith('only-english') })).toEqual({ problem: 'template only-english has neither vi nor vi' })
    expect(write({ campaign: campaignWith('nowhere') })).toMatchObject({ problem: expect.stringContaining('nowhere') })
  })
})

describe('a gift', () => {
  test('is shown with its code, what it is worth, until when, and a link to its page', () => {
    const { text } = letterOf({ campaign: campaignWith('gift'), voucher: aVoucher })
    expect(text).toContain('7Q2M-0XKD-93AB')
    expect(text).toContain('https://care.example.com/v/7Q2M-0XKD-93AB')
    expect(text).toMatch(/100\.000/)
    expect(text).toContain('08/04/2027')
  })

  test('that the template needs and the campaign does not give is a problem, told and not sent', () => {
    expect(write({ campaign: campaignWith('demanding') })).toMatchObject({ problem: expect.stringContaining('voucher') })
  })
})

test('a label stands first in the subject, and a name cannot break into the HTML or the headers', () => {
  const customer = aCustomer({ fullName: '<script>alert(1)</script>', addressName: '<script>\r\nBcc: x</script>' })
  const { subject, html } = letterOf({ customer, rules: someRules({ label: '[QC]' }) })
  expect(subject).toBe('[QC] vi: Mùng mười tháng ba')
  expect(html).not.toContain('<script>')
})
