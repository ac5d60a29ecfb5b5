/** The company's telephone system: it rings a member of staff, then the customer, and tells later what became of the call. */
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { HotlineCall } from '#core/work/missed-call.ts'
import type { CallNews } from '#core/work/telephone-call.ts'

export interface Telephone {
  /** Never throws for what the telephone system answers, or where it does not answer. */
  startCall(call: CallOrder): Promise<CallStarted>
}

export interface CallOrder {
  /** Of the member of staff: an extension, or a number. */
  readonly extension: string
  /** Of the customer, in E.164. */
  readonly phone: string
  /** What the call is for; a system may show it to the member of staff. */
  readonly workId: string
}

/**
 * busy: it did not answer in time, or is in trouble; it may ring all the same. refused: it does not make such a call. The id is null where the system
 * makes the call and does not name it: nothing can be told of it later.
 */
export type CallStarted = { readonly callId: string | null } | { readonly failed: 'busy' | 'refused' }

/** What the telephone system tells by itself: of a call of ours, or of a customer's call to the hotline that is over. */
export type Told =
  | { readonly is: 'call'; readonly news: CallNews }
  | {
      readonly is: 'hotline'
      /** Null: it does not tell the number. */
      readonly call: HotlineCall | null
      /** What it says where the call is one of ours after all. */
      readonly news: CallNews
    }

/**
 * Until when staff last spoke with who rang from a number: a telephone system may tell of a call in vain only after the one that answered it. Of the
 * number the keyed name alone is kept. Gone with the customer it is about, or with closed work of that day.
 */
export interface AnsweredCalls {
  /** The latest stays. */
  keepAnswered(answered: AnsweredCall): Promise<void>
  answeredAt(numberName: string): Promise<Instant | undefined>
  /** The names of the numbers that were last answered on a day, page by page. */
  answeredOn(day: LocalDate): AsyncIterable<readonly string[]>
  removeAnswered(numberName: string): Promise<void>
}

export interface AnsweredCall {
  readonly numberName: string
  readonly at: Instant
  /** In the company's zone. */
  readonly on: LocalDate
  /** The first of the customers who have the number; null: none has it. */
  readonly customerId: string | null
}

/** Which task a call was made for. Gone with the task, and with the customer. */
export interface CallsMade {
  /** Replaces what was kept under the same id. */
  keepCall(call: { readonly callId: string; readonly workId: string; readonly customerId: string | null }): Promise<void>
  taskOfCall(callId: string): Promise<string | undefined>
}
