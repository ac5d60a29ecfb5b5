/** The form with which a lead changes the day of a colleague. Sent twice it changes the day once. */
import { makeDayList } from '#app/desk/make-day-list.ts'
import { changeDuty, type WantedChange } from '#app/staff/change-duty.ts'
import { isDayOver, teamDay } from '#app/staff/team-day.ts'
import { ABSENCES, type DutyRefusal } from '#core/duty/duty-change.ts'
import { memberWith, staffAddress } from '#core/staff/roster.ts'
import { isLocalDate, type LocalDate } from '#core/time/local-date.ts'
import { audit } from '#functions/staff/acts/audit.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { TeamSystem } from '#functions/staff/team/team-system.ts'
import { formText } from '#functions/staff/visit/form-text.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { type DutyChanged, teamPath } from '#web/staff/team/team-shown.ts'

export function changeRoute(system: TeamSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules, clock } = system
  app.post('/team/change', needs('change-duty'), async (context) => {
    const form = await context.req.parseBody()
    const text = formText(form)
    const [team, date, address] = [text('team'), text('date'), staffAddress(text('address'))]
    const wanted = wantedIn(text('is'), text('with'))
    const by = visitorOn(context)
    const seen = /^\d{1,4}$/.test(text('seen')) ? Number(text('seen')) : -1
    const back = (said: DutyRefusal | DutyChanged) => context.redirect(teamPath({ team, date, said }), 303)
    if (!wanted || !isLocalDate(date)) return back('no-such-day')
    // A form may say anything, and a line of the log stays for good: only a member of the roster is named in it.
    const roster = await stores.roster.current()
    const member = roster && memberWith(roster, address)
    if (!member) return back('no-such-person')
    const ports = { roster: stores.roster, dutyBook: stores.dutyBook, companyRules }
    const changing = { wanted, address, date, seen, by, at: clock.now() }
    const on = { kind: 'staff', id: member.address } as const
    const result = await audit(system, { act: 'change-duty', on, by }, () => changeDuty(ports, changing))
    if ('refused' in result) return back(result.refused)
    // What was changed holds already: where the list cannot be made again now, the schedule does it within half an hour.
    const list = await listAgain(system, { address, date }).catch((error: unknown) => {
      system.pageFailed(error, { reference: 'list-calls', route: 'POST /team/change' })
      return 'changed-list-later' as const
    })
    return back(list)
  })
  return app
}

/** The list of the person's own team, whatever the form says. Once the team has gone home a change is of who is on call, and the list stays as the day left it. */
async function listAgain(
  { stores, companyRules, clock, events }: TeamSystem,
  { address, date }: { readonly address: string; readonly date: LocalDate },
): Promise<DutyChanged> {
  const team = (await stores.roster.current())?.people.find((person) => person.address === address)?.team
  if (team === undefined) return 'changed'
  const ports = { ...stores, lists: stores.dayLists, companyRules, events }
  const at = clock.now()
  const day = await teamDay(ports, { team, date })
  if (!day || isDayOver(day, { at, rules: companyRules })) return 'changed'
  const made = await makeDayList(ports, { team, date, at, which: 'again' })
  if ('made' in made) return 'changed-list-again'
  return 'none' in made && made.none === 'contended' ? 'changed-list-later' : 'changed'
}

function wantedIn(is: string, cover: string): WantedChange | undefined {
  const absence = ABSENCES.find((one) => one === is)
  if (absence) return { is: 'away', because: absence }
  if (is === 'covered') return { is, with: staffAddress(cover) }
  return is === 'as-planned' ? { is } : undefined
}
