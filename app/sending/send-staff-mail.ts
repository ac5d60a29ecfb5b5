/** One mail to a member of staff: written, claimed, sent within the rate that all mails share, and what became of it noted. Each kind of mail has its own marks. */
import type { DispatchResult, Pace, StaffMail, StaffMailer } from '#app/ports/sending.ts'
import type { Written } from '#app/ports/written.ts'
import { sendPatiently, takePlace } from '#app/sending/send-patiently.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

/** sending: claimed, and nothing is known yet. refused: the provider will never take it. unknown: it may have gone, and is not sent again. */
export type StaffMailOutcome = 'sending' | 'sent' | 'refused' | 'unknown'

/** Where it is noted that the mail goes out, so that it goes once. */
export interface StaffMailClaim {
  /** Before the mail leaves: lost when it was claimed before. */
  readonly claim: (claimedAt: Instant) => Promise<Written>
  readonly settle: (outcome: Exclude<StaffMailOutcome, 'sending'>, claimedAt: Instant) => Promise<unknown>
  /** The mail surely did not leave. */
  readonly giveBack: (claimedAt: Instant) => Promise<unknown>
}

export interface StaffMailOrder {
  readonly to: string
  readonly claim: StaffMailClaim
  readonly write: () => Promise<Omit<StaffMail, 'to'>>
  readonly gate: SenderGate
  readonly clock: () => Instant
}

/** waits: it did not leave. `again`: what kept it passes soon; a stop of the sender and the daily quota pass by themselves. */
export type StaffMailEnd =
  | { readonly is: 'sent' | 'unknown' | 'claimed-before' }
  | { readonly is: 'refused'; readonly reason: string }
  | { readonly is: 'waits'; readonly because: string; readonly again: boolean; readonly detail: string }

/** No run lives so long: a mail that is still being sent then was left behind by a run that broke off. */
const UNDER_WAY_MS = 15 * MINUTE_MS

export const isLeftBehind = (
  { outcome, claimedAt }: { readonly outcome: StaffMailOutcome; readonly claimedAt: Instant },
  now: Instant,
): boolean => outcome === 'sending' && plusMs(claimedAt, UNDER_WAY_MS) <= now

export async function sendStaffMail(
  { mailer, pace }: { readonly mailer: StaffMailer; readonly pace: Pace },
  { to, claim, write, gate, clock }: StaffMailOrder,
): Promise<StaffMailEnd> {
  if (gate.shutUntil() !== undefined) return waits('sender-stopped')
  // Written before it is claimed: words that cannot be written leave no claim behind.
  const letter = await write()
  // The place before the claim: waiting for one may outlast the run, and a claim left behind would cost the person their mail.
  const fault = await takePlace(pace)
  if (fault) {
    await gate.heard(fault)
    return 'stopped' in fault ? waits(fault.stopped) : waits('no-place', { again: true, detail: fault.noPlace })
  }
  const claimedAt = clock()
  if ((await claim.claim(claimedAt)) === 'lost') return { is: 'claimed-before' }
  const result = await sendPatiently(pace, () => mailer.sendToStaff({ ...letter, to }))
  await gate.heard(result)
  return conclude(claim, { claimedAt, result })
}

async function conclude(
  { settle, giveBack }: StaffMailClaim,
  { claimedAt, result }: { readonly claimedAt: Instant; readonly result: DispatchResult },
): Promise<StaffMailEnd> {
  if ('accepted' in result) {
    await settle('sent', claimedAt)
    return { is: 'sent' }
  }
  if ('unknown' in result) {
    await settle('unknown', claimedAt)
    return { is: 'unknown' }
  }
  if ('refused' in result) {
    await settle('refused', claimedAt)
    return { is: 'refused', reason: result.refused }
  }
  await giveBack(claimedAt)
  if ('stopped' in result) return waits(result.stopped)
  return waits(result.busy, { again: result.busy !== 'daily-quota', detail: result.busy })
}

const waits = (because: string, { again = false, detail = because } = {}): StaffMailEnd => ({
  is: 'waits',
  because,
  again,
  detail,
})
