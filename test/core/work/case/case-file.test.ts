/** How the files of a case are named, how many there may be, and what they change: nothing but that staff have begun. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseClocks } from '#core/work/case/case-clocks.ts'
import { FILE_TYPES, fileNameOf, MOST_FILES, MOST_FILES_OF_QUESTION } from '#core/work/case/case-file.ts'
import { seenOf } from '#core/work/case/case-standing.ts'
import { filesOf, hasRoomFor } from '#core/work/case/files-of-case.ts'
import { WorkItemSchema } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { addedFile } from '#test/support/files.ts'
import { openedAt, storedCase } from '#test/support/work-builders.ts'

describe('a name', () => {
  test.each([
    ['ảnh hộp sữa.jpg', 'jpeg', 'ảnh hộp sữa.jpg'],
    ['IMG_2031.JPEG', 'jpeg', 'IMG_2031.jpg'],
    ['../../../etc/passwd', 'png', 'passwd.png'],
    ['C:\\Users\\Lan\\hộp.png', 'png', 'hộp.png'],
    ['trang.html', 'jpeg', 'trang.jpg'],
    ['trang.html.', 'jpeg', 'trang.html.jpg'],
    ['..', 'pdf', 'file.pdf'],
    ['', 'webp', 'file.webp'],
    ['.htaccess', 'heic', 'file.heic'],
    ['a"b\r\nSet-Cookie: x.jpg', 'jpeg', 'a b  Set-Cookie  x.jpg'],
    ['đơn\u202Egpj.exe', 'jpeg', 'đơngpj.jpg'],
    ['x'.repeat(500), 'jpeg', `${'x'.repeat(80)}.jpg`],
  ] as const)('%j of a %s is %j', (written, type, named) => {
    expect(fileNameOf(written, type)).toBe(named)
  })

  test('is a name in one folder, seen in full, with the ending of its type', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...FILE_TYPES), (written, type) => {
        const name = fileNameOf(written, type)
        expect(name).toMatch(/^[^/\\\p{Cc}\p{Cf}"<>:|?*]{1,80}\.(jpg|png|webp|heic|pdf)$/u)
        expect(name.startsWith('.')).toBe(false)
        expect(fileNameOf(name, type)).toBe(name)
      }),
    )
  })
})

const OPENED = openedAt('2027-03-09T02:00:00.000Z')
const numbered = (n: number) => n.toString(16).padStart(64, '0')

test('a case has room for so many, a question for fewer, and one that is there already needs none', () => {
  const full = storedCase({
    workId: 'w-1',
    events: [OPENED, ...Array.from({ length: MOST_FILES }, (_, n) => addedFile({ sha256: numbered(n) }))],
  })
  expect(hasRoomFor(full, { sha256: numbered(99), questionId: null })).toBe(false)
  expect(hasRoomFor(full, { sha256: numbered(1), questionId: null })).toBe(true)
  const asked = Array.from({ length: MOST_FILES_OF_QUESTION }, (_, n) => addedFile({ sha256: numbered(n), questionId: 'q' }))
  const item = storedCase({ workId: 'w-1', events: [OPENED, ...asked] })
  expect(hasRoomFor(item, { sha256: numbered(99), questionId: 'q' })).toBe(false)
  expect(hasRoomFor(item, { sha256: numbered(99), questionId: 'other' })).toBe(true)
  expect(hasRoomFor(item, { sha256: numbered(99), questionId: null })).toBe(true)
})

test('it makes no form stale, and shows that staff have begun; a department that sends one begins nothing', () => {
  const [byStaff, byLink] = [addedFile(), addedFile({ by: { is: 'system' }, said: { is: 'link', name: 'Lan' } })]
  const acknowledged = (event: typeof byStaff) =>
    caseClocks(storedCase({ workId: 'w-1', events: [OPENED, event] }), theCompanyRules()).find(({ is }) => is === 'acknowledge')
      ?.metAt
  expect(acknowledged(byStaff)).toBe(byStaff.at)
  expect(acknowledged(byLink)).toBeNull()
  expect(seenOf(storedCase({ workId: 'w-1', events: [OPENED, byStaff] }))).toBe(0)
})

test('a row with it is read as it was written', () => {
  const item = storedCase({ workId: 'w-1', events: [OPENED, addedFile({ questionId: 'q', said: { is: 'link', name: 'Lan' } })] })
  expect(WorkItemSchema.parse(JSON.parse(JSON.stringify(item)))).toEqual(item)
  expect(filesOf(item)).toHaveLength(1)
})
