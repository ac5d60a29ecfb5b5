import { expect, test } from 'vitest'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import type { Balance } from '#core/planning/occurrence.ts'
import { addDays } from '#core/time/local-date.ts'
import { occurrenceListRoutes } from '#functions/staff/occurrences/occurrence-list.ts'
import { deskSystem, visiting } from '#test/functions/staff/acts/desk.ts'
import { aBatch, aRecipient } from '#test/support/builders.ts'
import { acceptedCampaign, storedSlice } from '#test/support/store-builders.ts'
import { anOccurrence } from '#test/support/survey-builders.ts'

const balance = (sent: number): Balance => ({
  audience: sent,
  planned: 0,
  sent,
  skipped: 0,
  skippedBy: {},
  deferred: 0,
  withheld: 0,
  failed: 0,
  unknown: 0,
})

async function office() {
  const { system, auditLog } = deskSystem()
  const campaigns = memoryCampaignStore()
  await campaigns.accept(acceptedCampaign({ id: 'birthday', name: 'Sinh nhật' }))
  await campaigns.accept(acceptedCampaign({ id: 'tet', name: 'Tết' }))
  const store = memoryOccurrenceStore()
  const never = () => Promise.reject(new Error('the people of an occurrence were read'))
  const occurrences = { ...store, batches: never, batchesEventually: never }
  const visit = visiting(occurrenceListRoutes({ ...system, stores: { campaigns, occurrences } }), { auditLog, role: 'director' })
  const open = (campaignId: string, date: string, sent: number) =>
    store.open(anOccurrence({ campaignId, date, state: 'closed', balance: balance(sent) }))
  const shown = async (path: string) =>
    [...(await visit.page(path)).matchAll(/href="\/occurrences\/([a-z]+)_(\d{4}-\d\d-\d\d)"/g)].map(
      ([, id, date]) => `${id} ${date}`,
    )
  /** Follows the link to older ones to the end. */
  const allPages = async (first: string) => {
    const pages: string[][] = []
    for (let path: string | undefined = first; path; ) {
      pages.push(await shown(path))
      path = (await visit.page(path)).match(/href="([^"]*before=[^"]*)"/)?.[1]?.replaceAll('&amp;', '&')
    }
    return pages
  }
  return { ...visit, store, open, shown, allPages }
}

test('the page begins with this month, the newest first, and leads to the months before', async () => {
  const { open, shown, page } = await office()
  await open('birthday', '2027-03-01', 2)
  await open('tet', '2027-03-05', 9)
  await open('birthday', '2027-02-28', 3)
  expect(await shown('/occurrences')).toEqual(['tet 2027-03-05', 'birthday 2027-03-01'])
  expect(await shown('/occurrences?month=2027-02')).toEqual(['birthday 2027-02-28'])
  expect(await page('/occurrences')).toContain('month=2027-02')
  expect(await shown('/occurrences?month=2027-03&campaign=tet')).toEqual(['tet 2027-03-05'])
})

test.each(['2026-13', 'x', '2027-2'])('a month %s that does not exist is told beside the present one', async (month) => {
  const { page, open } = await office()
  await open('tet', '2027-03-05', 9)
  const html = await page(`/occurrences?month=${month}`)
  expect(html).toContain(`Không có tháng “${month}”`)
  expect(html).toContain('tet_2027-03-05')
  expect(await page('/occurrences?month=2027-03')).not.toContain('data-wrong')
})

test('of a campaign every occurrence there ever was is found, page by page, each once', async () => {
  const { open, allPages } = await office()
  const days = Array.from({ length: 120 }, (_, n) => addDays('2027-03-01', -n * 7))
  for (const day of days) await open('birthday', day, 1)
  await open('tet', '2027-02-04', 5)
  const pages = await allPages('/occurrences?campaign=birthday')
  expect(pages.map(({ length }) => length)).toEqual([50, 50, 20])
  expect(pages.flat()).toEqual(days.map((day) => `birthday ${day}`))
})

test('a full month goes on on the next page', async () => {
  const { open, allPages } = await office()
  for (let day = 1; day <= 31; day++)
    for (const id of ['birthday', 'tet']) await open(id, `2027-01-${String(day).padStart(2, '0')}`, 1)
  const pages = await allPages('/occurrences?month=2027-01')
  expect(pages.map(({ length }) => length)).toEqual([50, 12])
  expect(new Set(pages.flat()).size).toBe(62)
})

test('those with nobody due are left out unless asked for, also when years of them lie between', async () => {
  const { open, shown } = await office()
  for (let n = 0; n < 800; n++) await open('birthday', addDays('2027-03-01', -n), n === 790 ? 4 : 0)
  const old = addDays('2027-03-01', -790)
  expect(await shown('/occurrences?campaign=birthday')).toEqual([`birthday ${old}`])
  expect(await shown('/occurrences?campaign=birthday&all=yes')).toHaveLength(50)
  expect(await shown('/occurrences?month=2027-02&all=yes')).toHaveLength(28)
})

test('what failed in an open one stands at its line, with what to do', async () => {
  const { store, page } = await office()
  const occurrenceId = 'tet_2027-03-11'
  const outcome = { state: 'failed', at: '2027-03-11T02:00:00.000Z', reason: 'no' } as const
  await store.open(anOccurrence({ campaignId: 'tet', date: '2027-03-11' }))
  await store.putSlice(storedSlice({ occurrenceId, slice: 0, audience: 1 }))
  await store.putBatch(aBatch({ occurrenceId, recipients: [aRecipient({ customerId: 'KH1', outcome })] }))
  expect(await page('/occurrences', 'en')).toContain(
    `<a href="/occurrences/${occurrenceId}?state=failed#people">1 failed. Mend the address or the words, then send to each once more.</a>`,
  )
})

test('a large open one shows its counters; its people are not read', async () => {
  const { store, page } = await office()
  await store.open(anOccurrence({ campaignId: 'tet', date: '2027-03-11' }))
  await store.putSlice(storedSlice({ occurrenceId: 'tet_2027-03-11', slice: 0, audience: 2_200 }))
  await store.putSlice(storedSlice({ occurrenceId: 'tet_2027-03-11', slice: 1, audience: 34 }))
  await store.countMailed({ occurrenceId: 'tet_2027-03-11', people: 500 })
  const html = await page('/occurrences', 'en')
  expect(html).toContain('2,234')
  expect(html).toContain('500 sent so far')
  expect(html).toContain('data-uncounted=')
})

test('an open one planned for nobody is left out unless asked for; one not planned whole is not', async () => {
  const { store, shown } = await office()
  for (const [campaignId, slices] of [
    ['birthday', 1],
    ['tet', 2],
  ] as const) {
    await store.open(anOccurrence({ campaignId, date: '2027-03-11', slices }))
    await store.putSlice(storedSlice({ occurrenceId: `${campaignId}_2027-03-11`, slice: 0, audience: 0 }))
  }
  const both = ['tet 2027-03-11', 'birthday 2027-03-11']
  expect(await shown('/occurrences')).toEqual(['tet 2027-03-11'])
  expect(await shown('/occurrences?all=yes')).toEqual(both)
  expect(await shown('/occurrences?campaign=birthday')).toEqual([])
  await store.putSlice(storedSlice({ occurrenceId: 'tet_2027-03-11', slice: 1, audience: 0 }))
  expect(await shown('/occurrences')).toEqual([])
  await store.putSlice(storedSlice({ occurrenceId: 'tet_2027-03-11', slice: 1, audience: 3 }))
  expect(await shown('/occurrences?campaign=tet')).toEqual(['tet 2027-03-11'])
})

test('a past month without occurrences promises none', async () => {
  const { page } = await office()
  expect(await page('/occurrences?month=2020-01')).not.toContain('chúng sẽ đứng ở đây')
  expect(await page('/occurrences')).toContain('chúng sẽ đứng ở đây')
})

test.each([
  ['/occurrences?month=2020-01', 'Không có dịp nào'],
  ['/occurrences?campaign=none', 'Không có dịp nào'],
  ['/occurrences?month=2027-99&before=<script>', 'Tháng 3/2027'],
])('%s says: %s', async (path, said) => {
  const { page } = await office()
  expect(await page(path)).toContain(said)
})
