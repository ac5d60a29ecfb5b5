/**
 * When the lists of calls are made on this machine. In AWS an order comes every half hour. A moved clock passes a year of them in minutes, and hardly
 * any makes a list: there the order comes when a team's day begins, three times a day for what has changed since, and when
 * the last agent of a team leaves later than that, because the report of the team's day waits for them.
 */
import type { Company } from '#core/campaign/company.ts'
import type { DutyPlan } from '#core/duty/team.ts'

export interface ListRuns {
  readonly expressions: readonly string[]
  readonly zone: string
}

export const EVERY_HALF_HOUR: ListRuns = { expressions: ['cron(0/30 * * * ? *)'], zone: 'UTC' }

const LATER = { hours: [10, 13, 17], last: '17:00' }
/** The report of a team that works until midnight comes now: a run of the next day would not tell it. */
const LATEST = '23:30'

/** The times of the roster as it is at the start: another begin or end of a team's day holds from the next start. */
export function runsOfTeams(plan: DutyPlan, { startOfDay, zone }: Pick<Company, 'startOfDay' | 'zone'>): ListRuns {
  const begins = [startOfDay, ...plan.teams.map((team) => team.startOfDay ?? startOfDay)]
  const ends = endsOf(plan).flatMap((end) => (end > LATEST ? LATEST : end > LATER.last ? end : []))
  return { expressions: [...dailyAt(begins), `cron(0 ${LATER.hours.join(',')} * * ? *)`, ...dailyAt(ends)], zone }
}

/** Of all hours that somebody may work on some day. */
const endsOf = ({ teams, people }: DutyPlan): readonly string[] =>
  [
    ...teams.flatMap(({ week = [], halfDay = [], longHolidays }) => [
      ...week.flatMap(({ hours }) => hours),
      ...halfDay,
      ...longHolidays.flatMap(({ duty }) => duty.flatMap(({ hours }) => hours)),
    ]),
    ...people.flatMap(({ shifts = [] }) => shifts.flatMap(({ hours }) => hours)),
  ].map(({ to }) => to)

const dailyAt = (times: readonly string[]): readonly string[] =>
  [...new Set(times)].toSorted().map((time) => {
    const [hours, minutes] = time.split(':').map(Number)
    return `cron(${minutes} ${hours} * * ? *)`
  })
