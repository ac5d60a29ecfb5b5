/** One mail about a list of calls, under its mark beside the list. */
import type { Events } from '#app/events.ts'
import type { DayListMail, DayListMails } from '#app/ports/day-list-mails.ts'
import type { Pace, StaffMailer } from '#app/ports/sending.ts'
import { ComeAgainError } from '#app/sending/come-again.ts'
import { type StaffMailOrder, sendStaffMail } from '#app/sending/send-staff-mail.ts'
import { type ListMailKind, workMark } from '#core/work/day-list/mails-due.ts'

export interface SendListMailPorts {
  readonly lists: DayListMails
  readonly mailer: StaffMailer
  readonly pace: Pace
  readonly events: Pick<Events, 'callsMailed' | 'callsMailWaits' | 'callsMailRefused' | 'callsMailUnknown'>
}

export interface ListMailOrder
  extends Omit<DayListMail, 'outcome' | 'claimedAt' | 'named'>,
    Pick<StaffMailOrder, 'write' | 'gate' | 'clock'> {
  /** The work that it names as the person's own to ring. */
  readonly workIds: readonly string[]
  readonly kind: ListMailKind
}

/** The provider was busy. The mail did not leave, and the next run sends it. */
export class ListMailWaitsError extends ComeAgainError {
  override name = 'ListMailWaitsError'
}

/** Throws ListMailWaitsError, after giving the claim back. */
export async function sendListMail(ports: SendListMailPorts, order: ListMailOrder): Promise<void> {
  const { lists, events } = ports
  const { team, date, address, number, workIds, kind, ...sending } = order
  const named = { team, date, address, number, named: workIds.map(workMark) }
  const end = await sendStaffMail(ports, {
    ...sending,
    to: address,
    claim: {
      claim: (claimedAt) => lists.claimMail({ ...named, claimedAt, outcome: 'sending' }),
      settle: (outcome, claimedAt) => lists.settleMail({ ...named, claimedAt, outcome }),
      giveBack: (claimedAt) => lists.giveMailBack({ ...named, claimedAt, outcome: 'sending' }),
    },
  })
  switch (end.is) {
    case 'claimed-before':
      return
    case 'sent':
      return events.callsMailed({ date, kind, number })
    case 'unknown':
      return events.callsMailUnknown({ date, number })
    case 'refused':
      return events.callsMailRefused({ date, kind, reason: end.reason })
    case 'waits':
      events.callsMailWaits({ date, kind, because: end.because })
      if (end.again) throw new ListMailWaitsError(`the list of ${date}: ${end.detail}`)
  }
}
