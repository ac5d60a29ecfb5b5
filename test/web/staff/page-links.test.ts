import { expect, test } from 'vitest'
import { pageLinks } from '#web/staff/page-links.ts'

const links = (page: number, isMore: boolean) =>
  [
    ...String(pageLinks({ page, isMore, link: (to) => `/x?page=${to}&y=1`, locale: 'en' })).matchAll(/href="([^"]*)">(.*?)</g),
  ].map(([, href, text]) => `${text} ${href}`)

test.each([
  ['the only page has none', 1, false, []],
  ['the first leads on', 1, true, ['Next page → /x?page=2&amp;y=1']],
  ['one between leads both ways', 2, true, ['← Previous page /x?page=1&amp;y=1', 'Next page → /x?page=3&amp;y=1']],
  ['the last leads back', 3, false, ['← Previous page /x?page=2&amp;y=1']],
])('%s', (_what, page, isMore, expected) => {
  expect(links(page, isMore)).toEqual(expected)
})
