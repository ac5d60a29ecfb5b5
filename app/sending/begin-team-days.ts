/**
 * The schedule's run, and that of an urgent order: makes the lists of calls of the teams whose day begins, or which changed, tells staff of what is
 * urgent, sends the lists to those who ring, at the end of a team's day a report to its lead, after a week and a month one to the heads of care,
 * and tells who is to act on a budget.
 */
import type { MakeDayListPorts } from '#app/desk/make-day-list.ts'
import { makeDueLists } from '#app/desk/make-due-lists.ts'
import type { DayListMails } from '#app/ports/day-list-mails.ts'
import type { DayLists } from '#app/ports/day-lists.ts'
import type { StaffMailMarks } from '#app/ports/staff-mail-marks.ts'
import { ComeAgainError } from '#app/sending/come-again.ts'
import { forgetInterruptions, type InterruptPorts, interrupt } from '#app/sending/interrupt.ts'
import { type MailBudgetsPorts, mailBudgets } from '#app/sending/mail-budgets.ts'
import { type MailDayListPorts, mailDayList } from '#app/sending/mail-day-list.ts'
import { type MailReportPorts, mailReports } from '#app/sending/mail-report.ts'
import { noteUrgent } from '#app/sending/note-urgent.ts'
import { type ReportDayPorts, reportDay } from '#app/sending/report-day.ts'
import { type SenderGatePorts, senderGate } from '#app/sending/sender-gate.ts'
import { rosterOfRun } from '#app/staff/roster-of-run.ts'
import { teamsWithWork } from '#app/staff/team-day.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { DAYS_KEPT } from '#core/work/day-list/day-line.ts'

export type BeginTeamDaysPorts = Omit<MakeDayListPorts, 'lists'> &
  Omit<MailDayListPorts, 'lists' | 'roster' | 'events' | 'work'> &
  Omit<InterruptPorts, 'lists' | 'roster' | 'events' | 'work' | 'staffMails'> &
  Omit<ReportDayPorts, 'lists' | 'roster' | 'events' | 'work' | 'staffMails'> &
  Omit<MailReportPorts, 'events' | 'staffMails'> &
  Omit<MailBudgetsPorts, 'events' | 'staffMails'> &
  Omit<SenderGatePorts, 'events'> & {
    readonly lists: DayLists & DayListMails
    readonly work: MakeDayListPorts['work'] & InterruptPorts['work'] & ReportDayPorts['work']
    readonly staffMails: StaffMailMarks
  }

/** The order of an older version does not name the work. */
export interface UrgentOrder {
  readonly at: Instant
  readonly workId: string | null
}

export async function beginTeamDays(
  asked: BeginTeamDaysPorts,
  { urgent, clock }: { readonly urgent: UrgentOrder | null; readonly clock: () => Instant },
): Promise<void> {
  const ports = rosterOfRun(asked)
  const at = clock()
  const date = localDateAt(at, ports.companyRules.company.zone)
  const failures: unknown[] = []
  const failed = (failure: unknown) => void failures.push(failure)
  // First of all: from here on every later run does what this one leaves undone.
  if (urgent?.workId) await noteUrgent(ports, { workId: urgent.workId, at: urgent.at })
  else if (!urgent) await forget(ports, at)
  await makeDueLists(ports, at, { urgentAt: urgent?.at ?? null }).catch(failed)
  const roster = await ports.roster.current()
  const gate = senderGate(ports, clock)
  await interrupt(ports, { gate, clock }).catch(failed)
  const plan = roster && !urgent ? await ports.roster.plan(roster.planId).catch(failed) : undefined
  // One team's failure keeps no other team waiting; the run fails at its end, and is tried again.
  const teams = roster ? teamsWithWork(roster) : []
  const lists = await Promise.all(teams.map((team) => ports.lists.get({ team, date }).catch(failed)))
  for (const list of lists) {
    if (!list || !roster) continue
    await mailDayList(ports, { list, roster, gate, clock }).catch(failed)
    if (plan) await reportDay(ports, { list, roster, plan, gate, clock }).catch(failed)
  }
  if (roster && !urgent) {
    await mailReports(ports, { roster, gate, clock }).catch(failed)
    await mailBudgets(ports, { roster, gate, clock }).catch(failed)
  }
  await gate.leave()
  const broken = failures.filter((failure) => !(failure instanceof ComeAgainError))
  if (broken.length > 0)
    throw new AggregateError(broken, `${broken.length} lists of calls or urgent mails could not be made or sent`)
  if (failures.length > 0) throw failures[0]
}

async function forget(ports: BeginTeamDaysPorts, at: Instant): Promise<void> {
  const date = localDateAt(at, ports.companyRules.company.zone)
  await Promise.all([forgetInterruptions(ports, at), ports.staffMails.removeBefore(addDays(date, -DAYS_KEPT))])
}
