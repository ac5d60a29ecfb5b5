/** Where the pages hand in what they want rehearsed. */
import type { WordedCampaign } from '#app/campaigns/accept-campaigns.ts'
import type { RehearsalBook } from '#app/ports/rehearsals.ts'
import type { StoredRehearsal } from '#core/rehearsal/stored-rehearsal.ts'

/** Checked, and within the limits. */
export interface RehearsalAsked {
  readonly rehearsal: StoredRehearsal
  readonly accepting: readonly WordedCampaign[]
}

/** Rehearses in the background, one after the other. */
export interface RehearsalRoom {
  readonly book: RehearsalBook
  /** Answers once it is stored; it may have to wait for others. */
  ask(asked: RehearsalAsked): Promise<void>
}
