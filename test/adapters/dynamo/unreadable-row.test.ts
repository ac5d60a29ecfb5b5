/** What stands in the log of a row that cannot be read: which one it is, and nothing that is in it. */
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { jsonIn, readAs } from '#adapters/dynamo/rows.ts'

const thrown = (read: () => unknown): unknown => {
  try {
    read()
  } catch (error) {
    return error
  }
  throw new Error('it was read')
}

test.each([
  ['cut off', () => jsonIn('{"fullName":"Nguyễn Thị Lan', 'customer c-001')],
  ['altered', () => jsonIn('{"fullName":Nguyễn Thị Lan}', 'customer c-001')],
  ['of another shape', () => readAs(z.strictObject({ name: z.enum(['a']) }), { name: 'Nguyễn Thị Lan' }, 'customer c-001')],
])('a row that is %s is named without what it holds', (_what, read) => {
  const logged = inspect(thrown(read), { depth: 9 })
  expect(logged).toContain('cannot read customer c-001')
  expect(logged).not.toMatch(/Nguy|Thị|Lan/)
})
