import { expect, test } from 'vitest'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { staffApp } from '#functions/staff/staff-app.ts'
import { type WorkSystem, workRoutes } from '#functions/staff/work.ts'
import { listeningCompany } from '#test/app/listening/receiving.ts'
import { notedBy, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const HOA = { name: 'Hoa', address: 'hoa@trasen.example.com', team: 'Chăm sóc', role: 'head' } as const
const NOW = '2027-03-10T02:00:00.000Z'

async function office(...items: readonly WorkItem[]) {
  const { stores } = await listeningCompany()
  const suppressions = memorySuppressionList()
  for (const item of items) await stores.work.open(item)
  const system: WorkSystem = {
    stores: { ...stores, suppressions },
    companyRules: stores.companyRules,
    events: stores.events,
    clock: { now: () => NOW },
    busy: () => null,
    sections: [],
    mailPath: null,
  }
  const app = staffApp()
  app.use((context, next) => {
    context.set('visitor', HOA)
    return next()
  })
  app.route('/', workRoutes(system))
  const send = async (path: string, form: Record<string, string>) => {
    const answer = await app.request(path, { method: 'POST', body: new URLSearchParams(form) })
    return `${answer.status} ${answer.headers.get('location')}`
  }
  const page = async (query = '', language = 'vi') =>
    (await app.request(`/work${query}`, { headers: { cookie: `language=${language}` } })).text()
  return { send, page, work: stores.work, stores, suppressions }
}

const CALL = storedWork({ workId: 'call-1' })
const FORM = { work: 'call-1', page: '1', by: 'Hoa', note: 'máy bận' }

test('a note is kept, the item stays open, and the page shows who wrote it in the language of the reader', async () => {
  const { send, page, work } = await office(CALL)
  expect(await send('/work/note', FORM)).toBe('303 /work?said=noted')
  expect((await work.get('call-1'))?.events.slice(1)).toEqual([notedBy('Hoa', 'máy bận', NOW)])
  expect(await page('?said=noted')).toMatch(/Đã ghi chú, việc vẫn mở\..*Hoa ghi lúc 09:00 10\/03\/2027.*máy bận/s)
  expect(await page('?said=noted', 'en')).toMatch(/Noted; it stays open\..*Hoa noted at .*máy bận/s)
})

test('a call is closed with a word on whether the customer was reached; then it is on the page no more', async () => {
  const { send, page, work } = await office(CALL, storedCase({ workId: 'case-1' }))
  expect(await send('/work/close', FORM)).toBe('303 /work?said=reached-or-not')
  expect(await send('/work/close', { ...FORM, reached: 'no', page: '3' })).toBe('303 /work?said=closed&page=3')
  expect((await work.get('call-1'))?.events.at(-1)).toMatchObject({ is: 'closed', by: { name: 'Hoa' }, reached: false })
  expect(await page()).not.toContain('data-work="call-1"')
  expect(await page()).toContain('data-work="case-1"')
  expect(await send('/work/close', { ...FORM, by: 'Mai', reached: 'yes' })).toBe('303 /work?said=already-closed')
  expect(await send('/work/note', FORM)).toBe('303 /work?said=already-closed')
})

test.each([
  ['/work/note', { work: 'w-404' }, 'no-such-work'],
  ['/work/note', { note: 'x'.repeat(2_001) }, 'too-long'],
  ['/work/close', { note: '', reached: 'yes' }, 'who-and-what'],
])('%s with %o is refused, and nothing is written', async (path, over, refused) => {
  const { send, work } = await office(CALL)
  expect(await send(path, { ...FORM, ...over })).toBe(`303 /work?said=${refused}`)
  expect(await work.get('call-1')).toEqual(CALL)
})

test('the most urgent stands first by the calendar now, twenty-five to a page', async () => {
  const items = Array.from({ length: 30 }, (_, n) => {
    const workId = `call-${String(n).padStart(2, '0')}`
    // Stored in the opposite order of their due times.
    return storedWork({
      workId,
      events: [openedAt(`2027-03-09T${String(n % 24).padStart(2, '0')}:00:00.000Z`)],
      dueAt: `2027-04-${String(30 - n).padStart(2, '0')}T02:00:00.000Z`,
    })
  })
  const { page } = await office(...items)
  const shown = async (query = '') => [...(await page(query)).matchAll(/data-work="(call-\d+)"/g)].map(([, id]) => id)
  const [first, second] = [await shown(), await shown('?page=2')]
  expect([first.length, second.length]).toEqual([25, 5])
  expect(first.slice(0, 4)).toEqual(['call-00', 'call-24', 'call-01', 'call-25'])
  expect(new Set([...first, ...second]).size).toBe(30)
  expect(await page('?page=2')).toContain('30 việc đang mở')
})

test('the number of a customer who was erased and imported again is marked', async () => {
  const { page, stores, suppressions } = await office(CALL)
  const [customer] = (await stores.customers.getMany([CALL.customerId ?? ''])).map((person) => person.customer)
  if (!customer) throw new Error('no customer')
  const phone = '+84912345678'
  await stores.customers.put([{ ...customer, phone }])
  expect(await page()).not.toContain('không gọi')
  const contactKey = stores.seals.contactKey({ kind: 'phone', value: phone })
  await suppressions.add({ contactKey, kind: 'phone', reason: 'legal', at: NOW, evidence: 'erased on request' })
  expect(await page()).toContain('số bị chặn: không gọi')
})
