/** How many mails the account may send in 24 hours, and how that is known. */

export interface MailQuota {
  /** Null: without limit. */
  readonly perDay: number | null
  readonly from: 'given' | 'account' | 'assumed'
}

/** A plain assumption: SES publishes no figure for accounts in production ("varies based on your specific use case"), and 200 for those in its sandbox. */
export const ASSUMED_QUOTA: MailQuota = { perDay: 50_000, from: 'assumed' }
