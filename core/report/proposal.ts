/** What the head of care proposes because of the figures, kept with the report of its period. */
import * as z from 'zod'
import { KPI_IDS } from '#core/kpi/kpi.ts'
import { InstantSchema } from '#core/time/instant.ts'

export const PROPOSAL_STATES = ['proposed', 'accepted', 'rejected', 'done'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

export const LONGEST_PROPOSAL = 2_000

export const ProposalSchema = z.object({
  proposalId: z.string().min(1),
  /** Of the report that it stands in. */
  period: z.string(),
  /** As in core/kpi/segment.ts: `all`, `tier=gold`. */
  segment: z.string(),
  text: z.string().min(1).max(LONGEST_PROPOSAL),
  /** The figures that it rests on. */
  figures: z.array(z.enum(KPI_IDS)),
  state: z.enum(PROPOSAL_STATES),
  /** Name of who wrote it, and when; and of who changed its state last. */
  by: z.string(),
  at: InstantSchema,
  changedBy: z.string(),
  changedAt: InstantSchema,
  version: z.int().min(0),
})
export type Proposal = Readonly<z.infer<typeof ProposalSchema>>

/** The states that may follow. What is rejected or done stays so: another proposal can be written. */
export const NEXT_STATES: Readonly<Record<ProposalState, readonly ProposalState[]>> = {
  proposed: ['accepted', 'rejected'],
  accepted: ['done', 'rejected'],
  rejected: [],
  done: [],
}
