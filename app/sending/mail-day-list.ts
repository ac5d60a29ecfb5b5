/**
 * Sends a team's list of calls to those who ring, and the whole of it to who answers for the team: each mail once, claimed before it leaves. A mail that surely did not
 * leave is given back for the next run; one that may have left is not sent again, because the page shows the list as well.
 */
import { type CallOfDay, callsOfDay, type LinesPorts } from '#app/desk/calls-of-day.ts'
import { type DialStop, type DialStopsPorts, dialStops } from '#app/desk/dial-stops.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { Events } from '#app/events.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { DayListMail, DayListMails } from '#app/ports/day-list-mails.ts'
import type { Pace, StaffMail, StaffMailer } from '#app/ports/sending.ts'
import type { PublishedRoster } from '#app/ports/staff.ts'
import { ComeAgainError } from '#app/sending/come-again.ts'
import { sendListMail } from '#app/sending/send-list-mail.ts'
import { isLeftBehind } from '#app/sending/send-staff-mail.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { leadOf } from '#core/staff/lead-of.ts'
import { mayOwnWork } from '#core/staff/whose-work.ts'
import type { Instant } from '#core/time/instant.ts'
import type { DayList } from '#core/work/day-list/day-line.ts'
import { type ListMailDue, type ListMailKind, mailsDue } from '#core/work/day-list/mails-due.ts'
import { callersNumber } from '#core/work/work-item.ts'

/** `stop`: why the number of the person is not dialled; null where it may be. */
export type CallToMail = Omit<CallOfDay, 'people'> & {
  readonly people: readonly (CallOfDay['people'][number] & { readonly stop: DialStop | null })[]
}

/** The words of mails about lists of calls, with their files. */
export interface CallsLetters {
  write(order: {
    readonly kind: ListMailKind
    readonly list: DayList
    /** At least one. */
    readonly calls: readonly CallToMail[]
    /** The name of a member of staff. */
    readonly nameOf: (address: string) => string
  }): Promise<Omit<StaffMail, 'to'>>
}

export interface MailDayListPorts extends LinesPorts, DialStopsPorts {
  readonly companyRules: CompanyRules
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly lists: DayListMails
  readonly letters: CallsLetters
  readonly mailer: StaffMailer
  readonly pace: Pace
  readonly events: Pick<Events, 'callsMailed' | 'callsMailWaits' | 'callsMailRefused' | 'callsMailUnknown'>
}

interface MailingDayList {
  readonly list: DayList
  readonly roster: PublishedRoster
  readonly gate: SenderGate
  readonly clock: () => Instant
}

/** Mails under way at once. A probe goes alone. */
const AT_ONCE = 8

export async function mailDayList(ports: MailDayListPorts, { list, roster, gate, clock }: MailingDayList): Promise<void> {
  const { team, date } = list
  const told = await ports.lists.mailsOf({ team, date })
  await settleLeftBehind(ports, told, clock())
  const members = roster.people.filter((person) => person.team === team && mayOwnWork(person)).map(({ address }) => address)
  const due = mailsDue({ list, told, members, lead: leadOf(roster, team)?.address ?? null })
  if (due.length === 0) return
  const standing = await gate.look()
  if (standing === 'shut') {
    for (const { kind } of due) ports.events.callsMailWaits({ date, kind, because: 'sender-stopped' })
    return
  }
  const names = new Map(roster.people.map(({ address, name }) => [address, name]))
  const nameOf = (address: string) => names.get(address) ?? address
  const calls = await callsToRing(ports, { list, due, now: clock() })
  const failures: unknown[] = []
  const send = async (mail: ListMailDue) => {
    const named = callsIn(mail, calls)
    if (named.length === 0) return
    const write = () => ports.letters.write({ kind: mail.kind, list, calls: named, nameOf })
    await sendListMail(ports, { ...mail, team, date, write, gate, clock })
  }
  await eachBounded(due, {
    limit: standing === 'probe' ? 1 : AT_ONCE,
    // One person's failure keeps no other waiting.
    act: (mail) => send(mail).catch((failure: unknown) => failures.push(failure)),
  })
  const broken = failures.find((failure) => !(failure instanceof ComeAgainError))
  if (failures.length > 0) throw broken ?? failures[0]
}

/** The lines that the mails name. What was done since the list was made, and what is about a customer erased since, is left out. */
async function callsToRing(
  ports: Pick<MailDayListPorts, 'work' | 'customers' | 'companyRules' | 'suppressions' | 'seals'>,
  { list, due, now }: { readonly list: DayList; readonly due: readonly ListMailDue[]; readonly now: Instant },
): Promise<readonly CallToMail[]> {
  const isForAll = due.some(({ kind }) => kind === 'team')
  const told = new Set(due.map(({ address }) => address))
  const isAsked = ({ agent }: { readonly agent: string | null }) => isForAll || (agent !== null && told.has(agent))
  const calls = (await callsOfDay(ports, { list, isAsked, now })).filter(
    ({ isDone, people, items }) => !isDone && (people.length > 0 || items.some((item) => callersNumber(item) !== null)),
  )
  const people = calls.flatMap((call) => call.people.map(({ consents, ...customer }) => ({ customer, consents })))
  const stops = await dialStops(ports, { people, items: calls.flatMap(({ items }) => items) })
  return calls.map((call) => ({
    ...call,
    people: call.people.map((person) => ({ ...person, stop: stops.get(person.customerId) ?? null })),
  }))
}

function callsIn({ kind, address, workIds }: ListMailDue, calls: readonly CallToMail[]): readonly CallToMail[] {
  switch (kind) {
    case 'team':
      return calls
    case 'mine':
      return calls.filter(({ agent }) => agent === address)
    case 'more': {
      const named = new Set(workIds)
      return calls.filter((call) => call.agent === address && call.workIds.some((workId) => named.has(workId)))
    }
  }
}

async function settleLeftBehind({ lists, events }: MailDayListPorts, told: readonly DayListMail[], now: Instant): Promise<void> {
  for (const mail of told) {
    if (!isLeftBehind(mail, now)) continue
    const settled = await lists.settleMail({ ...mail, outcome: 'unknown' })
    if (settled === 'written') events.callsMailUnknown({ date: mail.date, number: mail.number })
  }
}
