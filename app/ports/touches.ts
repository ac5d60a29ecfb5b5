/** The result of each contact. */
import type { Written } from '#app/ports/written.ts'
import type { Delivery, Touch } from '#core/planning/touch.ts'

export interface TouchKey {
  readonly customerId: string
  readonly occurrenceId: string
}

export interface TouchStore {
  /**
   * Puts what the sender knows for sure, replacing the stored touch. Harmless when repeated or late, as long as callers record only what the provider
   * accepted. The provider's event stays beside it, whichever came first.
   */
  record(touches: readonly Touch[]): Promise<void>
  /** Writes a touch that is not stored yet; lost when there is one already. */
  add(touch: Touch): Promise<Written>
  /** Removes the failed touch of that instant, so that another can be made; lost when there is none, when it was sent, or when another was made since. */
  removeFailed(failed: TouchKey & Pick<Touch, 'at'>): Promise<Written>
  /** Removes touches with their provider events, whatever their result; missing ones are ignored. */
  remove(keys: readonly TouchKey[]): Promise<void>
  /** The touch's result, eventually consistent: one written a moment ago may be missing. */
  resultOf(key: TouchKey): Promise<Touch['result'] | undefined>
  /** Those that exist, with the provider's event, read consistently, in no particular order. */
  getMany(keys: readonly TouchKey[]): Promise<readonly Touch[]>
  ofCustomer(customerId: string): Promise<readonly Touch[]>
  /** The confirmations of stops, eventually consistent: they belong to no occurrence. */
  noticesOf(customerId: string): Promise<readonly Touch[]>
  /**
   * Notes the provider's event, also before its touch is stored; lost when a graver event is stored already (complained > bounced > rejected >
   * delivered > delayed).
   */
  noteDelivery(noted: TouchKey & { readonly delivery: Delivery }): Promise<Written>
}
