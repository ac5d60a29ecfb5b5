/** The list of work where far more is open than a page reads: read on from place to place, and counted honestly. */
import { expect, test } from 'vitest'
import type { Owner } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { CARE, office } from '#test/functions/staff/work/work-office.ts'
import { aPerson, assignedTo, openedAt, storedRequest, storedWork } from '#test/support/work-builders.ts'

const DESKS: readonly Owner[] = [
  { is: 'team', team: CARE },
  { is: 'everybody' },
  { is: 'team', team: 'Cửa hàng' },
  aPerson('bao', CARE),
  { is: 'team', team: 'Một nhóm đã giải thể' },
]
const idOf = (n: number) => `w-${String(n).padStart(4, '0')}`

/** Due an hour apart: the first is the most urgent. */
const items = Array.from({ length: 1_200 }, (_, n): WorkItem => {
  const at = new Date(Date.UTC(2027, 0, 4, n)).toISOString()
  const owner = n % 400 === 7 ? aPerson('hanh', CARE) : DESKS[n % 5]
  const events = [openedAt(at), ...(owner ? [assignedTo(owner, at)] : [])] as const
  const dueAt = new Date(Date.UTC(2027, 0, 5, n)).toISOString()
  if (n === 1_100) return storedRequest({ workId: idOf(n), dueAt, events: [openedAt(at), assignedTo({ is: 'everybody' }, at)] })
  return storedWork({ workId: idOf(n), dueAt, events: events as never })
})
const idsIn = (page: string) => [...page.matchAll(/<article class="work" data-work="([^"]+)"/g)].map(([, id]) => id ?? '')
const nextIn = (page: string) => /href="([^"]*)">(?:Trang sau|Next page) →/.exec(page)?.[1]?.replaceAll('&amp;', '&')
const countsIn = (page: string) =>
  Object.fromEntries([...page.matchAll(/data-whose="(\w+)">([^<]+)</g)].map(([, whose, count]) => [whose, count]))
const idsOnDesks = (...which: readonly number[]) =>
  items.flatMap(({ workId }, n) => (n % 400 !== 7 && which.includes(n % 5) ? [workId] : []))

async function walked(page: (path: string) => Promise<string>, first: string) {
  const pages: string[][] = []
  for (let path: string | undefined = first; path !== undefined; ) {
    if (pages.length > 60) throw new Error('it never ends')
    const text = await page(path)
    pages.push(idsIn(text))
    path = nextIn(text)
  }
  return pages
}

test('every page leads to the next one, and all of them together show each item of everybody’s once', async () => {
  const { page } = (await office(...items)).as('Hanh')
  const pages = await walked(page, '/work')
  expect(pages.flat().toSorted()).toEqual(items.map(({ workId }) => workId))
  expect(pages[0]).toHaveLength(25)
  expect(pages[0]?.[0]).toBe(idOf(0))
  expect(pages.every((ids) => ids.length > 0)).toBe(true)
})

test('a team’s pages show its own and what no team has, whatever else is open', async () => {
  const { page } = (await office(...items)).as('Hanh')
  const mine = [7, 407, 807].map(idOf)
  const shown = (await walked(page, '/work?whose=team')).flat()
  expect(shown.toSorted()).toEqual([...idsOnDesks(0, 1, 3), ...mine].toSorted())
  expect((await walked(page, '/work?whose=mine')).flat()).toEqual(mine)
})

test('what is not counted to its end is said to be so', async () => {
  const { page } = (await office(...items)).as('Hanh')
  const first = await page('/work', 'en')
  expect(first).toContain('At least 500 open, at least 500 overdue.')
  expect(await page('/work')).toContain('Ít nhất 500 việc đang mở, ít nhất 500 việc đã trễ.')
  expect(countsIn(first)).toEqual({ all: 'at least 500', mine: '3', team: 'at least 500' })
  expect(countsIn(await page('/work?kind=rights', 'en'))).toEqual({ all: 'at least 0' })
  expect(countsIn(await page('/work?whose=mine&kind=low-score', 'en'))).toEqual({ mine: '3' })
})

test('a kind of which there are few is looked for further on the next page, and the list says so', async () => {
  const { page } = (await office(...items)).as('Hanh')
  const first = await page('/work?kind=rights', 'en')
  expect(idsIn(first)).toEqual([])
  expect(first).toContain('There is no such work among what was looked through.')
  expect(first).toContain('Looked through the 800 most urgent from here')
  const second = await page(nextIn(first) ?? '', 'en')
  expect(idsIn(second)).toEqual([idOf(1_100)])
  expect(nextIn(second)).toBeUndefined()
  expect(second).toContain('href="/work?kind=rights">← Back to the first page</a>')
})

test('a place that was typed is the beginning', async () => {
  const { page } = (await office(...items)).as('Hanh')
  const first = idsIn(await page('/work'))
  for (const after of ['x', '[]', '[null,null]', '[7]', '["x"]', '{"a":1}', `["${'x'.repeat(5_000)}"]`])
    expect(idsIn(await page(`/work?after=${encodeURIComponent(after)}`))).toEqual(first)
  const beyond = await page('/work?after=[false]', 'en')
  expect(idsIn(beyond)).toEqual([])
  expect(beyond).toContain('There is no such work among what was looked through.')
})
