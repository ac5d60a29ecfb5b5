import { describe, expect, test } from 'vitest'
import { renderWords } from '#local/templates/markdown.ts'

describe('HTML', () => {
  test.each([
    ['a paragraph', 'Chào {{greetingName}}', '<p>Chào {{greetingName}}</p>'],
    [
      'bold around a tag, close to other letters',
      'a**{{occasion.years}} năm**b',
      '<p>a<strong>{{occasion.years}} năm</strong>b</p>',
    ],
    ['a link to a merge field', '[Nhận quà]({{voucher.link}})', '<p><a href="{{voucher.link}}">Nhận quà</a></p>'],
    ['a mailbox from a merge field', '[thư]({{company.email}} "x")', '<p><a href="{{company.email}}" title="x">thư</a></p>'],
    ['a line break', 'Trân trọng,\n{{company.name}}', '<p>Trân trọng,<br>\n{{company.name}}</p>'],
    ['HTML is shown, not let through', '<b>x</b> & "y"', '<p>&lt;b&gt;x&lt;/b&gt; &amp; &quot;y&quot;</p>'],
    ['underscores in a field are no italics', '{{a_b}} and {{c_d}}', '<p>{{a_b}} and {{c_d}}</p>'],
    ['quotes inside a tag are left alone', '{{#if a}}"x"{{/if}}', '<p>{{#if a}}&quot;x&quot;{{/if}}</p>'],
    ['an escaped star', '5 \\* 3', '<p>5 * 3</p>'],
    ['words that look like a held tag', 'qtag0q {{x}}', '<p>qtag0q {{x}}</p>'],
    ['code and tables do not exist', '`x` | y', '<p>`x` | y</p>'],
  ])('%s', (_, words, html) => {
    expect(renderWords(words).html).toBe(html)
  })
})

describe('plain text', () => {
  test.each([
    ['paragraphs', 'một\n\n\n\nhai', 'một\n\nhai'],
    ['bold and italics lose their stars', '**một** *hai*', 'một hai'],
    ['a link is followed by its address', '[Nhận quà]({{voucher.link}})', 'Nhận quà: {{voucher.link}}'],
    ['a link that is its own words stands once', '[{{company.website}}]({{company.website}})', '{{company.website}}'],
    ['a mailbox without its scheme', '[{{company.email}}](mailto:{{company.email}})', '{{company.email}}'],
    ['a bold link', '**[Nhận](https://x.example/a?b=1&c=2)**', 'Nhận: https://x.example/a?b=1&c=2'],
    ['ampersands stay what they are', 'A & B < C', 'A & B < C'],
    ['a list, and the paragraph after it', 'Hoặc:\n\n- một\n- hai\n  dòng\n\nXong', 'Hoặc:\n\n- một\n- hai\n  dòng\n\nXong'],
    ['a list by numbers', '3. ba\n4. bốn', '3. ba\n4. bốn'],
    ['a list in a list', '- a\n  - b\n- c', '- a\n  - b\n- c'],
  ])('%s', (_, words, text) => {
    expect(renderWords(words).text).toBe(text)
  })
})

describe('mistakes', () => {
  test.each([
    ['a picture', 'x\n![logo](https://x.example/a.png)', 2, '![logo](https://x.example/a.png)'],
    ['HTML', 'x\n\n<div>y</div>', 3, '<div>'],
    ['a heading', '# Chúc mừng', 1, '# Chúc mừng'],
    ['a voucher in a sentence', 'Mã: [[voucher]]', 1, '[[voucher]]'],
    ['another slot', '[[footer]]', 1, '[[footer]]'],
    ['an insecure link', 'a\n\n[x](http://x.example)', 3, 'http://x.example'],
    ['a link to nowhere', '[x](/here)', 1, '/here'],
  ])('%s is named with its line', (_, words, line, value) => {
    expect(renderWords(words).mistakes).toMatchObject([{ line, value }])
  })
  test('a link that runs a script is no link at all', () => {
    expect(renderWords('[x](javascript:alert(1))').html).not.toContain('<a')
  })
  test('a heart and a comparison are not HTML', () => {
    expect(renderWords('I <3 you, 1 < 2 > 0').mistakes).toEqual([])
  })
})
