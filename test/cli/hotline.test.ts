/** `care hotline import`: a telephone system's history, as people get it, becomes calls to make. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { memoryCustomerFinder } from '#adapters/memory/customer-finder.ts'
import { memoryDayLists } from '#adapters/memory/day-lists.ts'
import { memoryHotlineCallers } from '#adapters/memory/hotline-callers.ts'
import { memoryDutyBook } from '#adapters/memory/staff-stores.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { careInMemory, NOW, runCare, scratchFolder } from '#test/cli/care-run.ts'
import { aCustomer } from '#test/support/builders.ts'

async function aPlace() {
  const { stores, place } = careInMemory()
  const [work, dayLists] = [memoryWorkStore(), memoryDayLists()]
  Object.assign(stores, {
    work,
    dayLists,
    dutyBook: memoryDutyBook(),
    hotlineCallers: memoryHotlineCallers(),
    finder: memoryCustomerFinder({ customers: stores.customers, addressHash: stores.seals.addressHash }),
  })
  await stores.staff.roster.publish({
    people: [{ name: 'Hạnh', address: 'hanh@example.com', team: 'Chăm sóc', role: 'agent' }],
    version: 1,
    publishedAt: NOW,
    publishedBy: 'huy',
  })
  await stores.customers.put([aCustomer({ phone: '+84912345678' })])
  const withSeals = { ...place, personal: async () => ({ seals: stores.seals }) as never }
  const folder = scratchFolder()
  const file = (content: string, name = 'history.csv') => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  return { work, dayLists, file, folder, care: (...args: string[]) => runCare(withSeals, ['hotline', ...args]) }
}

test('number and time are enough; the same file again opens nothing again', async () => {
  const { care, file, work, dayLists } = await aPlace()
  const history = file('number,time\n0912345678,10/03/2027 08:30\n0912 345 678,10/03/2027 08:40\n0987654321,2027-03-10 08:50\n')
  const first = await care('import', history)
  expect([first.exitCode, first.printed]).toEqual([0, '3 rows: 2 call-backs opened, 0 known already, 0 answered on the same day'])
  expect((await care('import', history)).printed).toBe('3 rows: 0 call-backs opened, 2 known already, 0 answered on the same day')
  expect(await work.allOpen()).toHaveLength(2)
  const list = await dayLists.get({ team: 'Chăm sóc', date: '2027-03-10' })
  expect(list?.lines.map(({ customerIds }) => customerIds)).toEqual([['c-001'], []])
})

test('a call that was answered later on the day is not rung back', async () => {
  const { care, file, work } = await aPlace()
  const rows = ['0912345678;10/03/2027 08:30;Nhỡ', '0912345678;10/03/2027 08:45;Đã nghe']
  const { printed } = await care('import', file(`Số gọi đến;Thời gian;Trạng thái\n${rows.join('\n')}\n`))
  expect(printed).toBe('2 rows: 0 call-backs opened, 0 known already, 1 answered on the same day')
  expect(await work.allOpen()).toEqual([])
})

test('bad lines stand in a file beside it, each with what would be right; the good ones are taken in', async () => {
  const { care, file, folder, work } = await aPlace()
  const history = file('number,time\n0912345678,10/03/2027 08:30\n12,10/03/2027 08:30\n0987654321,11/03/2027 08:30\n')
  const { exitCode, printed, refused } = await care('import', history)
  expect([exitCode, printed]).toEqual([1, '3 rows: 1 call-back opened, 0 known already, 0 answered on the same day'])
  const errors = join(folder, 'history.errors.csv')
  expect(refused).toEqual([`2 rows were refused: ${errors}. The other rows were taken in.`])
  const written = readFileSync(errors, 'utf8')
  expect(written).toContain('3,number,12')
  expect(written).toContain('a time that has passed')
  expect(await work.allOpen()).toHaveLength(1)
})

test('a file without the columns is refused as a whole, and machines are answered in JSON', async () => {
  const { care, file } = await aPlace()
  expect(await care('import', file('name,age\nLan,3\n'))).toMatchObject({
    exitCode: 1,
    refused: [expect.stringContaining('no column for phone')],
  })
  expect(await care('import', join('nowhere', 'x.csv'))).toMatchObject({ exitCode: 1 })
  const good = file('number,time\n0912345678,10/03/2027 08:30\n')
  expect(JSON.parse((await care('import', good, '--json')).printed)).toMatchObject({ read: 1, opened: 1, errorsFile: null })
})
