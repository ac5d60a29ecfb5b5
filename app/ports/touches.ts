/** What became of each contact. */
import type { Written } from '#app/ports/written.ts'
import type { Delivery, Touch } from '#core/planning/touch.ts'

export interface TouchKey {
  readonly customerId: string
  readonly occurrenceId: string
}

export interface TouchStore {
  /**
   * Puts what the sender knows for sure, replacing what was there. Harmless when repeated or late, as long as callers record only what the
   * provider accepted; the provider's word stays beside it, whichever came first.
   */
  record(touches: readonly Touch[]): Promise<void>
  /** Writes one that is not there yet; lost when there is a touch already. */
  add(touch: Touch): Promise<Written>
  /** Removes a touch that failed, so that another can be made; lost when there is none, or when it was sent. */
  removeFailed(key: TouchKey): Promise<Written>
  /** Removes touches with the provider's word on them, whatever they say; those that are not there are no trouble. */
  remove(keys: readonly TouchKey[]): Promise<void>
  /** What the touch says, read cheaply: one written a moment ago may not be seen yet. */
  resultOf(key: TouchKey): Promise<Touch['result'] | undefined>
  /** Those that exist, with the provider's word, read consistently, in no particular order. */
  getMany(keys: readonly TouchKey[]): Promise<readonly Touch[]>
  ofCustomer(customerId: string): Promise<readonly Touch[]>
  /** Those that confirmed a stop, read cheaply: they stand in no occurrence. */
  noticesOf(customerId: string): Promise<readonly Touch[]>
  /** Notes the provider's word, also before its touch is there; lost when a graver word is there already (complained > bounced > rejected > delivered > delayed). */
  noteDelivery(noted: TouchKey & { readonly delivery: Delivery }): Promise<Written>
}
