/** What the first page counts of work and of what came in, and where each counter leads. */
import { expect, test } from 'vitest'
import { recentlyHeard } from '#functions/staff/today/recently-heard.ts'
import { NOW, office } from '#test/functions/staff/work/work-office.ts'
import { closingOn, openedAt, storedCase, storedRequest, storedWork } from '#test/support/work-builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { listeningCounts } from '#web/staff/today/listening-counts.ts'

const EARLY = [openedAt('2027-03-01T02:00:00.000Z')] as const
const FRESH = [openedAt(NOW)] as const

const idsIn = (page: string) => [...page.matchAll(/<article class="work" data-work="([^"]+)"/g)].map(([, id]) => id)

/** Number and address of each counter. */
const countersIn = (html: string) =>
  new Map(
    [...html.matchAll(/<a href="([^"]+)"><b data-count="([^"]+)">(\d+)<\/b>/g)].map(([, path = '', name = '', count]) => [
      name,
      { path: path.replaceAll('&amp;', '&'), count: Number(count) },
    ]),
  )

async function firstPage() {
  const { as, stores } = await office(
    storedWork({ workId: 'late-call', events: [...EARLY] }),
    storedWork({ workId: 'fresh-call', events: [...FRESH] }),
    storedCase({ workId: 'late-mail', events: [...EARLY] }),
    storedCase({ workId: 'fresh-mail', events: [...FRESH] }),
    storedRequest({ workId: 'right-by-mail', events: [...FRESH] }),
    storedRequest({
      workId: 'right-noted',
      events: [...FRESH],
      subject: { is: 'right', ask: 'access', law: { by: 'country', country: 'VN' }, replyId: null },
    }),
    storedCase({ workId: 'done-mail', events: [...EARLY, closingOn('2027-03-08')] }),
  )
  const system = { stores, companyRules: stores.companyRules, clock: { now: () => NOW } }
  const heard = await recentlyHeard(system, NOW)
  return { as, counters: countersIn(String(listeningCounts(heard, aFrame('vi', { now: NOW })))) }
}

test.each([
  ['waiting', ['fresh-mail', 'late-mail', 'right-by-mail']],
  ['open-work', ['fresh-call', 'fresh-mail', 'late-call', 'late-mail', 'right-by-mail', 'right-noted']],
  ['late-work', ['late-call', 'late-mail']],
] as const)('the counter %s opens the rows it counts and no others', async (name, ids) => {
  const { as, counters } = await firstPage()
  const counter = counters.get(name)
  expect(counter?.count).toBe(ids.length)
  const page = await as('Hanh').page(counter?.path ?? '')
  expect(idsIn(page).toSorted()).toEqual(ids)
  expect(page).toContain(`data-whose="all">${ids.length}<`)
})

test.each([
  ['answers', '/listening?show=answers&from=2027-03-04&suspects=without'],
  ['replies', '/listening?show=replies&from=2027-03-04'],
])('the counter %s opens the days that it counts', async (name, path) => {
  expect((await firstPage()).counters.get(name)?.path).toBe(path)
})
