/** What every place for the files of cases must do. */
import { describe, expect, test } from 'vitest'
import type { CaseFiles } from '#app/ports/case-files.ts'
import { PNG } from '#test/support/files.ts'

const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, n) => n)
const A = 'a'.repeat(64)
const B = 'b'.repeat(64)
const ODD = 'case_thư lạ/../"c-001"&<b>'

export function caseFilesContract(fresh: () => Promise<CaseFiles>): void {
  describe('files of cases', () => {
    test('come back byte by byte, under their case alone', async () => {
      const files = await fresh()
      await files.put({ workId: ODD, sha256: A, bytes: EVERY_BYTE })
      expect(await files.read({ workId: ODD, sha256: A })).toEqual(EVERY_BYTE)
      for (const key of [
        { workId: 'case-2', sha256: A },
        { workId: ODD, sha256: B },
        { workId: '', sha256: A },
      ])
        expect(await files.read(key)).toBeUndefined()
    })

    test('one that is put again is there once', async () => {
      const files = await fresh()
      for (const _ of [1, 2]) await files.put({ workId: 'case-1', sha256: A, bytes: EVERY_BYTE })
      expect(await files.read({ workId: 'case-1', sha256: A })).toEqual(EVERY_BYTE)
    })

    test('all of a case go at once, again harmlessly, and those of others stay', async () => {
      const files = await fresh()
      const keys = [
        { workId: 'case-1', sha256: A },
        { workId: 'case-1', sha256: B },
        { workId: 'case-10', sha256: A },
      ]
      for (const key of keys) await files.put({ ...key, bytes: EVERY_BYTE })
      for (const workId of ['case-1', 'case-1', 'case', 'none']) await files.removeOf(workId)
      expect(await Promise.all(keys.map((key) => files.read(key)))).toEqual([undefined, undefined, EVERY_BYTE])
    })

    test('what a caller does to the bytes changes nothing', async () => {
      const files = await fresh()
      const bytes = EVERY_BYTE.slice()
      await files.put({ workId: 'case-1', sha256: A, bytes })
      bytes.fill(0)
      const read = await files.read({ workId: 'case-1', sha256: A })
      read?.fill(0)
      expect(await files.read({ workId: 'case-1', sha256: A })).toEqual(EVERY_BYTE)
    })

    test('a file is told by its bytes', async () => {
      expect(await (await fresh()).look(PNG)).toEqual({
        type: 'png',
        sha256: '6b7fa434f92a8b80aab02d9bf1a12e49ffcae424e4013a1c4f68b67e3d2bbcd0',
      })
    })
  })
}
