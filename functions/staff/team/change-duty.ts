/** The form with which a lead changes the day of a colleague. Sent twice it changes the day once. */
import { changeDuty, type WantedChange } from '#app/staff/change-duty.ts'
import { ABSENCES, type DutyRefusal } from '#core/duty/duty-change.ts'
import { staffAddress } from '#core/staff/roster.ts'
import { isLocalDate } from '#core/time/local-date.ts'
import { audit } from '#functions/staff/acts/audit.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { TeamSystem } from '#functions/staff/team/team-system.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { teamPath } from '#web/staff/team/team-shown.ts'

export function changeRoute(system: TeamSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules, clock } = system
  app.post('/team/change', needs('change-duty'), async (context) => {
    const form = await context.req.parseBody()
    const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
    const [team, date, address] = [text('team'), text('date'), staffAddress(text('address'))]
    const wanted = wantedIn(text('is'), text('with'))
    const by = visitorOn(context)
    const seen = /^\d{1,4}$/.test(text('seen')) ? Number(text('seen')) : -1
    const back = (said: DutyRefusal | 'changed') => context.redirect(teamPath({ team, date, said }), 303)
    if (!wanted || !isLocalDate(date)) return back('no-such-day')
    const ports = { roster: stores.roster, dutyBook: stores.dutyBook, companyRules }
    const changing = { wanted, address, date, seen, by, at: clock.now() }
    const on = { kind: 'staff', id: address } as const
    const result = await audit(system, { act: 'change-duty', on, by }, () => changeDuty(ports, changing))
    return back('refused' in result ? result.refused : 'changed')
  })
  return app
}

function wantedIn(is: string, cover: string): WantedChange | undefined {
  const absence = ABSENCES.find((one) => one === is)
  if (absence) return { is: 'away', because: absence }
  if (is === 'covered') return { is, with: staffAddress(cover) }
  return is === 'as-planned' ? { is } : undefined
}
