import { expect, test } from 'vitest'
import { themeLines } from '#core/report/theme-lines.ts'
import { aTheme } from '#test/support/theme-builders.ts'

const counted = (customers: number, of: Readonly<Record<string, number>>) => ({
  customers,
  of: Object.fromEntries(
    Object.entries(of).map(([id, number]) => [id, { customers: number, answers: number, replies: 0, items: 0 }]),
  ),
})
const themes = [aTheme('late'), aTheme('price'), aTheme('gift')]

test('the most frequent stand first, then as in the file; a theme without a rule keeps its id, and one that nobody named is 0', () => {
  const lines = themeLines({ now: counted(40, { price: 7, gone: 9 }), before: undefined, themes, unlike: null })
  expect(lines.map(({ theme, name, now, share }) => [theme, name?.en ?? null, now.customers, share])).toEqual([
    ['gone', null, 9, 9 / 40],
    ['price', 'price', 7, 7 / 40],
    ['late', 'late', 0, 0],
    ['gift', 'gift', 0, 0],
  ])
  expect(lines[0]).toMatchObject({ before: null, change: { is: 'not-compared', because: 'no-data' } })
})

test('a difference larger than chance is a change: Newcombe 1998, 56 of 70 against 48 of 80', () => {
  const [line] = themeLines({ now: counted(70, { late: 56 }), before: counted(80, { late: 48 }), themes, unlike: null })
  expect(line?.change).toMatchObject({ is: 'changed', by: expect.closeTo(0.2, 6), low: expect.closeTo(0.0524, 4) })
})

test('a difference that chance explains is none, and periods that differ are not compared', () => {
  const asked = { now: counted(10, { late: 3 }), before: counted(12, { late: 2 }), themes }
  expect(themeLines({ ...asked, unlike: null })[0]?.change.is).toBe('no-change-shown')
  expect(themeLines({ ...asked, unlike: 'provisional' })[0]?.change).toEqual({ is: 'not-compared', because: 'provisional' })
})

test('a period in which nobody said anything has no share, and not 0', () => {
  const [line] = themeLines({ now: counted(0, {}), before: counted(12, { late: 2 }), themes, unlike: null })
  expect(line).toMatchObject({ share: null, change: { because: 'no-data' } })
})
