/** What every store of lists of calls must do. */
import { describe, expect, test } from 'vitest'
import type { DayLists } from '#app/ports/day-lists.ts'
import { type DayLine, type DayList, MOST_LINES, type Why } from '#core/work/day-list/day-line.ts'
import { tamper } from '#test/support/tamper.ts'

const TEAM = 'Chăm sóc khách hàng'
const DATE = '2027-03-02'
const aLine = (over: Partial<DayLine> = {}): DayLine => ({
  workIds: ['low-score_nps_2027-02-03_c-001'],
  customerIds: ['c-001'],
  agent: 'hanh@trasen.example.com',
  isWorked: false,
  why: [
    { is: 'low-score', score: 2 },
    { is: 'due', at: '2027-03-02T03:00:00.000Z' },
  ],
  ...over,
})
const aList = (over: Partial<DayList> = {}): DayList => ({
  team: TEAM,
  date: DATE,
  version: 1,
  madeAt: '2027-03-02T00:30:00.000Z',
  lines: [aLine()],
  beyond: 0,
  ...over,
})
const EVERY_WHY: readonly Why[] = [
  { is: 'promise', at: '2027-03-02T10:00:00.000Z' },
  { is: 'broken-promise', at: '2027-03-01T10:00:00.000Z' },
  { is: 'complaint' },
  { is: 'tier', tier: 'Vàng “đặc biệt”' },
  { is: 'leftover', days: 3 },
  { is: 'shared-number', people: 2 },
  { is: 'owner' },
  { is: 'owner-gone', owner: 'bao@trasen.example.com', because: 'away' },
  { is: 'looked-after' },
  { is: 'looked-after-gone', by: 'linh@trasen.example.com', because: 'full' },
  { is: 'nobody-on-shift' },
  { is: 'gave-way', from: 'bao@trasen.example.com' },
  { is: 'beyond-room' },
  { is: 'not-given', because: 'capacity' },
]

export function dayListsContract(fresh: () => Promise<DayLists>): void {
  describe('a store of lists of calls', () => {
    test('gives back what was put, line by line, for each team and day', async () => {
      const lists = await fresh()
      const all = [
        aList({
          beyond: 7,
          lines: [
            aLine({ why: EVERY_WHY, agent: null }),
            aLine({ workIds: ['a', 'b'], customerIds: ['x', 'y'], isWorked: true, why: [] }),
            aLine({ workIds: ['missed-hotline_+84912999888_2027-03-02'], customerIds: [] }),
          ],
        }),
        aList({ team: 'Kinh doanh', lines: [] }),
        aList({ date: '2027-03-03' }),
      ]
      expect(await lists.get({ team: TEAM, date: DATE })).toBeUndefined()
      for (const list of all) expect(await lists.put(list)).toBe('written')
      for (const list of all) expect(await lists.get(list)).toEqual(list)
    })

    test('of those who change the same version exactly one succeeds', async () => {
      const lists = await fresh()
      expect(await lists.put(aList({ version: 2 }))).toBe('lost')
      expect(await lists.put(aList({ version: 0 }))).toBe('lost')
      for (const version of [1, 2, 3]) {
        const rivals = ['a', 'b', 'c'].map((agent) => aList({ version, lines: [aLine({ agent })] }))
        const results = await Promise.all(rivals.map((rival) => lists.put(rival)))
        expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
        expect(await lists.get(aList())).toEqual(rivals[results.indexOf('written')])
      }
      expect(await lists.put(aList())).toBe('lost')
    })

    test('keeps the longest list in one row, with ids as long as they come', async () => {
      const lists = await fresh()
      const lines = Array.from({ length: MOST_LINES }, (_, n) => {
        const customerId = `${String((n * 2_654_435_761) % 4_294_967_296).padStart(10, '0')}-${String((n * 40_503) % 65_521)}-kh`
        return aLine({
          workIds: [`check-in-after-delivery_2027-02-${10 + (n % 18)}_${customerId}`],
          customerIds: [customerId],
          agent: n % 9 === 0 ? null : `agent-${n % 40}@trasenviet.example.com`,
          why: [
            { is: 'leftover', days: 1 + (n % 30) },
            { is: 'due', at: new Date(1_800_000_000_000 + n * 61_000).toISOString() },
          ],
        })
      })
      const list = aList({ lines })
      expect(await lists.put(list)).toBe('written')
      expect(await lists.get(list)).toEqual(list)
    })

    test('removes the lists of a team before a day, and no other', async () => {
      const lists = await fresh()
      const [old, today, other] = [aList({ date: '2027-03-01' }), aList(), aList({ date: '2027-03-01', team: 'Kinh doanh' })]
      for (const list of [old, today, other]) await lists.put(list)
      await lists.removeBefore(today)
      await lists.removeBefore(today)
      expect(await Promise.all([old, today, other].map((list) => lists.get(list)))).toEqual([undefined, today, other])
    })

    test('tells every list of every team that is kept', async () => {
      const lists = await fresh()
      const kept = [aList(), aList({ date: '2027-03-03' }), aList({ team: 'Kinh doanh' })]
      expect(await allOf(lists)).toEqual([])
      for (const list of [aList({ date: '2027-03-01' }), ...kept]) await lists.put(list)
      await lists.put(aList({ version: 2, lines: [] }))
      await lists.removeBefore(aList())
      const told = (await allOf(lists)).map(({ team, date, version }) => `${team} ${date} ${version}`).toSorted()
      expect(told).toEqual([`${TEAM} ${DATE} 2`, `${TEAM} 2027-03-03 1`, `Kinh doanh ${DATE} 1`])
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const lists = await fresh()
      const list = aList()
      await lists.put(list)
      tamper([list, await lists.get(list)])
      expect(await lists.get({ team: TEAM, date: DATE })).toEqual(aList())
    })
  })
}

async function allOf(lists: DayLists): Promise<readonly DayList[]> {
  const found: DayList[] = []
  for await (const list of lists.all()) found.push(list)
  return found
}
