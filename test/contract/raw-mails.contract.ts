/** What every place for raw mails must do. `lay` puts a mail there, as the mail service does. */
import { describe, expect, test } from 'vitest'
import type { RawMails } from '#app/ports/listening.ts'
import { tamper } from '#test/support/tamper.ts'

export interface RawMailsUnderTest {
  readonly mails: RawMails
  lay(key: string, bytes: Uint8Array): Promise<void>
}

const KEY = 'in/0100018f-0001'
const letters = (text: string) => new TextEncoder().encode(text)
/** Every byte there is, a zero and a line end among them. */
const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, n) => n)

export function rawMailsContract(fresh: () => Promise<RawMailsUnderTest>): void {
  describe('raw mails', () => {
    test('come back byte by byte', async () => {
      const { mails, lay } = await fresh()
      await lay(KEY, EVERY_BYTE)
      expect(await mails.read(KEY, 256)).toEqual({ bytes: EVERY_BYTE })
      expect(await mails.exists(KEY)).toBe(true)
    })

    test('one that is not there is none, and no error', async () => {
      const { mails, lay } = await fresh()
      await lay(KEY, letters('Chín điểm'))
      for (const key of ['in/0100018f', `${KEY}2`, 'in', 'in/thư lạ & "mới".eml']) {
        expect(await mails.read(key, 1_000)).toBeUndefined()
        expect(await mails.exists(key)).toBe(false)
      }
    })

    test.each([
      [0, 0, 'whole'],
      [0, 10, 'whole'],
      [9, 10, 'whole'],
      [10, 10, 'whole'],
      [11, 10, 'too large'],
      [10, 0, 'too large'],
      [300_000, 299_999, 'too large'],
      [300_000, 300_000, 'whole'],
    ] as const)('of %i bytes where at most %i are read is %s', async (length, most, told) => {
      const { mails, lay } = await fresh()
      await lay(KEY, new Uint8Array(length).fill(46))
      const read = await mails.read(KEY, most)
      if (told === 'whole') expect(read).toEqual({ bytes: new Uint8Array(length).fill(46) })
      else expect(read).toEqual({ tooLarge: length })
    })

    test.each([
      [0, 5, 0],
      [4, 5, 4],
      [5, 5, 5],
      [6, 5, 5],
      [300_000, 1_000, 1_000],
      [6, 0, 0],
    ])('the beginning of one of %i bytes, of which at most %i are read, has %i', async (length, most, expected) => {
      const { mails, lay } = await fresh()
      await lay(
        KEY,
        Uint8Array.from({ length }, (_, n) => n % 256),
      )
      expect(await mails.readBeginning(KEY, most)).toEqual(Uint8Array.from({ length: expected }, (_, n) => n % 256))
      expect(await mails.readBeginning(`${KEY}2`, most)).toBeUndefined()
    })

    test('what is removed is gone, removing it again is harmless, and the others stay', async () => {
      const { mails, lay } = await fresh()
      const odd = 'in/thư mới & "lạ".eml'
      for (const key of [KEY, `${KEY}2`, odd]) await lay(key, letters(key))
      for (const key of [KEY, KEY, 'in', 'in/']) await mails.remove(key)
      expect(await mails.exists(KEY)).toBe(false)
      expect(await mails.read(KEY, 1_000)).toBeUndefined()
      expect(await mails.read(`${KEY}2`, 1_000)).toEqual({ bytes: letters(`${KEY}2`) })
      expect(await mails.read(odd, 1_000)).toEqual({ bytes: letters(odd) })
      await mails.remove(odd)
      expect(await mails.exists(odd)).toBe(false)
    })

    test('nothing that a caller does to the bytes changes what is stored', async () => {
      const { mails, lay } = await fresh()
      const bytes = letters('STOP')
      await lay(KEY, bytes)
      bytes.fill(0)
      const read = await mails.read(KEY, 4)
      if (read !== undefined && 'bytes' in read) read.bytes.fill(0)
      tamper(read)
      expect(await mails.read(KEY, 4)).toEqual({ bytes: letters('STOP') })
    })
  })
}
