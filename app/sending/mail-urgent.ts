/**
 * Mails one person about an urgent piece of work: the first who hears of it now. The next one is written to only when the mail to the one before was
 * refused, or may never have left. Each of them gets one mail about it.
 */
import type { Events } from '#app/events.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { ReplyStore } from '#app/ports/listening.ts'
import type { Pace, StaffMailer } from '#app/ports/sending.ts'
import type { StaffMailMark, StaffMailMarks } from '#app/ports/staff-mail-marks.ts'
import { isLeftBehind, sendStaffMail } from '#app/sending/send-staff-mail.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import type { UrgentLetters } from '#app/sending/urgent-letters.ts'
import type { WhoHears } from '#app/sending/who-hears.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { inOneSentence } from '#core/reply/in-one-sentence.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { isOpen } from '#core/work/standing.ts'
import { openedAt, type WorkItem } from '#core/work/work-item.ts'

export interface MailUrgentPorts {
  readonly staffMails: Omit<StaffMailMarks, 'removeBefore'>
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly replies: Pick<ReplyStore, 'get'>
  readonly urgentLetters: UrgentLetters
  readonly mailer: StaffMailer
  readonly pace: Pace
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'urgentMailed' | 'urgentMailWaits' | 'urgentMailLost' | 'urgentUntold' | 'noOneOnCall'>
}

interface MailingUrgent {
  readonly item: WorkItem
  readonly mark: string
  readonly hears: WhoHears
  readonly gate: SenderGate
  readonly clock: () => Instant
}

/** Whether nothing is left to do: a person was written to, none is left to write to, or the work was done before. */
export async function mailUrgent(ports: MailUrgentPorts, { item, mark, hears, gate, clock }: MailingUrgent): Promise<boolean> {
  const { staffMails, events } = ports
  const { workId } = item
  if (!isOpen(item)) return true
  // Without a roster no person works here yet, in no hours and on no list: there is nothing to interrupt.
  if (hears.team === null) return true
  const mails = { date: localDateAt(openedAt(item), ports.companyRules.company.zone), about: `urgent ${mark}` }
  const told = await settleLeftBehind(ports, { told: await staffMails.of(mails), workId, now: clock() })
  if (told.some(({ outcome }) => outcome === 'sent')) return true
  // Another run is sending it at this moment.
  if (told.some(({ outcome }) => outcome === 'sending')) return false
  const standing = await gate.look()
  if (standing === 'shut') {
    events.urgentMailWaits({ workId, because: 'sender-stopped' })
    return false
  }
  for (const to of hears.addresses.filter((address) => !told.some((before) => before.address === address))) {
    const end = await sendStaffMail(ports, {
      to,
      write: () => written(ports, { item, hears }),
      gate,
      clock,
      claim: {
        claim: (claimedAt) => staffMails.claim({ ...mails, address: to, claimedAt, outcome: 'sending' }),
        settle: (outcome, claimedAt) => staffMails.settle({ ...mails, address: to, claimedAt, outcome }),
        giveBack: (claimedAt) => staffMails.giveBack({ ...mails, address: to, claimedAt, outcome: 'sending' }),
      },
    })
    switch (end.is) {
      case 'sent':
        events.urgentMailed({ workId, because: hears.because })
        if (hears.because === 'no-one') events.noOneOnCall({ workId })
        return true
      case 'claimed-before':
        return false
      case 'waits':
        events.urgentMailWaits({ workId, because: end.because })
        return false
      case 'unknown':
      case 'refused':
        events.urgentMailLost({ workId, outcome: end.is })
    }
  }
  events.urgentUntold({ workId })
  return true
}

async function settleLeftBehind(
  { staffMails, events }: MailUrgentPorts,
  { told, workId, now }: { readonly told: readonly StaffMailMark[]; readonly workId: string; readonly now: Instant },
): Promise<readonly StaffMailMark[]> {
  const settled: StaffMailMark[] = []
  for (const mark of told) {
    const unknown = { ...mark, outcome: 'unknown' } as const
    const isOurs = isLeftBehind(mark, now) && (await staffMails.settle(unknown)) === 'written'
    if (isOurs) events.urgentMailLost({ workId, outcome: 'unknown' })
    settled.push(isOurs ? unknown : mark)
  }
  return settled
}

async function written(
  { customers, replies, urgentLetters }: MailUrgentPorts,
  { item, hears: { team, because, backAt } }: { readonly item: WorkItem; readonly hears: WhoHears },
) {
  const { customerId, subject, events } = item
  const [known] = customerId === null ? [] : await customers.getMany([customerId])
  const reply = subject.replyId === null ? undefined : await replies.get({ customerId, replyId: subject.replyId })
  // What a customer told in a call stands in the first note.
  const note = events.find((event) => event.is === 'noted')
  const said = reply?.reading.text ?? (note?.is === 'noted' ? note.note : '')
  return urgentLetters.write({ item, customer: known?.customer ?? null, words: inOneSentence(said), team, because, backAt })
}
