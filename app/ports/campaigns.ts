/** What was accepted: campaigns, their states and their words. */
import type { Written } from '#app/ports/written.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { Instant } from '#core/time/instant.ts'

export interface AcceptedCampaign {
  readonly definition: CampaignDefinition
  readonly version: number
  readonly acceptedAt: Instant
  readonly acceptedBy: string
  /** The hash of its words (see `WordsStore`); left out in versions accepted before words were kept. */
  readonly words?: string
}

/** The change that led to the state in which a campaign stands. */
export interface LastChange {
  readonly state: CampaignState
  readonly at: Instant
  readonly by: string
  readonly because: string
}

export interface CampaignStore {
  /** The newest accepted version of every campaign, by id. */
  latest(): Promise<readonly AcceptedCampaign[]>
  version(campaignId: string, version: number): Promise<AcceptedCampaign | undefined>
  /** Adds a version; lost when that version number is already taken. */
  accept(campaign: AcceptedCampaign): Promise<Written>
  /** Every campaign's state; one never set is active. */
  states(): Promise<ReadonlyMap<string, CampaignState>>
  state(campaignId: string): Promise<CampaignState>
  /** Undefined for one that was never changed. */
  lastChange(campaignId: string): Promise<LastChange | undefined>
  /** From the state that was read to another; lost when it is no longer in that state. There is no way from `cancelled`. */
  setState(change: {
    readonly campaignId: string
    readonly from: Exclude<CampaignState, 'cancelled'>
    readonly state: CampaignState
    readonly at: Instant
    readonly by: string
    readonly because: string
  }): Promise<Written>
}

/** Words by their hash. They never change: what was read once may be kept for good. */
export interface WordsStore {
  /** Stores them, harmlessly again, and answers their hash. Throws WordsTooLargeError beyond what one row can hold. */
  keep(words: CampaignWords): Promise<string>
  /** `unreadable` when what is stored is not what the hash was made of. */
  read(hash: string): Promise<CampaignWords | 'unreadable' | undefined>
  /** The hash of the words in force for a message outside any campaign; undefined while none were accepted. */
  noticeInForce(template: string): Promise<string | undefined>
  putNoticeInForce(notice: {
    readonly template: string
    readonly words: string
    readonly at: Instant
    readonly by: string
  }): Promise<void>
}
