/** Files of a case: the file first, then the event; the same one once; what is refused leaves nothing behind. */
import { describe, expect, test } from 'vitest'
import { memoryCaseFiles } from '#adapters/memory/case-files.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { addCaseFile } from '#app/desk/add-case-file.ts'
import { events } from '#app/events.ts'
import type { CaseFiles } from '#app/ports/case-files.ts'
import { LARGEST_FILE, MOST_FILES } from '#core/work/case/case-file.ts'
import { filesOf } from '#core/work/case/files-of-case.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { addedFile, HTML, JPEG, PNG, SVG } from '#test/support/files.ts'
import { closedWork, notedBy, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const AT = '2027-03-09T03:00:00.000Z'
const HANH = { by: 'Hanh', address: 'hanh@example.com' }
const CASE = storedCase({ workId: 'w-1', events: [openedAt('2027-03-09T02:00:00.000Z')] })

async function desk(item: WorkItem | null = CASE, over: Partial<CaseFiles> = {}) {
  const work = memoryWorkStore()
  if (item) await work.open({ ...item, version: 0 })
  const kept = memoryCaseFiles()
  const told: string[] = []
  const sink = { event: (name: string) => told.push(name), alarm: (name: string) => told.push(name) }
  const ports = { work, caseFiles: { ...kept, ...over }, companyRules: theCompanyRules(), events: events(sink) }
  const add = (bytes: Uint8Array | null, { name = 'hộp.jpg', note = '' } = {}) =>
    addCaseFile(ports, { workId: 'w-1', ...HANH, file: bytes && { name, bytes }, note, at: AT })
  const files = async () => filesOf((await work.get('w-1'))!)
  return { work, kept, told, ports, add, files }
}

test('a file is kept and named by an event, with what staff wrote', async () => {
  const { add, kept, files, told } = await desk()
  expect(await add(PNG, { name: '../hộp ẩm.jpg', note: ' Nắp bị hở ' })).toMatchObject({ again: false })
  const [file] = await files()
  expect(file).toMatchObject({ name: 'hộp ẩm.png', type: 'png', bytes: PNG.length, note: 'Nắp bị hở', by: { name: 'Hanh' } })
  expect(await kept.read({ workId: 'w-1', sha256: file!.sha256 })).toEqual(PNG)
  expect(told).toEqual(['caseFile.added'])
})

test('the same file twice, also under another name and at once, is there once; two others at once are both there', async () => {
  const { add, files } = await desk()
  await Promise.all([add(PNG), add(PNG, { name: 'other.png' }), add(JPEG)])
  expect(await add(PNG)).toMatchObject({ again: true })
  expect((await files()).map(({ type }) => type).toSorted()).toEqual(['jpeg', 'png'])
})

describe('refused, logged, and nothing is kept', () => {
  test.each([
    ['no file', null, 'no-file'],
    ['zero bytes', new Uint8Array(), 'file-empty'],
    ['a byte too many', Uint8Array.from([...JPEG, ...new Uint8Array(LARGEST_FILE)]), 'file-too-large'],
    ['30 MB', new Uint8Array(30_000_000), 'file-too-large'],
    ['a page that is called a picture', HTML, 'file-of-other-type'],
    ['a drawing with a script', SVG, 'file-of-other-type'],
  ] as const)('%s', async (_what, bytes, refused) => {
    const put: string[] = []
    const { add, files, told } = await desk(CASE, { put: async ({ sha256 }) => void put.push(sha256) })
    expect(await add(bytes, { name: 'anh.jpg' })).toEqual({ refused })
    expect([await files(), put, told]).toEqual([[], [], ['caseFile.refused']])
  })

  test.each([
    ['a closed case', closedWork(CASE), 'already-closed'],
    ['a call', storedWork({ workId: 'w-1' }), 'no-case'],
    ['no such case', null, 'no-such-work'],
    [
      'one that has as many as it may',
      {
        ...CASE,
        events: [
          CASE.events[0],
          ...Array.from({ length: MOST_FILES }, (_, n) => addedFile({ sha256: `${n}`.padStart(64, '0') })),
        ],
      } as typeof CASE,
      'too-many-files',
    ],
    [
      'one that is full',
      { ...CASE, events: [CASE.events[0], ...Array.from({ length: 500 }, () => notedBy('Hanh', 'a'))] } as typeof CASE,
      'full',
    ],
  ] as const)('%s', async (_what, item, refused) => {
    const put: string[] = []
    const { add } = await desk(item, { put: async ({ sha256 }) => void put.push(sha256) })
    expect(await add(PNG)).toEqual({ refused })
    expect(put).toEqual([])
  })

  test('a note that is too long, and nobody who writes it', async () => {
    const { add, ports } = await desk()
    expect(await add(PNG, { note: 'x'.repeat(2_001) })).toMatchObject({ refused: 'too-long' })
    const nobody = { workId: 'w-1', by: ' ', file: { name: 'a', bytes: PNG }, note: '', at: AT }
    expect(await addCaseFile(ports, nobody)).toEqual({ refused: 'who-and-what' })
  })
})

test('a crash between the file and its event leaves a file that nothing names; the next try adds it, and it goes with the case', async () => {
  const { add, work, kept, files, ports } = await desk()
  const breaking = { ...ports, work: { ...work, update: () => Promise.reject(new Error('the process ended')) } }
  const offered = { workId: 'w-1', ...HANH, file: { name: 'a.png', bytes: PNG }, note: '', at: AT }
  await expect(addCaseFile(breaking, offered)).rejects.toThrow('the process ended')
  const { sha256 } = await kept.look(PNG)
  expect([await files(), await kept.read({ workId: 'w-1', sha256 })]).toEqual([[], PNG])
  expect(await add(PNG)).toMatchObject({ again: false })
  expect(await files()).toHaveLength(1)
  await kept.removeOf('w-1')
  expect(await kept.read({ workId: 'w-1', sha256 })).toBeUndefined()
})

test('a store of files that is away keeps no event', async () => {
  const { add, files } = await desk(CASE, { put: () => Promise.reject(new Error('away')) })
  await expect(add(PNG)).rejects.toThrow('away')
  expect(await files()).toEqual([])
})

test('whose customer is erased between the two leaves no file behind', async () => {
  const { work, kept, ports } = await desk()
  const caseFiles = {
    ...kept,
    put: async (file: Parameters<CaseFiles['put']>[0]) => {
      await kept.put(file)
      await work.remove('w-1')
    },
  }
  const offered = { workId: 'w-1', ...HANH, file: { name: 'a.png', bytes: PNG }, note: '', at: AT }
  expect(await addCaseFile({ ...ports, caseFiles }, offered)).toEqual({ refused: 'no-such-work' })
  expect(await kept.read({ workId: 'w-1', sha256: (await kept.look(PNG)).sha256 })).toBeUndefined()
})
