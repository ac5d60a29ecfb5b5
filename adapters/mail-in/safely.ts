/** The parsers are other people's code and the mails are anybody's: a fault in one costs that piece, not the batch. */
export function safely<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
