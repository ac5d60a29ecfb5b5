import { expect, test } from 'vitest'
import { placeLinks } from '#web/staff/page-links.ts'
import { trailIn, trailText, wentOn } from '#web/staff/trail.ts'

const linksIn = (page: unknown) => [...String(page).matchAll(/href="([^"]*)">(.*?)</g)].map(([, href, text]) => `${text} ${href}`)
const links = (here: string, trail: readonly string[]) =>
  linksIn(
    placeLinks({
      isFirst: here === '',
      next: 'n',
      locale: 'en',
      order: 'onward',
      went: { here, trail },
      link: (place, to) => `/x/${place}/${trailText(to)}`,
    }),
  )

test('a list that is read on from a place leads back to the page that the visitor came from', () => {
  expect(links('', [])).toEqual(['Next page → /x/n/|'])
  expect(links('b', [''])).toEqual(['← Previous page /x/null/', 'Next page → /x/n/||b'])
  expect(links('c', ['', 'b'])).toEqual(['← Back to the first page /x/null/', '← Previous page /x/b/|', 'Next page → /x/n/||b|c'])
  expect(links('c', [])).toEqual(['← Back to the first page /x/null/', 'Next page → /x/n/|c'])
})

test.each([
  ['', []],
  ['|', ['']],
  ['||0.lan #KH1', ['', '0.lan #KH1']],
  ['no trail', []],
  [`|${'x'.repeat(5_000)}`, []],
])('an address with %j', (text, trail) => {
  expect(trailIn(text)).toEqual(trail)
})

test('of long places so many are kept that the address stays short, and is read again', () => {
  const place = (page: number) => `0.${'ễ'.repeat(200)} #KH${page}`
  let trail: readonly string[] = []
  for (let page = 0; page < 9; page++) trail = wentOn(trail, place(page))
  expect(trail).toEqual([place(7), place(8)])
  expect(encodeURIComponent(trailText(trail)).length).toBeLessThan(4_000)
  expect(trailIn(trailText(trail))).toEqual(trail)
})

test('of a long way only the last pages are kept', () => {
  let trail: readonly string[] = []
  for (let page = 0; page < 50; page++) trail = wentOn(trail, `${page}`)
  expect(trail).toHaveLength(20)
  expect(trailIn(trailText(trail))).toEqual(trail)
})
