import { expect, test } from 'vitest'
import type { RowQuery } from '#adapters/dynamo/query-rows.ts'
import { readAhead } from '#adapters/dynamo/read-ahead.ts'

const queryOf = (is: string): RowQuery => ({ partition: { attribute: 'day', is } })
const DAYS = Array.from({ length: 20 }, (_, at) => `day ${at}`)

/** Two pages a query; of those under way the last answers first. */
function calendar({ broken = '' } = {}) {
  const asked: string[] = []
  const pagesOf = async function* ({ partition: { is } }: RowQuery) {
    asked.push(is)
    // Turns of the event loop, not time: the later day of two under way needs fewer.
    for (let turns = DAYS.length - DAYS.indexOf(is); turns > 0; turns--) await Promise.resolve()
    if (is === broken) throw new Error(`no answer for ${is}`)
    yield `${is}, page 1`
    yield `${is}, page 2`
  }
  return { asked, pagesOf }
}

async function all<Page>(pages: AsyncIterable<Page>): Promise<Page[]> {
  const read: Page[] = []
  for await (const page of pages) read.push(page)
  return read
}

test('every page comes once and in the order of the queries, whichever answers first', async () => {
  const { pagesOf } = calendar()
  const pages = await all(readAhead(DAYS.map(queryOf), pagesOf))
  expect(pages).toEqual(DAYS.flatMap((day) => [`${day}, page 1`, `${day}, page 2`]))
})

test('some queries are under way at once, and never all of a long list', async () => {
  const { asked, pagesOf } = calendar()
  for await (const page of readAhead(DAYS.map(queryOf), pagesOf)) {
    expect(page).toBe('day 0, page 1')
    break
  }
  expect(asked).toEqual(DAYS.slice(0, 8))
})

test('a query that fails takes nothing from those before it, and its error reaches the reader', async () => {
  const { pagesOf } = calendar({ broken: 'day 3' })
  const read: string[] = []
  const reading = async () => {
    for await (const page of readAhead(DAYS.map(queryOf), pagesOf)) read.push(page)
  }
  await expect(reading()).rejects.toThrow('no answer for day 3')
  expect(read).toHaveLength(6)
})

test('no query is an empty answer', async () => {
  expect(await all(readAhead([], calendar().pagesOf))).toEqual([])
})
