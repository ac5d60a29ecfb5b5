/** What every book of findings must do. */
import { describe, expect, test } from 'vitest'
import type { FindingsBook } from '#app/ports/findings.ts'
import type { CareFindings } from '#core/report/care-findings.ts'
import { tamper } from '#test/support/tamper.ts'

const someFindings = (over: Partial<CareFindings> = {}): CareFindings => ({
  day: '2027-03-10',
  periods: { now: { from: '2027-02-10', to: '2027-03-09' }, before: { from: '2027-01-13', to: '2027-02-09' } },
  groups: [
    {
      category: 'delivery',
      product: null,
      now: { cases: 4, customers: 3 },
      before: { cases: 0, customers: 0 },
      chance: 1 / 3,
      recurs: true,
      behind: [{ workId: 'complaint_reply-9', openedOn: '2027-03-02' }],
    },
  ],
  week: {
    from: '2027-03-01',
    to: '2027-03-07',
    opened: { now: 4, before: 1 },
    closed: { now: 2, before: 0 },
    open: 5,
    late: 1,
    categories: [
      { category: 'delivery', now: 3, before: 0 },
      { category: null, now: 1, before: 1 },
    ],
  },
  ...over,
})

export function findingsBookContract(fresh: () => Promise<FindingsBook>): void {
  describe('what the cases told', () => {
    test('is the last that was put, until it is removed', async () => {
      const book = await fresh()
      expect(await book.latest()).toBeUndefined()
      await book.remove()
      await book.put(someFindings())
      expect(await book.latest()).toEqual(someFindings())
      const next = someFindings({ day: '2027-03-11', groups: [] })
      for (let run = 0; run < 2; run++) await book.put(next)
      expect(await book.latest()).toEqual(next)
      for (let run = 0; run < 2; run++) await book.remove()
      expect(await book.latest()).toBeUndefined()
    })

    test('nothing that a caller does to it changes what is stored', async () => {
      const book = await fresh()
      const findings = someFindings()
      await book.put(findings)
      tamper([findings, await book.latest()])
      expect(await book.latest()).toEqual(someFindings())
    })
  })
}
