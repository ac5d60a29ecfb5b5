/** Who of a team works when: for everybody with work to read, and for its lead to change on the day. */

import type { PublishedRoster } from '#app/ports/staff.ts'
import { onCallChanges, teamDayIn, teamsWithWork } from '#app/staff/team-day.ts'
import { DAYS_AHEAD } from '#core/duty/duty-change.ts'
import { callsADay } from '#core/duty/duty-of-day.ts'
import { isNamedWithin, onCallAt } from '#core/duty/on-call.ts'
import { teamOf } from '#core/duty/team.ts'
import { holidayOn, nextTeamDay, teamHours } from '#core/duty/team-hours.ts'
import { mayDo } from '#core/staff/role.ts'
import { memberWith, type StaffMember } from '#core/staff/roster.ts'
import { addDays, isLocalDate, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { changeRoute } from '#functions/staff/team/change-duty.ts'
import type { TeamSystem } from '#functions/staff/team/team-system.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { noTeamPage, teamPage } from '#web/staff/team/team-page.ts'
import type { TeamShown } from '#web/staff/team/team-shown.ts'
import { wrongDay } from '#web/staff/wrong-in-address.ts'

const DAYS_SHOWN = 7
const DAYS_AROUND = 366

export function teamRoutes(system: TeamSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  app.get('/team', needs('see-work'), async (context) => {
    const frame = frameOf(system, context)
    const today = localDateAt(frame.now, system.companyRules.company.zone)
    const { team, date, said } = context.req.query()
    const shown = await teamShown(system, {
      visitor: visitorOn(context),
      team,
      date: date !== undefined && isShown(date, today) ? date : today,
      asked: date,
      said,
    })
    return context.html(shown ? teamPage(frame, shown) : noTeamPage(frame))
  })
  app.route('/', changeRoute(system))
  return app
}

/** Calendars reach only so far, and the book of duty is of the days around. */
const isShown = (date: string, today: LocalDate): boolean =>
  isLocalDate(date) && addDays(today, -DAYS_AROUND) <= date && date <= addDays(today, DAYS_AROUND)

interface Asked {
  readonly visitor: StaffMember
  readonly team: string | undefined
  readonly date: LocalDate
  /** As the address names it. */
  readonly asked: string | undefined
  readonly said: string | undefined
}

/** Undefined while no team has work. A team that is not there is the visitor's own, or the first. */
async function teamShown(
  system: TeamSystem,
  { visitor, team: wanted, date, asked, said }: Asked,
): Promise<TeamShown | undefined> {
  const { stores, companyRules, clock } = system
  const { calendar, company } = companyRules
  const roster = await stores.roster.current()
  const teams = roster ? teamsWithWork(roster) : []
  const name = [wanted, visitor.team, teams[0]].find((one) => one !== undefined && teams.includes(one))
  if (!roster || name === undefined) return undefined
  const plan = await stores.roster.plan(roster.planId)
  const team = teamOf(plan, name)
  const now = clock.now()
  const [today, time] = [localDateAt(now, company.zone), localTimeAt(now, company.zone)]
  const dayShown = async (of: LocalDate) => {
    const found = await teamDayIn({ dutyBook: stores.dutyBook, companyRules }, { team: name, date: of, roster, plan })
    const left = { date: of, from: of === today ? time : '00:00', to: '24:00' }
    const people = (found?.people ?? []).map((one) => ({
      ...one,
      callsADay: callsADay(plan, team, one.member.address),
      isOnCall: isNamedWithin(team, one.member.address, left),
    }))
    return { date: of, hours: teamHours(team, of, calendar), people, changes: found?.changes ?? [] }
  }
  const days = Array.from({ length: DAYS_SHOWN }, (_, at) => addDays(today, at))
  const [shownDay, week] = await Promise.all([dayShown(date), Promise.all(days.map(dayShown))])
  const changes = await onCallChanges(stores, { date: today, time, today: week[0]?.changes ?? [] })
  const isAtWork = week[0]?.people.some(({ duty }) => duty.hours.some(({ from, to }) => from <= time && time < to)) === true
  return {
    ...shownDay,
    team: name,
    teams,
    wrong: wrongDay(asked, { shown: date }),
    changesOf: (address) => shownDay.changes.filter((change) => change.address === address).length,
    holiday: holidayOn(team, date),
    nextDay: nextTeamDay(team, date, calendar),
    week,
    onCall: isAtWork
      ? 'at-work'
      : onCallAt({ plan, team, known: roster.people.map(({ address }) => address), changes }, { date: today, time }),
    holidays: team.longHolidays
      .filter(({ to }) => to >= today)
      .map((holiday) => ({ holiday, reopensOn: nextTeamDay(team, holiday.to, calendar) })),
    fixed: whyFixed({ visitor, team: name, date, today }),
    nameOf: nameIn(roster),
    said,
  }
}

interface Changing {
  readonly visitor: StaffMember
  readonly team: string
  readonly date: LocalDate
  readonly today: LocalDate
}

function whyFixed({ visitor, team, date, today }: Changing): TeamShown['fixed'] {
  if (!mayDo(visitor.role, 'change-duty')) return 'not-permitted'
  if (visitor.role === 'lead' && visitor.team !== team) return 'not-own-team'
  return date < today || date > addDays(today, DAYS_AHEAD) ? 'past-day' : null
}

const nameIn = (roster: PublishedRoster) => (address: string) => memberWith(roster, address)?.name ?? address
