/** What the pages of rehearsals work with. */
import type { WordedCampaign } from '#app/campaigns/accept-campaigns.ts'
import type { RehearsalRoom } from '#app/rehearsal/rehearsal-room.ts'
import type { Problem } from '#core/campaign/problem.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import type { FrameSystem } from '#functions/staff/visit/frame-of.ts'

/** A campaign file that somebody uploads. */
export interface BroughtFile {
  readonly file: string
  readonly text: string
}

/** Of the files that were brought alone. */
export type BroughtChecked =
  | { readonly problems: readonly Problem[] }
  | { readonly accepting: readonly (WordedCampaign & Pick<BroughtFile, 'file'>)[] }

export interface RehearsalSystem extends FrameSystem, Pick<StaffSystem, 'events'> {
  readonly stores: Pick<StaffStores, 'auditLog' | 'campaigns' | 'customers' | 'words'>
  readonly rehearsals: RehearsalRoom
  readonly files: { check(brought: readonly BroughtFile[]): Promise<BroughtChecked> }
}
