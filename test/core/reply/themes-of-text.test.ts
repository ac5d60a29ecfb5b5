import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Theme, ThemesSchema } from '#core/campaign/themes.ts'
import { themesOfText } from '#core/reply/themes-of-text.ts'

const { themes: SAMPLE } = ThemesSchema.parse(
  JSON.parse(readFileSync(new URL('../../../campaigns/themes.json', import.meta.url), 'utf8')),
)

describe('what customers of the tea company write', () => {
  test.each<[string, readonly string[]]>([
    ['Giao hàng trễ hai ngày so với hẹn, lần sau shop cố gắng nhé.', ['delivery']],
    ['giao hang tre 2 ngay, hop bi mop', ['delivery', 'packaging']],
    ['GIAO CHẬM QUÁ', ['delivery']],
    ['Mình vẫn chưa nhận được hàng dù đã một tuần', ['delivery']],
    ['minh van chua nhan duoc hang', ['delivery']],
    ['Giao không chậm, tôi ưng.', []],
    ['Không bị giao trễ như lần trước', []],
    ['ko giao trễ', []],
    ['Shop giao thiếu một hộp trà sen', ['delivery']],
    ['Đặt ô long mà giao nhầm trà lài', ['delivery']],
    ['Hộp móp, túi rách, biếu ai được nữa', ['packaging']],
    ['Đóng gói cẩn thận, trà rất thơm', ['packaging', 'praise']],
    ['dong goi can than, tra rat thom', ['packaging', 'praise']],
    ['Trà nhạt hơn đợt Tết', ['quality']],
    ['tra nhat qua, khong ngon', ['quality']],
    ['Trà không ngon như mọi khi', ['quality']],
    ['Trà rất ngon!', ['praise']],
    ['Không rất ngon nhưng uống được', []],
    ['Giá hơi cao so với chỗ khác', ['price']],
    ['Mình đánh giá 5 sao', []],
    ['Mình đánh giá 5 sao nhưng giá hơi cao', ['price']],
    ['gia hoi cao', []],
    ['Chưa thấy hoàn tiền', ['price']],
    ['Không vào được website để đặt', ['web']],
    ['Nhân viên tư vấn nhiệt tình', ['praise', 'staff']],
    ['Gọi mãi không nghe máy', ['staff']],
    ['Chưa nhận được quà tặng sinh nhật', ['gift']],
    ['The delivery arrived late and the box was dented', ['delivery', 'packaging']],
    ['Great tea, fast delivery', ['praise']],
    ['zao hg trể wá, hộp zẹp', []],
    ['ghtk ship lau vl', ['delivery']],
    ['Cảm ơn shop', []],
    ['', []],
    ['👍👍👍', []],
    ['<script>alert("giao chậm")</script>', ['delivery']],
  ])('%s', (text, found) => {
    expect(themesOfText(text, SAMPLE)).toEqual(found)
  })

  test('a tone on the other letter, and letters in parts, are the same words', () => {
    expect(themesOfText('Chưa có hoá đơn', SAMPLE)).toEqual(['price'])
    expect(themesOfText('Giao hàng trễ'.normalize('NFD'), SAMPLE)).toEqual(['delivery'])
  })
})

const WORDS = ['giao', 'chậm', 'trà', 'giá', 'đánh', 'không', 'ngon', 'gia', 'cham', '.', '\n'] as const
const word = fc.constantFrom(...WORDS)
const text = fc.oneof(
  fc.array(word, { maxLength: 20 }).map((words) => words.join(' ')),
  fc.string({ maxLength: 60 }),
)
const phrase = fc.array(fc.constantFrom('giao', 'chậm', 'trà', 'giá', 'ngon', 'không'), { minLength: 1, maxLength: 3 })
const phrases = fc.array(
  phrase.map((words) => words.join(' ')),
  { maxLength: 4 },
)
const theme = fc.record({ vi: phrases, except: phrases, evenDenied: fc.boolean() }).map(
  ({ vi, except, evenDenied }): Omit<Theme, 'id'> => ({
    name: { vi: 'a', en: 'a' },
    words: { vi, en: [] },
    except: { vi: except, en: [] },
    evenDenied,
    chosen: [],
    categories: [],
  }),
)
const themes = fc
  .array(theme, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((one, at): Theme => ({ ...one, id: `theme-${at}` })))

describe('whatever the rules and the text are', () => {
  test('the order of the rules, and of the words of a rule, does not matter', () => {
    const turned = ({ words: { vi, en }, ...rest }: Theme): Theme => ({ ...rest, words: { vi: vi.toReversed(), en } })
    fc.assert(
      fc.property(text, themes, (said, all) => {
        expect(themesOfText(said, all.toReversed().map(turned))).toEqual(themesOfText(said, all))
      }),
    )
  })

  test('another theme changes nothing in what the others find', () => {
    fc.assert(
      fc.property(text, themes, theme, (said, all, added) => {
        const more = [...all, { ...added, id: 'zz-added' }]
        expect(themesOfText(said, more).filter((id) => id !== 'zz-added')).toEqual(themesOfText(said, all))
      }),
    )
  })

  test('each theme is told once, and none that is not there', () => {
    fc.assert(
      fc.property(text, themes, (said, all) => {
        const found = themesOfText(said, all)
        expect(new Set(found).size).toBe(found.length)
        for (const id of found) expect(all.map((one) => one.id)).toContain(id)
      }),
    )
  })
})
