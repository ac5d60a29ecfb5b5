/** The calls of a day: an agent's own part of the list of their team, or a whole team for its lead. */
import { teamDayIn, teamsWithWork } from '#app/staff/team-day.ts'
import { teamOf } from '#core/duty/team.ts'
import { holidayOn, isTeamDay, nextTeamDay } from '#core/duty/team-hours.ts'
import { callsSeen } from '#core/staff/calls-seen.ts'
import { leadOf } from '#core/staff/lead-of.ts'
import { memberWith, type StaffMember } from '#core/staff/roster.ts'
import { addDays, isLocalDate, type LocalDate } from '#core/time/local-date.ts'
import { localTimeAt } from '#core/time/zone.ts'
import type { CallsSystem } from '#functions/staff/calls/calls-system.ts'
import { readList } from '#functions/staff/calls/read-list.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf, todayOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { pageAsked } from '#functions/staff/visit/page-asked.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { callsPage, noCallsPage } from '#web/staff/calls/calls-page.ts'
import { type CallsShown, NOT_GIVEN_OUT, type NoList } from '#web/staff/calls/calls-shown.ts'
import { wrongDay } from '#web/staff/wrong-in-address.ts'
import { readAlike } from '#web/words/names-apart.ts'

export function callsRoutes(system: CallsSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  app.get('/calls', needs('see-work'), async (context) => {
    const frame = frameOf(system, context)
    const shown = await callsShown(system, visitorOn(context), { query: context.req.query(), locale: frame.locale })
    return context.html(shown ? callsPage(frame, shown) : noCallsPage(frame))
  })
  return app
}

interface Asked {
  readonly query: Readonly<Record<string, string | undefined>>
  readonly locale: PageLocale
}

/** Undefined for a visitor whose team has no list, and who sees no other. */
async function callsShown(system: CallsSystem, visitor: StaffMember, { query, locale }: Asked): Promise<CallsShown | undefined> {
  const { stores, companyRules, clock } = system
  const { company, calendar } = companyRules
  const roster = await stores.roster.current()
  const seen = callsSeen(visitor, roster ? teamsWithWork(roster) : [])
  const name = seen.teams.find((team) => team === query.team) ?? seen.teams[0]
  if (!roster || name === undefined) return undefined
  const [plan, now, today] = [await stores.roster.plan(roster.planId), clock.now(), todayOf(system)]
  const date = dayAsked(query.date, today)
  const [list, day] = await Promise.all([
    stores.dayLists.get({ team: name, date }),
    teamDayIn({ dutyBook: stores.dutyBook, companyRules }, { team: name, date, roster, plan }),
  ])
  const [team, time] = [teamOf(plan, name), localTimeAt(now, company.zone)]
  const startsAt = team.startOfDay ?? company.startOfDay
  const isAhead = isTeamDay(team, today, calendar) && time < startsAt
  const nextDay = isAhead ? today : nextTeamDay(team, today, calendar)
  const agents = [...(day?.people ?? []).map(({ member }) => member.address), NOT_GIVEN_OUT]
  const known = [...agents, ...(list?.lines ?? []).flatMap(({ agent }) => agent ?? [])]
  const agent = seen.whose === 'team' ? (known.find((one) => one === query.agent) ?? null) : null
  const none = (): NoList => {
    if (!isTeamDay(team, date, calendar)) return { is: 'day-off', name: holidayOn(team, date)?.name ?? calendar.dayOffName(date) }
    if (date !== today) return { is: 'past' }
    return isAhead ? { is: 'early', time: startsAt } : { is: 'due' }
  }
  const shownList = list
    ? await readList(system, {
        list,
        day,
        lead: leadOf(roster, name)?.address ?? null,
        agent: seen.whose === 'own' ? visitor.address : agent,
        whose: seen.whose,
        page: pageAsked(query.page),
        isToday: date === today,
      })
    : none()
  return {
    visitor,
    team: name,
    teams: seen.teams,
    date,
    wrong: wrongDay(query.date, { shown: date }),
    today,
    next: nextDay === undefined ? null : { date: nextDay, time: startsAt },
    whose: seen.whose,
    agent,
    list: shownList,
    campaignName: await campaignNames(system, { list: shownList, locale }),
    nameOf: (address) => memberWith(roster, address)?.name ?? address,
  }
}

/** Read only where some work would not be told apart without them. */
async function campaignNames(
  system: CallsSystem,
  { list, locale }: { readonly list: CallsShown['list']; readonly locale: PageLocale },
): Promise<CallsShown['campaignName']> {
  const lines = list.is === 'list' ? [...list.calls, ...(list.ofTeam?.promises ?? [])] : []
  const isNeeded = lines.some(({ items }) => readAlike(items, locale))
  return isNeeded ? (await knownCampaigns(system, locale)).name : (id) => id
}

/** No list is made for a day to come; far back none is kept. */
const dayAsked = (asked: string | undefined, today: LocalDate): LocalDate =>
  asked !== undefined && isLocalDate(asked) && addDays(today, -FAR_BACK_DAYS) <= asked && asked <= today ? asked : today

/** Calendars reach only so far. */
const FAR_BACK_DAYS = 366
