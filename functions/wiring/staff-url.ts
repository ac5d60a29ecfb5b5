/** The address of the staff app, for links in mails to staff. */

/** The value for a staff app without an address. */
const NO_ADDRESS = 'none'

/** Without a slash at its end; null where it has none. */
export const staffUrlOf = ({ STAFF_URL }: { readonly STAFF_URL: string }): string | null =>
  STAFF_URL === NO_ADDRESS ? null : STAFF_URL.replace(/\/$/, '')
