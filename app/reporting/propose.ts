/** Proposals of the head of care: written once, and carried from state to state by those who decide. */
import type { ReportBook } from '#app/ports/reports.ts'
import { staffText } from '#core/campaign/staff-text.ts'
import { LONGEST_PROPOSAL, NEXT_STATES, PROPOSAL_STATES, type Proposal } from '#core/report/proposal.ts'
import { isKpiId } from '#core/report/report-settings.ts'
import type { Instant } from '#core/time/instant.ts'

export interface ProposePorts {
  readonly reports: Pick<ReportBook, 'proposals' | 'putProposal'>
}

interface Author {
  readonly by: string
  readonly at: Instant
}

export interface NewProposal extends Author, Pick<Proposal, 'proposalId' | 'period' | 'segment'> {
  readonly text: string
  /** Names of figures; what is none is left out. */
  readonly figures: readonly string[]
}

export async function propose(
  { reports }: ProposePorts,
  { text: written, figures, by, at, ...where }: NewProposal,
): Promise<{ readonly proposed: Proposal } | { readonly refused: 'empty' | 'too-long' }> {
  const text = staffText(written)
  if (text === '') return { refused: 'empty' }
  if (text.length > LONGEST_PROPOSAL) return { refused: 'too-long' }
  const proposed: Proposal = {
    ...where,
    text,
    figures: [...new Set(figures)].filter(isKpiId),
    state: 'proposed',
    by,
    at,
    changedBy: by,
    changedAt: at,
    version: 0,
  }
  await reports.putProposal(proposed)
  return { proposed }
}

export interface StateChange extends Author, Pick<Proposal, 'proposalId' | 'period' | 'segment'> {
  readonly state: string
  /** As the author of the change saw it. */
  readonly version: number
}

/** stale: it was changed since it was seen, or cannot come to that state from its own. */
export async function changeProposal(
  { reports }: ProposePorts,
  { proposalId, period, segment, state: wanted, version, by, at }: StateChange,
): Promise<'changed' | { readonly refused: 'stale' }> {
  const proposals = await reports.proposals({ period, segment })
  const found = proposals.find((one) => one.proposalId === proposalId)
  const state = PROPOSAL_STATES.find((one) => one === wanted)
  if (!found || found.version !== version || !state || !NEXT_STATES[found.state].includes(state)) return { refused: 'stale' }
  const written = await reports.putProposal({ ...found, state, changedBy: by, changedAt: at, version: version + 1 })
  return written === 'lost' ? { refused: 'stale' } : 'changed'
}
