/** Proposals and reports as they were handed in, in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { HandedIn, ReportBook } from '#app/ports/reports.ts'
import type { Proposal } from '#core/report/proposal.ts'

export function memoryReportBook(): ReportBook {
  const proposals = new Map<string, Proposal>()
  const reports = new Map<string, HandedIn>()
  return {
    proposals: async ({ period, segment }) =>
      [...proposals.values()]
        .filter((one) => one.period === period && one.segment === segment)
        .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
    putProposal: async (proposal) => {
      const key = JSON.stringify([proposal.period, proposal.segment, proposal.proposalId])
      const before = proposals.get(key)
      const follows = proposal.version === 0 ? before === undefined : before?.version === proposal.version - 1
      if (!follows) return 'lost'
      proposals.set(key, frozen(structuredClone(proposal)))
      return 'written'
    },
    handIn: async (report) => {
      if (reports.has(report.reportId)) return 'lost'
      reports.set(report.reportId, frozen(structuredClone(report)))
      return 'written'
    },
    handedIn: async (limit) =>
      [...reports.values()]
        .toSorted((a, b) => (`${a.at}#${a.reportId}` < `${b.at}#${b.reportId}` ? 1 : -1))
        .slice(0, limit)
        .map(({ reportId, at, byName, period, segment }) => ({ reportId, at, byName, period, segment })),
    handedInReport: async (reportId) => reports.get(reportId),
  }
}

const orderOf = ({ at, proposalId }: Proposal) => `${at}#${proposalId}`
