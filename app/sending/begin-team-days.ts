/** The schedule's run: makes the lists of calls of the teams whose day begins, or which changed, and sends them to those who ring. */
import type { MakeDayListPorts } from '#app/desk/make-day-list.ts'
import { makeDueLists } from '#app/desk/make-due-lists.ts'
import type { DayListMails } from '#app/ports/day-list-mails.ts'
import type { DayLists } from '#app/ports/day-lists.ts'
import { ComeAgainError } from '#app/sending/come-again.ts'
import { type MailDayListPorts, mailDayList } from '#app/sending/mail-day-list.ts'
import { type SenderGatePorts, senderGate } from '#app/sending/sender-gate.ts'
import { teamsWithWork } from '#app/staff/team-day.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'

export type BeginTeamDaysPorts = Omit<MakeDayListPorts, 'lists'> &
  Omit<MailDayListPorts, 'lists' | 'roster' | 'events' | 'work'> &
  Omit<SenderGatePorts, 'events'> & { readonly lists: DayLists & DayListMails }

export async function beginTeamDays(
  ports: BeginTeamDaysPorts,
  { urgentAt, clock }: { readonly urgentAt: Instant | null; readonly clock: () => Instant },
): Promise<void> {
  const at = clock()
  const date = localDateAt(at, ports.companyRules.company.zone)
  const failures: unknown[] = []
  await makeDueLists(ports, at, { urgentAt }).catch((failure: unknown) => failures.push(failure))
  const roster = await ports.roster.current()
  const gate = senderGate(ports, clock)
  for (const team of roster ? teamsWithWork(roster) : []) {
    // One team's failure keeps no other team waiting; the run fails at its end, and is tried again.
    await mailDayList(ports, { team, date, gate, clock }).catch((failure: unknown) => failures.push(failure))
  }
  await gate.leave()
  const broken = failures.filter((failure) => !(failure instanceof ComeAgainError))
  if (broken.length > 0) throw new AggregateError(broken, `${broken.length} lists of calls could not be made or sent`)
  if (failures.length > 0) throw failures[0]
}
