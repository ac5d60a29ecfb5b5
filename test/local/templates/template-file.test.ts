import { expect, test } from 'vitest'
import { letterParts } from '#local/templates/letter-parts.ts'
import { readTemplateFile } from '#local/templates/template-file.ts'

const read = (content: string) => readTemplateFile({ file: 'templates/x/vi.md', content })

test('headings above the blank line, the letter below it', () => {
  const { template, problems } = read('subject: Chào: {{greetingName}}\npreheader: Từ chúng tôi\n\nThân mến\n\nx')
  expect(problems).toEqual([])
  expect(template).toMatchObject({
    subject: 'Chào: {{greetingName}}',
    preheader: 'Từ chúng tôi',
    body: 'Thân mến\n\nx',
    bodyLine: 4,
  })
})

test('Windows line ends, a byte order mark and decomposed letters make no difference', () => {
  const { template, problems } = read(`\uFEFFSubject: ${'Chúc'.normalize('NFD')}\r\nPreheader: x\r\n\r\ny`)
  expect(problems).toEqual([])
  expect(template).toMatchObject({ subject: 'Chúc', body: 'y' })
})

test.each([
  ['an unknown heading', 'subject: a\npreheader: b\nfrom: c\n\nx', 3, 'from: c'],
  ['no heading at all', 'subject: a\npreheader: b\nThân mến\n\nx', 3, 'Thân mến'],
  ['a heading twice', 'subject: a\nsubject: b\npreheader: c\n\nx', 2, 'subject: b'],
  ['no preheader', 'subject: a\n\nx', 'preheader', ''],
  ['an empty subject', 'subject:\npreheader: b\n\nx', 'subject', ''],
  ['no letter', 'subject: a\npreheader: b\n', 'body', ''],
])('%s is a problem', (_, content, place, value) => {
  const where = typeof place === 'number' ? { path: '', line: place } : { path: place }
  expect(read(content).problems).toMatchObject([{ file: 'templates/x/vi.md', ...where, value }])
})

test('a letter is cut at tags alone on their line and at the voucher, not at tags in a sentence', () => {
  const body =
    'a {{#if x}}b{{/if}}\n\n{{#if voucher}}\n[[voucher]]\n{{else if y}}\n c\n{{ else }}\nd\n{{/if}}\n\n{{greetingName}}'
  expect(letterParts(body)).toEqual([
    { kind: 'words', markdown: 'a {{#if x}}b{{/if}}\n', line: 1 },
    { kind: 'tag', tag: '{{#if voucher}}', line: 3 },
    { kind: 'voucher', line: 4 },
    { kind: 'tag', tag: '{{else if y}}', line: 5 },
    { kind: 'words', markdown: ' c', line: 6 },
    { kind: 'tag', tag: '{{ else }}', line: 7 },
    { kind: 'words', markdown: 'd', line: 8 },
    { kind: 'tag', tag: '{{/if}}', line: 9 },
    { kind: 'words', markdown: '\n{{greetingName}}', line: 10 },
  ])
})
