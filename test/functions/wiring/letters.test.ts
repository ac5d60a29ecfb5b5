import { describe, expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import type { TouchSurvey } from '#app/ports/dispatching.ts'
import type { Letters } from '#app/ports/letters.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { TouchRules } from '#core/campaign/policy-pack.ts'
import { SurveyDefinitionSchema } from '#core/campaign/survey-definition.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import { templateLetters } from '#functions/wiring/letters.ts'
import { aCampaign, aCompany, aCustomer, aPurchase, someRules } from '#test/support/builders.ts'
import { type CompiledMail, wordsIn } from '#web/rendering/compiled-template.ts'

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
  asking: { vi: mail('vi', '{{survey.question}} {{survey.link}} {{survey.closes}}') },
  ordering: {
    vi: mail(
      'vi',
      '{{#if purchase.product}}{{purchase.product}} {{/if}}{{#if purchase.deliveredOn}}ngày {{purchase.deliveredOn}}{{/if}}',
    ),
  },
  stopping: { vi: mail('vi', '{{unsubscribeLink}} {{preferencesLink}}') },
}
const lettersOf = (company: Company) => templateLetters({ company, seals, pages: 'https://care.example.com' })
const plain = lettersOf(aCompany())
const answering = lettersOf(aCompany({ replyDomain: 'replies.example.com' }))

const campaignWith = (template: string, overrides: Partial<CampaignDefinition> = {}): CampaignDefinition => ({
  ...aCampaign({ touch: { channel: 'email', template } }),
  ...overrides,
})

function write({
  campaign = campaignWith('greeting'),
  rules = someRules(),
  customer = aCustomer(),
  voucher = null,
  survey = null,
  letters = plain,
  purchase = null,
}: {
  campaign?: CampaignDefinition
  rules?: TouchRules
  customer?: Customer
  voucher?: Voucher | null
  survey?: TouchSurvey | null
  letters?: Letters
  purchase?: Purchase | null
} = {}) {
  const occasion = { key: 'tenth-of-march:2027-03-10', anchor: '2027-03-10', years: null }
  const occurrenceId = 'tenth-of-march_2027-03-10'
  const { template } = campaign.touch
  const words = wordsIn(templates, template ?? '') ?? { template: template ?? '', mails: {} }
  return letters.write({ campaign, rules, words, customer, occasion, occurrenceId, purchase, voucher, survey, now: NOW })
}

function letterOf(order: Parameters<typeof write>[0] = {}) {
  const written = write(order)
  if (!('letter' in written)) throw new Error(JSON.stringify(written))
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
    async (contentClass) => {
      const { headers } = letterOf({ campaign: campaignWith('greeting', { contentClass }) })
      expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
      const [, token = ''] = /^<https:\/\/care\.example\.com\/u\/([^>]+)>$/.exec(headers['List-Unsubscribe'] ?? '') ?? []
      const open = (now: string) => seals.openLink(token, { use: 'unsubscribe', now })
      expect(await open(NOW)).toEqual({ fields: ['c-001', contentClass] })
      expect(await open('2028-04-13T01:59:59.999Z')).toEqual({ fields: ['c-001', contentClass] })
      expect(await open('2028-04-13T02:00:00.000Z')).toBe('expired')
    },
  )

  test('headers stay printable ASCII whatever the customer’s id is', async () => {
    const { headers } = letterOf({ customer: aCustomer({ customerId: 'KH-Đặng/01 "a"<b>\u0301\r\nBcc: x@example.com' }) })
    for (const [name, value] of Object.entries(headers)) expect(`${name}: ${value}`).toMatch(/^[\x20-\x7e]+$/)
    const [, token = ''] = /\/u\/([^>]+)>/.exec(headers['List-Unsubscribe'] ?? '') ?? []
    expect(await seals.openLink(token, { use: 'unsubscribe', now: NOW })).toEqual({
      fields: ['KH-Đặng/01 "a"<b>\u0301\r\nBcc: x@example.com', 'care'],
    })
  })

  test('a mail that can be answered can be stopped by a mail too, after the link that mailboxes prefer', async () => {
    const header = letterOf({ letters: answering }).headers['List-Unsubscribe'] ?? ''
    const [, localPart = ''] =
      /^<https:\/\/care\.example\.com\/u\/[^>]+>, <mailto:(s\+[0-9a-z]+)@replies\.example\.com\?subject=unsubscribe>$/.exec(
        header,
      ) ?? []
    expect(await seals.openReplyLocalPart(localPart)).toEqual({
      use: 'stop',
      customerId: 'c-001',
      campaignTag: stableHash('tenth-of-march'),
      date: '2027-03-10',
    })
    expect(header.length).toBeLessThan(800)
  })

  test('the preferences have a link of their own', async () => {
    const { text } = letterOf({ campaign: campaignWith('stopping') })
    const [, token = ''] = /\/p\/(\S+)/.exec(text) ?? []
    expect(await seals.openLink(token, { use: 'preferences', now: NOW })).toEqual({ fields: ['c-001'] })
  })

  test('a mail that nobody can opt out of has neither header', () => {
    const rules = someRules({ consent: 'none', unsubscribe: false })
    expect(letterOf({ campaign: campaignWith('greeting', { contentClass: 'transactional' }), rules }).headers).toEqual({})
  })
})

describe('where an answer goes', () => {
  test('to an address that says whose it is, and to which mail', async () => {
    const [localPart = '', domain] = letterOf({ letters: answering }).replyTo.split('@')
    expect(domain).toBe('replies.example.com')
    expect(await seals.openReplyLocalPart(localPart)).toMatchObject({ use: 'reply', customerId: 'c-001', date: '2027-03-10' })
  })

  test('to the people of the company where no mail comes back to us, or where an id is too long for an address', () => {
    expect(letterOf().replyTo).toBe('care@trasen.example.com')
    const customer = aCustomer({ customerId: 'x'.repeat(64) })
    const { replyTo, headers } = letterOf({ letters: answering, customer })
    expect(replyTo).toBe('care@trasen.example.com')
    expect(headers['List-Unsubscribe']).not.toContain('mailto:')
  })

  test('of a transactional mail too', () => {
    const rules = someRules({ consent: 'none', unsubscribe: false })
    expect(letterOf({ letters: answering, rules }).replyTo).toMatch(/^r\+/)
  })
})

describe('a mail that asks', () => {
  const survey: TouchSurvey = {
    definition: SurveyDefinitionSchema.parse({ kind: 'nps' }),
    invitation: 'nps-relationship_2027-03-05',
    lastDay: '2027-04-04',
  }

  test('names the question, the last day, and a link to the invitation, also in a reminder', async () => {
    const { text } = letterOf({ campaign: campaignWith('asking'), survey })
    expect(text).toContain('chị có sẵn sàng giới thiệu Trà Sen')
    expect(text).toContain('04/04/2027')
    const [, token = ''] = /\/s\/(\S+)/.exec(text) ?? []
    expect(await seals.openLink(token, { use: 'survey', now: NOW })).toEqual({ fields: ['c-001', 'nps-relationship_2027-03-05'] })
    // Long after it has closed the page can still say so.
    expect(await seals.openLink(token, { use: 'survey', now: '2027-09-01T00:00:00.000Z' })).not.toBe('expired')
    expect(await seals.openLink(token, { use: 'survey', now: '2027-10-15T00:00:00.000Z' })).toBe('expired')
  })

  test('is answered by mail as the invitation', async () => {
    const { replyTo } = letterOf({ campaign: campaignWith('asking'), survey, letters: answering })
    expect(await seals.openReplyLocalPart(replyTo.split('@')[0] ?? '')).toMatchObject({
      campaignTag: stableHash('nps-relationship'),
      date: '2027-03-05',
    })
  })

  test('without a survey is a problem, told and not sent', () => {
    expect(write({ campaign: campaignWith('asking') })).toMatchObject({ problem: expect.stringContaining('survey.question') })
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

  test('words that speak neither the customer’s language nor the company’s are no words, told and not sent', () => {
    expect(write({ campaign: campaignWith('only-english') })).toEqual({ noWords: 'template only-english has neither vi nor vi' })
    expect(write({ campaign: campaignWith('nowhere') })).toMatchObject({ noWords: expect.stringContaining('nowhere') })
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

describe('a mail about an order', () => {
  const following = (kind: 'after-purchase' | 'after-delivery') =>
    campaignWith(
      'ordering',
      aCampaign({ occasion: { kind, offset: { days: 3 } }, touch: { channel: 'email', template: 'ordering' } }),
    )

  test('names what was bought and when it came', () => {
    const purchase = aPurchase({ product: 'Bàn trà <mây>', deliveredOn: '2027-03-07' })
    const { text, html } = letterOf({ campaign: following('after-purchase'), purchase })
    expect(text).toContain('Bàn trà <mây> ngày 07/03/2027')
    expect(html).toContain('Bàn trà &lt;mây&gt;')
  })

  test('after a purchase that has not come yet names no day', () => {
    expect(letterOf({ campaign: following('after-purchase'), purchase: aPurchase({ product: 'Ghế' }) }).text).not.toContain(
      'ngày',
    )
  })

  test('after a delivery knows its day even when the order is there no more', () => {
    expect(letterOf({ campaign: following('after-delivery'), purchase: null }).text).toContain('ngày 10/03/2027')
  })
})
