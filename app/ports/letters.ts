/** Words rendered into a letter for one customer. */
import type { Voucher } from '#core/budget/voucher.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { ClassRules } from '#core/campaign/policy-pack.ts'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import type { MemberOccasion } from '#core/occasion/due.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface Letter {
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
  /** Where an answer to it goes. */
  readonly replyTo: string
}

/** What a letter asks. A reminder asks its invitation's survey. See app/sending/survey-of-letter.ts. */
export interface SurveyOfLetter {
  readonly definition: SurveyDefinition
  /** The occurrence that the answer belongs to; a reminder leads to the first mail's. */
  readonly invitation: string
  /** The last day on which it can be answered. */
  readonly lastDay: LocalDate
}

/** A letter for one customer. A problem (a missing value) is told, never sent. `noWords`: the words have no language to write in. */
export interface Letters {
  write(order: {
    readonly campaign: CampaignDefinition
    readonly rules: ClassRules
    readonly customer: Customer
    readonly occasion: MemberOccasion
    readonly occurrenceId: string
    /** The words of the campaign's version. */
    readonly words: CampaignWords
    /** The order that the letter is about; null when it is about none, or does not speak of it. */
    readonly purchase: Purchase | null
    readonly voucher: Voucher | null
    /** Null for a mail that asks nothing. */
    readonly survey: SurveyOfLetter | null
    readonly now: Instant
  }): { readonly letter: Letter } | { readonly problem: string } | { readonly noWords: string }
}
