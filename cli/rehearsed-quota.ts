/** How many mails the account of a rehearsal may send in 24 hours: as given, as the account of stored customers says, else assumed. */
import { InvalidArgumentError } from 'commander'
import { ASSUMED_QUOTA, type MailQuota } from '#app/rehearsal/mail-quota.ts'
import type { PlaceToWork } from '#cli/place-to-work.ts'

/** For commander: a whole number above 0. */
export function quotaArgument(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Expected a number of mails, such as 50000.')
  return Number(text)
}

/** `place` is left out for customers from files: they belong to no account. */
export async function rehearsedQuota(
  given: number | undefined,
  place: Pick<PlaceToWork, 'provider'> | undefined,
): Promise<MailQuota> {
  if (given !== undefined) return { perDay: given, from: 'given' }
  const opened = await place?.provider()
  if (opened === undefined || 'out' in opened) return ASSUMED_QUOTA
  const { account } = await opened.provider.examine()
  return 'unanswered' in account ? ASSUMED_QUOTA : { perDay: account.perDay, from: 'account' }
}
