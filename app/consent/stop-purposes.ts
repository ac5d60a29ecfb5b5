/** One "stop" of a customer, for one or several purposes, and the confirmation that the law asks for. */

import { type Withdrawal, type WithdrawConsentPorts, withdrawConsent } from '#app/consent/withdraw-consent.ts'
import type { NoticeQueue } from '#app/ports/notices.ts'
import type { Purpose } from '#core/audience/consent.ts'
import { letterChannel } from '#core/channel/channel.ts'
import { type Instant, later, MINUTE_MS, plusMs } from '#core/time/instant.ts'

export interface StopPurposesPorts extends WithdrawConsentPorts {
  readonly notices: Pick<NoticeQueue, 'confirmOptOut'>
}

export interface Stop extends Pick<Withdrawal, 'customerId' | 'at' | 'source' | 'evidence'> {
  readonly purposes: readonly Purpose[]
}

/** Within this time the same "stop" is the customer's retry. It asks for the same confirmation, which is sent once. */
const TRYING_AGAIN_MS = 15 * MINUTE_MS

/**
 * Withdraws each purpose for letters, then asks for one confirmation. Opening the same link again, even a thousand times, withdraws nothing new and
 * sends no new confirmation. A stop that failed half way is confirmed when it is tried again.
 */
export async function stopPurposes(
  ports: StopPurposesPorts,
  { purposes, ...act }: Stop,
): Promise<'stopped' | 'unknown-customer'> {
  const channel = letterChannel(ports.companyRules.channels).id
  let newest: Instant | undefined
  for (const purpose of purposes) {
    const done = await withdrawConsent(ports, { ...act, purpose, channel })
    if (done === 'unknown-customer') return done
    newest = newest === undefined ? done.withdrawnSince : later(newest, done.withdrawnSince)
  }
  if (newest !== undefined && newest >= plusMs(act.at, -TRYING_AGAIN_MS))
    await ports.notices.confirmOptOut({ customerId: act.customerId, purposes, at: newest })
  return 'stopped'
}
