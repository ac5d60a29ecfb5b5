/** Whom a link to stop is about, and which kind of mail; or why it says nothing. */
import type { LinkSeals } from '#app/ports/secrets.ts'
import { PURPOSES, type Purpose } from '#core/audience/consent.ts'
import type { Instant } from '#core/time/instant.ts'

export interface StopLink {
  readonly customerId: string
  readonly purpose: Purpose
}

export async function openStopLink(
  seals: Pick<LinkSeals, 'openLink'>,
  { token, now }: { readonly token: string; readonly now: Instant },
): Promise<StopLink | 'broken' | 'expired'> {
  const opened = await seals.openLink(token, { use: 'unsubscribe', now })
  if (opened === 'expired') return 'expired'
  const [customerId, named] = opened?.fields ?? []
  const purpose = PURPOSES.find((known) => known === named)
  return customerId === undefined || !purpose ? 'broken' : { customerId, purpose }
}
