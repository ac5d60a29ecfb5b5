import { expect, test } from 'vitest'
import { monthLinks, pageLinks, placeLinks } from '#web/staff/page-links.ts'

const linksIn = (page: unknown) => [...String(page).matchAll(/href="([^"]*)">(.*?)</g)].map(([, href, text]) => `${text} ${href}`)
const links = (page: number, isMore: boolean) =>
  linksIn(pageLinks({ page, isMore, link: (to) => `/x?page=${to}&y=1`, locale: 'en' }))

test.each([
  ['the only page has none', 1, false, []],
  ['the first leads on', 1, true, ['Next page → /x?page=2&amp;y=1']],
  ['one between leads both ways', 2, true, ['← Previous page /x?page=1&amp;y=1', 'Next page → /x?page=3&amp;y=1']],
  ['the last leads back', 3, false, ['← Previous page /x?page=2&amp;y=1']],
])('%s', (_what, page, isMore, expected) => {
  expect(links(page, isMore)).toEqual(expected)
})

test.each([
  ['the only page of a list read from a place has none', true, null, []],
  ['the first leads on', true, 'b', ['Older → /x/b']],
  ['one between leads on and to the beginning', false, 'c', ['← Newest /x/null', 'Older → /x/c']],
  ['the last leads to the beginning', false, null, ['← Newest /x/null']],
])('%s', (_what, isFirst, next, expected) => {
  expect(linksIn(placeLinks({ isFirst, next, link: (place) => `/x/${place}`, locale: 'en' }))).toEqual(expected)
})

test('a list by month leads over the turn of the year, and not beyond the latest month', () => {
  const months = (month: string) => linksIn(monthLinks({ month, latest: '2027-01', link: (to) => `/x/${to}`, locale: 'en' }))
  expect(months('2026-12')).toEqual(['← Month before /x/2026-11', 'Month after → /x/2027-01'])
  expect(months('2027-01')).toEqual(['← Month before /x/2026-12'])
})
