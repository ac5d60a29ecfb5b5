/** A row that has not changed is not checked again; one that has, in whatever attribute, is. */
import { expect, test } from 'vitest'
import { ofUnchangedRows } from '#adapters/dynamo/unchanged-rows.ts'

const row = { id: 'a', version: 1, state: 'open' }

function setting() {
  const checked: string[] = []
  const read = ofUnchangedRows(
    ({ id }) => String(id),
    ({ id, version }) => {
      checked.push(`${id} ${version}`)
      return { id, version, days: ['2027-02-06'] }
    },
  )
  return { read, checked }
}

test('a row as it was is checked once, and each name has its own', () => {
  const { read, checked } = setting()
  expect(read({ ...row })).toBe(read({ ...row }))
  expect(read({ ...row, id: 'b' })).toMatchObject({ id: 'b' })
  expect(read({ ...row })).toMatchObject({ id: 'a' })
  expect(checked).toEqual(['a 1', 'b 1'])
})

test.each([
  ['another value', { ...row, version: 2 }],
  ['an attribute more', { ...row, cut: 'one' }],
  ['an attribute less', { id: 'a', version: 1 }],
  ['another attribute', { id: 'a', version: 1, pass: 'open' }],
])('%s is a change', (_, changed) => {
  const { read, checked } = setting()
  read(row)
  read(changed)
  expect(checked).toHaveLength(2)
})

test('a row that holds more than single values is checked every time', () => {
  const { read, checked } = setting()
  for (let times = 0; times < 2; times++) read({ ...row, cut: { last: 'x' } })
  expect(checked).toHaveLength(2)
})

test('no caller changes what another gets', () => {
  const { read } = setting()
  expect(Reflect.set(read(row), 'version', 9)).toBe(false)
  expect(Reflect.set(read(row).days, 0, 'tampered')).toBe(false)
})

test('an unreadable row is refused every time', () => {
  const read = ofUnchangedRows(
    () => 'one',
    () => {
      throw new Error('cannot read one')
    },
  )
  for (let times = 0; times < 2; times++) expect(() => read(row)).toThrow('cannot read one')
})
