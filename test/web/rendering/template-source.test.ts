import { expect, test } from 'vitest'
import { inEnglish } from '#test/support/in-english.ts'
import { readTemplateSource } from '#web/rendering/template-source.ts'

test('a field is found with the conditions around it', () => {
  const { uses, misuses, literal } = readTemplateSource(
    'Hi {{greetingName}} {{#if voucher}}{{#unless occasion.years}}{{voucher.code}}{{/unless}}{{else}}{{company.name}}{{/if}}!',
  )
  const voucher = { path: 'voucher', present: true }
  expect(misuses).toEqual([])
  expect(literal).toBe('Hi  !')
  expect(uses).toEqual([
    { path: 'greetingName', kind: 'value', guards: [] },
    { path: 'voucher', kind: 'condition', guards: [] },
    { path: 'occasion.years', kind: 'condition', guards: [voucher] },
    { path: 'voucher.code', kind: 'value', guards: [voucher, { path: 'occasion.years', present: false }] },
    { path: 'company.name', kind: 'value', guards: [{ path: 'voucher', present: false }] },
  ])
})

test('else if is a condition inside the else', () => {
  const { uses } = readTemplateSource('{{#if voucher}}a{{else if occasion.years}}{{occasion.years}}{{/if}}')
  expect(uses.at(-1)).toEqual({
    path: 'occasion.years',
    kind: 'value',
    guards: [
      { path: 'voucher', present: false },
      { path: 'occasion.years', present: true },
    ],
  })
})

test.each([
  ['{{{company.name}}}', '{{{company.name}}}', /two braces/],
  ['{{&company.name}}', '{{{company.name}}}', /two braces/],
  ['{{upper company.name}}', '{{upper company.name}}', /one merge field alone/],
  ['{{../company.name}}', '{{../company.name}}', /one merge field alone/],
  ['{{@root.company}}', '{{@root.company}}', /one merge field alone/],
  ['{{this}}', '{{this}}', /one merge field alone/],
  ['{{"text"}}', '{{text}}', /one merge field alone/],
  ['{{#each customers}}x{{/each}}', '{{#each customers}}', /if field/],
  ['{{#with company}}{{name}}{{/with}}', '{{#with company}}', /if field/],
  ['{{#voucher}}x{{/voucher}}', '{{#voucher}}', /if field/],
  ['{{#if}}x{{/if}}', '{{#if}}', /if field/],
  ['{{#if (eq a b)}}x{{/if}}', '{{#if …}}', /if field/],
  ['{{#if a b}}x{{/if}}', '{{#if a b}}', /if field/],
  ['{{> footer}}', 'PartialStatement', /only \{\{field/],
])('%s is not for letters', (source, value, expected) => {
  const { misuses } = readTemplateSource(source)
  expect(inEnglish(misuses)).toMatchObject([{ line: 1, value, expected: expect.stringMatching(expected) }])
})

test.each([
  ['one\ntwo {{customer.fullName\nthree', 2],
  ['one\n{{#if voucher}}\ntwo\n{{/iff}}', 2],
  ['one\n{{/if}}', 2],
  ['one\n{{#if voucher}}\nnever closed\n', 2],
  ['{{}}', 1],
])('a broken tag is one misuse with its line: %j', (source, line) => {
  expect(readTemplateSource(source).misuses).toMatchObject([{ line }])
})

test('a block closed by another word says which word closes it', () => {
  expect(inEnglish(readTemplateSource('{{#if voucher}}a{{/unless}}').misuses)[0]?.expected).toBe(
    '{{/if}}, which closes {{#if}}; not {{/unless}}',
  )
})

test('of two blocks the one left open is named, not the end of the source', () => {
  const source = '{{#if voucher}}\n{{#if occasion.years}}\nx\n{{/if}}\n\n'
  expect(inEnglish(readTemplateSource(source).misuses)).toEqual([
    { line: 1, value: '{{#if voucher}}', expected: 'its {{/if}} further down' },
  ])
})
