/** Stored rows are not found by their days yet: the operator runs `care migrate days` once, and what could not be read is read. */
export class DaysNotFilledError extends Error {
  override name = 'DaysNotFilledError'
}
