/** One mail about one thing to one person, under its mark: once, however often it is ordered; what became of it is what the mark says. */
import type { Pace, StaffMailer } from '#app/ports/sending.ts'
import type { StaffMailMark, StaffMailMarks } from '#app/ports/staff-mail-marks.ts'
import { claimUnderMark } from '#app/sending/claim-under-mark.ts'
import { isLeftBehind, type StaffMailOrder, sendStaffMail } from '#app/sending/send-staff-mail.ts'

export interface MailOncePorts {
  readonly staffMails: Pick<StaffMailMarks, 'of' | 'claim' | 'settle' | 'giveBack'>
  readonly mailer: StaffMailer
  readonly pace: Pace
}

export interface MailOnce
  extends Pick<StaffMailMark, 'date' | 'about' | 'address'>,
    Pick<StaffMailOrder, 'write' | 'gate' | 'clock'> {}

/** before: an earlier run sent it. lost: it was refused, or may have left; `isNew` in the run that found out. */
export type MailedOnce =
  | { readonly is: 'sent' | 'before' }
  | { readonly is: 'waits'; readonly because: string }
  | { readonly is: 'lost'; readonly outcome: 'refused' | 'unknown'; readonly isNew: boolean }

export async function mailOnce(ports: MailOncePorts, { date, about, address, ...sending }: MailOnce): Promise<MailedOnce> {
  const { staffMails } = ports
  const before = (await staffMails.of({ date, about })).find((mark) => mark.address === address)
  if (before) return fromMark(ports, before, sending)
  if ((await sending.gate.look()) === 'shut') return { is: 'waits', because: 'sender-stopped' }
  const mark = { date, about, address }
  const end = await sendStaffMail(ports, {
    ...sending,
    to: address,
    claim: claimUnderMark(staffMails, mark),
  })
  switch (end.is) {
    case 'sent':
      return { is: 'sent' }
    case 'claimed-before':
      return { is: 'waits', because: 'under-way' }
    case 'waits':
      return { is: 'waits', because: end.because }
    case 'unknown':
    case 'refused':
      return { is: 'lost', outcome: end.is, isNew: true }
  }
}

async function fromMark(
  { staffMails }: MailOncePorts,
  mark: StaffMailMark,
  { clock }: Pick<MailOnce, 'clock'>,
): Promise<MailedOnce> {
  switch (mark.outcome) {
    case 'sent':
      return { is: 'before' }
    case 'refused':
    case 'unknown':
      return { is: 'lost', outcome: mark.outcome, isNew: false }
    case 'sending': {
      if (!isLeftBehind(mark, clock())) return { is: 'waits', because: 'under-way' }
      const settled = await staffMails.settle({ ...mark, outcome: 'unknown' })
      return { is: 'lost', outcome: 'unknown', isNew: settled === 'written' }
    }
  }
}
