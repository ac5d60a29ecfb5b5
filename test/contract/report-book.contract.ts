/** What every store of proposals and of reports as handed in must do. */
import { describe, expect, test } from 'vitest'
import type { HandedIn, ReportBook } from '#app/ports/reports.ts'
import type { Proposal } from '#core/report/proposal.ts'
import { aReport } from '#test/support/report-builders.ts'
import { tamper } from '#test/support/tamper.ts'

const aProposal = (over: Partial<Proposal> = {}): Proposal => ({
  proposalId: 'p-1',
  period: '2027-02',
  segment: 'all',
  text: 'Gọi lại khách chấm điểm thấp trong ngày.\nHai người, một tháng.',
  figures: ['nps', 'recovered-detractors'],
  state: 'proposed',
  by: 'Phạm Minh Châu',
  at: '2027-03-02T02:00:00.000Z',
  changedBy: 'Phạm Minh Châu',
  changedAt: '2027-03-02T02:00:00.000Z',
  version: 0,
  ...over,
})

const handed = (over: Partial<HandedIn> = {}): HandedIn => ({
  reportId: 'r-1',
  at: '2027-03-03T02:00:00.000Z',
  byName: 'Phạm Minh Châu',
  period: '2027-02',
  segment: 'all',
  view: aReport(),
  proposals: [aProposal()],
  budget: { budgetId: '2027-02-01_2027-02-28', state: 'approved', currency: 'VND', variance: null },
  ...over,
})

const lineOf = ({ reportId, at, byName, period, segment }: HandedIn) => ({ reportId, at, byName, period, segment })

export function reportBookContract(fresh: () => Promise<ReportBook>): void {
  describe('proposals and reports as handed in', () => {
    test('a report that is handed in twice is one, as it was at first', async () => {
      const book = await fresh()
      expect(await book.handIn(handed())).toBe('written')
      expect(await book.handIn(handed({ at: '2027-03-03T02:00:09.000Z', byName: 'Ai đó' }))).toBe('lost')
      expect(await book.handedIn(5)).toEqual([lineOf(handed())])
    })

    test('each report has its own proposals, in the order in which they were written', async () => {
      const book = await fresh()
      const later = aProposal({ proposalId: 'p-0', at: '2027-03-02T03:00:00.000Z' })
      const others = [aProposal({ period: '2027-03' }), aProposal({ segment: 'tier=gold' })]
      for (const one of [later, aProposal(), ...others]) expect(await book.putProposal(one)).toBe('written')
      expect(await book.proposals({ period: '2027-02', segment: 'all' })).toEqual([aProposal(), later])
      expect(await book.proposals({ period: '2027-02', segment: 'tier=gold' })).toEqual([others[1]])
      expect(await book.proposals({ period: '2027-04', segment: 'all' })).toEqual([])
    })

    test('of two who change a proposal at once one is lost', async () => {
      const book = await fresh()
      expect(await book.putProposal(aProposal({ version: 1 }))).toBe('lost')
      await book.putProposal(aProposal())
      expect(await book.putProposal(aProposal())).toBe('lost')
      const results = await Promise.all(
        (['accepted', 'rejected'] as const).map((state) => book.putProposal(aProposal({ state, version: 1 }))),
      )
      expect(results.toSorted()).toEqual(['lost', 'written'])
      expect(await book.putProposal(aProposal({ state: 'done', version: 2 }))).toBe('written')
      expect(await book.proposals(aProposal())).toMatchObject([{ state: 'done', version: 2 }])
    })

    test('a report is kept as it was handed in, and never replaced', async () => {
      const book = await fresh()
      const report = structuredClone(handed())
      expect(await book.handIn(report)).toBe('written')
      expect(await book.handIn(handed({ byName: 'Bảo', proposals: [] }))).toBe('lost')
      tamper([report, await book.handedInReport('r-1')])
      expect(await book.handedInReport('r-1')).toEqual(handed())
      expect(await book.handedInReport('r-2')).toBeUndefined()
    })

    test('the newest stand first in the list', async () => {
      const book = await fresh()
      const reports = ['05', '04', '07', '06'].map((day) => handed({ reportId: `r-${day}`, at: `2027-03-${day}T02:00:00.000Z` }))
      for (const one of reports) await book.handIn(one)
      const lines = (await book.handedIn(3)).map(({ reportId }) => reportId)
      expect(lines).toEqual(['r-07', 'r-06', 'r-05'])
      expect(await book.handedIn(100)).toHaveLength(4)
      expect((await book.handedIn(1))[0]).toEqual(lineOf(reports[2] ?? handed()))
    })
  })
}
