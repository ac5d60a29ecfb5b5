import { expect, test } from 'vitest'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { noteWork, type WorkNote } from '#app/desk/note-work.ts'
import { LONGEST_NOTE } from '#core/campaign/staff-text.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { closedWork, notedBy, storedCase, storedRequest, storedWork } from '#test/support/work-builders.ts'

const AT = '2027-03-10T03:00:00.000Z'
const NOTE = { by: ' Mai ', note: ' máy bận ', at: AT }

async function desk(item: WorkItem) {
  const work = memoryWorkStore()
  await work.open({ ...item, version: 0 })
  const note = (over: Partial<WorkNote> = {}) =>
    noteWork({ work, companyRules: theCompanyRules() }, { workId: item.workId, ...NOTE, ...over })
  return { note, stored: async () => await work.get(item.workId) }
}

test.each([storedWork(), storedCase(), storedRequest()])('staff note on a $kind, which stays open', async (item) => {
  const { note, stored } = await desk(item)
  expect(await note()).toMatchObject({ again: false })
  expect(await stored()).toMatchObject({ events: [...item.events, notedBy('Mai', 'máy bận', AT)], version: 1 })
})

test('the form sent twice notes once; the same words after another note are another note', async () => {
  const { note, stored } = await desk(storedWork())
  await note()
  expect(await note({ at: '2027-03-10T03:00:01.000Z' })).toMatchObject({ again: true })
  await note({ by: 'Hoa' })
  await note()
  expect((await stored())?.events.map(({ by }) => (by.is === 'staff' ? by.name : null))).toEqual([null, 'Mai', 'Hoa', 'Mai'])
})

test('of two people with one name each notes their own words, and the same form twice is still one', async () => {
  const { note, stored } = await desk(storedWork())
  expect(await note({ address: 'mai@example.com' })).toMatchObject({ again: false })
  expect(await note({ address: 'mai.tran@example.com' })).toMatchObject({ again: false })
  expect(await note({ address: 'mai.tran@example.com' })).toMatchObject({ again: true })
  expect((await stored())?.events.at(-1)?.by).toEqual({ is: 'staff', name: 'Mai', address: 'mai.tran@example.com' })
})

test('a note of before tells no address: there the name decides', async () => {
  const { note } = await desk(storedWork())
  await note()
  expect(await note({ address: 'mai@example.com' })).toMatchObject({ again: true })
})

test('the same words on the next day are another attempt', async () => {
  const { note, stored } = await desk(storedWork())
  await note()
  expect(await note({ at: '2027-03-11T03:00:00.000Z' })).toMatchObject({ again: false })
  expect((await stored())?.events.map(({ at }) => at).slice(1)).toEqual([AT, '2027-03-11T03:00:00.000Z'])
})

test.each([
  ['without a name', storedWork(), { by: ' ' }, { refused: 'who-and-what' }],
  ['without a word', storedWork(), { note: '\n' }, { refused: 'who-and-what' }],
  ['on work that is not there', storedWork(), { workId: 'w-404' }, { refused: 'no-such-work' }],
  ['on work that is closed', closedWork(storedWork()), {}, { refused: 'already-closed' }],
  ['that is too long', storedWork(), { note: 'x'.repeat(LONGEST_NOTE + 1) }, { refused: 'too-long', what: 'note' }],
])('a note %s is refused, and nothing changes', async (_what, item, over, refusal) => {
  const { note, stored } = await desk(item)
  expect(await note(over)).toMatchObject(refusal)
  expect(await stored()).toEqual({ ...item, version: 0 })
})

test('of a thousand notes those beyond the limit are refused, and none that was written is lost', async () => {
  const { note, stored } = await desk(storedWork())
  let written = 0
  for (let n = 1; n <= 1_000; n++) if ('noted' in (await note({ note: `lần ${n}` }))) written++
  expect(written).toBe(499)
  expect((await stored())?.events).toHaveLength(500)
  expect(await note({ note: 'lần nữa' })).toEqual({ refused: 'full' })
})
