/**
 * Mails one of several people about a matter, once: the first of them. The next one is written to only when the mail to the one before was refused, or
 * may never have left. Each of them gets one mail about it, whatever runs break off.
 */
import type { Pace, StaffMail, StaffMailer } from '#app/ports/sending.ts'
import type { StaffMailMark, StaffMailMarks } from '#app/ports/staff-mail-marks.ts'
import { claimUnderMark } from '#app/sending/claim-under-mark.ts'
import { isLeftBehind, sendStaffMail } from '#app/sending/send-staff-mail.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import type { Instant } from '#core/time/instant.ts'

export interface MailFirstPorts {
  readonly staffMails: Omit<StaffMailMarks, 'removeBefore'>
  readonly mailer: StaffMailer
  readonly pace: Pace
}

interface MailingFirst {
  /** Names the matter. */
  readonly mails: Pick<StaffMailMark, 'date' | 'about'>
  readonly addresses: readonly string[]
  readonly write: (to: string) => Promise<Omit<StaffMail, 'to'>>
  /** A mail was refused, or may never have left. */
  readonly lost: (outcome: 'refused' | 'unknown') => void
  readonly gate: SenderGate
  readonly clock: () => Instant
}

/** sent: `again` where an earlier run sent it. under-way: another run is sending it at this moment. nobody: every one of them was refused, or may have been written to before. */
export type MailedFirst =
  | { readonly is: 'sent'; readonly to: string; readonly again: boolean }
  | { readonly is: 'waits'; readonly because: string }
  | { readonly is: 'under-way' | 'nobody' }

export async function mailFirst(ports: MailFirstPorts, order: MailingFirst): Promise<MailedFirst> {
  const { mails, addresses, write, lost, gate, clock } = order
  const { staffMails } = ports
  const told = await settleLeftBehind(ports, { told: await staffMails.of(mails), lost, now: clock() })
  const sent = told.find(({ outcome }) => outcome === 'sent')
  if (sent) return { is: 'sent', to: sent.address, again: true }
  if (told.some(({ outcome }) => outcome === 'sending')) return { is: 'under-way' }
  if ((await gate.look()) === 'shut') return { is: 'waits', because: 'sender-stopped' }
  for (const to of addresses.filter((address) => !told.some((before) => before.address === address))) {
    const end = await sendStaffMail(ports, {
      to,
      write: () => write(to),
      gate,
      clock,
      claim: claimUnderMark(staffMails, { ...mails, address: to }),
    })
    switch (end.is) {
      case 'sent':
        return { is: 'sent', to, again: false }
      case 'claimed-before':
        return { is: 'under-way' }
      case 'waits':
        return { is: 'waits', because: end.because }
      case 'unknown':
      case 'refused':
        lost(end.is)
    }
  }
  return { is: 'nobody' }
}

interface LeftBehind extends Pick<MailingFirst, 'lost'> {
  readonly told: readonly StaffMailMark[]
  readonly now: Instant
}

async function settleLeftBehind(
  { staffMails }: MailFirstPorts,
  { told, lost, now }: LeftBehind,
): Promise<readonly StaffMailMark[]> {
  const settled: StaffMailMark[] = []
  for (const mark of told) {
    const unknown = { ...mark, outcome: 'unknown' } as const
    const isOurs = isLeftBehind(mark, now) && (await staffMails.settle(unknown)) === 'written'
    if (isOurs) lost('unknown')
    settled.push(isOurs ? unknown : mark)
  }
  return settled
}
