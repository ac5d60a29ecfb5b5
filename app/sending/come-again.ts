/**
 * Thrown by what is not done yet and will be done when its message comes again: another sender holds the batch, the provider's word is
 * still on its way. Not a failure: no alarm counts it, and the queue's own limit of tries ends it.
 */
export class ComeAgainError extends Error {
  override name = 'ComeAgainError'
}
