/** Words rendered into a letter for one customer. */
import type { DispatchOrder } from '#app/ports/dispatching.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'

export interface Letter {
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
  /** Where an answer to it goes. */
  readonly replyTo: string
}

/** A field that the words need, and that has no value for the customer. */
export interface LackingValue {
  readonly template: string
  readonly locale: string
  readonly field: string
}

/** A letter for one customer. A problem (a missing value) is told, never sent. `noWords`: the words have no language to write in. */
export interface Letters {
  write(
    order: Omit<DispatchOrder, 'words' | 'until'> & { readonly words: CampaignWords },
  ): { readonly letter: Letter } | { readonly problem: string; readonly lacks?: LackingValue } | { readonly noWords: string }
}
