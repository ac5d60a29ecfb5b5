/**
 * Counts once a day what the cases tell, for the page of what recurs, and tells the people of care once a week how the week before was: from Monday's start
 * of the day on, whenever a run comes, one mail each.
 */
import { type FindInCasesPorts, findInCases } from '#app/desk/find-in-cases.ts'
import type { Events } from '#app/events.ts'
import { DaysNotFilledError } from '#app/ports/days-not-filled.ts'
import type { FindingsBook } from '#app/ports/findings.ts'
import type { StaffMail } from '#app/ports/sending.ts'
import type { RosterStore } from '#app/ports/staff.ts'
import { type MailOncePorts, mailOnce } from '#app/sending/mail-once.ts'
import { type SenderGatePorts, senderGate } from '#app/sending/sender-gate.ts'
import { type CareFindings, isQuiet } from '#core/report/care-findings.ts'
import { mayDo } from '#core/staff/role.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'

/** The words of the mail. */
export interface CareDigestLetters {
  write(findings: CareFindings): Promise<Omit<StaffMail, 'to'>>
}

export interface MailCareDigestPorts extends FindInCasesPorts, MailOncePorts, Omit<SenderGatePorts, 'events'> {
  readonly findings: Pick<FindingsBook, 'latest' | 'put'>
  readonly roster: Pick<RosterStore, 'current'>
  readonly careDigestLetters: CareDigestLetters
  readonly events: Pick<Events, 'careDigestMailed' | 'careDigestWaits' | 'careDigestLost' | 'casesNotCounted'> &
    SenderGatePorts['events']
}

const ABOUT = 'care-digest'

export async function mailCareDigest(ports: MailCareDigestPorts, clock: () => Instant): Promise<void> {
  const now = clock()
  const { zone, startOfDay } = ports.companyRules.company
  if (localTimeAt(now, zone) < startOfDay) return
  const findings = await findingsOf(ports, now)
  if (findings === null || isQuiet(findings)) return
  const people = (await ports.roster.current())?.people ?? []
  const mark = { date: addDays(findings.week.to, 1), about: ABOUT }
  const told = new Set(
    (await ports.staffMails.of(mark)).flatMap(({ address, outcome }) => (outcome === 'sending' ? [] : [address])),
  )
  const readers = people.filter(({ role, address }) => mayDo(role, 'note-work') && !told.has(address))
  // While all have it, each run of the week comes here.
  if (readers.length === 0) return
  const gate = senderGate(ports, clock)
  for (const { address } of readers) {
    const write = () => ports.careDigestLetters.write(findings)
    const end = await mailOnce(ports, { ...mark, address, write, gate, clock })
    const week = { week: findings.week.from }
    if (end.is === 'sent') ports.events.careDigestMailed(week)
    else if (end.is === 'waits') ports.events.careDigestWaits({ ...week, because: end.because })
    else if (end.is === 'lost' && end.isNew) ports.events.careDigestLost({ ...week, outcome: end.outcome })
  }
  await gate.leave()
}

/** Counted by the first run of a day, and after an erasure. Null where cases are not found by their days yet: this run comes every half hour, and is no reason to ring. */
async function findingsOf(ports: MailCareDigestPorts, now: Instant): Promise<CareFindings | null> {
  const kept = await ports.findings.latest()
  if (kept?.day === localDateAt(now, ports.companyRules.company.zone)) return kept
  try {
    const counted = await findInCases(ports, now)
    await ports.findings.put(counted)
    return counted
  } catch (error) {
    if (!(error instanceof DaysNotFilledError)) throw error
    ports.events.casesNotCounted({ because: error.message })
    return null
  }
}
