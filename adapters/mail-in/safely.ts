/** The parsers are third-party code and the mails are untrusted: a failure costs only that part of the mail, not the batch. */
export function safely<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
