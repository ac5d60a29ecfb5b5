/** What staff are typing about work: kept for its author, told apart between windows, gone once it is sent; on the memory adapter. */
import { expect, test } from 'vitest'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { dropDraft, keepDraft } from '#app/desk/keep-draft.ts'
import { draftOf } from '#core/work/draft-note.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { closedWork, storedWork } from '#test/support/work-builders.ts'

const AT = '2027-03-10T02:00:00.000Z'
const HANH = 'hanh@example.com'
const BAO = 'bao@example.com'

async function desk(item: WorkItem = storedWork({ workId: 'w-1' })) {
  const work = memoryWorkStore()
  await work.open({ ...item, version: 0 })
  const type = (address: string, text: string, seen: number) =>
    keepDraft({ work }, { workId: 'w-1', address, text, at: AT, seen })
  const textOf = async (address: string) => draftOf(await work.draftsOf('w-1'), address)?.text
  return { work, type, textOf }
}

test('each author has one draft, the newest, whoever types beside them', async () => {
  const { type, textOf } = await desk()
  const both = await Promise.all([type(HANH, 'khách', 0), type(BAO, 'ghi của Bảo', 0)])
  expect(both).toMatchObject([{ kept: { revision: 1 } }, { kept: { revision: 1 } }])
  expect(await type(HANH, 'khách vui', 1)).toMatchObject({ kept: { text: 'khách vui', revision: 2 } })
  expect([await textOf(HANH), await textOf(BAO)]).toEqual(['khách vui', 'ghi của Bảo'])
})

test('a second window does not write over what the first has kept', async () => {
  const { type, textOf } = await desk()
  await type(HANH, 'ở máy tính', 0)
  expect(await type(HANH, 'ở điện thoại', 0)).toEqual({ refused: 'other-window' })
  expect(await textOf(HANH)).toBe('ở máy tính')
})

test.each([
  ['the very first save', [], 0],
  ['a later one', ['khách'], 1],
  ['one that took every word away', ['khách', 'khách vui'], 2],
])('%s, sent again because its answer was lost, is the same save, and the next one is kept', async (_which, before, seen) => {
  const { work, type, textOf } = await desk()
  for (const [at, text] of before.entries()) await type(HANH, text, at)
  const words = seen === 2 ? '' : 'khách hỏi\r\nhộp'
  const first = await type(HANH, words, seen)
  expect(first).toMatchObject({ kept: { revision: seen + 1 } })
  await type(BAO, 'ghi của Bảo', 0)
  const { version } = await work.draftsOf('w-1')
  expect(await type(HANH, words, seen)).toEqual(first)
  expect((await work.draftsOf('w-1')).version).toBe(version)
  expect(await type(HANH, 'khách hỏi hộp xanh', seen + 1)).toMatchObject({ kept: { revision: seen + 2 } })
  expect(await type(HANH, words, seen)).toEqual({ refused: 'other-window' })
  expect(await textOf(HANH)).toBe('khách hỏi hộp xanh')
})

test('once sent it is empty, and an autosave that comes late brings nothing back, also the very first one', async () => {
  const { work, type, textOf } = await desk()
  await dropDraft({ work }, { workId: 'w-1', address: HANH, at: AT })
  expect(await type(HANH, 'khách vu', 0)).toEqual({ refused: 'other-window' })
  expect(await textOf(HANH)).toBe('')
  expect(await type(HANH, 'cuộc sau', 1)).toMatchObject({ kept: { revision: 2 } })
})

test.each([
  ['too long a text', storedWork({ workId: 'w-1' }), 'x'.repeat(2_001), 'too-long'],
  ['work that is closed', closedWork(storedWork({ workId: 'w-1' })), 'x', 'already-closed'],
  ['work that is not there', storedWork({ workId: 'w-2' }), 'x', 'no-such-work'],
])('%s is refused', async (_what, item, text, refused) => {
  const { work, type } = await desk(item)
  expect(await type(HANH, text, 0)).toMatchObject({ refused })
  expect((await work.draftsOf('w-1')).notes).toEqual([])
})

test('a line break counts as one sign, as in the field', async () => {
  const { type, textOf } = await desk()
  await type(HANH, `${'x'.repeat(1_998)}\r\ny`, 0)
  expect(await textOf(HANH)).toBe(`${'x'.repeat(1_998)}\ny`)
})

test('of a customer who is erased while a note is saved nothing stays', async () => {
  const { work } = await desk()
  const erasing = {
    ...work,
    keepDrafts: async (drafts: Parameters<typeof work.keepDrafts>[0]) => {
      await work.remove('w-1')
      return work.keepDrafts(drafts)
    },
  }
  const kept = await keepDraft({ work: erasing }, { workId: 'w-1', address: HANH, text: 'khách', at: AT, seen: 0 })
  expect(kept).toEqual({ refused: 'no-such-work' })
  expect((await work.draftsOf('w-1')).notes).toEqual([])
})
