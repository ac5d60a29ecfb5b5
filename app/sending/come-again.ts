/**
 * Thrown when work cannot finish now and will finish when its message comes again: another sender holds the batch, or the provider's event is still
 * on its way. It is not a failure: no alarm counts it, and the queue's own limit of tries ends it.
 */
export class ComeAgainError extends Error {
  override name = 'ComeAgainError'
}
