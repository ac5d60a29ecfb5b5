/** `care do-not-call`: the file of a register, as people get it, brought in force. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contactKey } from '#adapters/crypto/contact-keys.ts'
import { careInMemory, scratchFolder } from '#test/cli/care-run.ts'

const keyOf = (value: string) => contactKey({ kind: 'phone', value })
const [LAN, HOA] = [keyOf('+84912345678'), keyOf('+842438123456')]

function aPlace() {
  const folder = scratchFolder()
  const { stores, care } = careInMemory()
  const file = (content: string, name = 'register.csv') => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const among = async () => [...(await stores.doNotCall.among([LAN, HOA]))]
  return { stores, file, folder, among, care: (...args: string[]) => care('do-not-call', ...args) }
}

describe.each(['phone', 'Số điện thoại', 'SỐ THUÊ BAO', 'so dien thoai', 'Subscriber number'])('a column named %s', (heading) => {
  test('is read as the import of customers reads numbers, dated today unless told', async () => {
    const { care, file, among } = aPlace()
    const { printed, exitCode } = await care('import', file(`${heading}\n0912 345 678\n+84 24 3812 3456\n84912345678\n`))
    expect([exitCode, printed]).toEqual([0, '3 rows, 2 numbers. In force is the do-not-call list of 2027-03-10 with 2 numbers.'])
    expect(await among()).toEqual([LAN, HOA])
  })
})

test('every number of a cell is taken, beside columns that are none of ours', async () => {
  const { care, file, among } = aPlace()
  const { warned, exitCode } = await care('import', file('STT;SĐT;Ngày đăng ký\n1;0912345678 / 02438123456;01/02/2027\n'))
  expect([exitCode, warned]).toEqual([0, ['columns nobody knows, left out: STT, Ngày đăng ký']])
  expect(await among()).toEqual([LAN, HOA])
})

test('a newer list replaces an older one, the same again changes nothing, an older one is refused', async () => {
  const { care, file, among } = aPlace()
  const first = file('phone\n0912345678\n')
  expect((await care('import', first, '--as-of', '2027-03-01')).exitCode).toBe(0)
  expect((await care('import', first, '--as-of', '2027-03-01')).printed).toContain('the same list is in force already')
  const second = file('phone\n02438123456\n', 'second.csv')
  expect((await care('import', second, '--as-of', '2027-03-08')).exitCode).toBe(0)
  expect(await among()).toEqual([HOA])
  const { exitCode, refused } = await care('import', first, '--as-of', '2027-03-01')
  expect([exitCode, refused]).toEqual([
    1,
    [
      `${first}: it is the list of 2027-03-01, older than that of 2027-03-08. In force is the do-not-call list of 2027-03-08 with 1 number.`,
    ],
  ])
  expect(await among()).toEqual([HOA])
})

test('a day ahead is refused', async () => {
  const { care, file } = aPlace()
  const { exitCode, refused } = await care('import', file('phone\n0912345678\n'), '--as-of', '2027-03-11')
  expect([exitCode, refused]).toEqual([1, ['--as-of 2027-03-11 lies ahead: today is 2027-03-10']])
})

describe('what is no list leaves the list before in force', () => {
  const tables = [
    ['an empty file', '', /the file is empty: expected a heading and rows/],
    ['a heading alone', 'phone\n', /it holds no number; use --empty if the register really is empty/],
    ['rows without a number', 'phone\nabc\n', /none of its rows holds a number that exists/],
    ['a file of other things', 'Tên\nLan\n', /no column for phone/],
    ['a row that cannot be cut into cells', 'phone\n0912345678\n"0243\n', /may hide numbers: correct them first/],
    ['a number that a spreadsheet rounded', 'phone\n0912345679\n8.4912345699E+10\n', /has rounded .* may hide numbers/],
    ['the same with a comma', 'phone\n0912345679\n"8,49E+10"\n', /has rounded .* may hide numbers/],
  ] as const
  test.each(tables)('%s', async (_, content, why) => {
    const { care, file, among } = aPlace()
    await care('import', file('phone\n0912345678\n', 'before.csv'), '--as-of', '2027-03-01')
    const { exitCode, refused } = await care('import', file(content))
    expect([exitCode, refused]).toEqual([1, [expect.stringMatching(why)]])
    expect(await among()).toEqual([LAN])
  })
})

test('an empty register is taken where it is said to be empty', async () => {
  const { care, file, stores } = aPlace()
  expect((await care('import', file('phone\n'), '--empty')).exitCode).toBe(0)
  expect(await stores.doNotCall.inForce()).toEqual({ asOf: '2027-03-10', count: 0 })
})

test('a row without a number is told in the file of errors, and the others come in force', async () => {
  const { care, file, folder, among } = aPlace()
  const { exitCode, refused } = await care('import', file('phone\n0912345678\n1900 1234\n'))
  expect([exitCode, refused]).toEqual([
    1,
    [expect.stringContaining('1 row was refused, because no number that exists stands in it;')],
  ])
  expect(readFileSync(join(folder, 'register.errors.csv'), 'utf8')).toContain('1900 1234')
  expect(await among()).toEqual([LAN])
})

test('a dry run brings nothing in force; without a command it says what is', async () => {
  const { care, file, stores } = aPlace()
  expect((await care()).printed).toMatch(/^No do-not-call list was ever brought in/)
  const { printed } = await care('import', file('phone\n0912345678\n'), '--dry-run')
  expect(printed).toMatch(
    /^dry run, nothing was written: 1 row, 1 number of 2027-03-10 would come in force\. No do-not-call list/,
  )
  expect(await stores.doNotCall.inForce()).toBeUndefined()
  const { printed: json } = await care('import', file('phone\n0912345678\n'), '--json')
  expect(JSON.parse(json)).toMatchObject({ outcome: 'replaced', numbers: 1, inForce: { asOf: '2027-03-10', count: 1 } })
  expect((await care()).printed).toBe('In force is the do-not-call list of 2027-03-10 with 1 number.')
})

describe('a list that is much shorter than the one in force', () => {
  const numbers = (count: number) =>
    `phone\n${Array.from({ length: count }, (_, n) => `09${String(10_000_000 + n)}`).join('\n')}\n`

  test.each([
    ['a fifth fewer comes in force', 1000, 800, 0],
    ['more than a fifth fewer is refused', 1000, 799, 1],
    ['less than a hundred fewer comes in force, whatever their share', 120, 21, 0],
    ['a hundred fewer of few is refused', 120, 20, 1],
  ])('%s', async (_what, before, after, exitCode) => {
    const { care, file, stores } = aPlace()
    await care('import', file(numbers(before)))
    const second = file(numbers(after), 'second.csv')
    expect((await care('import', second)).exitCode).toBe(exitCode)
    expect((await stores.doNotCall.inForce())?.count).toBe(exitCode === 0 ? after : before)
  })

  test('says so with both counts, also on a dry run, and comes in force when it is meant', async () => {
    const { care, file, stores } = aPlace()
    await care('import', file(numbers(1000)))
    const second = file(numbers(10), 'second.csv')
    for (const flags of [[], ['--dry-run']]) {
      const { refused, exitCode } = await care('import', second, ...flags)
      expect(exitCode).toBe(1)
      expect(refused.join()).toMatch(/holds 10 numbers, more than a fifth fewer.*--shorter.*with 1000 numbers/)
    }
    expect((await care('import', second, '--shorter')).exitCode).toBe(0)
    expect((await stores.doNotCall.inForce())?.count).toBe(10)
    expect((await care('import', file('phone\n', 'third.csv'), '--empty')).exitCode).toBe(0)
  })
})

test('a folder is refused in plain words', async () => {
  const { care, folder } = aPlace()
  expect(await care('import', folder)).toMatchObject({ exitCode: 1, refused: [`${folder}: it is a folder; name a file in it`] })
})
