import { describe, expect, test } from 'vitest'
import { someFields, someSources, someVoucher } from '#test/web/rendering/sample-fields.ts'
import type { CompiledMail } from '#web/rendering/compiled-template.ts'
import { MissingMergeFieldError, type RenderMailOptions, renderMail, UnusableTemplateError } from '#web/rendering/render-mail.ts'

const aMail = (over: Partial<CompiledMail> = {}): CompiledMail => ({
  subject: 'Chào {{greetingName}}',
  preheader: 'Từ {{company.name}}',
  html: '<p title="{{customer.fullName}}">Chào {{greetingName}}</p>',
  text: 'Chào {{greetingName}}',
  ...over,
})

const render = (mail: Partial<CompiledMail> = {}, over: Partial<RenderMailOptions> = {}) =>
  renderMail({
    templates: { hello: { vi: aMail(mail) } },
    template: 'hello',
    locale: 'vi',
    fallbackLocales: [],
    fields: someFields(),
    label: null,
    ...over,
  })

const named = (fullName: string, addressName = fullName) =>
  someFields({ customer: { ...someSources().customer, fullName, addressName } })

test('the four parts are filled in', () => {
  expect(render()).toEqual({
    locale: 'vi',
    subject: 'Chào Anh Dũng',
    preheader: 'Từ An Nhiên',
    html: '<p title="Nguyễn Tiến Dũng">Chào Anh Dũng</p>',
    text: 'Chào Anh Dũng\n',
  })
})

describe('values', () => {
  test('markup in a name is text in HTML, and itself in the text part and in the subject', () => {
    const mail = render({}, { fields: named('"><script>alert(1)</script> & Co') })
    expect(mail.html).not.toContain('<script>')
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co')
    expect(mail.html).toContain('title="&quot;&gt;')
    expect(mail.text).toContain('<script>alert(1)</script> & Co')
    expect(mail.subject).toContain('<script>alert(1)</script> & Co')
  })

  test('braces in a name are not read as a merge field', () => {
    expect(render({}, { fields: named('{{company.phone}}') }).text).toBe('Chào Anh {{company.phone}}\n')
  })

  test('a link survives in an attribute', () => {
    const html = '<a href="{{voucher.link}}">x</a>'
    expect(render({ html }, { fields: someFields({ voucher: someVoucher }) }).html).toContain(
      'href="https://annhien.example/qua?ma&#x3D;SN&amp;x&#x3D;1"',
    )
  })

  test('a decomposed name arrives composed in every part', () => {
    const mail = render({}, { fields: named('Thúy'.normalize('NFD')) })
    for (const part of [mail.subject, mail.html, mail.text]) expect(part).toContain('Thúy')
  })
})

describe('subject', () => {
  test('a line break in a value never starts a new header, even when the fields were made elsewhere', () => {
    const fields = { ...someFields(), greetingName: 'Dũng\r\nBcc: all@example.com' }
    expect(render({}, { fields }).subject).toBe('Chào Dũng Bcc: all@example.com')
  })

  test('the label comes first', () => {
    expect(render({}, { label: '[QC]' }).subject).toBe('[QC] Chào Anh Dũng')
  })

  test('a monstrous name does not make a monstrous subject', () => {
    const subject = render({}, { fields: named('Dũng '.repeat(100)), label: '[QC]' }).subject
    expect(subject.length).toBeLessThanOrEqual(205)
    expect(subject).toMatch(/^\[QC\] Chào Anh Dũng .* Dũng…$/)
  })

  test('is decomposed in the source, composed in the mail', () => {
    expect(render({ subject: 'Chúc mừng'.normalize('NFD') }).subject).toBe('Chúc mừng')
  })
})

describe('missing values', () => {
  test.each([
    ['a part that is absent', '{{voucher.code}}', 'voucher.code'],
    ['a field nobody knows', '{{customer.shoeSize}}', 'customer.shoeSize'],
    ['what every object inherits', '{{constructor}}', 'constructor'],
    ['what every text inherits', '{{greetingName.length}}', 'greetingName.length'],
    ['a group instead of a field', '{{company}}', 'company'],
    ['inside a condition that holds', '{{#if occasion.years}}{{voucher.value}}{{/if}}', 'voucher.value'],
  ])('%s is an error that names template, language and field, never half a mail', (_, text, field) => {
    const rendering = () => render({ text })
    expect(rendering).toThrow(MissingMergeFieldError)
    expect(rendering).toThrow(expect.objectContaining({ template: 'hello', locale: 'vi', field }))
  })

  test('an empty text is no value', () => {
    expect(() => render({}, { fields: { ...someFields(), greetingName: '' } })).toThrow(/greetingName/)
  })

  test('a missing value in any of the four parts is found', () => {
    for (const part of ['subject', 'preheader', 'html', 'text'] as const)
      expect(() => render({ [part]: '{{voucher.code}}' })).toThrow(MissingMergeFieldError)
  })
})

describe('conditions', () => {
  const text =
    '{{#if voucher}}\nMã: {{voucher.code}}\n{{else}}\nKhông có quà\n{{/if}}\n{{#if voucher.link}}\nTại: {{voucher.link}}\n{{/if}}'
  test('what is not there is left out, and its absence can be asked for', () => {
    expect(render({ text }).text).toBe('Không có quà\n')
  })
  test('what is there is shown', () => {
    const fields = someFields({ voucher: { ...someVoucher, link: null } })
    expect(render({ text }, { fields }).text).toBe('Mã: SN-7K2M-9QXW\n')
  })
  test('unless is the opposite of if', () => {
    expect(render({ text: '{{#unless voucher}}no{{/unless}}{{#unless occasion.years}}{{voucher.code}}{{/unless}}' }).text).toBe(
      'no\n',
    )
  })
  test('a block left out leaves no hole in the text part', () => {
    expect(render({ text: 'a\n\n{{#if voucher}}\nb\n\n{{/if}}\n\nc\n\n\n\nd' }).text).toBe('a\n\nc\n\nd\n')
  })
})

describe('language', () => {
  const templates = { hello: { vi: aMail({ text: 'vi' }), en: aMail({ text: 'en' }) } }
  test.each([
    ['en', [], 'en'],
    ['en-AU', [], 'en'],
    ['ko', ['en', 'vi'], 'en'],
    ['ko', ['ja', 'vi'], 'vi'],
  ])('%s with %j gets %s', (locale, fallbackLocales, chosen) => {
    expect(render({}, { templates, locale, fallbackLocales })).toMatchObject({ locale: chosen, text: `${chosen}\n` })
  })
  test('a language that nobody wrote is an error, not another language', () => {
    expect(() => render({}, { templates, locale: 'ko' })).toThrow(UnusableTemplateError)
  })
  test.each(['nothing', '__proto__', 'constructor'])('the template %s does not exist', (template) => {
    expect(() => render({}, { template })).toThrow(UnusableTemplateError)
  })
})

test.each([
  '{{{greetingName}}}',
  '{{lookup company "name"}}',
  '{{#each company}}{{this}}{{/each}}',
  '{{log company.name}}',
  '{{#if x}}',
])('%s is never run', (text) => {
  expect(() => render({ text })).toThrow(UnusableTemplateError)
})
