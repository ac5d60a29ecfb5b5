/** One "stop" of a customer, for one kind of mail or several, and the word of confirmation that the law asks for. */

import { type Withdrawal, type WithdrawConsentPorts, withdrawConsent } from '#app/consent/withdraw-consent.ts'
import type { NoticeQueue } from '#app/ports/notices.ts'
import type { Purpose } from '#core/audience/consent.ts'
import { type Instant, later, MINUTE_MS, plusMs } from '#core/time/instant.ts'

export interface StopPurposesPorts extends WithdrawConsentPorts {
  readonly notices: Pick<NoticeQueue, 'confirmOptOut'>
}

export interface Stop extends Pick<Withdrawal, 'customerId' | 'at' | 'source' | 'evidence'> {
  readonly purposes: readonly Purpose[]
}

/** For so long the same "stop" again is somebody trying again, and asks for the same confirmation once more: it is sent once. */
const TRYING_AGAIN_MS = 15 * MINUTE_MS

/**
 * Withdraws each of them by e-mail, then asks for one confirmation. A link that is opened for the thousandth time withdraws what is
 * withdrawn and confirms nothing anew; one that failed half way is confirmed when it is tried again.
 */
export async function stopPurposes(
  ports: StopPurposesPorts,
  { purposes, ...act }: Stop,
): Promise<'stopped' | 'unknown-customer'> {
  let newest: Instant | undefined
  for (const purpose of purposes) {
    const done = await withdrawConsent(ports, { ...act, purpose })
    if (done === 'unknown-customer') return done
    newest = newest === undefined ? done.withdrawnSince : later(newest, done.withdrawnSince)
  }
  if (newest !== undefined && newest >= plusMs(act.at, -TRYING_AGAIN_MS))
    await ports.notices.confirmOptOut({ customerId: act.customerId, purposes, at: newest })
  return 'stopped'
}
