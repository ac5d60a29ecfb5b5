/** Where no mail comes in there are no raw mails: nothing to read, nothing to delete. */
import type { RawMails } from '#app/ports/listening.ts'

export const noRawMails: RawMails = {
  read: async () => undefined,
  readBeginning: async () => undefined,
  remove: async () => {},
  exists: async () => false,
}
