/** A campaign in force as the pages show it: beside the file it came from, and with the day on which it next acts. */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import type { Problem } from '#core/campaign/problem.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface ShownCampaign {
  readonly definition: CampaignDefinition
  readonly version: number
  readonly acceptedAt: Instant
  readonly acceptedBy: string
  readonly state: CampaignState
  readonly next: NextDate
  /** Null where campaigns come by `care accept` alone. */
  readonly file: CampaignFile | 'gone' | null
}

/** personal: each customer has a day of their own. never: not within about a year. */
export type NextDate =
  | { readonly kind: 'day'; readonly date: LocalDate }
  | { readonly kind: 'personal' }
  | { readonly kind: 'never' }

interface CampaignFile {
  readonly path: string
  /** Why it was refused when it was last read; empty when it is in force as it is. */
  readonly problems: readonly Problem[]
}
