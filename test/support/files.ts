/** Files as people send them: the beginning is right, which is what they are told by. */
import type { AddedFile } from '#core/work/case/case-file.ts'

const letters = (text: string) => new TextEncoder().encode(text)
const joined = (...parts: readonly (readonly number[] | Uint8Array)[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

/** A real one of one pixel, so that browsers show it. */
export const PNG = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
)
export const JPEG = joined([0xff, 0xd8, 0xff, 0xe0, 0, 16], letters('JFIF'), [0, 1, 1, 0, 0, 1, 0, 1, 0, 0], [0xff, 0xd9])
export const WEBP = joined(
  letters('RIFF'),
  [26, 0, 0, 0],
  letters('WEBPVP8L'),
  [13, 0, 0, 0, 47, 0, 0, 0, 16, 7, 16, 17, 17, 136, 136, 254],
)
export const HEIC = joined([0, 0, 0, 24], letters('ftypheic'), [0, 0, 0, 0], letters('mif1heic'))
export const PDF = letters('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF')

export const HTML = letters('<!doctype html><script>alert(1)</script>')
export const SVG = letters('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
/** A picture to what shows pictures, a page to what reads on. */
export const POLYGLOT = joined(JPEG, HTML)

export const addedFile = (over: Partial<AddedFile> = {}): AddedFile => ({
  is: 'added-file',
  at: '2027-03-09T03:00:00.000Z',
  by: { is: 'staff', name: 'Hanh', address: 'hanh@example.com' },
  sha256: 'a'.repeat(64),
  name: 'hộp sữa.jpg',
  type: 'jpeg',
  bytes: 1_234_567,
  note: '',
  ...over,
})
