/** What staff did and who was turned away, month by month of the company or narrowed, the newest first. */
import { AUDITED_ACTS } from '#core/staff/audit-entry.ts'
import { memberWith, type Roster } from '#core/staff/roster.ts'
import { type Instant, InstantSchema } from '#core/time/instant.ts'
import { addDays, isLocalDate, type LocalDate } from '#core/time/local-date.ts'
import { firstDayOf, isMonth, lastDayOf, type Month, monthOf } from '#core/time/month.ts'
import { dayStart, localDateAt } from '#core/time/zone.ts'
import { readLog } from '#functions/staff/acts/read-log.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { type FrameSystem, frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { type LogFilter, TURNED_AWAY_ACT } from '#web/staff/log-filter.ts'
import { logPage } from '#web/staff/log-page.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { logPath } from '#web/staff/paths.ts'
import { wrongDays, wrongMonth } from '#web/staff/wrong-in-address.ts'

export interface LogSystem extends FrameSystem, Pick<StaffSystem, 'events' | 'realNow'> {
  readonly stores: Pick<StaffSystem['stores'], 'auditLog' | 'roster'>
}

export function logRoutes(system: LogSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, clock, companyRules, events } = system
  const { zone } = companyRules.company
  app.get('/log', needs('see-audit'), async (context) => {
    const { month: asked = '', before = '', ...narrowed } = context.req.query()
    if (before !== '' && !isPlace(before)) return context.html(noSuchPage(frameOf(system, context), 'page'), 404)
    const today = localDateAt(clock.now(), zone)
    const latest = monthOf(today)
    const month = isMonth(asked) ? asked : latest
    const filter = filterOf(narrowed)
    const days = daysOf(filter, { month, today })
    const stretch = { before, start: dayStart(days.from, zone), end: dayStart(addDays(days.to, 1), zone) }
    const [{ lines, next, isCutShort }, roster] = await Promise.all([
      readLog(stores.auditLog, filter, stretch),
      stores.roster.current(),
    ])
    const unreadable = lines.filter(({ result }) => result === 'unreadable').length
    if (unreadable > 0) events.auditUnreadable({ month, lines: unreadable })
    const nameOf = nameAt(roster, zone)
    const page = logPage(frameOf(system, context), {
      filter,
      people: peopleOf(roster, filter),
      month,
      wrong: [...wrongMonth(asked), ...wrongDays(narrowed, (turned) => logPath({ ...filter, ...turned, month }))],
      latest,
      isFirst: before === '',
      next,
      lookedBackTo: isCutShort && next !== null ? localDateAt(instantOfPlace(next), zone) : null,
      lines: lines.map((line) =>
        line.result === 'unreadable'
          ? line
          : {
              entry: line,
              name: line.byName ?? (line.by === null ? undefined : nameOf(line.by, line.at)),
            },
      ),
    })
    return context.html(page)
  })
  return app
}

/** What cannot be meant is not asked for. */
function filterOf({ by = '', act = '', from = '', to = '', about = '' }: Readonly<Record<string, string>>): LogFilter {
  return {
    by: by.trim() || null,
    act: act === TURNED_AWAY_ACT ? act : (AUDITED_ACTS.find((known) => known === act) ?? null),
    from: isLocalDate(from) ? from : null,
    to: isLocalDate(to) ? to : null,
    about: about.trim().slice(0, LONGEST_ID) || null,
  }
}

/** The month, unless days are named; what is about one thing is looked for in all of them. One day of the two says the other: the whole time up to it, or since. */
function daysOf({ from, to, about }: LogFilter, { month, today }: { readonly month: Month; readonly today: LocalDate }) {
  if (from === null && to === null && about === null) return { from: firstDayOf(month), to: lastDayOf(month) }
  const end = to ?? (from !== null && from > today ? from : lastDayOf(monthOf(today)))
  const start = from ?? FIRST_DAY
  return { from: start < FIRST_DAY ? FIRST_DAY : start, to: end > LAST_DAY ? LAST_DAY : end }
}

/** No company ran this before; a month without lines costs a read. */
const FIRST_DAY = '2020-01-01'
/** Of the months that can be counted from. */
const LAST_DAY = '2999-12-31'
const LONGEST_ID = 200

/** Everybody of the roster, and whoever is asked for. */
function peopleOf(roster: Roster | undefined, { by }: LogFilter): readonly (readonly [string, string])[] {
  const people = (roster?.people ?? []).map(({ address, name }) => [address, name] as const)
  return by === null || people.some(([address]) => address === by) ? people : [...people, [by, by]]
}

/** Of a line that keeps no name: who had the address on that day, as far as the roster says it. What another did before them is never told under their name. */
const nameAt = (roster: Roster | undefined, zone: string) => (address: string, at: Instant) => {
  const member = roster && memberWith(roster, address)
  const hadIt = member?.addressSince === undefined || localDateAt(at, zone) >= member.addressSince
  return hadIt ? member?.name : undefined
}

const instantOfPlace = (place: string): Instant => place.split('#')[0] ?? ''

/** As `auditPlace` writes it, in a month that can be counted from. A clock on one machine may be moved far. */
const isPlace = (text: string): boolean => {
  const [at = ''] = text.split('#')
  return isMonth(at.slice(0, 7)) && InstantSchema.safeParse(at).success
}
