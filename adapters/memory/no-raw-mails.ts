/** For a company without incoming mail: there are no raw mails to read or delete. */
import type { RawMails } from '#app/ports/listening.ts'

export const noRawMails: RawMails = {
  read: async () => undefined,
  readBeginning: async () => undefined,
  remove: async () => {},
  exists: async () => false,
}
