/** A file is what its bytes say: what is taken, and what pretends to be a picture. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lookAtFile } from '#adapters/file-type/look-at-file.ts'
import { FILE_TYPES } from '#core/work/case/case-file.ts'
import { HEIC, HTML, JPEG, PDF, PNG, POLYGLOT, SVG, WEBP } from '#test/support/files.ts'

const letters = (text: string) => new TextEncoder().encode(text)

test.each([
  ['a JPEG', JPEG, 'jpeg'],
  ['a PNG', PNG, 'png'],
  ['a WebP', WEBP, 'webp'],
  ['a picture of a telephone by Apple', HEIC, 'heic'],
  ['a PDF', PDF, 'pdf'],
  ['a picture with a page behind it, which is served as a picture', POLYGLOT, 'jpeg'],
] as const)('%s is taken', async (_what, bytes, type) => {
  expect((await lookAtFile(bytes)).type).toBe(type)
})

test.each([
  ['a page', HTML],
  ['a drawing with a script', SVG],
  ['nothing', new Uint8Array()],
  ['text', letters('Hộp bị ẩm')],
  ['a GIF', letters('GIF89a,,,,,,,,,,,,,,,')],
  ['a program', letters('MZ\u0000\u0000')],
  ['an archive', letters('PK\u0003\u0004')],
  ['a page that mentions a PDF far behind', letters(`<html>${' '.repeat(2_000)}%PDF-1.7`)],
  ['half the beginning of a PNG', PNG.slice(0, 4)],
])('%s is not', async (_what, bytes) => {
  expect((await lookAtFile(bytes)).type).toBeNull()
})

test('whatever comes is looked at without breaking, also cut off anywhere', async () => {
  const beginning = fc.constantFrom(JPEG, PNG, WEBP, HEIC, PDF, HTML, SVG)
  const cut = fc.tuple(beginning, fc.nat(64), fc.uint8Array({ maxLength: 64 }))
  await fc.assert(
    fc.asyncProperty(cut, async ([bytes, length, more]) => {
      const { type, sha256 } = await lookAtFile(Uint8Array.from([...bytes.slice(0, length), ...more]))
      expect([...FILE_TYPES, null]).toContain(type)
      expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    }),
  )
})
