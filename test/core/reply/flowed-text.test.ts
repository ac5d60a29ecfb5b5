import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unfoldedText } from '#core/reply/flowed-text.ts'

describe('flowed text (RFC 3676)', () => {
  test.each<[string, string, string]>([
    ['a paragraph goes on after a blank', 'Trà ngon và \ngiao nhanh\n9', 'Trà ngon và giao nhanh\n9'],
    ['an answer below a quoted line that was left open', '> From 0 to 10? \n9', '> From 0 to 10? \n9'],
    ['an answer above a quoted line, left open itself', '9 \n> From 0 to 10?', '9 \n> From 0 to 10?'],
    ['depths are never joined', '> a \n>> b \n> c', '> a \n>> b \n> c'],
    ['a quoted paragraph', '> one \n> two\n> three', '> one two\n> three'],
    ['quoted with a stuffed blank or without', '>one \n> two', '> one two'],
    ['the delimiter of a signature is a line of its own', '9 \n-- \nLan \nHà Nội', '9 \n-- \nLan Hà Nội'],
    ['a quoted delimiter as well', '> 9 \n> -- \n> Lan', '> 9 \n> -- \n> Lan'],
    ['stuffed blanks go', ' From here \n on', 'From here on'],
    ['an empty line ends a paragraph', 'a \n\nb', 'a \nb'],
    ['line ends of every kind', 'a \r\nb\r\nc', 'a b\nc'],
    ['nothing', '', ''],
  ])('%s', (_what, text, unfolded) => expect(unfoldedText(text, { delSp: false })).toBe(unfolded))

  test('with DelSp the blank that marks a line is no part of the text', () => {
    expect(unfoldedText('Chín \nđiểm  \nnhé', { delSp: true })).toBe('Chínđiểm nhé')
    expect(unfoldedText('> 0 to 10? \n9', { delSp: true })).toBe('> 0 to 10?\n9')
    expect(unfoldedText('9 \n-- \nLan', { delSp: true })).toBe('9\n-- \nLan')
  })

  test('no word is lost, none is added, and none changes its depth', () => {
    const line = fc.tuple(fc.constantFrom('', '>', '>>'), fc.constantFrom('a', 'b c ', ' d', '', '-- ', 'e '))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.boolean(), (lines, delSp) => {
        const words = (text: string) =>
          text.split('\n').flatMap((each) => {
            const marks = /^>*/.exec(each)?.[0] ?? ''
            return [...each.slice(marks.length).matchAll(/[^\s]/g)].map(({ 0: letter }) => `${marks}${letter}`)
          })
        const text = lines.map(([marks, said]) => `${marks}${said}`).join('\n')
        expect(words(unfoldedText(text, { delSp }))).toEqual(words(text))
      }),
      { seed: 20270314, numRuns: 500 },
    )
  })
})
