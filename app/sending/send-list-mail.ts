/** One mail about a list of calls: written, claimed, sent within the rate that all mails share, and what became of it noted. */
import type { Events } from '#app/events.ts'
import type { DayListMail, DayListMails } from '#app/ports/day-list-mails.ts'
import type { DispatchResult, NoPlace, Pace, StaffMail, StaffMailer, Stopped } from '#app/ports/sending.ts'
import { ComeAgainError } from '#app/sending/come-again.ts'
import { sendPatiently, takePlace } from '#app/sending/send-patiently.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import type { Instant } from '#core/time/instant.ts'
import { type ListMailKind, workMark } from '#core/work/day-list/mails-due.ts'

export interface SendListMailPorts {
  readonly lists: DayListMails
  readonly mailer: StaffMailer
  readonly pace: Pace
  readonly events: Pick<Events, 'callsMailed' | 'callsMailWaits' | 'callsMailRefused' | 'callsMailUnknown'>
}

export interface ListMailOrder extends Omit<DayListMail, 'outcome' | 'claimedAt' | 'named'> {
  /** The work that it names as the person's own to ring. */
  readonly workIds: readonly string[]
  readonly kind: ListMailKind
  readonly write: () => Promise<Omit<StaffMail, 'to'>>
  readonly gate: SenderGate
  readonly clock: () => Instant
}

/** The provider was busy. The mail did not leave, and the next run sends it. */
export class ListMailWaitsError extends ComeAgainError {
  override name = 'ListMailWaitsError'
}

/** Throws ListMailWaitsError, after giving the claim back. */
export async function sendListMail(ports: SendListMailPorts, order: ListMailOrder): Promise<void> {
  const { team, date, address, number, workIds, kind, write, gate, clock } = order
  if (gate.shutUntil() !== undefined) return ports.events.callsMailWaits({ date, kind, because: 'sender-stopped' })
  // Written before it is claimed: words that cannot be written leave no claim behind.
  const letter = await write()
  // The place before the claim: waiting for one may outlast the run, and a claim left behind would cost the person their mail.
  const fault = await takePlace(ports.pace)
  if (fault) {
    await gate.heard(fault)
    return waits(ports, { date, kind, result: fault })
  }
  const mark: DayListMail = { team, date, address, number, named: workIds.map(workMark), claimedAt: clock(), outcome: 'sending' }
  if ((await ports.lists.claimMail(mark)) === 'lost') return
  const result = await sendPatiently(ports.pace, () => ports.mailer.sendToStaff({ ...letter, to: address }))
  await gate.heard(result)
  await conclude(ports, { mark, kind, result })
}

async function conclude(
  ports: SendListMailPorts,
  { mark, kind, result }: { readonly mark: DayListMail; readonly kind: ListMailKind; readonly result: DispatchResult },
): Promise<void> {
  const { lists, events } = ports
  const { date, number } = mark
  if ('accepted' in result) {
    await lists.settleMail({ ...mark, outcome: 'sent' })
    events.callsMailed({ date, kind, number })
  } else if ('unknown' in result) {
    await lists.settleMail({ ...mark, outcome: 'unknown' })
    events.callsMailUnknown({ date, number })
  } else if ('refused' in result) {
    await lists.settleMail({ ...mark, outcome: 'refused' })
    events.callsMailRefused({ date, kind, reason: result.refused })
  } else {
    await lists.giveMailBack(mark)
    waits(ports, { date, kind, result })
  }
}

/** A stop of the sender and the daily quota pass by themselves; the rest is tried again by the queue. */
function waits(
  { events }: SendListMailPorts,
  {
    date,
    kind,
    result,
  }: Pick<ListMailOrder, 'date' | 'kind'> & { readonly result: Stopped | NoPlace | Extract<DispatchResult, { busy: unknown }> },
): void {
  const because = 'busy' in result ? result.busy : 'stopped' in result ? result.stopped : 'no-place'
  events.callsMailWaits({ date, kind, because })
  if ('stopped' in result || because === 'daily-quota') return
  throw new ListMailWaitsError(`the list of ${date}: ${'noPlace' in result ? result.noPlace : because}`)
}
